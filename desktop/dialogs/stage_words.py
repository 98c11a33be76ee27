"""What is a stage called, and what is said in it, in this session only?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.limited_length import limit_length
from desktop.widgets.words import Words, caption_of
from formats.language import Message, tr
from formats.session.agenda import Stage, StageWords

LONGEST_TITLE = 200
LONGEST_TEXT, MOST_LINES = 2_000, 5
WHY = Message("Changed for this session only. The structure in the Library stays as it is.")


class StageWordsDialog(Dialog):
    """Title, instruction, and the lines on the room display; a title there must be."""

    words_entered = Signal(object)
    """What to say from now on: StageWords."""

    def __init__(self, look: Look, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Change “{stage}”", stage=stage.title), tr("Keep"), parent)
        self.title = QLineEdit(stage.title)
        limit_length(self.title, LONGEST_TITLE)
        self.instruction = _texts(look, stage.instruction, 90)
        self.wall = _texts(look, "\n".join(stage.wall), 70)
        self.body.addWidget(Words(str(WHY), "second", wrap=True))
        fields = (
            (tr("Title"), self.title),
            (tr("Instruction, for you in Run and on paper"), self.instruction),
            (tr("On the room display, a line each"), self.wall),
        )
        for caption, field in fields:
            field.setAccessibleName(caption)
            self.body.addWidget(caption_of(field, caption))
            self.body.addWidget(field)
        self.title.textChanged.connect(self._update_act)
        self.accepted.connect(self._tell)
        self.fit_window(560, 420)
        self.title.setFocus()

    def _update_act(self, title: str) -> None:
        self.act.setEnabled(bool(title.strip()))

    def _tell(self) -> None:
        lines = (line.strip() for line in self.wall.toPlainText().splitlines())
        shown = tuple(line for line in lines if line)[:MOST_LINES]
        instruction = self.instruction.toPlainText().strip()[:LONGEST_TEXT]
        self.words_entered.emit(StageWords(self.title.text().strip(), instruction, shown))


def _texts(look: Look, text: str, height: int) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(look.px(height))
    return field
