"""One line after a note was deleted: what happened, and the way back."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions import key_words
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.screen_reader import announce
from desktop.widgets.sides import margins_as_read
from desktop.widgets.words import Words
from formats.language import tr

SHOWN_MS = 12_000


class UndoStrip(QFrame):
    """Hidden until something was deleted, and gone again after a while."""

    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("")
        undo = ActionButton(look, tr("Undo"), "undo-2", Weight.QUIET, key=key_words("Ctrl+Z"))
        undo.setObjectName("note-undo")
        undo.clicked.connect(self.undo_requested)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins_as_read(18, 4, 10, 4))
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(undo)
        self.hide()

    def say(self, words: str) -> None:
        """Says what can be taken back."""
        self._words.setText(words)
        self.show()
        announce(self, words)
        self._timer.start()

    def put_away(self) -> None:
        """Nothing to take back here any more."""
        self._timer.stop()
        self.hide()
