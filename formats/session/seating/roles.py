"""Who presents, takes notes, keeps time or hosts in the rooms of a session? Fair over its whole series."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from formats.session.agenda import Arrangement, Part
from formats.session.room_wishes import Role, WishKind
from formats.session.rounds_held import rooms_as_served
from formats.session.seating.groups import is_middle
from formats.session.seating.role_rotation import RoleWishes, RoomRoles, Slot, assign_roles
from formats.session.session import Room, RoundRooms, Session

FIELDS = {
    Role.PRESENTER: "presenter",
    Role.NOTE_TAKER: "note_taker",
    Role.TIMEKEEPER: "timekeeper",
    Role.HOST: "host",
}


def roles_of(part: Part) -> tuple[Role, ...]:
    """The roles that somebody has in each room of a structure, the presenter first."""
    if part.rooms is None:
        return ()
    others = (Role(role) for role in part.rooms.roles)
    return ((Role.PRESENTER,) if part.rooms.presenter else ()) + tuple(others)


def has_role(part: Part, room: Room, role: Role) -> bool:
    """Whether somebody has this role in a room: where there is a middle, its presenter sits there alone."""
    if part.rooms is None or part.rooms.arrangement is not Arrangement.INNER_CIRCLE:
        return True
    return is_middle(part, room.number) == (role is Role.PRESENTER)


def roles_in_words(part: Part, room: Room) -> dict[str, tuple[str, ...]]:
    """Who does what in a room, by the words of its structure: role -> person ids; everybody is in one of them."""
    needs = part.rooms
    if needs is None:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    left = list(room.people)
    if needs.presenter and room.presenter in left:
        found[needs.presenter] = (room.presenter,)
        at = left.index(room.presenter)
        left = [*left[at + 1 :], *left[:at]]
        for role in needs.rotating[: len(left)]:
            found[role] = (left.pop(0),)
    if is_middle(part, room.number) and needs.inner is not None:
        return found | ({needs.inner.role: tuple(left)} if left else {})
    for role in roles_of(part):
        if role is not Role.PRESENTER and (who := holder(room, role)):
            found[role.value] = (who,)
    return found | ({needs.others: tuple(left)} if left and needs.others else {})


def holder(room: Room, role: Role) -> str:
    """Who has a role in a room; "" for nobody."""
    return str(getattr(room, FIELDS[role]))


def give_role(room: Room, role: Role, person: str) -> Room:
    """The room with someone in a role."""
    return replace(room, **{FIELDS[role]: person})  # type: ignore[arg-type]  # every role is a field of text


def roles_held(room: Room, person: str) -> tuple[Role, ...]:
    """The roles someone has in a room."""
    return tuple(role for role in Role if person and holder(room, role) == person)


def times_held(past: Iterable[Session], role: Role) -> Counter[str]:
    """How often each person had a role, by person id; in sessions that have begun only where a round was held."""
    return Counter(name for old in past for name in _holders(rooms_as_served(old)).get(role, ()))


def role_wishes(session: Session, past: Iterable[Session], parts_done: Sequence[RoundRooms] = ()) -> RoleWishes:
    """Who offers, who declines and who had which role when; structures done today count as the latest."""
    offers: dict[str, tuple[str, ...]] = {}
    declines: dict[str, tuple[str, ...]] = {}
    for kind, found in ((WishKind.OFFERS, offers), (WishKind.DECLINES, declines)):
        for wish in session.wishes.of_kind(kind):
            found[wish.role] = (*found.get(wish.role, ()), *wish.people)
    history = [_holders(rooms_as_served(old)) for old in past]
    return RoleWishes(offers, declines, (*history, *([_holders(parts_done)] if parts_done else ())))


def with_roles(part: Part, rounds: Sequence[RoundRooms], asked: RoleWishes) -> tuple[RoundRooms, ...]:
    """The rounds with somebody in every role of the structure; roles that are held already stay."""
    roles = roles_of(part)
    settled: dict[Slot, RoomRoles] = {
        (number, place): {role: who for role in Role if (who := holder(room, role)) in room.people}
        for number, one in enumerate(rounds)
        for place, room in enumerate(one.rooms)
    }
    seats = tuple(tuple(room.people for room in one.rooms) for one in rounds)

    def closed(slot: Slot, role: str) -> bool:
        number, place = slot
        return not has_role(part, rounds[number].rooms[place], Role(role))

    found = assign_roles(seats, roles, asked, settled, closed)
    return tuple(
        replace(one, rooms=tuple(map(_fill_roles, one.rooms, found[number]))) for number, one in enumerate(rounds)
    )


def _fill_roles(room: Room, found: Mapping[str, str]) -> Room:
    for role in Role:
        room = give_role(room, role, found.get(role, ""))
    return room


def _holders(rounds: Iterable[RoundRooms]) -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    for one in rounds:
        for room in one.rooms:
            for role in Role:
                if who := holder(room, role):
                    held[role] = (*held.get(role, ()), who)
    return held
