"""Makes the rooms of a round that was added while the session runs, off the UI thread."""

import time
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.runner import SessionRunner
from formats.language import Message
from formats.session.agenda import Agenda
from formats.session.seating.seating import seat_people, turns_taken
from formats.session.session import RoundRooms, Session

SECONDS = 0.5
STAYING = Message("Everyone stays in their room for the new round.")


class RoundRoomsMaker(QObject):
    """Seats the new round only: rounds that were held or announced stay as they are."""

    message = Signal(str)
    """The people stay in the rooms they are in, and why."""

    def __init__(self, runner: SessionRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._earlier = runner, EarlierSessions(runner)
        self._work = Background(self)
        self._work.finished.connect(self._keep)
        self._work.failed.connect(self._keep_the_last)
        self._part = ""
        runner.session_opened.connect(self._forget)

    def make_for(self, part_id: str) -> None:
        """Finds rooms for the last round of a part, where earlier rounds of it have some."""
        session, reading = self._runner.session, self._runner.reading
        part = reading.position.agenda.part(part_id) if reading else None
        if session is None or reading is None or part is None or part.rooms is None:
            return
        if not any(r.part == part_id for r in session.rooms) or rooms_of(session, part_id, part.rounds):
            return
        self._part = part_id
        if part.rooms.remixed:
            self._work.ask(_SeatingSearch(session, reading.position.agenda, part_id, self._earlier.sessions))
        else:
            self._keep(same_rooms(session, part_id, part.rounds, self._earlier.sessions))
            self.message.emit(str(STAYING))

    def _forget(self, _session: Session | None) -> None:
        """The rooms that are sought belong to the session before."""
        self._work.forget()

    def _keep(self, rounds: Sequence[RoundRooms]) -> None:
        def with_new(session: Session) -> Session:
            have = {(r.part, r.round) for r in session.rooms}
            return session.with_rooms(r for r in rounds if (r.part, r.round) not in have)

        self._runner.amend(with_new)

    def _keep_the_last(self, trouble: Exception) -> None:
        """Where people do not go into new rooms, those of the round before are better than none."""
        session, reading = self._runner.session, self._runner.reading
        part = reading.position.agenda.part(self._part) if reading else None
        if session is not None and part is not None:
            self._keep(same_rooms(session, part.id, part.rounds, self._earlier.sessions))
            self.message.emit(f"{STAYING} {trouble}")


class _SeatingSearch:
    """The question for the worker: frozen values in, the new round out."""

    def __init__(self, session: Session, agenda: Agenda, part_id: str, past: tuple[Session, ...]) -> None:
        locked = tuple(replace(rounds, locked=True) for rounds in session.rooms)
        parts = tuple(part for part in agenda.parts if part.id == part_id)
        self._session, self._past = replace(session, agenda=Agenda(parts), rooms=locked), past

    def __call__(self) -> tuple[RoundRooms, ...]:
        return seat_people(self._session, past=self._past, seconds=SECONDS, clock=time.monotonic).rounds


def rooms_of(session: Session, part_id: str, number: int) -> RoundRooms | None:
    """The rooms of one round of a part."""
    return next((r for r in session.rooms if (r.part, r.round) == (part_id, number)), None)


def same_rooms(
    session: Session, part_id: str, number: int, past: tuple[Session, ...] = ()
) -> tuple[RoundRooms, ...]:
    """The rooms of the round before once more, each with whoever has presented least."""
    before = rooms_of(session, part_id, number - 1)
    if before is None:
        return ()
    turns = turns_taken(past, session)
    here = {person.id for person in session.present}
    made = []
    for room in before.rooms:
        people = [p for p in room.people if p in here] or list(room.people)
        made.append(replace(room, presenter=min(people, key=turns.__getitem__)))
    return (RoundRooms(part_id, number, tuple(made)),)
