"""What stands where the places will be, from the first frame until the library has been read?"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import Message

SENTENCE = Message("Opening your sessions…")
SAID_AFTER_MS = 1000
"""A sentence that goes at once would only flicker."""


class BeforePlaces(QWidget):
    """The ground of the first place with nothing on it; says what it waits for only where that takes long."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("place")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Words(str(SENTENCE), "second")
        self.words.hide()
        column = QVBoxLayout(self)
        column.addWidget(self.words, 1, Qt.AlignmentFlag.AlignCenter)
        self._soon = QTimer(self, singleShot=True, interval=SAID_AFTER_MS)
        self._soon.timeout.connect(self.words.show)
        self._soon.start()
