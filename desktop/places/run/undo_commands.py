"""The last act, whichever it was, taken back or brought back; and which it was is said."""

from PySide6.QtCore import QObject, Signal

from desktop.actions import ActName
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.places.run.more_menu import MoreMenu
from desktop.places.run.undo_words import BROUGHT_BACK, TAKEN_BACK, act_words, edit_words
from formats.language import Message, tr
from formats.session.act_history import event_to_redo, event_to_undo
from formats.session.events import Edited, Event
from formats.session.moves import Move
from formats.session.session import Session


class UndoCommands(QObject):
    """Whether it stands in the run log, or was done by hand before the start or in the closing round."""

    act_taken_back = Signal(str, object)
    """What was taken back or brought back, and the act that turns it round: sentence, ActName."""

    def __init__(self, runner: SessionRunner, history: EditHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._history = runner, history

    def show_in(self, menu: MoreMenu) -> None:
        """Says in the menu which act would be taken back."""
        moves, session = self._runner.moves, self._runner.session
        event = event_to_undo(session.events) if session else None
        unlogged = self._history.undoes_unlogged
        words = act_words(session, event) if session and event else ""
        menu.show_undo(
            tr("the last change by hand") if unlogged else words,
            can_undo=Move.UNDO in moves or unlogged,
            can_redo=Move.REDO in moves or self._history.redoes_unlogged,
        )

    def do(self, name: ActName) -> None:
        """Undo or redo."""
        before = self._runner.session
        if before is None:
            return
        with self._runner.change:
            if name is ActName.UNDO:
                act = None if self._history.undoes_unlogged else event_to_undo(before.events)
                self._say(self._undo(), TAKEN_BACK, act, before, ActName.REDO)
            else:
                act = None if self._history.redoes_unlogged else event_to_redo(before.events)
                self._say(self._redo(), BROUGHT_BACK, act, before, ActName.UNDO)

    def _undo(self) -> bool:
        if not self._history.undoes_unlogged:
            return self._runner.make(Move.UNDO)
        self._history.undo()
        return True

    def _redo(self) -> bool:
        if not self._history.redoes_unlogged:
            return self._runner.make(Move.REDO)
        self._history.redo()
        return True

    def _say(self, done: bool, what: Message, act: Event | None, before: Session, way_round: ActName) -> None:
        after = self._runner.session
        if done and after is not None:
            fewer, more = (after, before) if way_round is ActName.REDO else (before, after)
            self.act_taken_back.emit(what.filled(change=_words(act, fewer, more)), way_round)


def _words(act: Event | None, fewer: Session, more: Session) -> str:
    """What differs, as a noun: `fewer` is the session without the act, `more` with it."""
    if act is None or isinstance(act, Edited):
        return edit_words(act.edit if act else None, fewer, more)
    return act_words(more, act)
