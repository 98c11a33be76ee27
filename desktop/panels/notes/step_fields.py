"""What a next step asks for beside its words: who takes it, and by when."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.look import Look
from desktop.panels.notes.owner_field import OwnerField
from desktop.panels.notes.step_chips import StepChips
from desktop.widgets.words import Words
from desktop.wording import date_style, long_date, name_order, short_date
from formats.language import Message, tr
from formats.session.candidates import sorted_by_name
from formats.session.dates.day_words import begins_like_a_day, words_before_a_day
from formats.session.dates.typed_dates import parse_day
from formats.session.folding import fold
from formats.session.people import Person, short_names
from formats.session.session import Session
from formats.session.step_sentence import DayWords, StepSentence, read_step

UNREAD = Message("Write the day as 2 March, Friday, the 12th or next meeting.")


class StepFields(QWidget):
    """Owner and date of a next step."""

    text_typed = Signal()
    add_requested = Signal()
    focus_lost = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._today = date.min
        self._next_meeting: date | None = None
        self._sentence = ""
        self._chips = StepChips(look)
        self._owner = OwnerField(look)
        _dress(self._owner, "note-owner", tr("Who"), tr("Who takes this next step"))
        self._due = QLineEdit()
        _dress(self._due, "note-due", tr("By when"), tr("By when, such as 2 March, tomorrow or Friday"))
        self._read = Words("", "label")
        self._read.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self._chips, 0, 0, 1, 2)
        grid.addWidget(self._owner, 1, 0)
        grid.addWidget(self._due, 1, 1)
        grid.addWidget(self._read, 2, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for field in (self._owner, self._due):
            field.textEdited.connect(self._tell_typed)
            field.returnPressed.connect(self.add_requested)
            field.editingFinished.connect(self.focus_lost)
            field.textChanged.connect(self._show_chips)
        self._due.textChanged.connect(self._show_day)
        self._chips.chip_taken_off.connect(self._show_chips)
        self._chips.chip_taken_off.connect(self.text_typed)

    @property
    def day_field(self) -> QLineEdit:
        """Where the day is typed."""
        return self._due

    @property
    def owner(self) -> str:
        """The id of the person named, or the name as typed where nobody has it; else who the sentence names."""
        if not self._owner.text().strip():
            return self._chips.read.owner
        wanted = fold(self._owner.text())
        called = short_names(self._people)
        fits = [p.id for p in self._people if wanted in (fold(p.name), fold(called[p.id]))] if wanted else []
        return fits[0] if len(fits) == 1 else self._owner.text().strip()

    @property
    def due(self) -> date | None:
        """The day typed, where it can be read; with none typed, the one in the sentence."""
        return self._typed_day if self._due.text().strip() else self._chips.read.due

    @property
    def _typed_day(self) -> date | None:
        return self._read_day(self._due.text())

    @property
    def unread(self) -> bool:
        """Whether a date was typed that cannot be read."""
        return bool(self._due.text().strip()) and self.due is None

    def offer(self, session: Session, first: frozenset[str], now: datetime) -> None:
        """People to choose from, those with an id in `first` before the others; dates are read from `now` on."""
        self._people, self._today = session.people, session.local_time(now).date()
        following = session.next_session
        self._next_meeting = session.local_time(following.starts_at).date() if following else None
        self._owner.offer([person.name for person in sorted_by_name(session.people, first, name_order)])
        self._show_chips()

    def read_sentence(self, text: str) -> None:
        """Reads owner and day from what is noted; without a text, what was taken off is forgotten."""
        if not text.strip():
            self._chips.begin_anew()
        self._sentence = text
        self._show_chips()

    def read(self, text: str) -> StepSentence:
        """What a sentence says of owner and day."""
        said = DayWords(words_before_a_day(), begins_like_a_day)
        return read_step(text, self._people, self._read_day, said)

    def take_chip_off(self) -> None:
        """Takes off what was read last from the sentence."""
        self._chips.take_last_off()

    def fill(self, owner: str, due: date | None) -> None:
        """Shows an owner by name and a date."""
        name = next((person.name for person in self._people if person.id == owner), owner)
        self._owner.setText(name)
        self._due.setText(short_date(due) if due else "")

    def ask_for_day(self) -> None:
        """Says how a date may be typed, and waits for one."""
        self._read.set_role("error")
        self._read.setText(str(UNREAD))
        self._read.show()
        self._due.setFocus()

    def _tell_typed(self) -> None:
        self.text_typed.emit()

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today, date_style(), next_meeting=self._next_meeting)

    def _show_chips(self) -> None:
        owner_typed, due_typed = bool(self._owner.text().strip()), bool(self._due.text().strip())
        self._chips.show_read(self.read(self._sentence), owner_typed=owner_typed, due_typed=due_typed)

    def _show_day(self) -> None:
        day = self._typed_day
        self._read.set_role("label")
        self._read.setText(long_date(day) if day else str(UNREAD) if self.unread else "")
        self._read.setVisible(bool(self._read.text()))


def _dress(field: QLineEdit, name: str, placeholder: str, accessible: str) -> None:
    field.setObjectName(name)
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(accessible)
    field.setMinimumWidth(60)
