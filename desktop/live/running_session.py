"""How far has the session on the table come: its agenda by now, and the rounds that can still change?"""

from datetime import timedelta

from desktop.live.runner import SessionRunner
from formats.session.seating.people_changes import RoundKey, rounds_to_come
from formats.session.session import Session

LONG_OVER = timedelta(hours=1)
"""So long after the room had to be free nobody is in it any more: the session was only left unfinished."""


def room_is_looking(runner: SessionRunner) -> bool:
    """Whether a room full of people is looking: the session runs, and was not only left unfinished."""
    session, reading = runner.session, runner.reading
    if session is None or reading is None or not runner.live:
        return False
    return reading.now < session.slot_ends_at(reading.position) + LONG_OVER


def running_session(runner: SessionRunner) -> Session | None:
    """The session with the agenda as it stands by now, rounds added while it ran included."""
    session, reading = runner.session, runner.reading
    return session.as_run(reading.position) if session and reading else session


def open_rounds(runner: SessionRunner) -> frozenset[RoundKey]:
    """The rounds in which people can still change rooms; none once the session is over."""
    reading = runner.reading
    if reading is None or reading.position.finished_at is not None:
        return frozenset()
    return rounds_to_come(reading.position.agenda, reading.position.current)
