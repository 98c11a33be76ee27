"""What can be undone in the notes? Every note added, changed or deleted in this sitting."""

from dataclasses import dataclass

from desktop.live.session_notes import SessionNotes
from desktop.panels.notes.earlier_steps import EarlierSteps
from formats.session.notes import Note


@dataclass(frozen=True, slots=True)
class NoteChange:
    """One act on one note: None before where it was added, None after where it was deleted."""

    before: Note | None
    after: Note | None


NoteAct = tuple[NoteChange, ...]
"""Changes that are made, and taken back, together: twenty pasted lines are one act."""


class NoteHistory:
    """Makes changes to the notes of the session on the table, and takes them back."""

    def __init__(self, notes: SessionNotes, earlier: EarlierSteps) -> None:
        self._notes, self._earlier = notes, earlier
        self._undo_stack: list[NoteAct] = []
        self._redo_stack: list[NoteAct] = []

    def make(self, *changes: NoteChange, goes_on: bool = False) -> None:
        """Makes changes as one act, or more of the last one; what had been undone can no longer be redone."""
        act = tuple(change for change in changes if change.before != change.after)
        if not act:
            return
        last = self._undo_stack[-1] if goes_on and self._undo_stack else None
        if last is not None and len(last) == len(act) == 1 and last[0].after == act[0].before:
            self._undo_stack[-1] = (NoteChange(last[0].before, act[0].after),)
        else:
            self._undo_stack.append(act)
        self._redo_stack.clear()
        for change in act:
            self._bring_about(change.before, change.after)

    def undo(self) -> NoteAct:
        """Takes the last act back, and says of which changes it was made; none where nothing is left."""
        if not self._undo_stack:
            return ()
        act = self._undo_stack.pop()
        self._redo_stack.append(act)
        for change in reversed(act):
            self._bring_about(change.after, change.before)
        return act

    def redo(self) -> NoteAct:
        """Does the act again that was taken back last, and says of which changes it was made."""
        if not self._redo_stack:
            return ()
        act = self._redo_stack.pop()
        self._undo_stack.append(act)
        for change in act:
            self._bring_about(change.before, change.after)
        return act

    def forget(self) -> None:
        """Begins anew, for another session."""
        self._undo_stack.clear()
        self._redo_stack.clear()

    def _bring_about(self, old: Note | None, new: Note | None) -> None:
        if new is not None and self._earlier.holds(new):
            self._earlier.keep(new)
        elif new is not None:
            self._notes.keep(new)
        elif old is not None:
            self._notes.drop(old.id)
