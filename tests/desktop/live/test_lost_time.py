"""Waking asks once; the time asleep counts unless it is left out; a computer that was only busy asks nothing."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from desktop.content.catalogue import Catalogue
from desktop.live.clocks import ClockTimes
from desktop.live.lost_time import LostTime, Sleep, length_words
from desktop.live.runner import HAD_MOVED_ON, SessionRunner
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKey
from formats.session.clock import Phase
from formats.session.moves import Move
from formats.session.session import Session
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock


@dataclass
class Computer:
    """Both clocks of a computer that a test puts to sleep; the session's clock counts everything."""

    clock: StandingClock
    steady: float = 1000.0
    waking: float | None = 400.0

    def glance(self) -> ClockTimes:
        return ClockTimes(self.steady, self.waking)

    def work(self, **length: float) -> None:
        self.sleep(**length)
        if self.waking is not None:
            self.waking += timedelta(**length).total_seconds()

    def sleep(self, **length: float) -> None:
        self.clock.move(**length)
        self.steady += timedelta(**length).total_seconds()


@dataclass
class Desk:
    """A running session on a computer, and what was asked."""

    runner: SessionRunner
    computer: Computer
    lost: LostTime
    asked: list[Sleep]

    @property
    def left(self) -> int:
        reading = self.runner.reading
        assert reading is not None
        return reading.seconds_left

    @property
    def stage(self) -> StageKey | None:
        reading = self.runner.reading
        assert reading is not None
        return reading.position.current

    def sleep(self, **length: float) -> None:
        """Sleeps, wakes, and the heartbeat looks."""
        self.runner.catch_up()
        self.computer.sleep(**length)
        self.runner.catch_up()

    def work(self, **length: float) -> None:
        self.computer.work(**length)
        self.runner.catch_up()


@pytest.fixture
def desk(runner: SessionRunner, repository: SessionRepository, catalogue: Catalogue, clock: StandingClock) -> Desk:
    computer = Computer(clock)
    made = Desk(runner, computer, LostTime(runner, computer.glance), [])
    made.lost.question_raised.connect(made.asked.append)
    open_session(made, repository, a_session(catalogue))
    return made


def open_session(desk: Desk, repository: SessionRepository, session: Session) -> None:
    repository.keep_session(session)
    desk.runner.open(session)
    desk.runner.make(Move.START)


def moving_on(session: Session) -> Session:
    """The same with stages that move on by themselves."""
    parts = tuple(
        replace(part, stages=tuple(replace(stage, moves_on=True) for stage in part.stages))
        for part in session.agenda.parts
    )
    return replace(session, id="moving on", agenda=replace(session.agenda, parts=parts))


def test_time_asleep_is_counted_and_asked_about_once(desk: Desk) -> None:
    desk.runner.go_to(desk.runner.session.agenda.stages[3].key)  # type: ignore[union-attr]  # one is open
    before = desk.left
    desk.sleep(minutes=3)
    desk.work(seconds=1)
    desk.work(seconds=1)

    assert [sleep.sentence for sleep in desk.asked] == ["The laptop slept for 3 minutes. The clock counted it."]
    assert desk.left == before - 182


def test_a_key_pressed_before_the_first_look_after_waking_still_leaves_the_question(desk: Desk) -> None:
    desk.work(seconds=20)
    before = desk.left
    desk.computer.sleep(minutes=2)

    desk.runner.make(Move.PAUSE)

    assert [sleep.length for sleep in desk.asked] == [timedelta(minutes=2)]
    assert desk.runner.reading.phase is Phase.PAUSED  # type: ignore[union-attr]  # one is open
    desk.lost.leave_out()
    assert desk.left == before


