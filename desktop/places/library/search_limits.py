"""What narrows the structures of the library: a purpose, so many people, so much time, a room without tables?"""

from datetime import timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.chips import Chip
from desktop.widgets.choice import Choice
from desktop.widgets.flow import FlowLayout
from desktop.wording import minutes
from formats.language import Message, tr, tr_count
from formats.structures.finding import Limit, Search
from formats.structures.structure import PURPOSES, Purpose

LOOSER = {
    Limit.WORDS: Message("Any words"),
    Limit.PURPOSE: Message("Any purpose"),
    Limit.PEOPLE: Message("Any number of people"),
    Limit.TIME: Message("Any length"),
    Limit.TABLES: Message("With tables too"),
}
"""What a limit becomes that is taken off."""
HEADS = (*range(1, 31), 35, 40, 50, 60, 80, 100, 150, 200)
TIMES = (10, 15, 20, 30, 45, 60, 75, 90, 120)
SIZE, HIGH = 13.5, 36


class LimitChip(Chip):
    """A chip as high as the choices beside it."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, choice=True, size=SIZE)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(super().sizeHint().width() + self._look.px(8), self._look.px(HIGH))


class SearchLimits(QWidget):
    """Chips and choices in two lines; each can be taken off by itself, or all at once."""

    limits_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.purposes = {purpose: LimitChip(look, str(PURPOSES[purpose])) for purpose in Purpose}
        self.people = Choice(look, tr("How many people"))
        self.people.setObjectName("library-people")
        self.time = Choice(look, tr("How much time"))
        self.time.setObjectName("library-time")
        self.no_tables = LimitChip(look, tr("No tables"))
        self.clear = ActionButton(look, tr("Clear"), "x", Weight.QUIET)
        self.clear.setObjectName("library-clear")
        self._fill()
        self._lay_out()
        for purpose, chip in self.purposes.items():
            chip.setObjectName(f"purpose-{purpose.value.replace(' ', '-')}")
            chip.toggled.connect(self._tell)
        self.people.value_chosen.connect(self._tell)
        self.time.value_chosen.connect(self._tell)
        self.no_tables.toggled.connect(self._tell)
        self.clear.clicked.connect(self.take_all_off)

    @property
    def search(self) -> Search:
        """What is looked for, without words."""
        chosen = frozenset(purpose for purpose, chip in self.purposes.items() if chip.isChecked())
        return Search(
            purposes=chosen,
            people=self.people.currentData() or 0,
            time=self.time.currentData(),
            without_tables=self.no_tables.isChecked(),
        )

    def propose(self, people: int, time: timedelta | None) -> None:
        """Sets the people and the time of today, which may be other than those that are offered."""
        for box, value, words in (
            (self.people, people, _people_words(people)),
            (self.time, time, _time_words(time) if time else ""),
        ):
            if value and box.findData(value) < 0:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(value)) if value else 0)
        self._tell()

    def take_off(self, limit: Limit) -> None:
        """Takes one limit off."""
        self._loosen(limit)
        self._tell()

    def take_all_off(self) -> None:
        """Shows everything again; the keys stay on a control that can be used."""
        for limit in Limit:
            self._loosen(limit)
        self._tell()
        self.people.setFocus()

    def _loosen(self, limit: Limit) -> None:
        match limit:
            case Limit.PURPOSE:
                for chip in self.purposes.values():
                    chip.setChecked(False)
            case Limit.PEOPLE:
                self.people.setCurrentIndex(0)
            case Limit.TIME:
                self.time.setCurrentIndex(0)
            case Limit.TABLES:
                self.no_tables.setChecked(False)
            case Limit.WORDS:
                pass  # they stand in the line above

    def _tell(self, _value: object = None) -> None:
        self.clear.setVisible(bool(self.search.limits))
        self.limits_changed.emit()

    def _fill(self) -> None:
        self.people.addItem(tr("Any number"), 0)
        for heads in HEADS:
            self.people.addItem(_people_words(heads), heads)
        self.time.addItem(tr("Any length"), None)
        for count in TIMES:
            length = timedelta(minutes=count)
            self.time.addItem(_time_words(length), length)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widgets in (self.purposes.values(), (self.people, self.time, self.no_tables, self.clear)):
            line = QWidget()
            flow = FlowLayout(line, gap=8)
            for widget in widgets:
                flow.addWidget(widget)
            column.addWidget(line)
        self.clear.hide()


def _people_words(heads: int) -> str:
    return tr_count("{count} person", "{count} people", heads)


def _time_words(time: timedelta) -> str:
    return tr("Up to {minutes}", minutes=minutes(time))
