"""The runner saves a move before it shows it, and a view that opens late is right at once."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.content.session_files import sample_script
from desktop.live.runner import SessionRunner
from formats.library.opening import read_library
from formats.library.repository import SessionRepository
from formats.session.clock import Phase, Reading
from formats.session.moves import Move
from formats.session.notes import Note, NoteKind
from formats.session.session import Session
from tests.desktop.conftest import StandingClock


@pytest.fixture
def session(catalogue: Catalogue, repository: SessionRepository, runner: SessionRunner) -> Session:
    made = sample_script(catalogue).session
    repository.keep_session(made)
    runner.open(made)
    return made


def on_disk(path: Path, clock: StandingClock, session: Session) -> Session:
    found = SessionRepository(read_library(path, now=clock.now)).session(session.id)
    assert found is not None
    return found


def test_a_move_is_on_the_disk_when_the_views_hear_of_it(
    qtbot: QtBot, runner: SessionRunner, session: Session, library_path: Path, clock: StandingClock
) -> None:
    seen: list[int] = []

    def look_at_the_disk(_: Session) -> None:
        seen.append(len(on_disk(library_path, clock, session).events))

    runner.session_changed.connect(look_at_the_disk)

    runner.make(Move.START)
    runner.make(Move.PAUSE)

    assert seen == [1, 2]


def test_after_a_crash_the_reading_goes_on_where_the_session_is_now(
    runner: SessionRunner, session: Session, library_path: Path, clock: StandingClock
) -> None:
    runner.make(Move.START)
    clock.move(minutes=2, seconds=17)

    left_behind = on_disk(library_path, clock, session)
    after = SessionRunner(SessionRepository(read_library(library_path, now=clock.now)), clock)
    after.open(left_behind)

    assert after.reading is not None
    assert after.reading.seconds_left == 5 * 60 - 137
    after.open(None)


def test_a_refused_move_says_why_and_changes_nothing(
    qtbot: QtBot, runner: SessionRunner, session: Session
) -> None:
    with qtbot.waitSignal(runner.act_refused) as refused:
        assert not runner.make(Move.PAUSE)

    assert refused.args == ["The clock is not running. Press Start."]
    assert runner.session == session


def test_ticks_come_when_a_person_could_see_a_change_and_not_otherwise(
    qtbot: QtBot, runner: SessionRunner, session: Session, clock: StandingClock
) -> None:
    runner.make(Move.START)
    ticks: list[Reading] = []
    runner.clock_ticked.connect(ticks.append)

    runner.catch_up()
    clock.move(seconds=0.4)
    runner.catch_up()
    clock.move(seconds=0.7)
    runner.catch_up()
    clock.move(minutes=5)
    runner.catch_up()

    assert [(tick.phase, tick.seconds_left) for tick in ticks] == [(Phase.RUNNING, 299), (Phase.OVERTIME, 0)]


def test_a_note_and_its_deletion_reach_the_disk(
    runner: SessionRunner,
    session: Session,
    repository: SessionRepository,
    library_path: Path,
    clock: StandingClock,
) -> None:
    note = Note("n", NoteKind.IDEA, "Zofia's «map»", clock.now())

    runner.notes.keep(note)
    repository.file.flush()
    assert on_disk(library_path, clock, session).notes == (note,)

    runner.notes.drop("n")
    repository.file.flush()
    assert on_disk(library_path, clock, session).notes == ()


def test_the_plan_can_be_amended_while_the_clock_runs(
    runner: SessionRunner, session: Session, library_path: Path, clock: StandingClock
) -> None:
    runner.make(Move.START)

    def rename(old: Session) -> Session:
        return replace(old, title="Märchen & Co")

    runner.amend(rename)

    assert on_disk(library_path, clock, session).title == "Märchen & Co"
    assert len(on_disk(library_path, clock, session).events) == 1


def test_a_change_that_brings_about_another_is_over_once_for_both(
    runner: SessionRunner, session: Session, clock: StandingClock
) -> None:
    told: list[str] = []

    def answer(changed: Session) -> None:
        if changed.title == "One":
            runner.amend(lambda old: replace(old, title="Two"))

    runner.session_changed.connect(answer)
    runner.change.ended.connect(lambda: told.append(runner.session.title if runner.session else ""))

    runner.amend(lambda old: replace(old, title="One"))

    assert told == ["Two"]


def test_of_a_change_the_clock_is_told_once_though_a_second_has_passed_meanwhile(
    runner: SessionRunner, session: Session, clock: StandingClock
) -> None:
    runner.make(Move.START)
    ends: list[Phase] = []
    runner.change.ended.connect(lambda: ends.append(runner.reading.phase if runner.reading else Phase.WAITING))
    clock.move(seconds=1)

    runner.make(Move.PAUSE)

    assert ends == [Phase.PAUSED]
