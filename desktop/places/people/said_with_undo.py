"""What was done with people, in a sentence that stays, and the way to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.screen_reader import announce
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import tr

UNDO = "Ctrl+Z"


class SaidWithUndo(QFrame):
    """Out of sight while there is nothing to say."""

    undo_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "passing")
        self.setObjectName("people-said")
        self._words = Words("", wrap=True)
        self.undo = ActionButton(look, tr("Undo"), "undo-2", Weight.QUIET, key=UNDO)
        self.undo.setObjectName("undo-merge")
        self.undo.clicked.connect(self.undo_requested)
        self._key = QShortcut(QKeySequence(UNDO), self)
        self._key.activated.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(14, 2, 6, 2))
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self.hide()

    def say(self, sentence: str, *, can_undo: bool) -> None:
        """Says it, with Undo where that is possible; an empty sentence takes it away."""
        self._words.setText(sentence)
        self.undo.setVisible(can_undo)
        self.setVisible(bool(sentence))
        announce(self, sentence)
