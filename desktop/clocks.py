"""What time is it, on a clock that does not jump?"""

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class SessionClock(Protocol):
    """The clock a session runs on: `now` is aware UTC, `speed` how fast it runs against a real one."""

    @property
    def speed(self) -> float:
        """1 for a real session, more for a rehearsal."""

    def now(self) -> datetime:
        """The instant of the moment."""


def steady_seconds() -> float:
    """Seconds that no change of the system time touches, time asleep included."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


class SteadyClock:
    """Reads the wall once, at the start, and goes on by steady seconds: setting the wall clock moves nothing."""

    speed = 1.0

    def __init__(self) -> None:
        self._wall = datetime.now(UTC)
        self._steady = steady_seconds()

    def now(self) -> datetime:
        """The instant of the moment, in UTC."""
        return self._wall + timedelta(seconds=steady_seconds() - self._steady)
