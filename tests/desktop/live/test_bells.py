"""Bells ring for the session on the table, whatever is in sight: once before a stage ends, once at its end."""

from dataclasses import replace

import pytest

from desktop.content.catalogue import Catalogue
from desktop.live.bells import Bell, BellWatch
from desktop.live.runner import SessionRunner
from formats.library.repository import SessionRepository
from formats.session.session import Session
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock


class Room:
    """A session that runs, and the bells that were heard."""

    def __init__(self, runner: SessionRunner, clock: StandingClock) -> None:
        self.runner, self._clock = runner, clock
        self.rung: list[Bell] = []
        self._watch = BellWatch(runner, runner)
        self._watch.bell_due.connect(self.rung.append)

    def go_to(self, stage: str) -> None:
        assert self.runner.session is not None
        found = self.runner.session.agenda.find_stage(stage)
        assert found is not None
        self.runner.go_to(found.key)

    def wait(self, **length: float) -> None:
        self._clock.move(**length)
        self.runner.catch_up()

    @property
    def stage(self) -> str:
        reading = self.runner.reading
        assert reading is not None
        assert reading.stage is not None
        return reading.stage.key.stage


@pytest.fixture
def room(runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository, clock: StandingClock) -> Room:
    made, session = Room(runner, clock), a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    return made


def with_stages_that_move_on(session: Session) -> Session:
    parts = (
        replace(part, stages=tuple(replace(stage, moves_on=True) for stage in part.stages))
        for part in session.agenda.parts
    )
    return replace(session, agenda=replace(session.agenda, parts=tuple(parts)))


def test_bells_ring_once_before_the_end_and_once_at_it(room: Room) -> None:
    room.go_to("challenge")
    for _ in range(8):
        room.wait(seconds=60)
    assert room.rung == [Bell.SOON, Bell.END]


def test_the_bell_at_the_end_rings_too_where_the_stage_moves_on_by_itself(room: Room) -> None:
    room.runner.amend(with_stages_that_move_on)
    room.go_to("challenge")
    for _ in range(6):
        room.wait(seconds=60)
    assert room.stage == "clarifying-questions"
    assert room.rung == [Bell.SOON, Bell.END]


def test_leaving_a_stage_before_its_end_rings_nothing(room: Room) -> None:
    room.go_to("challenge")
    room.wait(minutes=2)
    room.go_to("clarifying-questions")
    room.wait(seconds=5)
    assert room.rung == []


def test_a_session_opened_in_the_middle_of_its_last_minute_rings_nothing_for_what_was(room: Room) -> None:
    room.go_to("challenge")
    session = room.runner.session
    room.runner.open(None)
    room.wait(minutes=4, seconds=30)
    room.runner.open(session)
    assert room.rung == []
    room.wait(minutes=1)
    assert room.rung == [Bell.END]
