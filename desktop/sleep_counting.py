"""How is one woken at a moment that comes while the laptop sleeps? By a timer of Linux that counts sleep too."""

import ctypes
import os
import sys
import time
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NANO = 1_000_000_000
EXPIRATIONS = 8
"""What the system hands over when it rings: a number of so many bytes."""


class SleepCountingTimer(QObject):
    """Qt's timers stand still during suspend; this one is due at once on waking. Elsewhere it never rings."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = _made()
        self._notifier: QSocketNotifier | None = None
        if self._file >= 0:
            self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._ring)
            self.destroyed.connect(_Closing(self._file))

    @property
    def counts(self) -> bool:
        """Whether this system has such a timer."""
        return self._file >= 0

    def start(self, milliseconds: int) -> None:
        """Rings once, so long from now, time asleep included."""
        self._set(milliseconds * NANO // 1000)

    def stop(self) -> None:
        """Does not ring any more."""
        self._set(0)

    def _set(self, wait: int) -> None:
        if self._file >= 0:
            # Interval and first wait, each as seconds and nanoseconds: `struct itimerspec`.
            when = (ctypes.c_long * 4)(0, 0, wait // NANO, wait % NANO)
            ctypes.CDLL(None).timerfd_settime(self._file, 0, when, None)

    def _ring(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._file, EXPIRATIONS)
            self.rung.emit()


class _Closing:
    """Gives the timer back when its owner is gone."""

    def __init__(self, file: int) -> None:
        self._file = file

    def __call__(self) -> None:
        with suppress(OSError):
            os.close(self._file)


def _made() -> int:
    """The system's timer, as a file to listen to; below 0 where there is none."""
    if sys.platform != "linux":
        return -1
    try:
        made: int = ctypes.CDLL(None).timerfd_create(time.CLOCK_BOOTTIME, os.O_NONBLOCK | os.O_CLOEXEC)
    except (AttributeError, OSError):
        return -1
    return made
