"""Alone, pairs, fours, all: the groups of a stage lie inside the rooms of its round."""

from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.agenda import Agenda, Arrangement, Part, RoomNeeds, StageKey
from formats.session.group_words import CIRCLE
from formats.session.room_wishes import Wish, WishKind
from formats.session.rooms import SizeRange, check_move, soft_wishes_not_met
from formats.session.seating.groups import (
    group_name,
    groups_in,
    is_in_groups,
    pairs_within,
    room_name,
    rooms_apart,
    sits_anew,
    way_name,
    word_for_all,
    word_of,
)
from formats.session.seating.request import request_for
from formats.session.session import Room, RoundRooms, Session
from formats.structures.structure_files import read_structures
from formats.structures.unfold import part_from
from tests.builders import a_part, a_session, a_stage, some_people
from tests.session.seating.rooms import NEEDS, a_round, a_structure, in_rooms

ROOMS = (Room(1, ("p1", "p2", "p3", "p4", "p5")), Room(2, ("p6", "p7", "p8", "p9")))


def unfolded(structure: str) -> Part:
    found = read_structures(files("resources").joinpath("structures"))
    return part_from(next(one for one in found if one.id == structure))


def with_rooms(part: Part) -> Session:
    people = some_people(*(f"Person {n}" for n in range(9)))
    return replace(a_session(Agenda((part,))), people=people, rooms=(RoundRooms(part.id, 1, ROOMS),))


def test_one_two_four_all_goes_from_nobody_over_pairs_and_fours_to_everyone() -> None:
    part = unfolded("1-2-4-all")
    session = with_rooms(part)
    groups = [groups_in(session, part, stage) for stage in part.stages]
    assert [stage.grouping for stage in part.stages] == ["alone", "pairs", "fours", "all"]
    assert [one.word for one in groups if one.rooms] == ["Pair", "Room"]
    assert sorted(len(room.people) for room in groups[1].rooms) == [2, 2, 2, 3]
    assert groups[2].rooms == ROOMS
    rooms = [set(room.people) for room in ROOMS]
    assert all(any(set(pair.people) <= room for room in rooms) for pair in groups[1].rooms)


def test_three_among_pairs_are_called_a_trio_under_the_number_they_have() -> None:
    part = unfolded("1-2-4-all")
    groups = groups_in(with_rooms(part), part, part.stages[1])
    names = {group_name(groups.word, room): len(room.people) for room in groups.rooms}
    assert sorted(names.values()) == [2, 2, 2, 3]
    assert {name.split()[0] for name, size in names.items() if size == 3} == {"Trio"}
    assert {name.split()[0] for name, size in names.items() if size == 2} == {"Pair"}
    assert sorted(name.split()[1] for name in names) == ["1", "2", "3", "4"]


def in_rooms_of(structure: str) -> Session:
    return with_rooms(unfolded(structure))


@pytest.mark.parametrize(
    ("structure", "name"), [("world-cafe", "Table 2"), ("shift-and-share", "Station 2"), ("peer-assist", "Room 2")]
)
def test_what_comes_from_a_room_is_said_to_come_from_a_table_or_station_where_it_is_one(
    structure: str, name: str
) -> None:
    session = in_rooms_of(structure)
    stage = next(iter(session.agenda.stages))
    assert room_name(session, stage.key, 2) == name
    assert room_name(session, None, 2) == name
    assert Wish(WishKind.STAYS, ("p1",), 2).sentence({"p1": "Jo"}, word_for_all(session)) == f"Jo stays in {name}"
    part = session.agenda.structures[0]
    full = next(n for n, room in enumerate(ROOMS, 1) if len(room.people) == 4)
    request = replace(request_for(session, part), sizes=SizeRange(3, 4, 4), locked={}, locked_rooms={})
    said = check_move(request, (tuple(room.people for room in ROOMS),), 1, "p1", full)
    assert f"{name} would hold 5 people; 4 are the most." in said
    alike = replace(request, apart_by=("role",), attributes={p: {"role": "nurse"} for p in ("p1", "p2")})
    (shared,) = soft_wishes_not_met(alike, (tuple(room.people for room in ROOMS),))
    assert f"the same role shares a {name.split()[0].lower()}" in shared


