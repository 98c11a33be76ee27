"""Who comes, who goes and who is called otherwise while the session runs? The rooms to come are mended for it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_history import EditHistory
from desktop.live.edit_memory import PlanChange
from desktop.live.reseater import Reseater
from desktop.live.runner import SessionRunner
from formats.language import Message, tr
from formats.session.events import Edit
from formats.session.people import Person
from formats.session.seating.people_changes import with_lengths_for_people, with_online, with_people
from formats.session.seating.reseating import ReseatingAnswers
from formats.session.session import Session

JOINS_ONLINE, IS_IN_THE_ROOM = Message("{person} joins online now."), Message("{person} is in the room now.")
NOBODY_MOVES = Message("There are no rooms to come, so nobody has to move.")


class PeopleEditor(QObject):
    """Waits with a change of people until it knows who moves; changes that come meanwhile go along."""

    def __init__(
        self, runner: SessionRunner, earlier: EarlierSessions, history: EditHistory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._history = runner, history
        self._pending: tuple[PlanChange, ...] = ()
        self._reseater = Reseater(runner, earlier, self)
        self._reseater.answers_found.connect(self._apply_people)
        runner.session_opened.connect(self._forget)

    def change_people(self, edit: PlanChange) -> None:
        """Has people come or go: the rooms to come are mended, with the fewest moves."""
        self._pending = (*self._pending, edit)
        self._reseater.mend(self._pending)

    def change_details(self, person: Person) -> None:
        """Keeps another name, organisation, role or remark of someone."""
        before = self._runner.session.person(person.id) if self._runner.session else None
        if before is not None:
            renamed = tr("{before} is called {now} now.", before=before.name, now=person.name)
            changed = tr("{person} is changed on the list.", person=person.name)
            said = renamed if before.name != person.name else changed
            self._history.do(
                Edit.PEOPLE, partial(_with_details_of, person), said, undo=partial(_with_details_of, before)
            )

    def mark_online(self, person: Person, *, online: bool) -> None:
        """Marks that someone joins online, or is in the room."""
        said = JOINS_ONLINE if online else IS_IN_THE_ROOM
        self._history.do(Edit.PEOPLE, partial(_with_online, person.id, online), said.filled(person=person.name))

    def apply_seating(self, changed: Session, said: str) -> None:
        """Takes over who is here and where they sit, as it was worked out elsewhere."""
        self._history.do(Edit.PEOPLE, partial(_with_seats_of, changed), said)

    def _apply_people(self, found: ReseatingAnswers) -> None:
        self._pending = ()
        self.apply_seating(found.session, found.sentence or str(NOBODY_MOVES))

    def _forget(self, _session: Session | None) -> None:
        self._pending = ()


def _with_online(person_id: str, online: bool, session: Session) -> Session:
    return with_online(session, person_id, online=online)


def _with_details_of(person: Person, session: Session) -> Session:
    known = session.person(person.id) is not None
    return with_people(session, (person,)) if known else session


def _with_seats_of(changed: Session, session: Session) -> Session:
    seats = replace(
        session,
        people=changed.people,
        away=changed.away,
        left_early=changed.left_early,
        online=changed.online,
        wishes=changed.wishes,
        rooms=changed.rooms,
    )
    return with_lengths_for_people(seats)
