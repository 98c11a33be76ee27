"""Sessions with rooms, written as one writes them on paper: who sits where, and who has which role."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from formats.session.agenda import Agenda, Part, RoomNeeds
from formats.session.room_wishes import RoomWishes, Wish
from formats.session.session import Room, RoundRooms, Session
from tests.builders import a_part, a_session, a_stage, some_people

NEEDS = RoomNeeds(2, 3, 4, roles=("timekeeper", "note-taker"))


def a_structure(rounds: int = 2, needs: RoomNeeds | None = NEEDS, part: str = "work") -> Part:
    """A structure of two stages, both of them in each round."""
    stages = (a_stage("talk", part=part, repeats=True), a_stage("reflect", part=part, repeats=True))
    return a_part(*stages, rooms=needs).with_rounds(rounds)


def a_round(number: int, *rooms: str, part: str = "work", locked: bool = False, **roles: str) -> RoundRooms:
    """A round of rooms as "p1 p2 p3", numbered as they are given; `roles` are those of the first."""
    made = [Room(n, tuple(people.split())) for n, people in enumerate(rooms, 1)]
    if roles:
        made[0] = replace(made[0], **roles)  # type: ignore[arg-type]  # every role is a field of text
    return RoundRooms(part, number, tuple(made), locked=locked)


def in_rooms(
    *rounds: RoundRooms, heads: int = 6, wishes: Iterable[Wish] = (), part: Part | None = None
) -> Session:
    """A session of so many people, p1 the first, in these rooms."""
    structure = part or a_structure(max((one.round for one in rounds), default=1))
    people = some_people(*(f"Person {n}" for n in range(1, heads + 1)))
    session = a_session(Agenda((structure,)))
    return replace(session, people=people, rooms=rounds, apart_by="", wishes=RoomWishes(tuple(wishes)))


def seats(session: Session, number: int = 1, part: str = "work") -> Mapping[int, str]:
    """Who sits in which room of a round, as it was written."""
    rounds = next(one for one in session.rooms if (one.part, one.round) == (part, number))
    return {room.number: " ".join(room.people) for room in rounds.rooms}


def room(session: Session, number: int, round_number: int = 1) -> Room:
    """A room of the structure called work."""
    rounds = next(one for one in session.rooms if (one.part, one.round) == ("work", round_number))
    return next(one for one in rounds.rooms if one.number == number)
