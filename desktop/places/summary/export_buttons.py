"""Writing into files what is on the paper: asks where, and says of each where it is, or why not."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from desktop.dialogs.name_questions import NameAnswers, NameQuestionsDialog
from desktop.file_queue import FileQueue
from desktop.folders import fonts_folder
from desktop.look import Look
from desktop.places.summary.export_plan import INVITATIONS, ExportJob
from desktop.places.summary.file_kinds import MAIN, file_kind, in_order
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.press import connect_press
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import bring_into_view_soon
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.exports import suffixes
from formats.language import tr, tr_count
from formats.session.wording import join_and

ONE_COLUMN_FROM = 1.3
_SUMMARIES = tuple(suffix for suffix in suffixes() if suffix not in INVITATIONS)


class ExportButtons(QWidget):
    """A button for every kind of file that can be written."""

    answers_given = Signal(object)
    """What was said about words that may be names: NameAnswers."""

    def __init__(self, look: Look, kinds: tuple[str, ...] = ()) -> None:
        """`kinds` are the endings it is for; without any, all that are pages or tables."""
        super().__init__()
        self._look = look
        self._queue = FileQueue(self)
        self._ended: list[str] = []
        self._troubled = False
        self._file: Path | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._job: ExportJob | None = None
        self._asked_for = ""
        self._buttons = {suffix: self._button(suffix) for suffix in in_order(kinds or _SUMMARIES)}
        self._said = Words("", wrap=True)
        self._said.setObjectName("export-said")
        self._show_folder = ActionButton(look, tr("Show in folder"), "folder-open")
        self._show_folder.setObjectName("show-in-folder")
        self._cancel = ActionButton(look, tr("Cancel"), "x")
        self._grid = QGridLayout()
        self._lay_out()
        self._queue.written.connect(self._take_written)
        self._queue.failed.connect(self._take_trouble)
        self._queue.changed.connect(self._say_all)
        self._show_folder.clicked.connect(self._open_folder)
        self._cancel.clicked.connect(self.cancel)
        look.look_changed.connect(self._arrange)
        self._say_all()

    def offer(self, leaving: ExportJob | None) -> None:
        """What is to be written; None where there is nothing."""
        if leaving is None or self._job is None or leaving.subject != self._job.subject:
            self._begin_anew()
            self._say_all()
        self._job = leaving
        self.setEnabled(leaving is not None)
        possible = leaving.suffixes if leaving else ()
        for suffix, button in self._buttons.items():
            button.setEnabled(suffix in possible)
            why = "" if suffix in possible or leaving is None else leaving.why_not(suffix)
            button.setToolTip(plain_tip(why))
            button.setAccessibleDescription(why)

    def ask(self, suffix: str) -> None:
        """Asks where the file is to go, and before that about the words that may be names."""
        if self._job is None:
            return
        if not self._job.questions:
            self._ask_where(suffix)
            return
        self._asked_for = suffix
        dialog = NameQuestionsDialog(self._look, self._job.questions, self.window())
        dialog.answers_given.connect(self._take_answers)
        dialog.open()

    def _take_answers(self, answers: NameAnswers) -> None:
        self.answers_given.emit(answers)
        self._ask_where(self._asked_for)

    def _ask_where(self, suffix: str) -> None:
        if self._job is None:
            return
        word = file_kind(suffix).word
        dialog = QFileDialog(self, tr("Export: {kind}", kind=word), self._folder, f"{word} (*.{suffix})")
        dialog.setObjectName("export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(self._job.file_name_for(suffix))
        dialog.fileSelected.connect(self._export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, target: Path) -> None:
        """Writes a file of the kind its ending says, after those that were asked for before."""
        if self._job is None:
            return
        if not self._queue.targets:
            self._begin_anew()
        self._queue.add(partial(self._job.write, target, fonts_folder()), target)

    def _export_to(self, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
        self.export_to(Path(chosen))

    def cancel(self) -> None:
        """Gives up what is not written yet; the files as they were stay."""
        given_up = self._queue.cancel()
        if len(given_up) == 1 and not self._ended:
            self._ended.append(tr("Cancelled. Nothing was written."))
        elif given_up:
            names = join_and([target.name for target in given_up])
            said = tr_count(
                "Cancelled. {names} was not written.",
                "Cancelled. {names} were not written.",
                len(given_up),
                names=names,
            )
            self._ended.append(said)
        self._say_all()

    def _begin_anew(self) -> None:
        self._ended, self._troubled, self._file = [], False, None

    def _take_written(self, target: Path) -> None:
        self._file = target
        self._ended.append(tr("{file} is in {folder}.", file=target.name, folder=target.parent))

    def _take_trouble(self, target: Path, trouble: Exception) -> None:
        self._troubled = True
        several = self._ended or len(self._queue.targets) > 1
        self._ended.append(f"{target.name}: {trouble}" if several else str(trouble))

    def _say_all(self) -> None:
        """One line for each file: where it is, why not, or that it is being written."""
        busy = self._queue.targets
        self._said.set_role("error" if self._troubled else "")
        being_written = (tr("Writing {file}…", file=target.name) for target in busy)
        self._said.setText("\n".join((*self._ended, *being_written)))
        self._said.setVisible(bool(self._said.text()))
        self._cancel.setVisible(bool(busy))
        self._show_folder.setVisible(self._file is not None and not busy)
        if self._said.text():
            announce(self, self._said.text())
            bring_into_view_soon(self._show_folder if self._show_folder.isVisibleTo(self) else self._said)

    def _open_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _button(self, suffix: str) -> ActionButton:
        kind = file_kind(suffix)
        button = ActionButton(self._look, kind.word, kind.icon, Weight.MAIN if suffix == MAIN else Weight.PLAIN)
        button.setObjectName(f"export-{suffix}")
        connect_press(button, self.ask, suffix)
        return button

    def _arrange(self) -> None:
        """Two columns of files, one where the text is large."""
        across = 1 if self._look.scale > ONE_COLUMN_FROM else 2
        while self._grid.count():
            self._grid.takeAt(0)
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // across, place % across)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if MAIN in self._buttons:
            column.addWidget(Words(tr("Export"), "caption"))
        self._grid.setSpacing(8)
        column.addLayout(self._grid)
        self._arrange()
        column.addWidget(self._said)
        column.addWidget(self._cancel)
        column.addWidget(self._show_folder)
