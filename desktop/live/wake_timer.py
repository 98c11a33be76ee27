"""Is the right second there at once on waking? Qt's timers stand still in suspend; this one of Linux counts it."""

import ctypes
import os
import sys
import time
from contextlib import suppress
from datetime import timedelta

from PySide6.QtCore import QObject, QSocketNotifier

from desktop.live.heartbeat import until_next_change
from desktop.live.runner import SessionRunner
from formats.session.clock import Reading

BEHIND = timedelta(milliseconds=25)
"""Later than the heartbeat, which aims it anew: awake it never rings."""
EXPIRATIONS = 8
"""What the system hands over when it rings: a number of so many bytes."""
MICRO = timedelta(microseconds=1)


class WakeTimer(QObject):
    """Has the runner look when a second was slept through; on other systems it never rings, and the heart naps.

    One for the whole app, stopped on the UI thread: a notifier that Python collects in a worker's thread crashes.
    """

    def __init__(self, runner: SessionRunner) -> None:
        super().__init__()
        self._runner, self._file = runner, _make_timer()
        self._notifier: QSocketNotifier | None = None
        if self._file >= 0:
            self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._wake_runner)
            runner.clock_ticked.connect(self._aim)

    @property
    def is_available(self) -> bool:
        """Whether this system has such a timer."""
        return self._file >= 0

    def stop(self) -> None:
        """Rings no more and gives the timer back."""
        if self._notifier is not None:
            self._runner.clock_ticked.disconnect(self._aim)
            self._notifier.setEnabled(False)
            self._notifier = None
            os.close(self._file)
            self._file = -1

    def _aim(self, reading: Reading) -> None:
        seconds, micros = divmod((until_next_change(reading) + BEHIND) // MICRO, 1_000_000)
        # Interval and first wait, each as seconds and nanoseconds: `struct itimerspec`.
        when = (ctypes.c_long * 4)(0, 0, seconds, micros * 1000)
        ctypes.CDLL(None).timerfd_settime(self._file, 0, when, None)

    def _wake_runner(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._file, EXPIRATIONS)
            self._runner.catch_up()


def _make_timer() -> int:
    """The system's timer, as a file to listen to; below 0 where there is none."""
    if sys.platform != "linux":
        return -1
    try:
        made: int = ctypes.CDLL(None).timerfd_create(time.CLOCK_BOOTTIME, os.O_NONBLOCK | os.O_CLOEXEC)
    except (AttributeError, OSError):
        return -1
    return made
