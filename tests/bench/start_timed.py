"""When has this process painted its window, when is all in it that it opens with, and what does it hold by then?

Each moment is a line on standard output: its name, the monotonic clock and the processor time so far, both in
seconds, and the memory held, in MB. Then the process ends.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

FRAME, FILLED, AT_REST = "frame", "filled", "at rest"


class _Watch(QObject):
    """Waits for the first paint of a window."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The children are painted in the same breath: the frame is whole when events come again.
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        tell(FRAME)
        self._then()


def tell_first_frame(window: QWidget, then: Callable[[], None] = QCoreApplication.quit) -> None:
    """Tells once the window is painted; then ends, or does what it is given."""
    _Watch(window, then)


def tell(moment: str) -> None:
    """Tells of a moment: the monotonic clock is the same in every process."""
    print(moment, time.monotonic(), time.process_time(), megabytes(), sep="\t", flush=True)


def megabytes() -> float:
    """The memory that this process holds now; on systems that do not say, the most it ever held."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def nothing() -> None:
    """Goes on."""
