"""Which rooms may a plan change: what is a search given, and what of its answer goes on the table?"""

from collections.abc import Collection
from dataclasses import replace

from formats.session.agenda import Part
from formats.session.seating.people_changes import RoundKey, is_seated
from formats.session.seating.seating import Seating
from formats.session.session import RoundRooms, Session


def fixed_rounds(session: Session, open_rounds: frozenset[RoundKey]) -> frozenset[RoundKey]:
    """The rounds to leave as they are: locked ones, and once the session runs those that are past or complete."""
    locked = {(r.part, r.round) for r in session.rooms if r.locked}
    if not session.begun:
        return frozenset(locked)
    rounds = _rounds(session)
    complete = {(part.id, n) for part, n in rounds if is_seated(session, part, n)}
    past = {(part.id, n) for part, n in rounds} - open_rounds
    return frozenset(locked | complete | past)


def is_fully_seated(session: Session) -> bool:
    """Whether everyone who is here has a room in every round."""
    return all(is_seated(session, part, n) for part, n in _rounds(session))


def session_to_plan(session: Session, fixed: frozenset[RoundKey]) -> Session:
    """The session as the planner takes it: fixed rounds locked, without people who are not here."""
    known = {(part.id, n): part for part, n in _rounds(session)}
    here = {person.id for person in session.present}
    rooms = []
    for old in session.rooms:
        part = known.get((old.part, old.round))
        if part is None or (part.rooms and not part.rooms.remixed and old.round > 1):
            continue
        rooms.append(_without_absent(replace(old, locked=(old.part, old.round) in fixed), here))
    return replace(session, rooms=tuple(rooms))


def rooms_with_plan(
    session: Session, seating: Seating, parts: Collection[str], fixed: frozenset[RoundKey]
) -> tuple[RoundRooms, ...]:
    """The rooms of a session with the plan of these parts in them; fixed rounds and other parts stay."""
    made = {(r.part, r.round): r for r in seating.rounds if r.part in parts}
    kept = {(r.part, r.round): r for r in session.rooms}
    keys = [(part.id, n) for part, n in _rounds(session)]
    chosen = (kept.get(key) if key in fixed and key in kept else made.get(key, kept.get(key)) for key in keys)
    return tuple(rounds for rounds in chosen if rounds is not None)


def _rounds(session: Session) -> list[tuple[Part, int]]:
    return [(part, n) for part in session.agenda.structures for n in range(1, part.rounds + 1)]


def _without_absent(rounds: RoundRooms, here: set[str]) -> RoundRooms:
    rooms = (replace(r, people=tuple(p for p in r.people if p in here)) for r in rounds.rooms)
    return replace(rounds, rooms=tuple(room for room in rooms if room.people))
