"""Groups on their way from station to station: late, leaving and moved by hand; the past stays."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.agenda import Agenda, RoomNeeds
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.seating.people_changes import is_seated as is_seated
from formats.session.seating.people_changes import with_presence
from formats.session.seating.reseating import ReseatingAnswers, reseat, with_person_joined
from formats.session.seating.seating import seat_people
from formats.session.seating.station_changes import group_at, station_of, with_person_in_group
from formats.session.session import Session
from tests.builders import a_session, some_people
from tests.session.seating.test_seating import work

OPEN = frozenset({("work", 2), ("work", 3), ("work", 4)})
NEEDS = RoomNeeds(3, 4, 6, stations=True)


def planned(heads: int = 20) -> Session:
    people = some_people(*(f"Person {n}" for n in range(heads)))
    session = replace(a_session(Agenda((work(NEEDS, 4),))), people=people, apart_by="")
    return session.with_rooms(seat_people(session, seconds=0.05, clock=time.monotonic).rounds)


def after(session: Session, before: Session) -> ReseatingAnswers:
    return reseat(session, before, OPEN, seconds=0.05, clock=time.monotonic)


def groups(session: Session) -> set[frozenset[str]]:
    """The groups that walk in the rounds to come."""
    found = (room for one in session.rooms if one.round > 1 for room in one.rooms)
    return {frozenset(room.people) - {room.presenter} for room in found} - {frozenset()}


def hosts(session: Session, number: int) -> list[str]:
    return [room.presenter for room in session.rooms[number - 1].rooms]


@pytest.mark.parametrize("number", [1, 2, 7])
def test_a_group_and_its_station_name_each_other(number: int) -> None:
    assert [group_at(station_of(g, number, 4), number, 4) for g in range(4)] == [0, 1, 2, 3]


def test_someone_late_walks_with_one_group_all_the_way() -> None:
    before = planned()
    found = after(with_person_joined(before, Person("late", "Zoë Late")), before)
    assert found.session.rooms[0] == before.rooms[0]
    assert len(groups(found.session)) == len(groups(before)) == 4
    way = [next(r.number for r in one.rooms if "late" in r.people) for one in found.session.rooms[1:]]
    assert f"Zoë Late goes to Station {way[0]}, then {way[1]}, then {way[2]}." in found.sentence
    assert "Nobody else has to move." in found.sentence


def test_a_visitor_who_leaves_is_missed_by_their_group_only() -> None:
    before = planned()
    gone = before.rooms[1].rooms[0].people[-1]
    found = after(with_presence(before, gone, here=False), before)
    assert found.session.rooms[0] == before.rooms[0]
    assert groups(found.session) == {group - {gone} for group in groups(before)}
    assert found.sentence == "Nobody has to move."


def test_when_a_presenter_leaves_one_other_takes_over_their_station_for_good() -> None:
    before = planned()
    gone = hosts(before, 2)[2]
    found = after(with_presence(before, gone, here=False), before)
    assert found.session.rooms[0] == before.rooms[0]
    new = hosts(found.session, 2)
    assert new == hosts(found.session, 3) == hosts(found.session, 4)
    assert new[:2] + new[3:] == hosts(before, 2)[:2] + hosts(before, 2)[3:]
    name = next(person.name for person in before.people if person.id == new[2])
    assert f"{name} takes over Station 3 from" in found.sentence
    assert not any(new[2] in group for group in groups(found.session))


def test_a_station_is_empty_of_a_host_where_nobody_is_willing() -> None:
    before = planned()
    gone = hosts(before, 2)[0]
    declining = tuple(Wish(WishKind.DECLINES, (p.id,), role=Role.PRESENTER) for p in before.people)
    wishes = before.wishes
    for wish in declining:
        wishes = wishes.with_wish(wish)
    found = after(with_presence(replace(before, wishes=wishes), gone, here=False), before)
    assert "Nobody shows something at Station 1 any more." in found.sentence
    assert is_seated(found.session, found.session.agenda.structures[0], 2)


def test_someone_moved_by_hand_walks_on_with_that_group() -> None:
    before = planned()
    part, person = before.agenda.structures[0], before.rooms[1].rooms[0].people[-1]
    rooms, said = with_person_in_group(before, part, [2, 3, 4], person, group_at(3, 2, 4))
    after_move = before.with_rooms(rooms)
    assert said == ""
    assert after_move.rooms[0] == before.rooms[0]
    assert person in after_move.rooms[1].rooms[2].people
    assert len(groups(after_move)) == 4


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(1, 20), max_size=6), st.integers(0, 3))
def test_whoever_comes_or_goes_groups_stay_groups_and_everyone_has_a_place(leaving: set[int], coming: int) -> None:
    before = session = planned()
    for number in leaving:
        session = with_presence(session, f"p{number}", here=False)
    for number in range(coming):
        session = with_person_joined(session, Person(f"new{number}", f"New {number}"))
    found = after(session, before).session
    assert found.rooms[0] == before.rooms[0]
    assert all(is_seated(found, found.agenda.structures[0], number) for number in (2, 3, 4))
    assert hosts(found, 2) == hosts(found, 3) == hosts(found, 4)
    assert all(one.isdisjoint(other) for one in groups(found) for other in groups(found) - {one})
