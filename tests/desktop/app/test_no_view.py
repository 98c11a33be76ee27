"""With nothing built but the list of sessions, the session on the table runs as it would in view."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from desktop.actions import ActName
from desktop.app.clearing import Clearing
from desktop.live.bells import Bell
from desktop.live.keep_awake import KeepAwake
from desktop.live.lost_time import LostTime, Sleep
from desktop.look import Look
from desktop.places.page import Page
from formats.library.opening import open_library
from formats.library.side_timers import SideTimerRepository
from formats.session.agenda import StageKind
from formats.session.moves import Move
from formats.session.session import Session
from formats.session.side_timer import SideTimer
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.live.test_keep_awake import System
from tests.desktop.live.test_lost_time import Computer
from tests.desktop.the_app import the_app


@dataclass
class Desk:
    """The app, and what was heard of it."""

    app: Clearing
    computer: Computer
    rung: list[Bell]

    def work(self, **length: float) -> None:
        self.computer.work(**length)
        self.app.runner.catch_up()

    @property
    def stage(self) -> str:
        reading = self.app.runner.reading
        assert reading is not None
        assert reading.stage is not None
        return reading.stage.key.stage

    def go_to(self, stage: str) -> None:
        assert self.app.runner.session is not None
        found = self.app.runner.session.agenda.find_stage(stage)
        assert found is not None
        self.app.runner.go_to(found.key)


@pytest.fixture
def desk(library_path: Path, look: Look, clock: StandingClock) -> Iterator[Desk]:
    """A session in its first long stage; afterwards no place but Sessions may be there."""
    with the_app(library_path, look, clock=clock) as app:
        rung: list[Bell] = []
        app.bell_requested.connect(rung.append)
        session = a_session(app.catalogue)
        app.repository.keep_session(session)
        app.runner.open(session)
        made = Desk(app, Computer(clock), rung)
        made.go_to("challenge")
        yield made
        assert places_in(app) == ["SessionsPage"]
        app.runner.open(None)


def places_in(app: Clearing) -> list[str]:
    return [type(page).__name__ for page in app.window.findChildren(Page)]


def with_stages_that_move_on(session: Session) -> Session:
    parts = (
        replace(
            part,
            stages=tuple(replace(s, moves_on=s.kind is not StageKind.OPENER) for s in part.stages),
        )
        for part in session.agenda.parts
    )
    return replace(session, agenda=replace(session.agenda, parts=tuple(parts)))


def test_a_stage_that_runs_out_rings_both_bells(desk: Desk) -> None:
    desk.work(minutes=4, seconds=10)
    assert desk.rung == [Bell.SOON]
    desk.work(minutes=1)
    assert desk.rung == [Bell.SOON, Bell.END]


def test_a_stage_that_moves_on_by_itself_does_so_and_rings(desk: Desk) -> None:
    desk.app.runner.amend(with_stages_that_move_on)
    desk.work(minutes=4, seconds=30)
    desk.work(minutes=1)
    assert desk.stage == "clarifying-questions"
    assert desk.rung == [Bell.SOON, Bell.END]


def test_a_side_timer_rings(desk: Desk) -> None:
    desk.app.side_timers.start("Break", timedelta(minutes=2))
    desk.work(minutes=2)
    assert desk.rung == [Bell.SOON]
    desk.app.side_timers.drop(1)


def test_the_laptop_stays_awake_while_the_clock_or_a_side_timer_runs(desk: Desk) -> None:
    system = System()
    awake = KeepAwake(desk.app.runner, system.keeping)
    desk.app.side_timers.running_changed.connect(awake.keep_for_side_timers)
    assert awake.held
    desk.app.side_timers.start("Break", timedelta(minutes=2))
    desk.app.runner.make(Move.PAUSE)
    assert awake.held
    desk.app.side_timers.drop(1)
    assert not awake.held
    desk.app.runner.make(Move.RESUME)
    assert awake.held
    awake.stop()


def test_time_the_laptop_slept_is_asked_about(desk: Desk) -> None:
    slept: list[Sleep] = []
    lost = LostTime(desk.app.runner, desk.computer.glance)
    lost.question_raised.connect(slept.append)
    desk.work(seconds=1)
    desk.computer.sleep(minutes=12)
    desk.app.runner.catch_up()
    assert [sleep.length for sleep in slept] == [timedelta(minutes=12)]


def test_a_change_of_stage_is_said_to_a_screen_reader(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    desk.app.runner.make(Move.NEXT)
    QAccessible.setActive(False)
    assert len(said) == 1
    assert said[0].startswith("Clarifying questions, 5 min.")


def test_after_a_crash_timers_are_taken_up_and_ring(
    library_path: Path, look: Look, clock: StandingClock, qtbot: QtBot
) -> None:
    with open_library(library_path, now=clock.now, retry_seconds=None) as file:
        SideTimerRepository(file).keep(SideTimer(1, "Break", clock.now() + timedelta(milliseconds=50)))
    with the_app(library_path, look, clock=clock) as app:
        rung: list[Bell] = []
        app.bell_requested.connect(rung.append)
        assert app.side_timers.running
        clock.move(minutes=5)
        qtbot.waitUntil(lambda: rung == [Bell.SOON])
        assert places_in(app) == ["SessionsPage"]
        app.side_timers.drop(1)


def test_a_key_on_the_wall_acts_though_run_was_never_opened(
    library_path: Path, look: Look, clock: StandingClock
) -> None:
    with the_app(library_path, look, clock=clock) as app:
        session = a_session(app.catalogue)
        app.repository.keep_session(session)
        app.runner.open(session)
        app.room_display.act_requested.emit(ActName.GO)
        assert app.runner.live
        app.runner.open(None)
        app.room_display.deleteLater()
