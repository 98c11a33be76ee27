"""What does the planner have to keep for the rooms of one structure, given all that is wished for?"""

from collections.abc import Iterable, Mapping

from formats.session.agenda import Arrangement, Part
from formats.session.folding import fold
from formats.session.online import COLUMN, OnlineSeating, shared_groups
from formats.session.people import Person
from formats.session.room_wishes import Role, RoomWishes, WishKind
from formats.session.rooms import PastSession, Request, SizeRange, room_sizes, table_hosts
from formats.session.rounds_held import rooms_held_or_planned
from formats.session.seating.groups import word_of
from formats.session.seating.roles import role_wishes, times_held
from formats.session.session import Room, RoundRooms, Session


def request_for(session: Session, part: Part, past: tuple[Session, ...] = ()) -> Request:
    """The wishes of a session for the rooms of one structure, as the planner takes them; people go by id."""
    needs = part.rooms
    assert needs is not None, "only structures are seated"
    people = tuple(person.id for person in session.present)
    wishes, rounds = session.wishes.only_among(people), planned_rounds(part)
    columns = tuple(column for column in (session.apart_by, session.wishes.spread) if column)
    spread = tuple(column for column in (session.wishes.spread,) if column)
    attributes = {person.id: _columns(person, columns) for person in session.present}
    if session.wishes.online is OnlineSeating.SPREAD and session.online.intersection(people):
        spread = (*spread, COLUMN)
        for person_id, values in attributes.items():
            values[COLUMN] = "online" if person_id in session.online else ""
    hosts = _hosts(session, part, people, past)
    own = [r for r in session.rooms if r.part == part.id and r.round <= rounds]
    return Request(
        people=people,
        rounds=rounds,
        sizes=SizeRange(needs.minimum, needs.usual, needs.maximum),
        apart=tuple(wish.people for wish in wishes.of_kind(WishKind.APART)),
        together=(*_together(wishes), *_sharing_online(session, part, people, hosts)),
        hosts=hosts,
        absent=_absent(wishes, part, people),
        attributes=attributes,
        apart_by=(session.apart_by,) if session.apart_by else (),
        spread=spread,
        locked={r.round: people_of(r) for r in own if r.locked},
        locked_rooms={
            (r.round, room.number): room.people for r in own if not r.locked for room in r.rooms if room.locked
        },
        word=word_of(part),
        history=tuple(PastSession(tuple(people_of(r) for r in rooms_held_or_planned(old))) for old in past),
    )


def _together(wishes: RoomWishes) -> tuple[tuple[str, ...], ...]:
    return tuple(wish.people for wish in wishes.of_kind(WishKind.TOGETHER))


def _sharing_online(
    session: Session, part: Part, people: tuple[str, ...], hosts: Mapping[str, int]
) -> tuple[tuple[str, ...], ...]:
    """Groups of those who join online, where they are to share rooms; the same ones in every round."""
    if session.wishes.online is not OnlineSeating.SHARE or part.rooms is None:
        return ()
    try:
        smallest = min(
            room_sizes(len(people), SizeRange(part.rooms.minimum, part.rooms.usual, part.rooms.maximum))
        )
    except ValueError:
        return ()
    wishes = session.wishes.only_among(people)
    apart = tuple(wish.people for wish in wishes.of_kind(WishKind.APART))
    bound = {person for group in _together(wishes) for person in group} | hosts.keys()
    return shared_groups((one for one in people if one in session.online), smallest, apart, bound)


def planned_rounds(part: Part) -> int:
    """How many rounds of rooms there are to plan: one where people stay together."""
    return part.rounds if part.rooms is not None and part.rooms.remixed else 1


def people_of(rounds: RoundRooms) -> tuple[tuple[str, ...], ...]:
    """Who sits in each room, in order."""
    return tuple(room.people for room in rounds.rooms)


def _columns(person: Person, chosen: tuple[str, ...]) -> dict[str, str]:
    columns = dict.fromkeys(("organisation", "role", *chosen))
    return {column: fold(person.column(column)) for column in columns}


def _absent(wishes: RoomWishes, part: Part, people: Iterable[str]) -> dict[str, frozenset[int]]:
    """The rounds people miss; in rooms that stay, someone counts as there who is there at all."""
    found: dict[str, frozenset[int]] = {}
    for person in people:
        missed = {n for n in range(1, part.rounds + 1) if wishes.misses(person, part.id, n)}
        if planned_rounds(part) == part.rounds:
            found[person] = frozenset(missed)
        elif len(missed) == part.rounds:
            found[person] = frozenset({1})
    return {person: missed for person, missed in found.items() if missed}


def _hosts(session: Session, part: Part, people: tuple[str, ...], past: tuple[Session, ...]) -> Mapping[str, int]:
    """Who stays in which room: as wished, and at tables with a host somebody for each of the others."""
    wishes = session.wishes.only_among(people)
    staying = {wish.people[0]: wish.number for wish in wishes.of_kind(WishKind.STAYS)}
    if part.rooms is None or part.rooms.arrangement is not Arrangement.HOSTED_TABLES:
        return staying
    tables = _tables(part, len(people))
    for room in _first_rooms(session, part):
        if room.host in people and room.number <= tables and room.number not in staying.values():
            staying.setdefault(room.host, room.number)
    free = [number for number in range(1, tables + 1) if number not in staying.values()]
    bound = {p for wish in wishes.of_kind(WishKind.TOGETHER) for p in wish.people}
    bound |= {p for wish in wishes.of_kind(WishKind.MISSES) if wish.part == part.id for p in wish.people}
    asked = role_wishes(session, past)
    chosen = table_hosts(
        [person for person in people if person not in staying and person not in bound],
        len(free),
        volunteers=asked.volunteers.get(Role.HOST, ()),
        declined=asked.declined.get(Role.HOST, ()),
        hosted=times_held(past, Role.HOST),
    )
    return staying | {person: free[table - 1] for person, table in chosen.items()}


def _tables(part: Part, heads: int) -> int:
    """How many tables so many people need; none where they cannot be divided, which the planner then says."""
    assert part.rooms is not None, "only structures have rooms"
    try:
        return len(room_sizes(heads, SizeRange(part.rooms.minimum, part.rooms.usual, part.rooms.maximum)))
    except ValueError:
        return 0


def _first_rooms(session: Session, part: Part) -> tuple[Room, ...]:
    return next((r.rooms for r in session.rooms if r.part == part.id), ())
