"""Alone, pairs, fours, all: the groups of a stage lie inside the rooms of its round."""

from dataclasses import replace
from importlib.resources import files

import pytest

from formats.session.agenda import Agenda, Part
from formats.session.room_wishes import Wish, WishKind
from formats.session.rooms import SizeRange, check_move, soft_wishes_not_met
from formats.session.seating.groups import group_name, groups_in, room_name, way_name, word_for_all
from formats.session.seating.request import request_for
from formats.session.session import Room, RoundRooms, Session
from formats.structures.structure_files import read_structures
from formats.structures.unfold import part_from
from tests.builders import a_session, some_people

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
