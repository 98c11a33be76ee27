"""Groups on their way from station to station: late, leaving and moved by hand; the past stays."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.agenda import Agenda, Arrangement, RoomNeeds
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind
from formats.session.seating.people_changes import is_seated as is_seated
from formats.session.seating.people_changes import with_people, with_presence
from formats.session.seating.reseating import ReseatingAnswers, reseat, with_person_joined
from formats.session.seating.seating import seat_people
from formats.session.seating.station_changes import (
    group_at,
    mend_stations,
    station_of,
    stations_in,
    with_person_in_group,
)
from formats.session.session import Room, RoundRooms, Session
from tests.builders import a_session, some_people
from tests.session.seating.rooms import a_structure, in_rooms
from tests.session.seating.test_seating import work

OPEN = frozenset({("work", 2), ("work", 3), ("work", 4)})
NEEDS = RoomNeeds(3, 4, 6, arrangement=Arrangement.STATIONS)


def planned(heads: int = 20) -> Session:
    people = some_people(*(f"Person {n}" for n in range(heads)))
    session = replace(a_session(Agenda((work(NEEDS, 4),))), people=people, apart_by="")
    return session.with_rooms(seat_people(session, seconds=0.05, clock=count(0, 0.01).__next__).rounds)


def after(session: Session, before: Session) -> ReseatingAnswers:
    return reseat(session, before, OPEN, seconds=0.05, clock=count(0, 0.01).__next__)


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


WALK = (
    "a1 p1 p2 p3",
    "a2 p4 p5 p6",
    "a3 p7 p8",
)


def on_paper(rounds: int = 3, needs: RoomNeeds = NEEDS) -> Session:
    """Three hosts, a1 to a3, and three groups who walk from the first station to the second and on."""
    hosts = [people.split()[0] for people in WALK]
    groups = [people.split()[1:] for people in WALK]
    made = []
    for number in range(1, rounds + 1):
        stations = [groups[group_at(station, number, 3)] for station in (1, 2, 3)]
        rooms = tuple(
            Room(station, (host, *group), presenter=host)
            for station, (host, group) in enumerate(zip(hosts, stations, strict=True), 1)
        )
        made.append(RoundRooms("work", number, rooms))
    people = tuple(Person(name, name.upper()) for name in (*hosts, *(p for group in groups for p in group)))
    return replace(in_rooms(*made, part=a_structure(rounds, needs)), people=people)


def mended(session: Session, *rounds: int) -> tuple[dict[int, dict[int, str]], str]:
    """Who is at which station in these rounds afterwards, and what is said."""
    found, said = mend_stations(session, session.agenda.structures[0], rounds)
    return {one.round: {room.number: " ".join(room.people) for room in one.rooms} for one in found}, said


def test_where_nobody_comes_or_goes_everything_stays() -> None:
    session = on_paper()
    rooms, said = mend_stations(session, session.agenda.structures[0], [2, 3])
    assert rooms == session.rooms[1:]
    assert said == "Nobody has to move."


def test_only_the_rounds_asked_for_are_answered() -> None:
    assert list(mended(on_paper(), 3)[0]) == [3]


def test_newcomers_walk_with_the_smallest_group_one_after_the_other() -> None:
    session = with_people(on_paper(), [Person("new1", "Zoë"), Person("new2", "Yan")])
    rooms, said = mended(session, 2, 3)
    assert rooms[2] == {1: "a1 p7 p8 new1", 2: "a2 p1 p2 p3 new2", 3: "a3 p4 p5 p6"}
    assert rooms[3] == {1: "a1 p4 p5 p6", 2: "a2 p7 p8 new1", 3: "a3 p1 p2 p3 new2"}
    assert said == ("Zoë goes to Station 1, then 2. Yan goes to Station 2, then 3. Nobody else has to move.")


def test_someone_left_alone_joins_the_smallest_other_group() -> None:
    session = with_presence(on_paper(), "p7", here=False)
    rooms, said = mended(session, 2)
    assert rooms[2] == {1: "a1", 2: "a2 p8 p1 p2 p3", 3: "a3 p4 p5 p6"}
    assert said == "P8 would be left alone and goes to Station 2."


def test_one_who_walked_alone_before_goes_on_alone() -> None:
    first = with_presence(on_paper(), "p7", here=False)
    alone = first.with_rooms(
        replace(one, rooms=tuple(replace(r, people=tuple(p for p in r.people if p != "p7")) for r in one.rooms))
        for one in first.rooms
    )
    assert mended(alone, 2)[1] == "Nobody has to move."


def without(session: Session, *gone: str) -> Session:
    """The session as if these people had never been in its rooms."""
    rooms = tuple(
        replace(
            one,
            rooms=tuple(replace(r, people=tuple(p for p in r.people if p not in gone)) for r in one.rooms),
        )
        for one in session.rooms
    )
    for person in gone:
        session = with_presence(session, person, here=False)
    return session.with_rooms(rooms)


def test_whoever_is_left_of_the_only_group_walks_on() -> None:
    session = with_presence(without(on_paper(), "p1", "p2", "p3", "p4", "p5", "p6"), "p7", here=False)
    assert mended(session, 2) == ({2: {1: "a1 p8", 2: "a2", 3: "a3"}}, "Nobody has to move.")


def test_a_station_where_nobody_is_any_more_is_not_there() -> None:
    session = with_presence(without(on_paper(), "p7", "p8"), "a1", here=False)
    for person in session.present:
        session = replace(session, wishes=session.wishes.with_wish(Wish(WishKind.DECLINES, (person.id,))))
    rooms, said = mended(session, 2)
    assert rooms[2] == {2: "a2 p1 p2 p3", 3: "a3 p4 p5 p6"}
    assert said == "Nobody shows something at Station 1 any more."


def test_a_station_is_taken_over_from_a_group_that_can_spare_someone() -> None:
    needs = replace(NEEDS, minimum=2)
    session = with_presence(on_paper(needs=needs), "a1", here=False)
    rooms, said = mended(replace(session, wishes=session.wishes.with_wish(Wish(WishKind.OFFERS, ("p7",)))), 2)
    assert said == "P1 takes over Station 1 from A1."
    assert rooms[2] == {1: "p1 p7 p8", 2: "a2 p2 p3", 3: "a3 p4 p5 p6"}


def test_where_no_group_can_spare_anyone_the_first_who_is_willing_takes_over() -> None:
    session = with_presence(on_paper(), "a3", here=False)
    rooms, said = mended(replace(session, wishes=session.wishes.with_wish(Wish(WishKind.OFFERS, ("p5",)))), 2)
    assert said == "P5 takes over Station 3 from A3."
    assert rooms[2][3] == "p5 p4 p6"


def test_a_host_who_misses_a_round_is_the_host_again_in_the_next() -> None:
    session = on_paper()
    misses = session.wishes.with_wish(Wish(WishKind.MISSES, ("a2",), 2, "work"))
    found, said = mend_stations(replace(session, wishes=misses), session.agenda.structures[0], [2, 3])
    assert said == "Nobody has to move."
    second, third = (one.rooms[1] for one in found)
    assert "a2" not in second.people
    assert second.presenter in second.people
    assert third.presenter == "a2"


def test_a_host_moved_to_a_group_hands_their_station_over() -> None:
    session = on_paper(needs=replace(NEEDS, minimum=2))
    rooms, said = with_person_in_group(session, session.agenda.structures[0], [2, 3], "a1", 2)
    assert said == "P7 takes over Station 1 from A1."
    assert all(one.locked for one in rooms)
    seen = {one.round: {room.number: set(room.people) for room in one.rooms} for one in rooms}
    assert seen[2] == {1: {"p7", "a1", "p8"}, 2: {"a2", "p1", "p2", "p3"}, 3: {"a3", "p4", "p5", "p6"}}
    assert seen[3][2] == {"a2", "a1", "p8"}


def test_someone_moved_leaves_one_group_for_the_other_on_all_the_way() -> None:
    session = on_paper()
    rooms, said = with_person_in_group(session, session.agenda.structures[0], [1, 2, 3], "p4", 0)
    assert said == ""
    for one in rooms:
        (there,) = (set(room.people) for room in one.rooms if "p4" in room.people)
        assert {"p1", "p2", "p3"} <= there


def test_the_stations_of_a_structure_are_counted_over_all_its_rounds() -> None:
    session = on_paper()
    fewer = replace(session.rooms[0], rooms=session.rooms[0].rooms[:1])
    part = session.agenda.structures[0]
    assert stations_in(session.with_rooms([fewer]), part) == 3
    assert stations_in(replace(session, rooms=()), part) == 0


@given(st.integers(0, 7), st.integers(1, 12), st.integers(1, 8))
def test_a_group_is_where_it_is_looked_for_and_moves_on_by_one(group: int, number: int, stations: int) -> None:
    group %= stations
    here = station_of(group, number, stations)
    assert 1 <= here <= stations
    assert group_at(here, number, stations) == group
    assert station_of(group, number + 1, stations) == here % stations + 1
