"""In which groups is a stage done: alone, in pairs, in rooms, at tables, at stations, all together?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from formats.language import tr
from formats.session.agenda import Agenda, Arrangement, Part, Stage, StageKey
from formats.session.group_words import (
    CIRCLE,
    PAIR,
    ROOM,
    STATION,
    TABLE,
    TEAM,
    TRIO,
    WHOLE_ROOM,
    numbered_group,
)
from formats.session.rooms import nested_rounds
from formats.session.session import Room, RoundRooms, Session
from formats.session.wording import join_then, within_sentence

PAIRS = "pairs"
WORDS = {
    Arrangement.STATIONS: STATION,
    Arrangement.HOSTED_TABLES: TABLE,
    Arrangement.INNER_CIRCLE: CIRCLE,
    Arrangement.TEAMS: TEAM,
    Arrangement.ROTATING_PAIRS: PAIR,
    Arrangement.WHOLE_ROOM: WHOLE_ROOM,
}
MIDDLE = 1
"""The number of the room that is the inner circle, where there is one."""
PEOPLE_IN_A_TRIO = 3
APART_OR_ALL = ("alone", "all")


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one stage, and what one of them is called: "Room", "Pair", "Table", "Station"."""

    word: str
    rooms: tuple[Room, ...]


def groups_in(session: Session, part: Part | None, stage: Stage | None) -> Groups:
    """The groups in which a stage is done; pairs are made of the people of each room, so that they meet inside it.

    There are none where everyone works alone or all together.
    """
    rooms = session.rooms_in(stage.key) if stage else ()
    if stage is None or part is None or stage.grouping in APART_OR_ALL:
        return Groups(ROOM, ())
    if stage.grouping == PAIRS and (pairs := pairs_within(part, rooms)):
        return Groups(PAIR, tuple(pair for room in rooms for pair in pairs[room.number]))
    word = word_of(part)
    return Groups(PAIR if word == ROOM and stage.grouping == PAIRS else word, rooms)


def pairs_within(part: Part | None, rooms: Sequence[Room]) -> Mapping[int, tuple[Room, ...]]:
    """The pairs inside each room, by room number; none where a structure has no pairs, or they are the rooms."""
    has_pairs = part is not None and any(stage.grouping == PAIRS for stage in part.stages)
    if not has_pairs or all(len(room.people) <= 3 for room in rooms):
        return {}
    found: dict[int, tuple[Room, ...]] = {}
    first = 1
    for room in rooms:
        pairs = nested_rounds((room.people,), (2,))[0]
        found[room.number] = tuple(Room(number, people) for number, people in enumerate(pairs, first))
        first += len(pairs)
    return found


def group_name(word: str, group: Room | int) -> str:
    """What one group is called, given whole or by its number: "Room 2", "Pair 3"; three among pairs are a trio.

    Circles are counted around the one in the middle: "Inner circle", "Circle 1", "Circle 2". Everyone in one
    circle is the "Whole room".
    """
    number = group if isinstance(group, int) else group.number
    if word == WHOLE_ROOM:
        return tr("Whole room")
    if word == CIRCLE:
        return tr("Inner circle") if number == MIDDLE else numbered_group(word, number - MIDDLE)
    is_trio = word == PAIR and isinstance(group, Room) and len(group.people) == PEOPLE_IN_A_TRIO
    return numbered_group(TRIO if is_trio else word, number)


def room_name(session: Session, key: StageKey | None, number: int) -> str:
    """The room with this number in a stage, or outside the stages: "Room 2", "Table 2"; three make a trio."""
    group = next((room for room in session.rooms_in(key) if room.number == number), number)
    return group_name(word_at(session, key), group)


def way_name(word: str, numbers: Sequence[int]) -> str:
    """One group after the other: "Station 3, then 1, then 2"."""
    further = (short_group_name(word, number) for number in numbers[1:])
    return join_then([group_name(word, numbers[0]), *further])


def is_in_groups(stage: Stage) -> bool:
    """Whether people are in groups in this stage."""
    return stage.grouping not in APART_OR_ALL


def sits_anew(session: Session, agenda: Agenda, stage: Stage) -> bool:
    """Whether people are in other rooms in this stage than when they were last in rooms.

    `agenda` is the one that runs: it holds the rounds that were added.
    """
    now = session.rooms_in(stage.key)
    if len(now) < 2 or not is_in_groups(stage):
        return False
    before: tuple[Room, ...] = ()
    for earlier in agenda.stages:
        if earlier.key == stage.key:
            break
        if is_in_groups(earlier):
            before = session.rooms_in(earlier.key) or before
    return [room.people for room in now] != [room.people for room in before]


def short_group_name(word: str, number: int) -> str:
    """A group by its number where its word stands above: "2", or "inner circle"."""
    if word == WHOLE_ROOM or (word == CIRCLE and number == MIDDLE):
        return within_sentence(group_name(word, number))
    return str(number - MIDDLE if word == CIRCLE else number)


def rooms_apart(session: Session) -> tuple[RoundRooms, ...]:
    """The rounds in which people are in several places: in one circle of all, nobody has a place to find."""
    return tuple(one for one in session.rooms if not is_whole_room(session.agenda.part(one.part)))


def is_whole_room(part: Part | None) -> bool:
    """Whether a structure is held by everyone in one circle."""
    return part is not None and part.rooms is not None and part.rooms.arrangement is Arrangement.WHOLE_ROOM


def is_middle(part: Part, number: int) -> bool:
    """Whether a room is the inner circle of its structure."""
    return part.rooms is not None and part.rooms.arrangement is Arrangement.INNER_CIRCLE and number == MIDDLE


def word_of(part: Part | None) -> str:
    """What one of the rooms of a structure is called."""
    needs = part.rooms if part else None
    if needs is None:
        return ROOM
    return WORDS.get(needs.arrangement, ROOM)


def word_at(session: Session, key: StageKey | None) -> str:
    """What a room is called in a stage; outside the structures, what it is called in all of them."""
    part = session.agenda.part(key.part) if key else None
    return word_of(part) if part and part.rooms else word_for_all(session)


def word_for_all(session: Session) -> str:
    """What a room is called where all structures of the session agree; else a room is a room."""
    words = {word_of(session.agenda.part(one.part)) for one in rooms_apart(session)}
    return words.pop() if len(words) == 1 else ROOM
