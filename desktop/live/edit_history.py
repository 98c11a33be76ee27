"""What was done by hand with people and rooms, and how is it taken back?"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.live.runner import SessionRunner
from formats.session.seating.people_changes import with_lengths_for_people
from formats.session.session import Session

Edit = Callable[[Session], Session]
MOST_UNDONE = 50


class EditHistory(QObject):
    """Does each edit, says what it did, and takes back the last ones in turn; another session begins anew."""

    message = Signal(str)
    """What was done, and which wish it breaks; empty when it was taken back."""

    def __init__(self, runner: SessionRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._undo_stack: list[Edit] = []
        runner.session_opened.connect(self._forget)

    @property
    def can_undo(self) -> bool:
        """Whether something was done that can be taken back."""
        return bool(self._undo_stack)

    def do(self, edit: Edit, said: str = "", undo: Edit | None = None) -> None:
        """Does an edit; unless told how to undo it, people, wishes and rooms go back to what they are now."""
        before = self._runner.session
        if before is None:
            return
        self._undo_stack = [*self._undo_stack[1 - MOST_UNDONE :], undo or partial(_with_edit_undone, before)]
        self.follow_up(edit, said)

    def remember(self) -> None:
        """What is done from here on by others, such as a search for rooms, can be taken back to what is now."""
        self.do(_unchanged)

    def follow_up(self, edit: Edit, said: str) -> None:
        """Does what comes of the last edit, to be taken back together with it."""
        with self._runner.change:
            self._runner.amend(edit)
            self.message.emit(said)

    def undo(self) -> None:
        """Takes back the last edit."""
        if self._undo_stack:
            self.follow_up(self._undo_stack.pop(), "")

    def _forget(self, _session: Session | None) -> None:
        self._undo_stack = []


def _with_edit_undone(before: Session, session: Session) -> Session:
    """What was done by hand is taken back; names that were mended meanwhile stay so."""
    by_now = {person.id: person for person in session.people}
    session = replace(
        session,
        people=tuple(by_now.get(person.id, person) for person in before.people),
        away=before.away,
        wishes=before.wishes,
        apart_by=before.apart_by,
        rooms=before.rooms,
    )
    return with_lengths_for_people(session)


def _unchanged(session: Session) -> Session:
    return session
