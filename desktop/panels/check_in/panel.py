"""The check-in: one question, large, and whose turn it is to answer or pass."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.check_in.turn import TurnRow
from desktop.panels.check_in.turns import GoRound, SpeakingOrder, Turns, people_in_order
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
from desktop.wording import go_round_sentence
from formats.session.agenda import StageKey
from formats.session.clock import Reading
from formats.session.people import short_names
from formats.session.session import Session

GoRoundKey = tuple[str, StageKey]
"""The session and the stage of a check-in."""


class TurnChip(Chip):
    """Someone in the go-round; a press makes it their turn."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, name, choice=True, size=14, parent=parent)


class CheckInPanel(QWidget):
    """Answers go into the notes beside it; here is only the order."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-in")
        self._look = look
        self._rounds: dict[GoRoundKey, GoRound] = {}
        self._here: GoRoundKey | None = None
        self._session: Session | None = None
        self._people: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._shown: tuple[GoRound, tuple[tuple[str, str], ...]] | None = None
        self._compact = self._brief = False
        self._caption = Words("Check-in", "caption")
        self._question = Words("", "stage", wrap=True)
        self._question.setObjectName("check-in-question")
        self._instruction = Words("", "lead", wrap=True)
        self._instruction.setObjectName("check-in-how")
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
            action = self._orders[order] = self.menu.addAction(order.value)
            action.setCheckable(True)
            connect_press(action, self._take_order, order)
        self._order = QWidget()
        self._chips = FlowLayout(self._order, 6)
        self._lay_out()

    @property
    def turns(self) -> Turns:
        """The go-round of the moment."""
        return self._round.turns

    @property
    def _round(self) -> GoRound:
        return self._rounds.get(self._here, GoRound()) if self._here else GoRound()

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the question, the order and what comes next."""
        stage = reading.stage
        if stage is None:
            return
        self._question.setText(stage.question or stage.title)
        heads = go_round_sentence(len(session.present), stage.seconds_each)
        each = f" About {stage.seconds_each} seconds each: {heads}" if stage.seconds_each else ""
        self._instruction.setText(f"{stage.instruction}{each}")
        self._next.setText(next_line(session, reading))
        self.outlook.show_reading(session, reading)
        self._session, self._names = session, short_names(session.present)
        self._here = (session.id, stage.key)
        self._keep(self._round)

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
            self.page.column.insertWidget(self.page.column.indexOf(self._instruction) + 2, self.turn)

    @property
    def _turn_is_here(self) -> bool:
        return self.page.column.indexOf(self.turn) >= 0

    def height_at(self, width: int) -> int:
        """How high all of it would be, with whose turn it is among the words."""
        elsewhere = 0 if self._turn_is_here else self.turn.height_at(width) + self.page.column.spacing()
        return height_at(self.page.column, width) + elsewhere

    def _keep(self, here: GoRound) -> None:
        """For the moment only: it is there again after a look elsewhere, and gone with the app."""
        assert self._session is not None, "shown before anyone can press anything"
        self._people = people_in_order(here.order, self._session, self._names, here.seed)
        assert self._here is not None, "set with the session"
        self._rounds[self._here] = replace(here, turns=here.turns.with_people(self._people))
        self._show_turns()

    def _show_turns(self) -> None:
        turns = self.turns
        shown = (self._round, tuple(self._names.items()))
        if shown == self._shown:
            return
        self._shown = shown
        speaking = turns.speaker
        done = "Everyone had a turn" if turns.order else "Nobody is on the list yet"
        self._choose.show_as(self._round.order.value, "chevron-down")
        self._choose.setAccessibleName(f"Speaking order: {self._round.order.value}")
        for order, action in self._orders.items():
            action.setChecked(order is self._round.order)
        self.turn.show_turn(f"{self._names[speaking]} speaks" if speaking else done, open_=bool(speaking))
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for person in self._people:
            self._chips.addWidget(self._chip(person))
        self._order.updateGeometry()

    def _chip(self, person: str) -> Chip:
        chip = TurnChip(self._look, self._names[person], self._order)
        chip.setObjectName(f"turn-{person}")
        chip.setChecked(person == self.turns.speaker)
        name = self._names[person]
        if person in self.turns.spoken:
            chip.show_as(name, "check")
            chip.setAccessibleName(f"{name}, has spoken")
        elif person in self.turns.passed:
            chip.show_as(name, "minus")
            chip.setAccessibleName(f"{name}, passed")
        connect_press(chip, self._go_to, person)
        chip.show()
        return chip

    def _after_speaking(self) -> None:
        self._keep(replace(self._round, turns=self.turns.after_speaking()))

    def _after_passing(self) -> None:
        self._keep(replace(self._round, turns=self.turns.after_passing()))

    def _go_to(self, person: str) -> None:
        self._keep(replace(self._round, turns=self.turns.with_turn_of(person)))

    def _open_menu(self) -> None:
        self.menu.popup(self._choose.mapToGlobal(QPoint(0, self._choose.height())))

    def _take_order(self, order: SpeakingOrder) -> None:
        assert self._session is not None, "shown before anyone can press anything"
        here = replace(self._round, order=order, seed=self._round.seed + 1)
        people = people_in_order(here.order, self._session, self._names, here.seed)
        self._keep(replace(here, turns=here.turns.with_order(people)))

    def _lay_out(self) -> None:
        scroll = self.page = ScrollColumn(margins=(0, 0, 10, 0))
        column = scroll.column
        self._spaces = CollapsibleSpaces(column)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._caption)
        column.addWidget(self._question)
        column.addWidget(self._instruction)
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
