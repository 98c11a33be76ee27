"""One calm sentence above a place, with what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.screen_reader import announce
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from formats.language import tr


class Notice(QFrame):
    """Hidden until it has something to say; stays until it is answered or put away."""

    act_requested = Signal()
    other_act_requested = Signal()
    notice_dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName("banner")
        self.setProperty("role", "notice")
        self._words = Words(wrap=True)
        self._act = ActionButton(look, "", weight=Weight.PLAIN)
        self._other = ActionButton(look, "", weight=Weight.PLAIN)
        self._away = ActionButton(look, "", "x", Weight.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(24, 8, 16, 8))
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._act)
        row.addWidget(self._other)
        row.addWidget(self._away)
        self._act.clicked.connect(self.act_requested)
        self._other.clicked.connect(self.other_act_requested)
        self._away.clicked.connect(self._dismiss)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty when it says nothing."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def acts(self) -> tuple[str, ...]:
        """What it offers to do."""
        return tuple(button.text() for button in (self._act, self._other) if not button.isHidden())

    def say(self, sentence: str, act: str = "", other: str = "", *, alarming: bool = False) -> None:
        """Says a sentence, and offers an act or two where there are any."""
        self.setProperty("role", "alarm" if alarming else "notice")
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(sentence)
        self._away.setAccessibleName(tr("Close this message"))
        self._away.setToolTip(plain_tip(tr("Close this message")))
        for button, word in ((self._act, act), (self._other, other)):
            button.setText(word)
            button.setAccessibleName(word)
            button.setVisible(bool(word))
            button.updateGeometry()
        self.show()
        announce(self, sentence)

    def _dismiss(self) -> None:
        self.hide()
        self.notice_dismissed.emit()
