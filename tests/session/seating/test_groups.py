"""Alone, pairs, fours, all: the groups of a stage lie inside the rooms of its round."""

from dataclasses import replace
from importlib.resources import files

import pytest

from formats.session.agenda import Agenda, Part
from formats.session.seating.groups import group_name, groups_in
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


def test_three_in_a_room_are_in_a_room() -> None:
    assert group_name("Room", Room(2, ("p1", "p2", "p3"))) == "Room 2"


@pytest.mark.parametrize(
    ("structure", "word"), [("world-cafe", "Table"), ("shift-and-share", "Station"), ("peer-assist", "Room")]
)
def test_rooms_are_called_what_they_are(structure: str, word: str) -> None:
    part = unfolded(structure)
    stage = next(stage for stage in part.stages if stage.grouping == "room")
    assert groups_in(with_rooms(part), part, stage).word == word
