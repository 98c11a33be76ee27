"""What becomes of a session when people join, leave, move to another room or change? Past rounds stay."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from formats.session.agenda import Agenda, Part, StageKey
from formats.session.online import says_online
from formats.session.people import Person
from formats.session.room_wishes import Role
from formats.session.rounds_held import ids_in_rooms_held
from formats.session.seating.groups import is_middle
from formats.session.seating.roles import give_role, holder, roles_held
from formats.session.session import Room, RoundRooms, Session

RoundKey = tuple[str, int]


def with_people(session: Session, people: Iterable[Person], away: Iterable[str] = ()) -> Session:
    """The session with these people added, or brought up to date where they are in it already."""
    new = {person.id: person for person in people}
    kept = tuple(new.pop(person.id, person) for person in session.people)
    online = session.online | {person.id for person in new.values() if says_online(person)}
    people, absent = (*kept, *new.values()), session.away | frozenset(away)
    return with_lengths_for_people(replace(session, people=people, away=absent, online=frozenset(online)))


def without_people(session: Session, ids: frozenset[str]) -> Session:
    """The session without these people; the library still knows them."""
    people = tuple(person for person in session.people if person.id not in ids)
    away, online = session.away - ids, session.online - ids
    return with_lengths_for_people(replace(session, people=people, away=away, online=online))


def with_online(session: Session, person_id: str, *, online: bool) -> Session:
    """The session with someone joining online, or in the room."""
    changed = session.online | {person_id} if online else session.online - {person_id}
    return replace(session, online=frozenset(changed))


def with_presence(session: Session, person_id: str, *, here: bool) -> Session:
    """The session with someone here or away; whoever goes from a room of a round that began has left early."""
    if here:
        back = replace(session, away=session.away - {person_id}, left_early=session.left_early - {person_id})
        return with_lengths_for_people(back)
    left = session.left_early | ({person_id} & ids_in_rooms_held(session))
    return with_lengths_for_people(replace(session, away=session.away | {person_id}, left_early=left))


def with_person_moved(session: Session, key: RoundKey, person_id: str, room: int) -> Session:
    """The session with someone in another room of a round, which is then locked: a person decided it."""
    return _with_round(session, key, lambda old: replace(_move_person(old, person_id, room), locked=True))


def with_role_taken(session: Session, key: RoundKey, person_id: str, role: Role) -> Session:
    """The session with someone in a role of their room, in a round that is then locked; once more gives it up."""

    def chosen(room: Room) -> Room:
        if person_id not in room.people:
            return room
        before = holder(room, role)
        if before == person_id:
            return give_role(room, role, "")
        for other in roles_held(room, person_id):  # whoever had the role takes over what this person did
            room = give_role(room, other, before)
        return give_role(room, role, person_id)

    return _with_round(session, key, lambda old: replace(old, rooms=tuple(map(chosen, old.rooms)), locked=True))


def with_rounds_locked(session: Session, keys: Iterable[RoundKey], *, on: bool) -> Session:
    """The session with rounds locked as they are, or open to be planned again."""
    chosen = set(keys)
    return replace(
        session,
        rooms=tuple(replace(r, locked=on) if (r.part, r.round) in chosen else r for r in session.rooms),
    )


def with_room_locked(session: Session, key: RoundKey, number: int) -> Session:
    """The session with one room locked as it is, or open again where it was locked."""

    def turned(room: Room) -> Room:
        return replace(room, locked=not room.locked) if room.number == number else room

    return _with_round(session, key, lambda old: replace(old, rooms=tuple(map(turned, old.rooms))))


def rounds_to_come(agenda: Agenda, current: StageKey | None) -> frozenset[RoundKey]:
    """The rounds that can still change: from that of the moment on, or all before the start."""
    keys = [stage.key for stage in agenda.stages]
    ahead = keys[keys.index(current) :] if current in keys else keys
    return frozenset((key.part, key.round) for key in ahead)


def with_rooms_mended(session: Session, open_rounds: frozenset[RoundKey]) -> Session:
    """The rooms of these rounds with everyone who is here in one of them, and nobody who is not."""

    def after(rounds: RoundRooms) -> RoundRooms:
        key = (rounds.part, rounds.round)
        if key not in open_rounds or not rounds.rooms:
            return rounds
        return _mend_round(rounds, people_expected(session, key), session.agenda.part(rounds.part))

    return replace(session, rooms=tuple(map(after, session.rooms)))


def is_seated(session: Session, part: Part, number: int) -> bool:
    """Whether this round has rooms that hold exactly the people who are here then."""
    rooms = session.rooms_in(StageKey(part.id, "", number))
    places = [person for room in rooms for person in room.people]
    return sorted(places) == sorted(people_expected(session, (part.id, number)))


def people_expected(session: Session, key: RoundKey) -> tuple[str, ...]:
    """Who is here in a round: everyone present but those who miss it."""
    return tuple(person.id for person in session.present if not session.wishes.misses(person.id, *key))


def with_lengths_for_people(session: Session) -> Session:
    """Stages that give each person a while follow the number of people, those behind excepted."""
    position = session.position
    if position.finished_at is not None:
        return session
    behind = {visit.key for visit in position.visits} - {position.current}
    return replace(session, agenda=session.agenda.for_people(len(session.present), behind))


def _with_round(session: Session, key: RoundKey, change: Callable[[RoundRooms], RoundRooms]) -> Session:
    changed = (change(r) for r in session.rooms if (r.part, r.round) == key)
    return session.with_rooms(tuple(changed))


def _move_person(rounds: RoundRooms, person_id: str, number: int) -> RoundRooms:
    def refilled(room: Room) -> Room:
        others = tuple(p for p in room.people if p != person_id)
        if room.number == number:
            return _with_roles_kept_up(replace(room, people=(*others, person_id)))
        return _with_roles_kept_up(replace(room, people=others))

    return replace(rounds, rooms=tuple(map(refilled, rounds.rooms)))


def _mend_round(rounds: RoundRooms, here: tuple[str, ...], part: Part | None) -> RoundRooms:
    """Newcomers go to the smallest room, but not into the middle, which has its people."""
    present = set(here)
    rooms = [replace(r, people=tuple(p for p in r.people if p in present)) for r in rounds.rooms]
    placed = {person for room in rooms for person in room.people}
    open_ones = [i for i, room in enumerate(rooms) if part is None or not is_middle(part, room.number)]
    for person in (p for p in here if p not in placed):
        place = min(open_ones or range(len(rooms)), key=lambda i: len(rooms[i].people))
        rooms[place] = replace(rooms[place], people=(*rooms[place].people, person))
    return replace(rounds, rooms=tuple(_with_roles_kept_up(room) for room in rooms if room.people))


def _with_roles_kept_up(room: Room) -> Room:
    """The room with nobody in a role who is not in it, and another presenter where the last one left."""
    lost = room.presenter and room.presenter not in room.people
    for role in Role:
        if holder(room, role) not in room.people:
            room = give_role(room, role, "")
    return replace(room, presenter=next(iter(room.people), "")) if lost else room
