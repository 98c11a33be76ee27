"""The people of the network as rows of a table, edited in place."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.places.people.network import NetworkMember
from desktop.wording import counted_noun

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
DataRole = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    CAME = 3
    PRESENTED = 4
    STEPS = 5


HEADINGS = {
    Column.NAME: "Name",
    Column.ORGANISATION: "Organisation",
    Column.ROLE: "Role",
    Column.CAME: "Came to",
    Column.PRESENTED: "Presented",
    Column.STEPS: "Next steps",
}
FIELDS = {Column.NAME: "name", Column.ORGANISATION: "organisation", Column.ROLE: "role"}


def cell_text(member: NetworkMember, column: Column) -> str:
    """What stands in a cell."""
    match column:
        case Column.CAME:
            return str(member.visit_count)
        case Column.PRESENTED:
            return str(member.times_presented)
        case Column.STEPS:
            return f"{len(member.steps)} open" if member.steps else ""
        case _:
            return str(getattr(member.person, FIELDS[column]))


def _accessible_text(member: NetworkMember, column: Column) -> str:
    """What a cell says where the heading is not in view."""
    match column:
        case Column.CAME:
            return f"came to {counted_noun(member.visit_count, 'session')}"
        case Column.PRESENTED:
            return f"presented {counted_noun(member.times_presented, 'time')}"
        case Column.STEPS:
            return f"{counted_noun(len(member.steps), 'open next step')}"
        case _:
            return cell_text(member, column)


class NetworkRows(QAbstractTableModel):
    """What is typed is asked for, and shown once it is saved."""

    person_edited = Signal(object)
    """Someone as they are to be: Person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[NetworkMember, ...] = ()

    @property
    def members(self) -> tuple[NetworkMember, ...]:
        """Everyone shown, from the top."""
        return self._members

    def show(self, members: Sequence[NetworkMember]) -> None:
        """Shows these people in this order."""
        if [m.person.id for m in members] != [m.person.id for m in self._members]:
            self.beginResetModel()
            self._members = tuple(members)
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self._members, members, strict=True)):
            if old != new:
                self._members = (*self._members[:row], new, *self._members[row + 1 :])
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def member(self, index: Index) -> NetworkMember | None:
        """The person of a row."""
        return self._members[index.row()] if index.isValid() else None

    def row_of(self, person_id: str) -> int:
        """The row of a person, or -1."""
        return next((row for row, m in enumerate(self._members) if m.person.id == person_id), -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._members)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DataRole.DisplayRole:
            return HEADINGS[Column(section)]
        if role == DataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        member, column = self._members[index.row()], Column(index.column())
        if role in (DataRole.DisplayRole, DataRole.EditRole):
            return cell_text(member, column)
        if role == DataRole.AccessibleTextRole:
            return _accessible_text(member, column)
        if role == DataRole.ToolTipRole and column in FIELDS:
            return cell_text(member, column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if Column(index.column()) in FIELDS else flags

    def setData(self, index: Index, value: object, role: int = DataRole.EditRole) -> bool:
        """Asks for the change; a person always has a name."""
        column, text = Column(index.column()), " ".join(str(value).split())
        person = self._members[index.row()].person
        if role != DataRole.EditRole or column not in FIELDS or (column is Column.NAME and not text):
            return False
        changed = replace(person, **{FIELDS[column]: text})  # type: ignore[arg-type]  # every column is text
        if changed != person:
            self.person_edited.emit(changed)
        return True
