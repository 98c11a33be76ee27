"""The questions that a group reflects on when it looks at its year: ours to begin with, theirs to change."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.live_preferences import LivePreferences
from desktop.look import SIZES, Look
from desktop.open_input import DraftTimer
from desktop.widgets.stepped_edit import SteppedEdit
from desktop.widgets.words import Words
from formats.exports import REFLECTION
from formats.language import Message

NAME = Message("Questions to reflect on")
HINT = Message("One on each line, in your own words. They close the document.")
ROWS = 7


class ReflectionQuestions(QWidget):
    """A few lines to type in; left empty, our own questions are back."""

    questions_changed = Signal()

    def __init__(self, look: Look, preferences: LivePreferences) -> None:
        super().__init__()
        self._look, self._preferences = look, preferences
        self.field = _Lines("\n".join(map(str, self.questions)))
        self.field.setObjectName("year-questions")
        self.field.setAccessibleName(str(NAME))
        self.field.setTabChangesFocus(True)
        self._pause = DraftTimer(self)
        self.field.textChanged.connect(self._pause.notice_typing)
        self.field.left.connect(self._pause.save_now)
        self._pause.save_due.connect(self._keep)
        look.look_changed.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Words(str(NAME), "caption"))
        column.addWidget(self.field)
        column.addWidget(Words(str(HINT), "label", wrap=True))
        self._fit()

    @property
    def questions(self) -> tuple[str | Message, ...]:
        """The questions as they were kept last; ours are said in the language of the document."""
        kept = tuple(line.strip() for line in self._preferences.current.year_questions.splitlines())
        return tuple(filter(None, kept)) or REFLECTION

    def _keep(self) -> None:
        typed = self.field.toPlainText()
        ours = typed.strip() == "\n".join(map(str, REFLECTION))
        self._preferences.choose(replace(self._preferences.current, year_questions="" if ours else typed))
        self.questions_changed.emit()

    def _fit(self) -> None:
        line = QFontMetrics(self._look.font(SIZES["text"])).lineSpacing()
        self.field.setFixedHeight(line * ROWS + self._look.px(18))


class _Lines(SteppedEdit):
    """Says when it is left, by the keys or with the page around it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()
