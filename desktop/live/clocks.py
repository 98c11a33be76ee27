"""What time is it, on a clock that does not jump, and for how long did the laptop sleep?"""

import ctypes
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
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


def waking_seconds() -> float | None:
    """Seconds that stand still while the laptop sleeps; None where the system does not tell."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if sys.platform == "win32":
        ticks = ctypes.c_ulonglong()
        known = ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000 if known else None
    return None


@dataclass(frozen=True, slots=True)
class ClockTimes:
    """Both clocks at one moment."""

    steady: float
    waking: float | None

    def asleep_since(self, earlier: "ClockTimes") -> timedelta:
        """How long the laptop slept between two glances; where no clock tells, all of it counts as sleep."""
        gap = self.steady - earlier.steady
        awake = 0.0 if self.waking is None or earlier.waking is None else self.waking - earlier.waking
        return timedelta(seconds=max(gap - awake, 0.0))


def read_clocks() -> ClockTimes:
    """Both clocks of this computer now."""
    return ClockTimes(steady_seconds(), waking_seconds())


def wall_time() -> datetime:
    """What the computer believes the time is; anybody may set it."""
    return datetime.now(UTC)


class SteadyClock:
    """Reads the wall once, at the start, and goes on by steady seconds: setting the wall clock moves nothing."""

    speed = 1.0

    def __init__(
        self, wall: Callable[[], datetime] = wall_time, steady: Callable[[], float] = steady_seconds
    ) -> None:
        self._steady = steady
        self._wall, self._since = wall(), steady()

    def now(self) -> datetime:
        """The instant of the moment, in UTC."""
        return self._wall + timedelta(seconds=self._steady() - self._since)
