"""The session's clock follows no change of the computer's time or zone, and sleep is told from work."""

import os
import time
from datetime import UTC, datetime, timedelta

import pytest

from desktop.live.clocks import ClockTimes, SteadyClock, read_clocks, steady_seconds, waking_seconds
from tests.waiting import wait_until

A_HAIR = timedelta(milliseconds=2)


class Computer:
    """A wall clock that anybody may set, and a steady one that nobody can."""

    def __init__(self) -> None:
        self.wall, self.steady = datetime(2026, 3, 28, 23, 0, tzinfo=UTC), 5_000.0

    def tell_time(self) -> datetime:
        return self.wall

    def tell_steady(self) -> float:
        return self.steady

    def run(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.mark.parametrize("change", [timedelta(hours=-3), timedelta(seconds=40), timedelta(days=400)])
def test_setting_the_computers_time_moves_nothing(change: timedelta) -> None:
    computer = Computer()
    clock = SteadyClock(computer.tell_time, computer.tell_steady)
    before = clock.now()

    computer.run(90)
    computer.wall += change
    computer.run(90)

    assert clock.now() - before == timedelta(minutes=3)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system takes no time zone from the environment")
def test_another_time_zone_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SteadyClock()
    before = clock.now()
    for zone in ("Asia/Kathmandu", "America/St_Johns", "Europe/London"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert timedelta() <= clock.now() - before < timedelta(seconds=1)
    monkeypatch.undo()
    time.tzset()
    assert os.environ.get("TZ") != "Europe/London"


def test_the_real_clock_runs_as_fast_as_time_itself() -> None:
    clock = SteadyClock()
    earliest, before, latest = time.perf_counter(), clock.now(), time.perf_counter()
    wait_until(lambda: clock.now() - before >= timedelta(seconds=0.2))
    first, after, last = time.perf_counter(), clock.now(), time.perf_counter()

    # However long the machine was busy between two of these lines.
    assert timedelta(seconds=first - latest) - A_HAIR <= after - before
    assert after - before <= timedelta(seconds=last - earliest) + A_HAIR


def test_the_real_clock_starts_at_the_time_of_the_computer() -> None:
    before = datetime.now(UTC)
    now = SteadyClock().now()

    assert before - A_HAIR <= now <= datetime.now(UTC) + A_HAIR


def test_a_computer_that_works_is_not_asleep() -> None:
    before = read_clocks()
    wait_until(lambda: steady_seconds() > before.steady + 0.1)

    # Work of any length, a busy machine's too, passes on both clocks.
    assert read_clocks().asleep_since(before) <= A_HAIR
    assert steady_seconds() >= before.steady
    assert waking_seconds() is not None


def test_sleep_is_what_only_one_of_the_clocks_has_seen() -> None:
    assert ClockTimes(700.0, 100.0).asleep_since(ClockTimes(80.0, 80.0)) == timedelta(minutes=10)
    assert ClockTimes(700.0, None).asleep_since(ClockTimes(100.0, None)) == timedelta(minutes=10)
    assert ClockTimes(100.0, 101.0).asleep_since(ClockTimes(80.0, 80.0)) == timedelta()