def test_where_structures_do_not_agree_a_room_is_a_room() -> None:
    one, other = unfolded("world-cafe"), unfolded("shift-and-share")
    session = replace(
        with_rooms(one),
        agenda=Agenda((one, other)),
        rooms=(RoundRooms(one.id, 1, ROOMS), RoundRooms(other.id, 1, ROOMS)),
    )
    assert word_for_all(session) == "Room"
    assert room_name(session, None, 1) == "Room 1"
    assert room_name(session, other.stages[0].key, 1) == "Station 1"


def test_several_one_after_the_other_are_named_once() -> None:
    assert way_name("Station", (3, 1, 2)) == "Station 3, then 1, then 2"


def test_three_in_a_room_are_in_a_room() -> None:
    assert group_name("Room", Room(2, ("p1", "p2", "p3"))) == "Room 2"


@pytest.mark.parametrize(
    ("structure", "word"), [("world-cafe", "Table"), ("shift-and-share", "Station"), ("peer-assist", "Room")]
)
def test_rooms_are_called_what_they_are(structure: str, word: str) -> None:
    part = unfolded(structure)
    stage = next(stage for stage in part.stages if stage.grouping == "room")
    assert groups_in(with_rooms(part), part, stage).word == word


def alone_pairs_rooms(needs: RoomNeeds | None = NEEDS) -> Part:
    """A structure done alone, then in pairs, then in rooms, then all together, twice."""
    stages = tuple(
        replace(a_stage(name, part="work", repeats=True), grouping=name)
        for name in ("alone", "pairs", "room", "all")
    )
    return a_part(*stages, rooms=needs).with_rounds(2)


def grouped(session: Session, stage: str, number: int = 1) -> list[str]:
    """The groups of a stage, as "Pair 1: p1 p2"."""
    part = session.agenda.structures[0]
    found = groups_in(session, part, session.agenda.stage(StageKey("work", stage, number)))
    return [f"{group_name(found.word, one)}: {' '.join(one.people)}" for one in found.rooms]


def test_pairs_are_numbered_through_all_rooms() -> None:
    session = in_rooms(a_round(1, "p1 p2 p3 p4", "p5 p6 p7 p8"), heads=8, part=alone_pairs_rooms())
    assert [line.split(":")[0] for line in grouped(session, "pairs")] == ["Pair 1", "Pair 2", "Pair 3", "Pair 4"]
    assert grouped(session, "room") == ["Room 1: p1 p2 p3 p4", "Room 2: p5 p6 p7 p8"]
    assert grouped(session, "alone") == grouped(session, "all") == []


def test_where_every_room_is_small_the_rooms_are_the_pairs() -> None:
    session = in_rooms(a_round(1, "p1 p2", "p3 p4 p5"), heads=5, part=alone_pairs_rooms())
    assert grouped(session, "pairs") == ["Pair 1: p1 p2", "Trio 2: p3 p4 p5"]
    assert pairs_within(session.agenda.structures[0], session.rooms[0].rooms) == {}


def test_one_large_room_is_enough_for_pairs_in_all() -> None:
    session = in_rooms(a_round(1, "p1 p2", "p3 p4 p5 p6"), part=alone_pairs_rooms())
    pairs = pairs_within(session.agenda.structures[0], session.rooms[0].rooms)
    assert {number: [len(pair.people) for pair in found] for number, found in pairs.items()} == {1: [2], 2: [2, 2]}
    assert [pair.number for found in pairs.values() for pair in found] == [1, 2, 3]


def test_a_structure_without_pairs_and_none_at_all_have_none() -> None:
    rooms = (Room(1, ("p1", "p2", "p3", "p4")),)
    assert pairs_within(a_structure(), rooms) == {}
    assert pairs_within(None, rooms) == {}


