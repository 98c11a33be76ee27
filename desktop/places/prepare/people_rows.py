"""The people of a session as rows of a table, with columns by name."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from desktop.look import Look
from formats.session.people import Person

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DataRole = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    TODAY = 3
    PRESENTED = 4
    REMARKS = 5


TITLES = {
    Column.NAME: "Name",
    Column.ORGANISATION: "Organisation",
    Column.ROLE: "Role",
    Column.TODAY: "Today",
    Column.PRESENTED: "Presented",
    Column.REMARKS: "Remarks",
}
FIELDS = {
    Column.NAME: "name",
    Column.ORGANISATION: "organisation",
    Column.ROLE: "role",
    Column.REMARKS: "remarks",
}


class PeopleModel(QAbstractTableModel):
    """Shows people; what is typed or toggled is asked for and shown once it is saved."""

    person_edited = Signal(object)
    """Someone as they are to be: Person."""
    presence_requested = Signal(str, bool)
    """Someone is here or away: person id, here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._people: tuple[Person, ...] = ()
        self._away: frozenset[str] = frozenset()
        self._turns: Mapping[str, int] = {}

    def show_people(self, people: tuple[Person, ...], away: frozenset[str], turns: Mapping[str, int]) -> None:
        """Takes over the people as they are now."""
        if [p.id for p in people] != [p.id for p in self._people]:
            self.beginResetModel()
            self._people, self._away, self._turns = people, away, turns
            self.endResetModel()
        elif (people, away, turns) != (self._people, self._away, self._turns):
            self._people, self._away, self._turns = people, away, turns
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, len(Column) - 1))

    def person(self, row: int) -> Person:
        """The person in a row."""
        return self._people[row]

    def is_here(self, row: int) -> bool:
        """Whether the person in a row is here."""
        return self._people[row].id not in self._away

    def toggle(self, row: int) -> None:
        """Asks for the person to be away, or here again."""
        self.presence_requested.emit(self._people[row].id, not self.is_here(row))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DataRole.DisplayRole:
            return TITLES[Column(section)]
        if orientation is Qt.Orientation.Horizontal and role == DataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        if role in (DataRole.DisplayRole, DataRole.EditRole, DataRole.ToolTipRole):
            return self._text(index.row(), column)
        if role == DataRole.AccessibleTextRole:
            return self._text(index.row(), column) or f"{TITLES[column]}: nothing"
        if role == DataRole.FontRole and column is Column.NAME:
            return self._look.font(15, QFont.Weight.DemiBold)
        if role == DataRole.ForegroundRole:
            return self._ink(index.row(), column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if Column(index.column()) in FIELDS else flags

    def setData(self, index: Index, value: object, role: int = DataRole.EditRole) -> bool:
        """Asks for the change; a person always has a name."""
        column, text = Column(index.column()), " ".join(str(value).split())
        person = self._people[index.row()]
        if role != DataRole.EditRole or column not in FIELDS or (column is Column.NAME and not text):
            return False
        changed = replace(person, **{FIELDS[column]: text})  # type: ignore[arg-type]  # every column is text
        if changed != person:
            self.person_edited.emit(changed)
        return True

    def _text(self, row: int, column: Column) -> str:
        person = self._people[row]
        if column is Column.TODAY:
            return "Here" if self.is_here(row) else "Away"
        if column is Column.PRESENTED:
            return str(self._turns.get(person.id, 0))
        return str(getattr(person, FIELDS[column]))

    def _ink(self, row: int, column: Column) -> object:
        if not self.is_here(row):
            return self._look.colour("ink_2")
        if column is Column.TODAY:
            return self._look.colour("moss")
        return self._look.colour("ink_2" if column in (Column.ROLE, Column.REMARKS) else "ink")
