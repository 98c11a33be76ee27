"""Which rounds of a session were really held? The run log says which of those planned were reached."""

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
