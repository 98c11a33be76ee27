"""On waking the right second is there at once, although the timers of Qt stood still."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.clocks import SteadyClock
from desktop.live.heartbeat import Heartbeat
from desktop.live.runner import SessionRunner
from desktop.live.wake_timer import WakeTimer
from formats.library.repository import SessionRepository
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
    beats: list[None] = []
    runner.findChild(Heartbeat).beat.connect(lambda: beats.append(None))
    for _ in range(2):
        heart_of(runner).setInterval(60_000)  # what a suspended computer makes of the second
        with qtbot.waitSignal(runner.clock_ticked):
            pass
    assert beats == []


def test_awake_only_the_heart_beats(waking: WakeTimer, runner: SessionRunner, qtbot: QtBot) -> None:
    told: list[str] = []
    runner.make(Move.START)
    runner.findChild(Heartbeat).beat.connect(lambda: told.append("beat"))
    runner.clock_ticked.connect(lambda _: told.append("tick"))
    qtbot.waitUntil(lambda: told.count("tick") == 2)
    assert told.count("beat") == 2


def open_timers() -> int:
    """How many timers of the system this process holds."""
    return sum("timerfd" in kind for kind in map(_kind_of_file, Path("/proc/self/fd").iterdir()))


def _kind_of_file(file: Path) -> str:
    with suppress(OSError):  # the folder itself is among them, and closed by now
        return str(file.readlink())
    return ""


def test_stopped_it_gives_its_timer_back(waking: WakeTimer) -> None:
    before = open_timers()
    waking.stop()
    assert open_timers() == before - 1