def test_the_tables_of_a_hosted_structure_stay_tables_in_its_small_groups() -> None:
    part = alone_pairs_rooms(replace(NEEDS, arrangement=Arrangement.HOSTED_TABLES))
    session = in_rooms(a_round(1, "p1 p2", "p3 p4"), heads=4, part=part)
    assert grouped(session, "pairs") == ["Table 1: p1 p2", "Table 2: p3 p4"]


def test_outside_a_structure_there_are_no_groups() -> None:
    session = in_rooms(a_round(1, "p1 p2"), part=alone_pairs_rooms())
    assert groups_in(session, None, session.agenda.stages[2]).rooms == ()
    assert groups_in(session, session.agenda.structures[0], None).rooms == ()
    assert word_of(None) == "Room"
    assert word_of(a_structure(needs=None)) == "Room"


@pytest.mark.parametrize(
    ("grouping", "expected"), [("alone", False), ("all", False), ("pairs", True), ("room", True)]
)
def test_alone_and_all_together_are_no_groups(grouping: str, expected: bool) -> None:
    assert is_in_groups(replace(a_stage(), grouping=grouping)) is expected


def sits_anew_in(session: Session, stage: str, number: int = 1) -> bool:
    found = session.agenda.stage(StageKey("work", stage, number))
    assert found is not None
    return sits_anew(session, session.agenda, found)


def test_people_sit_anew_where_they_were_last_in_other_rooms() -> None:
    part = alone_pairs_rooms()
    mixed = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), a_round(2, "p1 p4 p5", "p2 p3 p6"), part=part)
    assert sits_anew_in(mixed, "pairs"), "they were in none before"
    assert not sits_anew_in(mixed, "room"), "as in the stage before"
    assert not sits_anew_in(mixed, "all")
    assert sits_anew_in(mixed, "pairs", 2)
    assert not sits_anew_in(mixed, "room", 2)


def test_people_who_stay_in_their_rooms_or_are_all_in_one_do_not_sit_anew() -> None:
    part = alone_pairs_rooms()
    same = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), a_round(2, "p1 p2 p3", "p4 p5 p6"), part=part)
    assert not sits_anew_in(same, "pairs", 2)
    one_room = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), a_round(2, "p1 p2 p3 p4 p5 p6"), part=part)
    assert not sits_anew_in(one_room, "pairs", 2)


def test_a_round_without_rooms_in_between_changes_nothing() -> None:
    part = alone_pairs_rooms().with_rounds(3)
    same = in_rooms(a_round(1, "p1 p2 p3", "p4 p5 p6"), a_round(3, "p1 p2 p3", "p4 p5 p6"), part=part)
    assert not sits_anew_in(same, "pairs", 3)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_pairs_hold_everyone_of_their_room_once_and_nobody_alone_but_who_is_alone_there(sizes: list[int]) -> None:
    people = iter(f"p{n}" for n in range(1, 60))
    rooms = tuple(Room(n, tuple(next(people) for _ in range(size))) for n, size in enumerate(sizes, 1))
    pairs = pairs_within(alone_pairs_rooms(), rooms)
    if max(sizes) <= 3:
        assert pairs == {}
    else:
        for one in rooms:
            found = [pair.people for pair in pairs[one.number]]
            assert sorted(person for pair in found for person in pair) == sorted(one.people)
            assert all(len(pair) in (2, 3) for pair in found) or len(one.people) == 1


def test_where_all_sit_in_one_circle_nobody_has_a_place_to_find() -> None:
    part = alone_pairs_rooms(replace(NEEDS, arrangement=Arrangement.WHOLE_ROOM))
    session = in_rooms(a_round(1, "p1 p2 p3"), heads=3, part=part)
    assert rooms_apart(session) == ()


def test_circles_are_counted_around_the_middle() -> None:
    assert [group_name(CIRCLE, number) for number in (1, 2, 3)] == ["Inner circle", "Circle 1", "Circle 2"]
    assert way_name(CIRCLE, (2, 1, 3)) == "Circle 1, then inner circle, then 2"
