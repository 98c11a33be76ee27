"""Hours of a session through the real widgets: every second shown, in both windows, against a truth of its own.

CLEARING_SOAK_HOURS=12 makes it long; by default it is half an hour of session time, for each of two seeds.
"""

import os
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.clocks import ClockTimes, SteadyClock
from desktop.live.heartbeat import Heartbeat
from desktop.live.lost_time import LostTime, Sleep
from desktop.live.runner import SessionRunner
from desktop.live.side_timers import SideTimers
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.countdown.dial import Countdown
from desktop.places.run.page import RunPage
from desktop.room_display.views import View
from desktop.room_display.wall import wall_face
from desktop.room_display.window import RoomDisplay
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.library.side_timers import SideTimerRepository
from formats.session.agenda import StageKind
from formats.session.moves import Move
from formats.session.session import Session
from tests.desktop.a_session import a_session

HOURS = float(os.environ.get("CLEARING_SOAK_HOURS", "0.5"))
MILLION = 1_000_000
BEGAN = datetime(2026, 3, 28, 23, 20, tzinfo=UTC)  # midnight, and the clocks go forward an hour later
ZONES = ("Europe/London", "Asia/Kathmandu", "America/St_Johns")


@dataclass
class Computer:
    """A computer in microseconds: its steady clock, the one that sleeps, and the wall that anybody sets."""

    steady: int = 0
    asleep: int = 0
    set_by: timedelta = timedelta()

    def tell_wall(self) -> datetime:
        return BEGAN + timedelta(microseconds=self.steady) + self.set_by

    def tell_steady(self) -> float:
        return self.steady / MILLION

    def glance(self) -> ClockTimes:
        return ClockTimes(self.steady / MILLION, (self.steady - self.asleep) / MILLION)


@dataclass
class Truth:
    """What should be shown, by counting microseconds into stages: no log, no fold, no deadlines."""

    lengths: list[int]
    moves_on: list[bool]
    used: list[int] = field(default_factory=list)
    here: int = 0
    held: bool = False
    paused_for: int | None = None

    def __post_init__(self) -> None:
        self.used = [0] * len(self.lengths)

    def passes(self, length: int) -> None:
        """Lets time go by; stages that move on by themselves pass it to the next."""
        if self.paused_for is not None:
            self.paused_for += length
            return
        while self._would_move_on() and self.used[self.here] + length >= self.lengths[self.here]:
            left = max(self.lengths[self.here] - self.used[self.here], 0)
            self.used[self.here] += left
            length -= left
            self.enter(self.here + 1)
        self.used[self.here] += length

    def _would_move_on(self) -> bool:
        return self.moves_on[self.here] and not self.held and self.here + 1 < len(self.lengths)

    def enter(self, stage: int) -> None:
        """Goes to a stage; one that is used up does not move on again."""
        self.here = stage
        self.held = 0 < self.used[stage] >= self.lengths[stage]
        # Next goes on where the clock stood: moving ends no pause.

    @property
    def left(self) -> int:
        return self.lengths[self.here] - self.used[self.here]

    @property
    def digits(self) -> str:
        over = self.left < 0
        seconds = -self.left // MILLION if over else -(-self.left // MILLION)
        hours, minutes = seconds // 3600, seconds // 60 % 60
        return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


class Painted(QObject):
    """Remembers which digits stood on the wall when it was last painted."""

    def __init__(self, display: RoomDisplay) -> None:
        super().__init__(display)
        self.digits, self._display = "", display
        display.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            scene = self._display.scene()
            self.digits = wall_face(scene.reading).digits if scene else ""
        return False


