"""How does the library come into a window that is there already? It is read on a thread of its own."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from desktop.app.first_frame import wait_untouched
from desktop.content.stock import Stock


class LibraryReading(QObject):
    """Reads the library on a thread of its own, whatever comes of it; meanwhile the window paints itself."""

    ended = Signal()
    """It is read, or cannot be: said on the thread of the window."""

    def __init__(self, read: Callable[[], Stock]) -> None:
        super().__init__()
        self.ended.connect(self._wake)
        self._thread = ThreadPoolExecutor(1, "reading")
        self._reading = self._thread.submit(read)
        self._reading.add_done_callback(self._tell)

    def wait(self) -> Stock:
        """What was read, once it is. Raises what reading it raised."""
        wait_untouched(self._reading.done)
        stock = self._reading.result()
        self._thread.shutdown()
        return stock

    def _tell(self, _reading: "Future[Stock]") -> None:
        self.ended.emit()

    def _wake(self) -> None:
        """The window looks up: having come here is all."""
