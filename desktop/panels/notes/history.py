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


class NoteHistory:
    """Makes changes to the notes of the session on the table, and takes them back."""

    def __init__(self, notes: SessionNotes, earlier: EarlierSteps) -> None:
        self._notes, self._earlier = notes, earlier
        self._undo_stack: list[NoteChange] = []
        self._redo_stack: list[NoteChange] = []

    def make(self, change: NoteChange, *, goes_on: bool = False) -> None:
        """Makes a change, or more of the last one; what had been undone before it can no longer be redone."""
        if change.before != change.after:
            last = self._undo_stack[-1] if goes_on and self._undo_stack else None
            if last is not None and last.after == change.before:
                self._undo_stack[-1] = NoteChange(last.before, change.after)
            else:
                self._undo_stack.append(change)
            self._redo_stack.clear()
            self._bring_about(change.before, change.after)

    def undo(self) -> NoteChange | None:
        """Takes the last change back."""
        if not self._undo_stack:
            return None
        change = self._undo_stack.pop()
        self._redo_stack.append(change)
        self._bring_about(change.after, change.before)
        return change

    def redo(self) -> NoteChange | None:
        """Makes the change again that was taken back last."""
        if not self._redo_stack:
            return None
        change = self._redo_stack.pop()
        self._undo_stack.append(change)
        self._bring_about(change.before, change.after)
        return change

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
