"""What of a session was really held, its rounds and its check-in? The run log says what was reached."""

from collections.abc import Iterable, Mapping
from datetime import date

from formats.session.agenda import StageKind
from formats.session.folding import fold
from formats.session.session import RoundRooms, Session


def rounds_reached(session: Session) -> frozenset[tuple[str, int]]:
    """The rounds that the session has come to by now; none before its start."""
    return frozenset((visit.key.part, visit.key.round) for visit in session.position.visits)


def rooms_held(session: Session) -> tuple[RoundRooms, ...]:
    """The rooms of the rounds that were reached."""
    reached = rounds_reached(session)
    return tuple(rooms for rooms in session.rooms if (rooms.part, rooms.round) in reached)


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
