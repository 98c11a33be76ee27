"""The check-in: one question, large, and whose turn it is to answer or pass."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.live.go_round_now import go_round_now
from desktop.look import Look
from desktop.panels.check_in.turn import TurnRow
from desktop.panels.stage.outlook import OutlookLine
from desktop.panels.stage.words import next_line
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.chips import Chip
from desktop.widgets.collapsible_spaces import CollapsibleSpaces
from desktop.widgets.flow import FlowLayout
from desktop.widgets.measuring import height_at
from desktop.widgets.press import connect_press
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from desktop.wording import go_round_sentence, own_line_words
from formats.language import Message, tr
from formats.session.agenda import StageKey
from formats.session.clock import Reading
from formats.session.events import SpeakingOrder
from formats.session.go_round import GoRound
from formats.session.people import short_names
from formats.session.session import Session

Turn = tuple[str, StageKey, str]
"""The session, the stage of a check-in, and whose turn it was."""
ORDER_WORDS = {
    SpeakingOrder.NAMES: Message("By name"),
    SpeakingOrder.LIST: Message("As on the list"),
    SpeakingOrder.ROOMS: Message("Room by room"),
    SpeakingOrder.SHUFFLED: Message("Shuffled"),
}


class TurnChip(Chip):
    """Someone in the go-round; a press makes it their turn."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, name, choice=True, size=14, parent=parent)


