"""What a next step asks for beside its words: who takes it, and by when."""

from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from desktop.look import Look
from desktop.widgets.words import Words
from desktop.wording import long_date
from formats.session.candidates import sorted_by_name
from formats.session.dates.typed_dates import parse_day
from formats.session.folding import fold
from formats.session.people import Person, short_names

UNREAD = "Write the day as 2 March, Friday or 2/3."


class StepFields(QWidget):
    """Owner and date of a next step."""

    text_typed = Signal()
    add_requested = Signal()
    focus_lost = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._today = date.min
        self._owner = _field("note-owner", "Who", "Who takes this next step")
        self._due = _field("note-due", "By when", "By when, such as 2 March, tomorrow or Friday")
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._owner.setCompleter(completer)
        self._read = Words("", "label")
        self._read.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self._owner, 0, 0)
        grid.addWidget(self._due, 0, 1)
        grid.addWidget(self._read, 1, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for field in (self._owner, self._due):
            field.textEdited.connect(self._tell_typed)
            field.returnPressed.connect(self.add_requested)
            field.editingFinished.connect(self.focus_lost)
        self._due.textChanged.connect(self._show_day)

    @property
    def owner(self) -> str:
        """The id of the person named, or the name as typed where nobody here has it."""
        wanted = fold(self._owner.text())
        called = short_names(self._people)
        fits = [p.id for p in self._people if wanted in (fold(p.name), fold(called[p.id]))] if wanted else []
        return fits[0] if len(fits) == 1 else self._owner.text().strip()

    @property
    def due(self) -> date | None:
        """The day typed, where it can be read."""
        return parse_day(self._due.text(), self._today)

    @property
    def unread(self) -> bool:
        """Whether a date was typed that cannot be read."""
        return bool(self._due.text().strip()) and self.due is None

    def offer(self, people: tuple[Person, ...], first: frozenset[str], today: date) -> None:
        """People to choose from, those with an id in `first` before the others; dates are read from `today` on."""
        self._people, self._today = people, today
        self._names.setStringList([person.name for person in sorted_by_name(people, first)])

    def fill(self, owner: str, due: date | None) -> None:
        """Shows an owner by name and a date."""
        name = next((person.name for person in self._people if person.id == owner), owner)
        self._owner.setText(name)
        self._due.setText(due.isoformat() if due else "")

    def ask_for_day(self) -> None:
        """Says how a date may be typed, and waits for one."""
        self._read.set_role("error")
        self._read.setText(UNREAD)
        self._read.show()
        self._due.setFocus()

    def _tell_typed(self) -> None:
        self.text_typed.emit()

    def _show_day(self) -> None:
        day = self.due
        self._read.set_role("label")
        self._read.setText(long_date(day) if day else UNREAD if self.unread else "")
        self._read.setVisible(bool(self._read.text()))


def _field(name: str, placeholder: str, accessible: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(accessible)
    field.setMinimumWidth(60)
    return field
