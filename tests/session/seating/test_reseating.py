"""Late and leaving: past rounds stay, few move, and it is said what it costs."""

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.agenda import Agenda, RoomNeeds
from formats.session.people import Person
from formats.session.seating.people_changes import is_seated as is_seated
from formats.session.seating.people_changes import with_presence
from formats.session.seating.reseating import ReseatingAnswers, reseat, with_person_joined
from formats.session.seating.seating import seat_people
from formats.session.session import Session
from tests.builders import a_session, some_people
from tests.session.seating.test_seating import work

OPEN = frozenset({("work", 2), ("work", 3)})


def planned(heads: int = 12, needs: RoomNeeds | None = None) -> Session:
    people = some_people(*(f"Person {n}" for n in range(heads)))
    agenda = Agenda((work(needs or RoomNeeds(3, 4, 5, roles=("timekeeper",))),))
    session = replace(a_session(agenda), people=people, apart_by="")
    return session.with_rooms(seat_people(session, seconds=0.05, clock=time.monotonic).rounds)


def after(session: Session, before: Session) -> ReseatingAnswers:
    return reseat(session, before, OPEN, seconds=0.05, clock=time.monotonic)


def test_someone_late_has_a_room_from_the_next_open_round_on_and_the_past_stays() -> None:
    before = planned()
    found = after(with_person_joined(before, Person("late", "Zoë Late")), before)
    assert found.session.rooms[0] == before.rooms[0]
    part = found.session.agenda.structures[0]
    assert all(is_seated(found.session, part, number) for number in (2, 3))
    assert "Zoë Late goes to Room" in found.sentence
    assert "Nobody else has to move." in found.sentence


def test_someone_who_only_observes_joins_the_round_after() -> None:
    before = planned()
    found = after(with_person_joined(before, Person("late", "Zoë Late"), ("work", 2)), before)
    assert found.session.rooms[:2] == before.rooms[:2]
    assert any("late" in room.people for room in found.session.rooms[2].rooms)


def test_whoever_left_is_gone_from_the_rounds_to_come_and_their_role_is_given_on() -> None:
    before = planned()
    gone = before.rooms[1].rooms[0].presenter
    found = after(with_presence(before, gone, here=False), before)
    assert found.session.rooms[0] == before.rooms[0]
    assert not any(gone in room.people for r in found.session.rooms[1:] for room in r.rooms)
    assert all(room.presenter in room.people for r in found.session.rooms[1:] for room in r.rooms)
    assert "Nobody has to move." in found.sentence


def test_where_a_room_gets_too_small_it_says_who_moves() -> None:
    before = planned(9, RoomNeeds(3, 3, 5))
    gone = before.rooms[1].rooms[0].people[0]
    found = after(with_presence(before, gone, here=False), before)
    assert "to another room." in found.sentence
    assert all(len(room.people) >= 3 for r in found.session.rooms[1:] for room in r.rooms)


def test_people_who_stay_together_keep_their_room_and_take_someone_in() -> None:
    before = planned(12, RoomNeeds(3, 3, 4, remixed=False))
    found = after(with_person_joined(before, Person("late", "Zoë")), before)
    second, third = found.session.rooms[1:]
    assert [room.people for room in second.rooms] == [room.people for room in third.rooms]
    assert sum("late" in room.people for room in second.rooms) == 1


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(1, 14), max_size=3), st.integers(0, 2))
def test_whoever_comes_or_goes_the_past_stays_and_everyone_here_has_one_chair(
    leaving: set[int], coming: int
) -> None:
    before = planned(14, RoomNeeds(3, 4, 5))
    session = before
    for number in leaving:
        session = with_presence(session, f"p{number}", here=False)
    for number in range(coming):
        session = with_person_joined(session, Person(f"new{number}", f"New {number}"))
    for changed in (after(session, before).session, after(session, before).reshuffled):
        assert changed.rooms[0] == before.rooms[0]
        assert all(is_seated(changed, changed.agenda.structures[0], number) for number in (2, 3))
