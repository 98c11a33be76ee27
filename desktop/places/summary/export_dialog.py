"""In which format is it to leave? One thing to write, and a button for each kind of file."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.dialogs.name_questions import NameAnswers
from desktop.look import Look
from desktop.places.summary.export_buttons import ExportButtons
from desktop.places.summary.export_plan import LinksExport, RecordExport
from desktop.widgets.words import Words
from formats.exports import page_suffixes
from formats.language import tr


class ExportDialog(Dialog):
    """Says what it is about, and stays while files are written."""

    keeps_draft = False

    def __init__(
        self, look: Look, title: str, what: str, job: RecordExport | LinksExport, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, title, tr("Done"), parent)
        self.setObjectName("export-one")
        self.cancel.hide()
        self.exports = ExportButtons(look, page_suffixes())
        self.body.addWidget(Words(what, "second", wrap=True))
        self.body.addWidget(self.exports)
        self.body.addStretch(1)
        self._job = job
        self.exports.answers_given.connect(self._take_answers)
        self.exports.offer(job)
        self.fit_window(480, 420)

    def _take_answers(self, answers: NameAnswers) -> None:
        self._job = self._job.answered(answers.names, answers.words)
        self.exports.offer(self._job)
