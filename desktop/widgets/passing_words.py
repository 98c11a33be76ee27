"""One sentence that goes by itself: why an act was not possible just now."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words

READING_MS = 6000


class PassingWords(Words):
    """In view for a few seconds, on a ground of its own: it lies over whatever is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "said", wrap=True, parent=parent)
        self.setObjectName("passing-words")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(READING_MS)
        self._time.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str) -> None:
        """Says it; a newer sentence takes its place, and an empty one only takes it away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self, sentence)
        self._time.start()
