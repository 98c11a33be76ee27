"""In the app itself: bells ring, the laptop stays awake, a sleep is asked about, the settings let one listen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desktop.app.clearing import Clearing
from desktop.app.laptop import Laptop
from desktop.content.catalogue import Catalogue
from desktop.live.bells import Bell
from desktop.live.keep_awake import KeepAwake
from desktop.live.lost_time import LostTime
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.settings.page import SettingsPage
from desktop.sound.player import Sounds
from formats.library.opening import open_library
from formats.library.side_timers import SideTimerRepository
from formats.session.agenda import Stage, StageKind
from formats.session.events import Restarted
from formats.session.moves import Move
from formats.session.side_timer import SideTimer
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.live.test_keep_awake import System
from tests.desktop.live.test_lost_time import Computer
from tests.desktop.sound.test_player import Listener
from tests.waiting import wait_until


@dataclass
class Desk:
    """The app on a laptop of ours."""

    app: Clearing
    computer: Computer
    system: System
    listener: Listener
    laptop: Laptop
    awake: KeepAwake

    @property
    def said(self) -> str:
        return self.app.window.notice.sentence

    @property
    def stages(self) -> tuple[Stage, ...]:
        session = self.app.runner.session
        assert session is not None
        return session.agenda.stages

    def work(self, **length: float) -> None:
        self.computer.work(**length)
        self.app.runner.catch_up()

    def sleep(self, **length: float) -> None:
        self.computer.sleep(**length)
        self.app.runner.catch_up()

    def hears(self, count: int) -> None:
        wait_until(lambda: len(self.listener.heard) == count)


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock, look: Look, catalogue: Catalogue) -> Iterator[Desk]:
    app = Clearing(tmp_path / "library.json", clock, LivePreferences(None), look)
    computer, system, listener = Computer(clock), System(), Listener()
    sounds, awake = Sounds(app.preferences, listener), KeepAwake(app.runner, system.keeping)
    laptop = Laptop(app, sounds, awake, LostTime(app.runner, computer.glance))
    session = a_session(catalogue)
    app.repository.keep_session(session)
    app.runner.open(session)
    app.runner.make(Move.START)
    yield Desk(app, computer, system, listener, laptop, awake)
    laptop.stop()
    app.stop()
    app.window.deleteLater()
    app.room_display.deleteLater()
    # What is only to be deleted later would be dressed again by every new style sheet.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_bell_rings_before_the_end_and_one_at_the_end(desk: Desk) -> None:
    stage = next(stage for stage in desk.stages if stage.kind is StageKind.WORK)
    desk.app.runner.go_to(stage.key)
    length = stage.length.total_seconds()
    desk.work(seconds=length / 5)
    desk.hears(0)
    desk.work(seconds=length * 3 / 5 + 1)
    desk.hears(1)
    desk.work(seconds=length / 5)
    desk.hears(2)


def test_an_opener_has_a_bell_at_its_start_and_its_end_and_none_before(desk: Desk) -> None:
    length = desk.stages[0].length.total_seconds()
    assert desk.stages[0].kind is StageKind.OPENER
    desk.work(seconds=20)
    desk.hears(0)

    desk.app.runner.record((Restarted(desk.computer.clock.now()),))
    desk.hears(1)
    desk.work(seconds=length * 0.9)
    desk.hears(1)
    desk.work(seconds=length * 0.2)
    desk.hears(2)


def test_a_side_timer_keeps_the_laptop_awake_until_its_time_is_up(desk: Desk) -> None:
    desk.app.runner.make(Move.PAUSE)
    desk.system.wait_for(0)

    desk.app.side_timers.start("Break", timedelta(minutes=5))
    desk.system.wait_for(1)
    desk.app.runner.make(Move.RESUME)
    desk.app.runner.make(Move.PAUSE)
    desk.work(minutes=4)
    assert desk.awake.held
    desk.work(minutes=1)

    desk.system.wait_for(0)
    assert not desk.awake.held


def test_a_side_timer_keeps_the_laptop_awake_with_no_session_until_it_is_put_away(desk: Desk) -> None:
    desk.app.side_timers.start("Break", timedelta(minutes=5))
    desk.app.runner.open(None)
    assert desk.awake.held

    desk.app.side_timers.drop(1)

    desk.system.wait_for(0)


def test_a_side_timer_taken_up_after_a_crash_keeps_the_laptop_awake(
    tmp_path: Path, clock: StandingClock, look: Look
) -> None:
    with open_library(tmp_path / "library.json", now=clock.now, retry_seconds=None) as file:
        SideTimerRepository(file).keep(SideTimer(1, "Break", clock.now() + timedelta(minutes=5)))
    app, system = Clearing(tmp_path / "library.json", clock, LivePreferences(None), look), System()
    sounds, lost_time = Sounds(app.preferences, Listener()), LostTime(app.runner, Computer(clock).glance)
    laptop = Laptop(app, sounds, KeepAwake(app.runner, system.keeping), lost_time)

    app.start()

    system.wait_for(1)
    laptop.stop()
    system.wait_for(0)
    app.window.close()
    app.window.deleteLater()
    app.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_settings_let_one_listen(desk: Desk) -> None:
    settings = desk.app.window.places[PlaceName.SETTINGS]
    assert isinstance(settings, SettingsPage)
    wishes = desk.app.preferences
    wishes.choose(replace(wishes.current, room_device="Projector", sound_device="Headset"))

    settings.bell_test_requested.emit()
    settings.room_bell_test_requested.emit()

    desk.hears(2)
    assert [device for _, device in desk.listener.heard] == ["Headset", "Projector"]


def test_sleep_is_asked_about_above_the_place_and_answered_there(desk: Desk) -> None:
    desk.sleep(minutes=12)
    assert desk.said == "The laptop slept for 12 minutes. The clock counted it."

    desk.app.window.notice.act_requested.emit()

    assert desk.said == ""
    assert desk.app.runner.reading is not None
    assert desk.app.runner.reading.used == timedelta()


def test_the_question_goes_away_when_the_session_moves_on(desk: Desk) -> None:
    desk.sleep(minutes=12)

    desk.app.runner.make(Move.NEXT)

    assert desk.said == ""


def test_closing_the_window_lets_the_laptop_sleep_and_is_silent(desk: Desk) -> None:
    desk.system.wait_for(1)

    desk.app.window.close()

    desk.system.wait_for(0)
    desk.app.bell_requested.emit(Bell.END)
    desk.hears(0)
