"""What a plan follows from, and what of it goes on the table: fixed rounds stay, whatever the search found."""

from dataclasses import replace

import pytest

from desktop.content.catalogue import Catalogue
from desktop.places.prepare.plan_inputs import plan_inputs
from desktop.places.prepare.planned_rooms import fixed_rounds, is_fully_seated, rooms_with_plan, session_to_plan
from formats.session.events import Started
from formats.session.room_wishes import RoomWishes, Wish, WishKind
from formats.session.seating.seating import Seating, seat_people
from formats.session.session import Session
from tests.desktop.a_session import FIRST_ROUND, IDEAS, STARTS, a_session


@pytest.fixture
def session(catalogue: Catalogue) -> Session:
    """Everyone has a room in every round."""
    return a_session(catalogue)


@pytest.fixture
def other_plan(session: Session) -> Seating:
    """Another plan for the same people, and another one than is on the table."""
    found = seat_people(replace(session, rooms=()), seconds=0.05, clock=lambda: 0.0, seed=7)
    assert found.rounds != session.rooms
    return found


def all_rounds(session: Session) -> frozenset[tuple[str, int]]:
    return frozenset((r.part, r.round) for r in session.rooms)


def locked(session: Session) -> Session:
    return session.with_rooms(tuple(replace(r, locked=r.round == 1) for r in session.rooms))


def test_names_titles_and_notes_do_not_ask_for_another_plan(session: Session) -> None:
    people = tuple(replace(person, name=person.name.upper(), remarks="Late") for person in session.people)
    assert plan_inputs(replace(session, title="Another", people=people)) == plan_inputs(session)


def test_who_is_here_is_told_apart_from_what_is_wished_for(session: Session) -> None:
    before = plan_inputs(session)
    without_one = plan_inputs(replace(session, away=frozenset({"p3"})))
    wishing = plan_inputs(replace(session, wishes=RoomWishes((Wish(WishKind.APART, ("p1", "p2")),))))
    assert without_one.attendance != before.attendance
    assert wishing.attendance == before.attendance
    assert wishing != before


def test_a_column_counts_only_while_people_are_kept_apart_or_spread_by_it(session: Session) -> None:
    apart = replace(session, apart_by="organisation")
    people = tuple(replace(person, organisation="Cope Centre") for person in session.people)
    assert plan_inputs(replace(apart, people=people)) != plan_inputs(apart)
    free = replace(session, apart_by="")
    assert plan_inputs(replace(free, people=people)) == plan_inputs(free)


def test_before_the_session_only_locked_rounds_are_fixed(session: Session) -> None:
    assert fixed_rounds(session, all_rounds(session)) == frozenset()
    assert fixed_rounds(locked(session), all_rounds(session)) == {FIRST_ROUND}


def test_once_it_runs_past_and_complete_rounds_are_fixed_too(session: Session) -> None:
    begun = replace(session, events=(Started(STARTS, IDEAS),))
    assert fixed_rounds(begun, all_rounds(session)) == all_rounds(session)
    emptied = begun.with_rooms(tuple(replace(r, rooms=()) for r in begun.rooms))
    assert fixed_rounds(emptied, all_rounds(session)) == frozenset()
    assert fixed_rounds(emptied, all_rounds(session) - {FIRST_ROUND}) == {FIRST_ROUND}


def test_a_session_is_fully_seated_until_someone_has_no_room(session: Session) -> None:
    assert is_fully_seated(session)
    assert not is_fully_seated(replace(session, rooms=()))


def test_the_search_gets_fixed_rounds_locked_and_nobody_who_is_away(session: Session) -> None:
    given = session_to_plan(replace(session, away=frozenset({"p3"})), frozenset({FIRST_ROUND}))
    assert {(r.part, r.round) for r in given.rooms if r.locked} == {FIRST_ROUND}
    assert all("p3" not in room.people for rounds in given.rooms for room in rounds.rooms)


def test_a_better_plan_goes_on_the_table_but_for_the_rounds_that_are_fixed(
    session: Session, other_plan: Seating
) -> None:
    part = FIRST_ROUND[0]
    assert rooms_with_plan(session, other_plan, {part}, frozenset()) == other_plan.rounds
    assert rooms_with_plan(session, other_plan, {part}, all_rounds(session)) == session.rooms
    assert rooms_with_plan(session, other_plan, (), frozenset()) == session.rooms
