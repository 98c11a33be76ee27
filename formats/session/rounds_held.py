"""What of a session was really held, its rounds and its check-in? The run log says what was reached."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from formats.session.agenda import Arrangement, Part, StageKey, StageKind
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.session import Room, RoundRooms, Session


def rounds_reached(session: Session) -> frozenset[tuple[str, int]]:
    """The rounds that the session has come to by now; none before its start."""
    return frozenset((visit.key.part, visit.key.round) for visit in session.position.visits)


def rooms_held(session: Session) -> tuple[RoundRooms, ...]:
    """The rooms of the rounds that were reached."""
    reached = rounds_reached(session)
    return tuple(rooms for rooms in session.rooms if (rooms.part, rooms.round) in reached)


def ids_in_rooms_held(session: Session) -> frozenset[str]:
    """Who sat in a room of a round that was reached, whoever went from it early too."""
    return session.left_early.union(*(room.people for held in rooms_held(session) for room in held.rooms))


def took_part(session: Session) -> tuple[Person, ...]:
    """Who took part: whoever is here, and whoever sat in a room and left early. Before the start, who is here."""
    came = ids_in_rooms_held(session)
    return tuple(person for person in session.people if person.id not in session.away or person.id in came)


def challenges_brought(session: Session) -> tuple[tuple[RoundRooms, Room], ...]:
    """The rooms with a presenter whose stage their round has reached; until the session begins, all planned.

    Who shows something at a station brings it once, whatever the number of groups that come to it.
    """
    found: dict[tuple[str, int, int, str], tuple[RoundRooms, Room]] = {}
    for held in rooms_as_served(session):
        part = session.agenda.part(held.part)
        at_stations = bool(part and part.rooms and part.rooms.arrangement is Arrangement.STATIONS)
        for room in held.rooms:
            if room.presenter:
                which = (held.part, 0 if at_stations else held.round, room.number, room.presenter)
                found.setdefault(which, (held, room))
    return tuple(found.values())


def rooms_as_served(session: Session) -> tuple[RoundRooms, ...]:
    """The rooms by which roles are counted: as held, with a presenter only where one who was there had their turn.

    Until the session begins, as planned.
    """
    if not session.begun:
        return session.rooms
    absent = session.away - ids_in_rooms_held(session)
    visited = {visit.key for visit in session.position.visits}
    agenda = session.position.agenda
    return tuple(
        _without_presenters(
            held, absent, all_of_them=not _has_been_told(agenda.part(held.part), held.round, visited)
        )
        for held in rooms_held(session)
    )


def _without_presenters(held: RoundRooms, absent: frozenset[str], *, all_of_them: bool) -> RoundRooms:
    rooms = (replace(r, presenter="") if all_of_them or r.presenter in absent else r for r in held.rooms)
    return replace(held, rooms=tuple(rooms))


def telling_stage(part: Part, round_number: int) -> StageKey | None:
    """The stage of a round in which its presenters tell their challenge; introductions come before it."""
    of_round = [stage for stage in part.stages if stage.key.round == round_number]
    presenter = part.rooms.presenter if part.rooms else ""
    told = [stage for stage in of_round if stage.speaks == (presenter,)]
    repeated = [stage for stage in of_round if stage.repeats] or of_round
    return next((stage.key for stage in (*told, *repeated)), None)


def _has_been_told(part: Part | None, round_number: int, visited: set[StageKey]) -> bool:
    told = telling_stage(part, round_number) if part else None
    if part is None or told is None:
        return False
    keys = [stage.key for stage in part.stages if stage.key.round == round_number]
    return bool(visited.intersection(keys[keys.index(told) :]))


def rooms_held_or_planned(session: Session) -> tuple[RoundRooms, ...]:
    """The rooms that count for the sessions after it: as held, and as planned until it has begun."""
    return rooms_held(session) if session.begun else session.rooms


def question_history(past: Iterable[Session]) -> Mapping[str, date]:
    """The day each check-in question was last asked, by its text `folded`; a check-in left out asks nothing."""
    found: dict[str, date] = {}
    for session in past:
        state = session.position
        held = {visit.key for visit in state.visits}
        for stage in state.agenda.stages:
            if stage.kind is StageKind.CHECK_IN and stage.question and stage.key in held:
                question = fold(stage.question)
                found[question] = max(session.date, found.get(question, session.date))
    return found
