"""What has to be ready in the room is counted for the people who will sit in it."""

from dataclasses import replace
from importlib.resources import files

import pytest

from formats.session.agenda import Agenda
from formats.session.session import Room, RoundRooms, Session
from formats.structures import read_openers, read_structures
from formats.structures.needs import Need, needs_of
from formats.structures.unfold import opener_stage, opening_part, part_from
from tests.builders import a_session, some_people

STRUCTURES = {s.id: s for s in read_structures(files("resources").joinpath("structures"))}
OPENERS = {o.id: o for o in read_openers(files("resources").joinpath("openers"))}


def with_structures(people: int, *structures: str, rounds: int = 1) -> Session:
    parts = tuple(part_from(STRUCTURES[name], rounds) for name in structures)
    return replace(a_session(Agenda(parts)), people=some_people(*(f"P{n}" for n in range(people))))


def said(session: Session) -> list[str]:
    return [need.sentence for need in needs_of(session, STRUCTURES, OPENERS)]


def test_chairs_stand_as_the_people_will_sit_and_things_are_counted_for_whom_they_are() -> None:
    assert said(with_structures(18, "peer-assist", rounds=2)) == [
        "18 chairs in 3 circles of 6",
        "Paper and a pen for each presenter: 6",
        "A clock that each room can see",
    ]


@pytest.mark.parametrize(
    ("structure", "chairs"),
    [
        ("min-specs", "18 chairs in 2 groups of 5 and 2 groups of 4"),
        ("story-round", "18 chairs in one circle"),
        ("world-cafe", "18 chairs at 2 tables of 5 and 2 tables of 4"),
    ],
)
def test_every_arrangement_says_how_its_chairs_stand(structure: str, chairs: str) -> None:
    assert said(with_structures(18, structure))[0] == chairs


def test_people_who_walk_from_one_to_the_next_need_no_chairs_in_groups() -> None:
    needs = needs_of(with_structures(18, "impromptu-networking"), STRUCTURES)
    assert [need.sentence for need in needs] == list(STRUCTURES["impromptu-networking"].needs)


def test_rooms_that_are_planned_say_how_many_there_are() -> None:
    session = with_structures(6, "min-specs")
    rooms = tuple(Room(n, tuple(p.id for p in session.people[3 * n - 3 : 3 * n])) for n in (1, 2))
    planned = session.with_rooms([RoundRooms("min-specs", 1, rooms)])
    asked = ("A circle of chairs that move easily, for each group", "A large sheet for each room")
    needs = needs_of(planned, {"min-specs": replace(STRUCTURES["min-specs"], needs=asked)})
    assert [need.sentence for need in needs] == [
        "6 chairs in 2 circles of 3",
        "A circle of chairs that move easily for each group: 2",
        "A large sheet for each room: 2",
    ]


def test_a_role_in_letters_of_the_other_direction_is_counted_too() -> None:
    ours = STRUCTURES["peer-assist"]
    theirs = replace(ours, roles=replace(ours.roles, presenter="מציג"), needs=("A pen for each מציג",))
    needs = needs_of(with_structures(18, "peer-assist"), {"peer-assist": theirs})
    assert [need.sentence for need in needs] == ["18 chairs in 3 groups of 6", "A pen for each מציג: 3"]


def test_who_joins_online_needs_no_chair() -> None:
    session = with_structures(18, "15-solutions")
    online = replace(session, online=frozenset({session.people[0].id}))
    assert needs_of(online, STRUCTURES)[0].what == "17 chairs"
    assert needs_of(online, STRUCTURES)[1] == Need("Paper and a pen", "for everyone", 17)


def test_a_thing_that_two_structures_and_the_opener_ask_for_is_there_once() -> None:
    session = with_structures(12, "min-specs", "triz", "nine-whys")
    writing = opening_part((opener_stage(OPENERS["silent-writing"]),))
    needs = said(replace(session, agenda=Agenda((writing, *session.agenda.parts))))
    assert len(needs) == len(set(needs))
    assert needs.count("Paper and a pen for everyone: 12") == 1


def test_without_people_nothing_is_counted() -> None:
    nobody = replace(with_structures(1, "conversation-cafe"), people=())
    assert said(nobody) == ["A small talking object for each room", "A circle of chairs for each room"]
