"""How does the library come into a window that is there already? It is read on a thread of its own."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QObject, Signal

from desktop.app.first_frame import UNTOUCHED
from desktop.content.stock import Stock


class LibraryReading(QObject):
    """Reads the library on a thread of its own, whatever comes of it; meanwhile the window paints itself."""

    _ended = Signal()

    def __init__(self, read: Callable[[], Stock]) -> None:
        super().__init__()
        self._loop = QEventLoop(self)
        self._ended.connect(self._loop.quit)
        self._thread = ThreadPoolExecutor(1, "reading")
        self._reading = self._thread.submit(read)
        self._reading.add_done_callback(self._tell)

    def wait(self) -> Stock:
        """What was read, once it is. Raises what reading it raised."""
        if not self._reading.done():
            self._loop.exec(UNTOUCHED)
        stock = self._reading.result()
        self._thread.shutdown()
        return stock

    def _tell(self, _reading: "Future[Stock]") -> None:
        self._ended.emit()
