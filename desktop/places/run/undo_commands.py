"""The last act, whichever it was, taken back or brought back; and which it was is said."""

from PySide6.QtCore import QObject, Signal

from desktop.actions import ActName
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.places.run.more_menu import MoreMenu
from desktop.places.run.undo_words import act_words, edit_words
from formats.session.act_history import event_to_redo, event_to_undo
from formats.session.events import Edit, Edited, Event
from formats.session.moves import Move
from formats.session.session import Session


class UndoCommands(QObject):
    """The acts of the run log first; before the start, what was done by hand with people and rooms."""

    act_taken_back = Signal(str, object)
    """What was taken back or brought back, and the act that turns it round: sentence, ActName."""

    def __init__(self, runner: SessionRunner, history: EditHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._history = runner, history

    def show_in(self, menu: MoreMenu) -> None:
        """Says in the menu which act would be taken back."""
        moves, session = self._runner.moves, self._runner.session
        event = event_to_undo(session.events) if session else None
        by_hand = "the last change by hand" if self._history.can_undo else ""
        menu.show_undo(
            act_words(session, event) if session and event else by_hand,
            can_undo=Move.UNDO in moves or self._history.can_undo,
            can_redo=Move.REDO in moves or self._history.can_redo,
        )

    def do(self, name: ActName) -> None:
        """Undo or redo."""
        if name is ActName.UNDO:
            self.undo()
        else:
            self.redo()

    def undo(self) -> None:
        """Takes back the last act."""
        before = self._runner.session
        if before is None:
            return
        with self._runner.change:
            event = event_to_undo(before.events)
            done = self._make_or_edit(Move.UNDO, event)
            if done and (after := self._runner.session) is not None:
                self.act_taken_back.emit(f"Taken back: {_words(event, after, before)}.", ActName.REDO)

    def redo(self) -> None:
        """Brings back the act that was taken back last."""
        before = self._runner.session
        if before is None:
            return
        with self._runner.change:
            event = event_to_redo(before.events)
            done = self._make_or_edit(Move.REDO, event)
            if done and (after := self._runner.session) is not None:
                self.act_taken_back.emit(f"Brought back: {_words(event, before, after)}.", ActName.UNDO)

    def _make_or_edit(self, move: Move, event: Event | None) -> bool:
        """Whether it was done; without an event an edit from before the start is meant."""
        if event is None and (self._history.can_undo if move is Move.UNDO else self._history.can_redo):
            if move is Move.UNDO:
                self._history.undo()
            else:
                self._history.redo()
            return True
        return self._runner.make(move)


def _words(event: Event | None, fewer: Session, more: Session) -> str:
    """What differs, as a noun; of an act that goes to a stage or gives a turn, the one that knows it names it."""
    if event is None or isinstance(event, Edited):
        return edit_words(event.edit if isinstance(event, Edited) else Edit.PEOPLE, fewer, more)
    return act_words(more, event)
