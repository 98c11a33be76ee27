"""When has this process painted its window for the first time? Says so on standard output and ends."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    """Waits for the first paint of a window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The children are painted in the same breath: the frame is whole when events come again.
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print(time.monotonic(), flush=True)
        QCoreApplication.quit()


def tell_first_frame(window: QWidget) -> None:
    """Prints the monotonic time, the same clock in every process, once the window is painted; then quits."""
    window.installEventFilter(_Watch(window))
