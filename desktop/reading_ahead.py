"""What is read from the disk once the window is there, so that no place is slow to open for the first time?"""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

# The likely ones first. One at a time, on the UI thread: each takes a moment that nobody notices.
SOON = tuple(
    f"desktop.places.{place}.place" for place in ("prepare", "run", "summary", "library", "people", "settings")
)
PAUSE_MS = 150


class ReadingAhead(QObject):
    """Imports a module now and then until all are there."""

    done = Signal()

    def __init__(self, parent: QObject, modules: Sequence[str] = SOON) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._pause = QTimer(self)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read_one)
        self._pause.start()

    def _read_one(self) -> None:
        import_module(self._left.pop(0))
        if not self._left:
            self._pause.stop()
            self.done.emit()