class Hour:
    """The windows, the computer they run on, the truth, and the chance that things happen by."""

    def __init__(self, computer: Computer, runner: SessionRunner, session: Session, chance: random.Random) -> None:
        self.computer, self.runner, self.chance = computer, runner, chance
        stages = session.agenda.stages
        self.truth = Truth(
            [round(s.length.total_seconds() * MILLION) for s in stages], [s.moves_on for s in stages]
        )
        self.lost = LostTime(runner, computer.glance)
        self.lost.question_raised.connect(self._take_question)
        self.sleeps: list[Sleep] = []
        self._heart = runner.findChild(Heartbeat)
        self._timer = self._heart.findChild(QTimer)
        self._heart.beat.connect(self._note_beat)
        self._beats = 0
        self.moves = (self.pause, self.resume, self.longer, self.shorter, self.next, self.back)

    def _take_question(self, sleep: Sleep) -> None:
        self.sleeps.append(sleep)

    def _note_beat(self) -> None:
        self._beats += 1

    def let_pass(self, microseconds: int) -> None:
        self.computer.steady += microseconds
        self.truth.passes(microseconds)

    def one_beat(self) -> None:
        """Waits as the app's timer is set to, until it beats; nothing shown may become wrong before that."""
        before = self._beats
        while self._beats == before:
            wait = self._timer.interval() * 1000
            assert 0 < wait <= 1_001_000
            digits, here = self.truth.digits, self.truth.here
            self.let_pass(max(wait - 1_500, 0))
            assert (self.truth.digits, self.truth.here) == (digits, here)
            self.let_pass(min(wait, 1_500) + self.chance.randrange(2_000))
            self._timer.timeout.emit()

    def stall(self) -> None:
        """The app is blocked."""
        self.let_pass(self.chance.randrange(20_000_000))

    def sleep(self) -> None:
        """The lid is closed; half of the times the time is left out afterwards."""
        self.runner.catch_up()
        asleep = self.chance.randrange(31_000_000, 400_000_000)
        here, used, held = self.truth.here, list(self.truth.used), self.truth.held
        running = self.truth.paused_for is None
        self.computer.asleep += asleep
        self.let_pass(asleep)
        self.runner.catch_up()
        if running and self.chance.random() < 0.5:
            moved = self.truth.here != here
            self.lost.leave_out()
            self.truth.here, self.truth.used, self.truth.held = here, used, held or moved

    def set_wall(self) -> None:
        """Someone sets the computer's time, or takes it to another zone."""
        self.computer.set_by += timedelta(seconds=self.chance.randrange(-90_000, 90_000))
        os.environ["TZ"] = self.chance.choice(ZONES)
        with suppress(AttributeError):
            time.tzset()

    def pause(self) -> None:
        if self.runner.make(Move.PAUSE):
            assert self.truth.paused_for is None
            self.truth.paused_for = 0

    def resume(self) -> None:
        if self.runner.make(Move.RESUME):
            assert self.truth.paused_for is not None
            self.truth.paused_for = None

    def longer(self) -> None:
        assert self.runner.make(Move.LONGER)
        self.truth.lengths[self.truth.here] += 60 * MILLION

    def shorter(self) -> None:
        allowed = self.truth.left > 60 * MILLION
        assert self.runner.make(Move.SHORTER) is allowed
        self.truth.lengths[self.truth.here] -= 60 * MILLION * allowed

    def next(self) -> None:
        if self.runner.make(Move.NEXT):
            self.truth.enter(self.truth.here + 1)

    def back(self) -> None:
        if self.runner.make(Move.BACK):
            self.truth.enter(self.truth.here - 1)

    def happens(self) -> None:
        """Most seconds nothing but a second happens."""
        roll = self.chance.random()
        if roll < 0.01:
            self.chance.choice(self.moves)()
        elif roll < 0.02:
            self.stall()
        elif roll < 0.026:
            self.sleep()
        elif roll < 0.036:
            self.set_wall()


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The time zone is as before afterwards."""
    monkeypatch.setenv("TZ", "Europe/London")
    yield
    monkeypatch.undo()
    with suppress(AttributeError):
        time.tzset()


def a_long_session(catalogue: Catalogue) -> Session:
    """Six rounds; every third stage moves on by itself."""
    session = a_session(catalogue)
    parts = []
    for part in session.agenda.parts:
        longer = part.with_rounds(6) if part.rooms else part
        work = [stage for stage in longer.stages if stage.kind is not StageKind.OPENER]
        stages = tuple(replace(stage, moves_on=n % 3 == 0) for n, stage in enumerate(work))
        parts.append(replace(longer, stages=stages))
    return replace(session, agenda=replace(session.agenda, parts=tuple(part for part in parts if part.stages)))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("seed", [1, 2])
def test_every_second_shown_is_the_right_one(
    seed: int, qtbot: QtBot, look: Look, catalogue: Catalogue, tmp_path: Path
) -> None:
    computer = Computer()
    clock = SteadyClock(computer.tell_wall, computer.tell_steady)
    with open_library(tmp_path / "library.json", now=clock.now, retry_seconds=None) as file:
        runner = SessionRunner(SessionRepository(file), clock)
        wishes = LivePreferences(None)
        timers = SideTimers(runner, SideTimerRepository(file), runner)
        run = RunPage(look, runner, timers, catalogue, wishes)
        display = RoomDisplay(look, runner, catalogue, wishes)
        session = a_long_session(catalogue)
        SessionRepository(file).keep_session(session)
        runner.open(session)
        try:
            run.resize(1100, 700)
            run.show()
            display.show_view(View.TIMER)
            runner.make(Move.START)
            hour = Hour(computer, runner, session, random.Random(seed))
            compare(hour, run, Painted(display), seconds=HOURS * 3600)
            assert hour.sleeps
        finally:
            runner.open(None)
            for window in (run, display):
                window.close()
                window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def compare(hour: Hour, run: RunPage, wall: Painted, *, seconds: float) -> None:
    """Lets a session go by; what both windows show is compared after each look."""
    dial = run.findChild(Countdown, "countdown")
    looks = 0
    while hour.computer.steady < seconds * MILLION:
        hour.one_beat()
        hour.happens()
        hour.runner.catch_up()
        QApplication.processEvents()
        looks += 1
        shown = (dial.accessibleName().split(",")[0], wall.digits)
        assert shown == (hour.truth.digits,) * 2, f"after {looks} looks, {hour.computer.steady / MILLION} s"
    assert looks > seconds / 10
