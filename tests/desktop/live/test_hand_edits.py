"""What is done by hand with rooms, wishes and people is taken back in turn, and no late answer undoes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_memory import MOST_UNDONE
from desktop.live.hand_edits import HandEdits
from desktop.live.runner import SessionRunner
from formats.library.repository import SessionRepository
from formats.session.events import Started
from formats.session.moves import Move
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.seating.people_changes import with_people, without_people
from formats.session.seating.seating import turns_taken
from formats.session.session import Session
from tests.desktop.a_session import FIRST_ROUND, a_session


@pytest.fixture
def edits(catalogue: Catalogue, repository: SessionRepository, runner: SessionRunner) -> HandEdits:
    session = a_session(catalogue)
    repository.keep_session(session)
    runner.open(session)
    return HandEdits(runner, EarlierSessions(runner), runner)


def on_table(runner: SessionRunner) -> Session:
    assert runner.session is not None
    return runner.session


def room_of(runner: SessionRunner, person: str) -> int:
    rooms = next(r.rooms for r in on_table(runner).rooms if (r.part, r.round) == FIRST_ROUND)
    return next(room.number for room in rooms if person in room.people)


def someone_in(runner: SessionRunner, number: int) -> str:
    rooms = next(r.rooms for r in on_table(runner).rooms if (r.part, r.round) == FIRST_ROUND)
    return next(room.people[0] for room in rooms if room.number == number)


def test_edits_of_every_kind_are_taken_back_in_turn(edits: HandEdits, runner: SessionRunner) -> None:
    mover, host = someone_in(runner, 1), someone_in(runner, 3)
    steps: list[Callable[[], None]] = [
        lambda: edits.rooms.move(FIRST_ROUND, mover, 2),
        lambda: edits.rooms.take_role(FIRST_ROUND, host, Role.NOTE_TAKER),
        lambda: edits.rooms.lock_room(FIRST_ROUND, 1),
        lambda: edits.rooms.lock_round(FIRST_ROUND, on=False),
        lambda: edits.wishes.keep(Wish(WishKind.APART, (mover, host))),
        lambda: edits.people.change_details(Person(host, "Somebody Else")),
    ]
    before = []
    for step in steps:
        before.append(on_table(runner))
        step()
        assert on_table(runner) != before[-1]
    for session in reversed(before):
        assert edits.history.can_undo
        edits.history.undo()
        after = on_table(runner)
        assert (after.people, after.wishes, after.rooms) == (session.people, session.wishes, session.rooms)
    assert not edits.history.can_undo


def test_no_more_is_remembered_than_anyone_would_undo(edits: HandEdits) -> None:
    for _ in range(MOST_UNDONE + 5):
        edits.rooms.lock_room(FIRST_ROUND, 1)
    undone = 0
    while edits.history.can_undo:
        edits.history.undo()
        undone += 1
    assert undone == MOST_UNDONE


def test_another_session_begins_with_nothing_to_undo(
    edits: HandEdits, runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository
) -> None:
    edits.rooms.lock_room(FIRST_ROUND, 1)
    other = a_session(catalogue, session_id="march")
    repository.keep_session(other)
    runner.open(other)
    assert not edits.history.can_undo
    edits.history.undo()
    assert on_table(runner) == other


def test_a_wish_and_the_rooms_that_were_mended_for_it_are_taken_back_together(
    edits: HandEdits, runner: SessionRunner, qtbot: QtBot
) -> None:
    runner.make(Move.START)
    rooms = next(r.rooms for r in on_table(runner).rooms if (r.part, r.round) == FIRST_ROUND)
    one, other = rooms[0].people[:2]
    before = on_table(runner)
    edits.wishes.keep(Wish(WishKind.APART, (one, other)))
    qtbot.waitUntil(lambda: room_of(runner, one) != room_of(runner, other), timeout=8000)
    edits.history.undo()
    assert (on_table(runner).rooms, on_table(runner).wishes) == (before.rooms, before.wishes)


def test_people_who_come_and_go_one_after_the_other_are_seated_in_one_go(
    edits: HandEdits, runner: SessionRunner, qtbot: QtBot
) -> None:
    runner.make(Move.START)
    leaver = someone_in(runner, 2)
    edits.people.change_people(lambda session: with_people(session, (Person("new-1", "Zoë Ó Briain"),)))
    edits.people.change_people(lambda session: with_people(session, (Person("new-2", "Ana Souza"),)))
    edits.people.change_people(lambda session: without_people(session, frozenset({leaver})))
    qtbot.waitUntil(lambda: on_table(runner).person("new-2") is not None, timeout=8000)
    assert room_of(runner, "new-1")
    assert room_of(runner, "new-2")
    assert on_table(runner).person(leaver) is None
    edits.history.undo()
    assert on_table(runner).person("new-1") is None
    assert room_of(runner, leaver) == 2


def test_what_happens_while_the_answer_is_worked_out_is_not_undone_by_it(
    edits: HandEdits, runner: SessionRunner, qtbot: QtBot
) -> None:
    runner.make(Move.START)
    mover = someone_in(runner, 1)
    edits.people.change_people(lambda session: with_people(session, (Person("late", "Late Comer"),)))
    edits.rooms.move(FIRST_ROUND, mover, 3)
    qtbot.waitUntil(lambda: on_table(runner).person("late") is not None, timeout=8000)
    assert room_of(runner, mover) == 3
    assert room_of(runner, "late")


def test_an_answer_for_a_session_that_was_put_away_is_dropped(
    edits: HandEdits, runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository, qtbot: QtBot
) -> None:
    runner.make(Move.START)
    edits.people.change_people(lambda session: with_people(session, (Person("late", "Late Comer"),)))
    other = a_session(catalogue, session_id="march")
    repository.keep_session(other)
    runner.open(other)
    runner.make(Move.START)
    edits.people.change_people(lambda session: with_people(session, (Person("here", "Here Now"),)))
    qtbot.waitUntil(lambda: on_table(runner).person("here") is not None, timeout=8000)
    assert on_table(runner).person("late") is None


def test_objections_name_the_wish_and_count_who_would_meet_again_only_when_asked(
    edits: HandEdits, runner: SessionRunner
) -> None:
    mover, other = someone_in(runner, 1), someone_in(runner, 2)
    assert "kept apart" not in edits.rooms.objections(FIRST_ROUND, mover, 2)
    edits.wishes.keep(Wish(WishKind.APART, (mover, other)))
    said = edits.rooms.objections(FIRST_ROUND, mover, 2, count_repeats=False)
    assert "are to be kept apart" in said
    assert "more meeting" not in said


@pytest.mark.parametrize("key", [("no-such-part", 1), (FIRST_ROUND[0], 99)], ids=["no part", "no round"])
def test_a_round_that_is_not_there_has_no_objections(
    edits: HandEdits, runner: SessionRunner, key: tuple[str, int]
) -> None:
    assert edits.rooms.objections(key, someone_in(runner, 1), 2) == ""


def test_with_nothing_on_the_table_nothing_happens(edits: HandEdits, runner: SessionRunner) -> None:
    mover = someone_in(runner, 1)
    runner.open(None)
    edits.rooms.move(FIRST_ROUND, mover, 2)
    edits.rooms.take_role(FIRST_ROUND, mover, Role.HOST)
    edits.wishes.keep(Wish(WishKind.STAYS, (mover,), 2))
    edits.people.change_details(Person(mover, "Nobody"))
    assert edits.rooms.objections(FIRST_ROUND, mover, 2) == ""
    assert not edits.history.can_undo


def test_earlier_sessions_are_read_once_for_all_who_ask_and_again_for_a_session_that_is_opened(
    edits: HandEdits, runner: SessionRunner, repository: SessionRepository
) -> None:
    today = replace(on_table(runner), series="Weavers")
    begun = (Started(today.starts_at, today.agenda.stages[0].key),)
    january = replace(today, id="january", starts_at=today.starts_at - timedelta(weeks=4), events=begun)
    seating, running = EarlierSessions(runner), EarlierSessions(runner)
    assert seating.sessions == ()
    repository.keep_session(january)
    runner.open(today)
    assert [session.id for session in seating.sessions] == ["january"]
    assert running.sessions is seating.sessions
    assert seating.turns_with(today) == turns_taken([january], today)
