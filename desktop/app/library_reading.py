"""How does the library come into a window that is there already? It is read on a thread of its own."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QEventLoop, QObject, Signal

from desktop.app.first_frame import UNTOUCHED
from desktop.content.stock import Stock


class LibraryReading(QObject):
    """Reads the library on a thread of its own, whatever comes of it; meanwhile the window paints itself."""

    _ended = Signal()

    def __init__(self, read: Callable[[], Stock]) -> None:
        super().__init__()
        self._read = read
        self._stock: Stock | None = None
        self._fault: Exception | None = None
        self._loop = QEventLoop(self)
        self._ended.connect(self._loop.quit)
        self._thread = Thread(target=self._run, name="reading")
        self._thread.start()

    def wait(self) -> Stock:
        """The library, once it is read. Raises what reading it raised."""
        if self._stock is None and self._fault is None:
            self._loop.exec(UNTOUCHED)
        self._thread.join()
        if self._stock is None:
            assert self._fault is not None, "reading ends in one or the other"
            raise self._fault
        return self._stock

    def _run(self) -> None:
        try:
            self._stock = self._read()
        except Exception as fault:  # whatever it is, it is raised where it can be told
            self._fault = fault
        self._ended.emit()