@pytest.mark.parametrize("move", [Move.NEXT, Move.PAUSE])
def test_a_key_meant_for_a_stage_that_ended_while_asleep_moves_nothing(
    desk: Desk, repository: SessionRepository, catalogue: Catalogue, move: Move
) -> None:
    open_session(desk, repository, moving_on(a_session(catalogue)))
    asleep_in, before = desk.stage, desk.left
    said: list[str] = []
    desk.runner.act_refused.connect(said.append)
    desk.computer.sleep(minutes=30)

    assert not desk.runner.make(move)

    assert said == [str(HAD_MOVED_ON)]
    assert desk.asked[0].stages_advanced > 1
    desk.lost.leave_out()
    assert (desk.stage, desk.left) == (asleep_in, before)


def test_an_act_that_makes_the_question_pointless_is_preceded_by_it(desk: Desk) -> None:
    settled: list[int] = []
    desk.lost.question_closed.connect(lambda: settled.append(len(desk.asked)))
    desk.computer.sleep(minutes=2)

    desk.runner.make(Move.NEXT)

    assert settled == [1]


def test_left_out_the_clock_goes_on_where_the_lid_was_closed_and_undo_counts_it_again(desk: Desk) -> None:
    before = desk.left
    desk.sleep(minutes=12)
    desk.work(seconds=5)

    desk.lost.leave_out()
    assert desk.left == before - 5

    desk.runner.make(Move.UNDO)
    assert desk.left == 0


def test_an_answer_counts_once(desk: Desk) -> None:
    before = desk.left
    desk.sleep(minutes=1)

    desk.lost.leave_out()
    desk.lost.leave_out()

    assert desk.left == before


def test_a_computer_that_was_only_busy_asks_nothing(desk: Desk) -> None:
    before = desk.left
    desk.work(seconds=50)

    assert desk.asked == []
    assert desk.left == before - 50


def test_a_lid_closed_for_a_blink_asks_nothing(desk: Desk) -> None:
    desk.sleep(seconds=29)

    assert desk.asked == []


def test_where_no_clock_tells_sleep_from_work_a_long_gap_is_asked_about(desk: Desk) -> None:
    desk.computer.waking = None
    desk.sleep(minutes=2)

    assert [sleep.length for sleep in desk.asked] == [timedelta(minutes=2)]


@pytest.mark.parametrize("move", [Move.PAUSE, Move.FINISH, Move.UNDO])
def test_a_clock_that_stands_loses_no_time(desk: Desk, move: Move) -> None:
    desk.runner.make(move)

    desk.sleep(hours=2)

    assert desk.asked == []


def test_stages_that_moved_on_meanwhile_come_back_when_the_time_is_left_out(
    desk: Desk, repository: SessionRepository, catalogue: Catalogue
) -> None:
    open_session(desk, repository, moving_on(a_session(catalogue)))
    asleep_in, before = desk.stage, desk.left
    desk.sleep(minutes=30)

    assert desk.stage != asleep_in
    assert desk.asked[0].stages_advanced > 1
    desk.lost.leave_out()
    assert (desk.stage, desk.left) == (asleep_in, before)


def test_a_pause_or_a_minute_more_leaves_the_question_standing(desk: Desk) -> None:
    before = desk.left
    desk.sleep(minutes=1)

    desk.runner.make(Move.PAUSE)
    desk.runner.make(Move.LONGER)
    desk.lost.leave_out()

    assert desk.left == before + 60


@pytest.mark.parametrize("move", [Move.NEXT, Move.RESTART, Move.FINISH])
def test_an_act_that_makes_it_pointless_takes_the_question_back(desk: Desk, move: Move) -> None:
    settled: list[bool] = []
    desk.lost.question_closed.connect(lambda: settled.append(True))
    desk.sleep(minutes=1)

    desk.runner.make(move)
    events = desk.runner.session.events  # type: ignore[union-attr]  # one is open
    desk.lost.leave_out()

    assert settled == [True]
    assert desk.runner.session.events == events  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=31), "31 seconds"),
        (timedelta(seconds=61), "1 minute"),
        (timedelta(minutes=12, seconds=20), "12 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=2, minutes=5), "2 hours and 5 minutes"),
    ],
)
def test_a_length_is_said_as_one_says_it(length: timedelta, words: str) -> None:
    assert length_words(length) == words
