"""How far has the session on the table come: its agenda by now, and the rounds that can still change?"""

from desktop.live.runner import SessionRunner
from formats.session.seating.people_changes import RoundKey, rounds_to_come
from formats.session.session import Session


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
