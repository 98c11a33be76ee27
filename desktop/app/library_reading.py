"""How does the library come into a window that is there already? It is read on a thread of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from desktop.app.first_frame import wait_untouched
from desktop.content.stock import Stock


class LibraryReading:
    """Reads the library on a thread of its own, whatever comes of it; meanwhile the window paints itself."""

    def __init__(self, read: Callable[[], Stock]) -> None:
        self._thread = ThreadPoolExecutor(1, "reading")
        self._reading = self._thread.submit(read)

    def wait(self) -> Stock:
        """What was read, once it is. Raises what reading it raised."""
        wait_untouched(self._reading.done)
        self._thread.shutdown()
        return self._reading.result()
