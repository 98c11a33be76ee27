"""What is needed less often: undo by its name, begin again, a forgotten start, moving on by itself, finish."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import ActName, Armed, act, press_again_to_move
from desktop.widgets.press import connect_press
from desktop.widgets.tips import menu_text
from formats.language import tr, tr_count
from formats.session.agenda import StageKind
from formats.session.clock import Phase, Reading
from formats.session.moves import Move
from formats.session.session import Session

EARLIER_MINUTES = (1, 2, 5)


class MoreMenu(QMenu):
    """Follows the moves that are possible now."""

    act_requested = Signal(object)
    """An act: ActName."""
    earlier_start_requested = Signal(object)
    """The start was forgotten for so long: timedelta."""
    arrival_requested = Signal()
    """Somebody has arrived."""
    agreement_change_requested = Signal()
    """What the group agreed is to be put in other words."""
    auto_advance_requested = Signal(bool)
    """The stage is to move on by itself at zero, or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("more-menu")
        self.undo = self._line(ActName.UNDO)
        self.redo = self._line(ActName.REDO)
        self.restart = self._line(ActName.RESTART)
        self._earlier = [self._earlier_line(count) for count in EARLIER_MINUTES]
        self.moves_on = self.addAction(tr("Move on by itself at the end"))
        self.moves_on.setCheckable(True)
        self.moves_on.triggered.connect(self.auto_advance_requested)
        self.still_to_come = self._line(ActName.STILL_TO_COME, asks=True)
        self.votes = self._line(ActName.VOTES, asks=True)
        self.side_timer = self._line(ActName.SIDE_TIMER, asks=True)
        self.addSeparator()
        self.arrived = self.addAction(tr("Someone arrived…"))
        self.arrived.setObjectName("arrived")
        self.arrived.triggered.connect(self.arrival_requested)
        self.addSeparator()
        self._line(ActName.WALL_LINE, asks=True)
        self._line(ActName.TAKE_LINE_AWAY)
        self._line(ActName.AGREEMENT)
        self.change_agreement = self.addAction(tr("Change what we agreed…"))
        self.change_agreement.setObjectName("change-agreement")
        self.change_agreement.triggered.connect(self.agreement_change_requested)
        self._line(ActName.STRUCTURE_CARD)
        self._line(ActName.UPSET)
        self.addSeparator()
        self.finish = self._line(ActName.FINISH)

    def show_reading(self, session: Session, reading: Reading, moves: frozenset[Move], armed: Armed) -> None:
        """Offers what can be done now."""
        self.still_to_come.setEnabled(reading.live)
        self.restart.setEnabled(Move.RESTART in moves)
        self.finish.setEnabled(Move.FINISH in moves)
        again, word = armed is ActName.FINISH, act(ActName.FINISH).word
        self.finish.setText(_with_key(press_again_to_move("") if again else word, ActName.FINISH))
        waiting, finished = reading.phase is Phase.WAITING, reading.phase is Phase.FINISHED
        for action, count in zip(self._earlier, EARLIER_MINUTES, strict=True):
            action.setText(_earlier_words(count, waiting=waiting))
            action.setEnabled(not finished and reading.stage is not None)
        # An opener never runs into a round by itself.
        opening = reading.stage is not None and reading.stage.kind is StageKind.OPENER
        self.arrived.setEnabled(not finished)
        self.moves_on.setEnabled(not finished and not opening)
        self.moves_on.setChecked(reading.stage is not None and reading.stage.moves_on)

    def show_undo(self, words: str, *, can_undo: bool, can_redo: bool) -> None:
        """Says which act undo takes back."""
        undo = tr("Undo {act}", act=words) if words else act(ActName.UNDO).word
        self.undo.setText(_with_key(undo, ActName.UNDO))
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _line(self, name: ActName, *, asks: bool = False) -> QAction:
        word = act(name).word
        action = self.addAction(_with_key(tr("{act}…", act=word) if asks else word, name))
        action.setObjectName(f"menu-{name.value}")
        connect_press(action, self.act_requested, name)
        return action

    def _earlier_line(self, count: int) -> QAction:
        action = self.addAction("")
        action.setObjectName(f"earlier-{count}")
        connect_press(action, self.earlier_start_requested, timedelta(minutes=count))
        return action


def _earlier_words(count: int, *, waiting: bool) -> str:
    if waiting:
        return tr_count("The session started a minute ago", "The session started {count} minutes ago", count)
    return tr_count("This stage began a minute earlier", "This stage began {count} minutes earlier", count)


def _with_key(words: str, name: ActName) -> str:
    """A line of the menu, with the key of its act at the right."""
    key = act(name).key
    return f"{menu_text(words)}\t{key}" if key else menu_text(words)
