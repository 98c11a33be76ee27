"""The check-in: one question, large, and whose turn it is to answer or pass."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.check_in_turns import Turns
from desktop.panels.stage_words import next_line
from desktop.panels.stage_words_sentences import ends_words
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from formats.session.clock import Reading
from formats.session.fitting import outlook
from formats.session.people import short_names
from formats.session.session import Session


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
        self._turns = Turns()
        self._names: dict[str, str] = {}
        self._shown: object = None
        self._question = Words("", "stage", wrap=True)
        self._question.setObjectName("check-in-question")
        self._instruction = Words("", "lead", wrap=True)
        self._speaking = Words("", "large", wrap=True)
        self._speaking.setObjectName("speaking-now")
        self._next = Words("", wrap=True)
        self._ends = Words("", "second", wrap=True)
        self._spoke = ActionButton(look, "Next person", "chevron-right", icon_last=True)
        self._spoke.setObjectName("next-person")
        self._spoke.clicked.connect(self._after_speaking)
        self._pass = ActionButton(look, "Passes", "hand")
        self._pass.setObjectName("passes")
        self._pass.clicked.connect(self._after_passing)
        self._order = QWidget()
        self._chips = FlowLayout(self._order, 6)
        self._lay_out()

    @property
    def turns(self) -> Turns:
        """The go-round of the moment."""
        return self._turns

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the question, the order and what comes next."""
        stage = reading.stage
        if stage is None:
            return
        self._question.setText(stage.question or stage.title)
        each = f" About {stage.seconds_each} seconds each." if stage.seconds_each else ""
        self._instruction.setText(f"{stage.instruction}{each}")
        self._next.setText(f"Next: {next_line(session, reading)}")
        self._ends.setText(ends_words(session, outlook(reading, session.slot_ends_at(reading.position))))
        self._names = short_names(session.present)
        people = tuple(sorted(self._names, key=self._name_of))
        self._turns = self._turns.for_people(people)
        self._show_turns()

    def set_compact(self, compact: bool) -> None:
        """Smaller type, where the window is small or the text large."""
        self._question.set_role("large" if compact else "stage")
        self._instruction.set_role("" if compact else "lead")
        self._speaking.set_role("pane" if compact else "large")

    def begin_anew(self) -> None:
        """Forgets whose turn it was: another session is on the table."""
        self._turns = Turns()
        self._shown = None

    def _show_turns(self) -> None:
        shown = (self._turns, tuple(self._names.items()))
        if shown == self._shown:
            return
        self._shown = shown
        speaking = self._turns.speaking
        done = "Everyone had a turn" if self._turns.order else "Nobody is on the list yet"
        self._speaking.setText(f"{self._names[speaking]} speaks" if speaking else done)
        self._spoke.setEnabled(bool(speaking))
        self._pass.setEnabled(bool(speaking))
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for person in sorted(self._names, key=self._name_of):
            self._chips.addWidget(self._chip(person))
        self._order.updateGeometry()

    def _chip(self, person: str) -> Chip:
        chip = TurnChip(self._look, self._names[person], self._order)
        chip.setObjectName(f"turn-{person}")
        chip.setChecked(person == self._turns.speaking)
        name = self._names[person]
        if person in self._turns.spoken:
            chip.show_as(name, "check")
            chip.setAccessibleName(f"{name}, has spoken")
        elif person in self._turns.passed:
            chip.show_as(name, "minus")
            chip.setAccessibleName(f"{name}, passed")
        chip.clicked.connect(self._go_to)
        chip.show()
        return chip

    def _name_of(self, person: str) -> str:
        return self._names[person].casefold()

    def _after_speaking(self) -> None:
        self._turns = self._turns.after_speaking()
        self._show_turns()

    def _after_passing(self) -> None:
        self._turns = self._turns.after_passing()
        self._show_turns()

    def _go_to(self) -> None:
        self._turns = self._turns.going_to(self.sender().objectName().removeprefix("turn-"))
        self._show_turns()

    def _lay_out(self) -> None:
        acts = FlowLayout()
        acts.addWidget(self._spoke)
        acts.addWidget(self._pass)
        scroll = ScrollColumn(margins=(0, 0, 10, 0))
        column = scroll.column
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(Words("Check-in", "caption"))
        column.addWidget(self._question)
        column.addWidget(self._instruction)
        column.addSpacing(12)
        column.addWidget(self._speaking)
        column.addLayout(acts)
        column.addSpacing(4)
        column.addWidget(self._order)
        column.addSpacing(8)
        column.addWidget(self._next)
        column.addWidget(self._ends)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
