"""The next look comes when the next second shows: not before it, not after it, and right after a stall."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.clocks import SteadyClock
from desktop.live.heartbeat import LONGEST_NAP_MS, Heartbeat, until_next_change
from desktop.live.runner import SessionRunner
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey, StageKind
from formats.session.clock import Phase, Reading, read_clock
from formats.session.events import Event, Paused, Started
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock

BEGAN = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
KEY = StageKey("part", "stage", 1)
A_HAIR = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)


def reading_after(used: timedelta, events: tuple[Event, ...] = ()) -> Reading:
    """A stage of three minutes, so long after its start."""
    three = timedelta(minutes=3)
    stage = Stage(KEY, StageKind.WORK, "Stage", three, three, three)
    agenda = Agenda((Part("part", PartKind.STRUCTURE, "Part", (stage,)),))
    return read_clock(agenda, (Started(BEGAN, KEY), *events), BEGAN + used)


@pytest.fixture
def napping(qtbot: QtBot) -> Iterator[tuple[Heartbeat, StandingClock]]:
    """A heart that would beat next in a second, and its clock."""
    clock = StandingClock(BEGAN)
    heart = Heartbeat(clock, naps=True)
    heart.aim(reading_after(timedelta()))
    yield heart, clock
    heart.stop()


def nap_of(heart: Heartbeat) -> QTimer:
    """The timer of Qt that suspend would hold up."""
    return heart.findChild(QTimer)


@pytest.mark.parametrize("slept", [1, 7200])
def test_on_waking_it_beats_after_what_is_left_of_a_nap_and_not_when_the_old_second_is_over(
    napping: tuple[Heartbeat, StandingClock], qtbot: QtBot, slept: int
) -> None:
    heart, clock = napping
    assert nap_of(heart).interval() <= LONGEST_NAP_MS
    clock.move(seconds=slept)
    with qtbot.waitSignal(heart.beat):
        pass


def test_it_does_not_beat_before_its_second_is_over_however_often_it_naps(
    napping: tuple[Heartbeat, StandingClock], qtbot: QtBot
) -> None:
    heart, clock = napping
    beats: list[timedelta] = []
    heart.beat.connect(lambda: beats.append(clock.now() - BEGAN))
    for _ in range(9):
        clock.move(seconds=0.1)
        nap_of(heart).timeout.emit()
        assert nap_of(heart).isActive()
    assert beats == []
    clock.move(seconds=0.1)
    qtbot.waitUntil(lambda: beats == [SECOND])


def test_stopped_it_beats_no_more(napping: tuple[Heartbeat, StandingClock]) -> None:
    heart, _ = napping
    heart.stop()
    assert not nap_of(heart).isActive()


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


def test_seconds_show_one_after_the_other_by_themselves_and_never_before_they_are_over(
    running: SessionRunner, qtbot: QtBot
) -> None:
    """How soon after it is over a second shows, the bench of seconds measures."""
    assert running.reading is not None
    assert running.reading.stage is not None
    length = running.reading.stage.length
    ticks: list[Reading] = []
    running.clock_ticked.connect(ticks.append)
    qtbot.waitUntil(lambda: len(ticks) >= 2)
    for number, tick in enumerate(ticks[:2], 1):
        assert tick.used >= number * SECOND
        assert tick.seconds_left == ceil((length - tick.used) / SECOND)


def test_a_second_that_was_due_while_the_app_was_blocked_is_looked_at_as_soon_as_it_is_free(qtbot: QtBot) -> None:
    clock = StandingClock(BEGAN)
    heart = Heartbeat(clock, naps=False)
    clock.move(seconds=2.4)
    heart.aim(reading_after(timedelta()))
    assert nap_of(heart).interval() == 1
    with qtbot.waitSignal(heart.beat):
        pass
    heart.stop()
