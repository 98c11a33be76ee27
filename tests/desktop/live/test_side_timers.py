"""Side timers run with nothing in view, ring when their time is up, and go on after a crash."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live.side_timers import SideTimers
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.library.side_timers import SideTimerRepository
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock

MINUTE = timedelta(minutes=1)


@pytest.fixture
def timers(runner: SessionRunner, repository: SessionRepository) -> SideTimers:
    return SideTimers(runner, SideTimerRepository(repository.file), runner)


@pytest.fixture
def after_a_crash(library_path: Path, clock: StandingClock) -> Iterator[Callable[[], SideTimers]]:
    """Opens the library again: nothing was closed, only what is on the disk is left. Not taken up yet."""
    with ExitStack() as stack:

        def open_again() -> SideTimers:
            copy = library_path.with_name("after the crash.json")
            for there in library_path.parent.glob(f"{library_path.name}*"):
                shutil.copy(there, copy.with_name(copy.name + there.name.removeprefix(library_path.name)))
            file = stack.enter_context(open_library(copy, now=clock.now, retry_seconds=None))
            again = SideTimers(SessionRunner(SessionRepository(file), clock), SideTimerRepository(file))
            stack.callback(drop_all, again)
            return again

        yield open_again


def drop_all(timers: SideTimers) -> None:
    for timer in timers.timers:
        timers.drop(timer.number)


def rings(timers: SideTimers) -> list[str]:
    """Each ring from now on, and each change of whether one runs, in their order."""
    heard: list[str] = []
    timers.timer_ended.connect(lambda: heard.append("ring"))
    timers.running_changed.connect(lambda running: heard.append("runs" if running else "none runs"))
    return heard


def test_a_timer_rings_by_itself_with_no_session_on_the_table(
    timers: SideTimers, clock: StandingClock, qtbot: QtBot
) -> None:
    heard = rings(timers)
    timers.start("Break", timedelta(milliseconds=40))
    clock.move(minutes=1)
    qtbot.waitUntil(lambda: heard == ["runs", "ring", "none runs"])
    timers.drop(1)


def test_however_many_run_they_are_looked_at_ten_times_a_second_at_most(
    timers: SideTimers, clock: StandingClock
) -> None:
    for number in range(300):
        timers.start("Trio", 5 * MINUTE)
        clock.move(milliseconds=3 * (number % 3))
    assert timers.findChild(QTimer).interval() >= 100
    drop_all(timers)


def test_one_more_minute_lets_a_timer_that_is_over_ring_again(timers: SideTimers, clock: StandingClock) -> None:
    heard = rings(timers)
    timers.start("Break", MINUTE)
    clock.move(minutes=1)
    timers.change(timers.timers[0])
    timers.change(timers.timers[0].with_more_time(MINUTE, clock.now()))
    clock.move(minutes=1)
    timers.change(timers.timers[0])
    assert heard.count("ring") == 2
    timers.drop(1)


def test_side_timers_go_on_after_a_crash_as_they_were(
    timers: SideTimers, clock: StandingClock, after_a_crash: Callable[[], SideTimers]
) -> None:
    timers.start("Spare trio", 10 * MINUTE)
    timers.start("Break", 5 * MINUTE)
    timers.start("Close", 5 * MINUTE)
    timers.change(timers.timers[0].with_more_time(MINUTE, clock.now()))
    timers.drop(3)
    clock.move(minutes=6)

    after = after_a_crash()
    heard = rings(after)
    after.take_up()

    assert after.timers == timers.timers
    assert heard == ["runs"]
    after.start("Another", MINUTE)
    assert [timer.number for timer in after.timers] == [1, 2, 3]
    drop_all(timers)


def test_a_side_timer_that_ended_while_the_app_was_closed_is_there_and_does_not_ring(
    timers: SideTimers, clock: StandingClock, after_a_crash: Callable[[], SideTimers]
) -> None:
    timers.start("Break", 5 * MINUTE)
    clock.move(minutes=20)

    after = after_a_crash()
    heard = rings(after)
    after.take_up()

    assert [timer.name for timer in after.timers] == ["Break"]
    assert (heard, after.running) == ([], False)
    drop_all(timers)


def test_a_side_timer_long_over_is_gone_the_next_day(
    timers: SideTimers, clock: StandingClock, after_a_crash: Callable[[], SideTimers]
) -> None:
    timers.start("Break", 5 * MINUTE)
    clock.move(hours=12)

    after = after_a_crash()
    after.take_up()

    assert after.timers == ()
    again = after_a_crash()
    again.take_up()
    assert again.timers == ()
    drop_all(timers)


def test_closing_silences_a_side_timer_and_keeps_it_for_the_next_start(
    timers: SideTimers, clock: StandingClock, after_a_crash: Callable[[], SideTimers]
) -> None:
    heard = rings(timers)
    timers.start("Break", 5 * MINUTE)
    timers.stop()

    after = after_a_crash()
    after.take_up()

    assert heard == ["runs"]
    assert [timer.name for timer in after.timers] == ["Break"]


@pytest.mark.parametrize(("finished", "minutes", "left"), [(True, 1, 0), (False, 1, 1), (False, 6, 0)])
def test_timers_of_a_session_that_is_done_are_not_carried_into_the_next(
    timers: SideTimers,
    runner: SessionRunner,
    repository: SessionRepository,
    catalogue: Catalogue,
    clock: StandingClock,
    finished: bool,
    minutes: int,
    left: int,
) -> None:
    for session_id in ("february", "march"):
        repository.keep_session(a_session(catalogue, session_id=session_id))
    runner.open(repository.session("february"))
    runner.make(Move.START)
    timers.start("Spare trio", 5 * MINUTE)
    if finished:
        runner.make(Move.FINISH)
    clock.move(minutes=minutes)
    runner.open(repository.session("march"))
    assert len(timers.timers) == left
    drop_all(timers)


def test_a_session_that_is_opened_again_has_its_timers(
    timers: SideTimers, runner: SessionRunner, repository: SessionRepository, catalogue: Catalogue
) -> None:
    repository.keep_session(a_session(catalogue))
    runner.open(repository.session("february"))
    timers.start("Spare trio", MINUTE)
    runner.reload()
    assert len(timers.timers) == 1
    drop_all(timers)
