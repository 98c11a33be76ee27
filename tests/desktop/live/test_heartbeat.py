"""The next look comes when the next second shows: not before it, not after it, and right after a stall."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.clocks import SteadyClock
from desktop.live.heartbeat import Heartbeat, until_next_change
from desktop.live.runner import SessionRunner
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey, StageKind
from formats.session.clock import Phase, Reading, read_clock
from formats.session.events import Event, Paused, Started
from formats.session.moves import Move
from tests.desktop.a_session import a_session

BEGAN = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
KEY = StageKey("part", "stage", 1)
A_HAIR = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
LATE = 0.05


def reading_after(used: timedelta, events: tuple[Event, ...] = ()) -> Reading:
    """A stage of three minutes, so long after its start."""
    three = timedelta(minutes=3)
    stage = Stage(KEY, StageKind.WORK, "Stage", three, three, three)
    agenda = Agenda((Part("part", PartKind.STRUCTURE, "Part", (stage,)),))
    return read_clock(agenda, (Started(BEGAN, KEY), *events), BEGAN + used)


class SleepingClock:
    """A session's clock that goes on while the laptop sleeps, when the timers of Qt stand still."""

    speed = 1.0

    def __init__(self) -> None:
        self._since, self.slept = time.monotonic(), timedelta()

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=time.monotonic() - self._since) + self.slept


@pytest.fixture
def asleep(qtbot: QtBot) -> Iterator[tuple[Heartbeat, SleepingClock]]:
    """A heart that would beat next in a second, and its clock."""
    clock = SleepingClock()
    heart = Heartbeat(clock, naps=True)
    heart.aim(reading_after(timedelta()))
    yield heart, clock
    heart.stop()


@pytest.mark.parametrize("slept", [SECOND, timedelta(hours=2)])
def test_on_waking_it_beats_at_once_and_not_when_the_old_second_is_over(
    asleep: tuple[Heartbeat, SleepingClock], qtbot: QtBot, slept: timedelta
) -> None:
    heart, clock = asleep
    qtbot.wait(100)
    clock.slept = slept
    # The second that was aimed at would be over only in 900 milliseconds.
    with qtbot.waitSignal(heart.beat, timeout=600):
        pass


def test_it_does_not_beat_before_its_second_is_over_however_often_it_naps(
    asleep: tuple[Heartbeat, SleepingClock], qtbot: QtBot
) -> None:
    heart, clock = asleep
    beats: list[timedelta] = []
    heart.beat.connect(lambda: beats.append(clock.now() - BEGAN))
    qtbot.waitUntil(lambda: bool(beats), timeout=5000)
    assert beats[0] >= SECOND


def test_stopped_it_beats_no_more(asleep: tuple[Heartbeat, SleepingClock], qtbot: QtBot) -> None:
    heart, clock = asleep
    heart.stop()
    clock.slept = SECOND
    with qtbot.assertNotEmitted(heart.beat, wait=200):
        pass


def shown(reading: Reading) -> tuple[int, int, int]:
    return reading.seconds_left, reading.seconds_over, int(reading.paused_for.total_seconds())


@given(st.timedeltas(timedelta(), timedelta(minutes=10)))
def test_a_running_clock_is_looked_at_when_its_second_changes(used: timedelta) -> None:
    wait = until_next_change(reading_after(used))
    now = reading_after(used)

    assert timedelta() < wait <= SECOND
    assert shown(reading_after(used + wait - A_HAIR)) == shown(now)
    # At the very end 0:00 stays for the first second of overtime: only the phase is new then.
    later = reading_after(used + wait + A_HAIR)
    assert (shown(later), later.phase) != (shown(now), now.phase)


@given(st.timedeltas(timedelta(), timedelta(minutes=10)), st.timedeltas(timedelta(), timedelta(minutes=9)))
def test_a_pause_is_counted_in_its_own_seconds(paused_for: timedelta, used: timedelta) -> None:
    pause = (Paused(BEGAN + used),)
    now = reading_after(used + paused_for, pause)
    wait = until_next_change(now)

    assert now.phase is Phase.PAUSED
    assert shown(reading_after(used + paused_for + wait - A_HAIR, pause)) == shown(now)
    assert shown(reading_after(used + paused_for + wait, pause)) != shown(now)


@pytest.fixture
def running(repository: SessionRepository, catalogue: Catalogue, qtbot: QtBot) -> Iterator[SessionRunner]:
    """The real clock and the real timer, on a session that has just begun."""
    runner = SessionRunner(repository, SteadyClock())
    session = replace(a_session(catalogue), starts_at=runner.now)
    repository.keep_session(session)
    runner.open(session)
    runner.make(Move.START)
    yield runner
    runner.open(None)


def test_every_second_shows_within_50_milliseconds_and_right_after_the_app_was_blocked(
    running: SessionRunner, qtbot: QtBot
) -> None:
    reading = running.reading
    assert reading is not None
    assert reading.stage is not None
    began = time.monotonic() - reading.used.total_seconds()
    length = reading.stage.length.total_seconds()
    ticks: list[tuple[int, float]] = []

    def note(reading: Reading) -> None:
        ticks.append((reading.seconds_left, time.monotonic() - began))

    running.clock_ticked.connect(note)
    qtbot.wait(2200)
    time.sleep(1.3)
    free_at = time.monotonic() - began
    qtbot.wait(700)

    # The second that was due while the app was blocked shows as soon as it is free; all others on time.
    due = [(left, max(length - left, free_at if length - left == 3 else 0.0)) for left, _ in ticks]
    assert [left for left, _ in ticks] == [length - second for second in (1, 2, 3, 4)]
    late = [at - meant for (_, at), (_, meant) in zip(ticks, due, strict=True)]
    assert all(-0.002 < each < LATE for each in late), late
