"""What is read from the disk once the window is there, so that no place is slow to open for the first time?"""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import panels, places
from formats import session

AFTER_MS, PAUSE_MS = 400, 5


class Preloader(QObject):
    """Imports one module whenever the window is idle, on the UI thread: no step takes over 50 ms."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(modules())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._read_one)
        self._pause.start(AFTER_MS)

    def _read_one(self) -> None:
        import_module(self._left.pop(0))
        if self._left:
            self._pause.start(PAUSE_MS)
        else:
            self.finished.emit()


def modules() -> Iterator[str]:
    """Every module of the places, after those they stand on: so no step reads very many at once."""
    for package in (session, panels, places):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield module.name
