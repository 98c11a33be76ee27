"""Which change of the plan do the keys take back or bring back, and is it said where it is out of sight?"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.actions import ActName, act
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.places.run.undo_words import BROUGHT_BACK, EDIT_WORDS, TAKEN_BACK, edit_words
from desktop.widgets.press import connect_press
from formats.language import Message
from formats.session.events import Edit
from formats.session.session import Session

AGENDA = Message("the change of the agenda")


class TakenBack(QObject):
    """The keys of undo and redo, which act on the whole plan whichever part of it is in sight."""

    act_taken_back = Signal(str, object)
    """What was taken back or brought back, and the act that turns it round: sentence, ActName."""

    def __init__(self, runner: SessionRunner, history: EditHistory, page: QWidget) -> None:
        super().__init__(page)
        self._runner, self._history = runner, history
        for name in (ActName.UNDO, ActName.REDO):
            for key in act(name).keys:
                within = QShortcut(QKeySequence(key), page)
                within.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                connect_press(within, self.do, name)

    def do(self, name: ActName) -> None:
        """Undo or redo."""
        if name is ActName.UNDO:
            self._do(self._history.undo, TAKEN_BACK, ActName.REDO)
        else:
            self._do(self._history.redo, BROUGHT_BACK, ActName.UNDO)

    def _do(self, change: Callable[[], None], what: Message, way_round: ActName) -> None:
        before = self._runner.session
        change()
        after = self._runner.session
        if before is not None and after is not None and after != before:
            fewer, more = (after, before) if way_round is ActName.REDO else (before, after)
            self.act_taken_back.emit(what.filled(change=plan_words(fewer, more)), way_round)


def plan_words(fewer: Session, more: Session) -> str:
    """A change of the plan as a noun, by what differs: `fewer` is the session without it, `more` with it."""
    if fewer.people != more.people or fewer.away != more.away:
        said = edit_words(None, fewer, more)
        return said if said != edit_words(None, fewer, fewer) else str(EDIT_WORDS[Edit.PEOPLE])
    if (fewer.wishes, fewer.apart_by) != (more.wishes, more.apart_by):
        return str(EDIT_WORDS[Edit.WISH])
    return str(AGENDA) if fewer.agenda != more.agenda else edit_words(Edit.ROOMS, fewer, more)
