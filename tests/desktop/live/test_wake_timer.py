"""On waking the right second is there at once, although the timers of Qt stood still."""

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.clocks import SteadyClock
from desktop.live.heartbeat import Heartbeat
from desktop.live.runner import SessionRunner
from desktop.live.wake_timer import WakeTimer
from formats.library.repository import SessionRepository
from formats.session.clock import Reading
from formats.session.moves import Move
from tests.desktop.a_session import a_session


@pytest.fixture
def runner(repository: SessionRepository, catalogue: Catalogue) -> Iterator[SessionRunner]:
    runner = SessionRunner(repository, SteadyClock())
    session = replace(a_session(catalogue), starts_at=runner.now)
    repository.keep_session(session)
    runner.open(session)
    yield runner
    runner.open(None)


@pytest.fixture
def waking(runner: SessionRunner) -> Iterator[WakeTimer]:
    waking = WakeTimer(runner)
    if not waking.is_available:
        pytest.skip("only Linux has a timer that counts the time asleep")
    yield waking
    waking.stop()


def heart_of(runner: SessionRunner) -> QTimer:
    """The timer of Qt that suspend would hold up."""
    return runner.findChild(Heartbeat).findChild(QTimer)


def test_a_second_that_the_heart_missed_shows_at_once(
    waking: WakeTimer, runner: SessionRunner, qtbot: QtBot
) -> None:
    runner.make(Move.START)
    heart_of(runner).setInterval(60_000)  # what a suspended computer makes of the second

    with qtbot.waitSignal(runner.clock_ticked, timeout=1500):
        pass

    seconds: list[float] = []

    def note(reading: Reading) -> None:
        seconds.append(reading.used.total_seconds() % 1)

    runner.clock_ticked.connect(note)
    heart_of(runner).setInterval(60_000)
    qtbot.waitUntil(lambda: bool(seconds), timeout=1500)
    assert seconds[0] < 0.1


def test_awake_only_the_heart_beats(waking: WakeTimer, runner: SessionRunner, qtbot: QtBot) -> None:
    ticks: list[Reading] = []
    runner.make(Move.START)
    runner.clock_ticked.connect(ticks.append)
    qtbot.wait(2300)
    assert len(ticks) == 2


def test_stopped_it_gives_its_timer_back(waking: WakeTimer) -> None:
    file = waking._file
    waking.stop()
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(file)
