"""Who moves when people or wishes change while rooms stand? Finds the fewest moves, off the UI thread."""

import time
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_memory import PlanChange
from desktop.live.runner import SessionRunner
from desktop.live.running_session import open_rounds, running_session
from formats.session.people import Person
from formats.session.room_wishes import RoomWishes
from formats.session.seating.people_changes import RoundKey
from formats.session.seating.reseating import ReseatingAnswers, reseat
from formats.session.session import RoundRooms, Session

SECONDS = 0.2
"""For mending the rooms; what a reshuffle would gain is not asked for here."""


@dataclass(frozen=True, slots=True)
class SeatingBasis:
    """What an answer rests on: once it has changed, taking the answer would undo the change."""

    people: tuple[Person, ...]
    away: frozenset[str]
    wishes: RoomWishes
    rooms: tuple[RoundRooms, ...]
    open_rounds: frozenset[RoundKey]


class Reseater(QObject):
    """Mends the rooms to come for edits that are about to be made; looks again where its answer comes too late."""

    answers_found = Signal(object)
    """The rooms as the edits want them: ReseatingAnswers."""

    def __init__(self, runner: SessionRunner, earlier: EarlierSessions, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._earlier = runner, earlier
        self._edits: tuple[PlanChange, ...] = ()
        self._basis: SeatingBasis | None = None
        self._search = Background(self)
        self._search.finished.connect(self._take)
        runner.session_opened.connect(self._forget)

    def mend(self, edits: tuple[PlanChange, ...] = ()) -> None:
        """Looks for the rooms after these edits, or after what has been changed already."""
        session = running_session(self._runner)
        if session is None:
            return
        changed = session
        for edit in edits:
            changed = edit(changed)
        ahead, past = open_rounds(self._runner), self._earlier.sessions
        self._edits, self._basis = edits, _basis(session, ahead)
        self._search.ask(
            partial(reseat, changed, session, ahead, past=past, seconds=SECONDS, clock=time.monotonic)
        )

    def _take(self, found: ReseatingAnswers) -> None:
        session = running_session(self._runner)
        if session is None or _basis(session, open_rounds(self._runner)) != self._basis:
            self.mend(self._edits)
        else:
            self.answers_found.emit(found)

    def _forget(self, _session: Session | None) -> None:
        self._search.forget()


def _basis(session: Session, ahead: frozenset[RoundKey]) -> SeatingBasis:
    return SeatingBasis(session.people, session.away, session.wishes, session.rooms, ahead)
