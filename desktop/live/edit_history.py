"""What was done by hand with people, rooms and stages, and how is it taken back and brought back?"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.live.edit_memory import KeptEdit, PlanChange, with_seats_of
from desktop.live.runner import SessionRunner
from formats.session.act_history import event_to_undo
from formats.session.events import Edit, Edited
from formats.session.moves import Move
from formats.session.session import Session


class EditHistory(QObject):
    """Does each edit and says what it did. While the session runs an edit is an act among others in the run log.

    So there is one order in which things are taken back, whichever place they were done in.
    """

    message = Signal(str)
    """What was done, and which wish it breaks; empty when it was taken back."""

    def __init__(self, runner: SessionRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._memory = runner, runner.edits

    @property
    def can_undo(self) -> bool:
        """Whether the last that was done is an edit."""
        session = self._runner.session
        return session is not None and (self.undoes_unlogged or isinstance(event_to_undo(session.events), Edited))

    @property
    def undoes_unlogged(self) -> bool:
        """Whether the last that was done is an edit that the run log does not tell of."""
        session = self._runner.session
        return session is not None and self._memory.is_last_act(session.events)

    @property
    def redoes_unlogged(self) -> bool:
        """Whether the last that was taken back is such an edit."""
        session = self._runner.session
        return session is not None and self._memory.is_last_taken_back(session.events)

    def do(self, what: Edit | None, edit: PlanChange, said: str = "", undo: PlanChange | None = None) -> None:
        """Does an edit; unless told how to undo it, people, wishes and rooms go back to what they are now.

        What is to be known to nobody later, not even when it was done, has no `what` and is not in the run log.
        """
        before = self._runner.session
        if before is None:
            return
        kept = KeptEdit(said, undo, edit) if undo else KeptEdit(said, partial(with_seats_of, before))
        with self._runner.change:
            if what is None or not before.begun:
                self._memory.push(kept, before.events)
                self.follow_up(edit, said)
            elif self._runner.edit(what, edit, kept):
                self.message.emit(said)

    def remember(self) -> None:
        """What is done from here on by others, such as a search for rooms, can be taken back to what is now."""
        self.do(Edit.ROOMS, _unchanged)

    def follow_up(self, edit: PlanChange, said: str) -> None:
        """Does what comes of the last edit, to be taken back together with it."""
        with self._runner.change:
            self._runner.amend(edit)
            self.message.emit(said)

    def undo(self) -> None:
        """Takes back the last edit, where nothing else was done since."""
        session = self._runner.session
        if session is None or not self.can_undo:
            return
        if self.undoes_unlogged:
            self.follow_up(self._memory.take_back(session), "")
            return
        with self._runner.change:
            self._runner.make(Move.UNDO)
            self.message.emit("")

    def redo(self) -> None:
        """Brings back the last edit that the run log does not tell of."""
        session = self._runner.session
        if session is not None and self.redoes_unlogged:
            self.follow_up(self._memory.bring_back(session), "")


def _unchanged(session: Session) -> Session:
    return session