class CheckInPanel(QWidget):
    """Answers go into the notes beside it; here is only the order."""

    turn_ended = Signal(str)
    """Someone had their turn: their id."""
    turn_given = Signal(str)
    """It is to be someone's turn, out of order or once more: their id."""
    order_chosen = Signal(object)
    """People are to speak in this order: SpeakingOrder."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-in")
        self._look = look
        self._session_id = ""
        self._stage: StageKey | None = None
        self._round = GoRound()
        # For the moment only: nothing is recorded of who passed.
        self._passed: set[Turn] = set()
        self._names: dict[str, str] = {}
        self._shown: tuple[GoRound, tuple[tuple[str, str], ...], frozenset[Turn]] | None = None
        self._compact = self._brief = False
        self._caption = Words(tr("Check-in"), "caption")
        self._question = Words("", "stage", wrap=True)
        self._question.setObjectName("check-in-question")
        self._instruction = Words("", "lead", wrap=True)
        self._instruction.setObjectName("check-in-how")
        self._own_line = Words("", "second", wrap=True)
        self._own_line.setObjectName("own-line")
        self._next = Words("", wrap=True)
        self._next.setObjectName("check-in-next")
        # Its keys work here too; its buttons would take the room of the names.
        self.outlook = OutlookLine(look, with_acts=False)
        self._choose = ActionButton(look, "", "chevron-down", Weight.QUIET, icon_last=True)
        self._choose.setObjectName("speaking-order")
        self._choose.clicked.connect(self._open_menu)
        self.turn = TurnRow(look, self._choose)
        self.turn.person_spoke.connect(self._after_speaking)
        self.turn.person_passed.connect(self._after_passing)
        self.menu = QMenu(self)
        self._orders: dict[SpeakingOrder, QAction] = {}
        for order in SpeakingOrder:
            action = self._orders[order] = self.menu.addAction(str(ORDER_WORDS[order]))
            action.setCheckable(True)
            connect_press(action, self.order_chosen.emit, order)
        self._order = QWidget()
        self._chips = FlowLayout(self._order, 6)
        self._lay_out()

    @property
    def go_round(self) -> GoRound:
        """Whose turn it is, and who had theirs."""
        return self._round

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the question, the order and what comes next."""
        stage = reading.stage
        if stage is None:
            return
        self._question.setText(stage.question or stage.title)
        heads = go_round_sentence(len(session.present), stage.seconds_each)
        # For translators: "About 20 seconds each: 18 people take 6 min."
        each = tr("About {seconds} seconds each: {all_take}", seconds=stage.seconds_each, all_take=heads)
        self._instruction.setText(f"{stage.instruction} {each}" if stage.seconds_each else stage.instruction)
        self._own_line.setText(own_line_words(stage))
        self._own_line.setVisible(bool(stage.facilitator_line))
        self._next.setText(next_line(session, reading))
        self.outlook.show_reading(session, reading)
        self._session_id, self._stage, self._names = session.id, stage.key, short_names(session.present)
        self._round = go_round_now(session, reading) or GoRound()
        self._show_turns()

    def set_compact(self, compact: bool) -> None:
        """Smaller type, where the window is small or the text large."""
        self._compact = compact
        self._take_size()

    def _take_size(self) -> None:
        compact = self._compact
        self._question.set_role("window" if self._brief else "large" if compact else "stage")
        self._instruction.set_role("" if compact else "lead")
        self.turn.turn_words.set_role("pane" if compact else "large")

    def give_way(self, *, order: bool, brief: bool) -> None:
        """Leaves out the row of names, then all but question, how, who speaks, what is next and the end."""
        self._order.setVisible(not order)
        self._caption.setVisible(not brief)
        self._choose.setVisible(not brief)
        self._brief = brief
        self._spaces.collapse(brief)
        self.outlook.set_brief(brief)
        self._take_size()

    def restore_turn_row(self) -> None:
        """Whose turn it is stands among the other words, not elsewhere."""
        if not self._turn_is_here:
            self.page.column.insertWidget(self.page.column.indexOf(self._own_line) + 2, self.turn)

    @property
    def _turn_is_here(self) -> bool:
        return self.page.column.indexOf(self.turn) >= 0

    def height_at(self, width: int) -> int:
        """How high all of it would be, with whose turn it is among the words."""
        elsewhere = 0 if self._turn_is_here else self.turn.height_at(width) + self.page.column.spacing()
        return height_at(self.page.column, width) + elsewhere

    def _show_turns(self) -> None:
        shown = (self._round, tuple(self._names.items()), frozenset(self._passed))
        if shown == self._shown:
            return
        self._shown = shown
        speaking, order = self._round.speaker, self._round.order
        done = tr("Everyone has had a turn") if self._names else tr("Nobody is on the list yet")
        self._choose.show_as(str(ORDER_WORDS[order]), "chevron-down")
        self._choose.setAccessibleName(tr("Speaking order: {order}", order=ORDER_WORDS[order]))
        for each, action in self._orders.items():
            action.setChecked(each is order)
        words = tr("{person} speaks", person=self._names[speaking]) if speaking else done
        following = self._names.get(self._round.following, "")
        self.turn.show_turn(words, open_=bool(speaking), following=following)
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for person in self._round.people:
            self._chips.addWidget(self._chip(person))
        self._order.updateGeometry()

    def _chip(self, person: str) -> Chip:
        name = self._names[person]
        chip = TurnChip(self._look, name, self._order)
        chip.setObjectName(f"turn-{person}")
        chip.setChecked(person == self._round.speaker)
        if person in self._round.had_turn:
            passed = self._turn_of(person) in self._passed
            chip.show_as(name, "minus" if passed else "check")
            chip.setAccessibleName(
                tr("{name}, passed", name=name) if passed else tr("{name}, had a turn", name=name)
            )
        connect_press(chip, self._give_turn, person)
        chip.show()
        return chip

    def _turn_of(self, person: str) -> Turn:
        assert self._stage is not None, "shown before anyone can press anything"
        return self._session_id, self._stage, person

    def _after_speaking(self) -> None:
        self._passed.discard(self._turn_of(self._round.speaker))
        self.turn_ended.emit(self._round.speaker)

    def _after_passing(self) -> None:
        self._passed.add(self._turn_of(self._round.speaker))
        self.turn_ended.emit(self._round.speaker)

    def _give_turn(self, person: str) -> None:
        if person != self._round.speaker:
            self.turn_given.emit(person)
            return
        # A press on whoever speaks has switched the mark off, and it is still their turn.
        for chip in self._order.findChildren(TurnChip, f"turn-{person}"):
            chip.setChecked(True)

    def _open_menu(self) -> None:
        self.menu.popup(self._choose.mapToGlobal(QPoint(0, self._choose.height())))

    def _lay_out(self) -> None:
        scroll = self.page = ScrollColumn(margins=(0, 0, 10, 0))
        column = scroll.column
        self._spaces = CollapsibleSpaces(column)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._caption)
        column.addWidget(self._question)
        column.addWidget(self._instruction)
        column.addWidget(self._own_line)
        self._spaces.add(12)
        column.addWidget(self.turn)
        self._spaces.add(4)
        column.addWidget(self._order)
        self._spaces.add(8)
        column.addWidget(self._next)
        column.addWidget(self.outlook)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
