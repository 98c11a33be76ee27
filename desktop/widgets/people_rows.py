"""Which cells of a table of people can be typed in, what may be typed, and what is drawn anew after a change?"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.row_changes import change_rows

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
DataRole = Qt.ItemDataRole
NAME = "name"
Row = TypeVar("Row")


class PeopleRows(QAbstractTableModel, Generic[Row]):
    """One person a row, columns by number. What is typed is asked for, and shown once it is kept."""

    def __init__(
        self,
        headings: Sequence[str],
        fields: Iterable[tuple[int, str]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        """`fields` is what can be typed, the field of a person by column; `key` tells whose row it is."""
        super().__init__(parent)
        self._headings, self._fields, self._key = tuple(headings), dict(fields), key
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these. Only what changed is drawn anew: someone may type in another row."""
        change_rows(self, self.rows, rows, self._key, len(self._headings))

    def set_columns(self, headings: Sequence[str], fields: Iterable[tuple[int, str]]) -> None:
        """Has other columns from now on, and no rows until some are shown."""
        self.beginResetModel()
        self._headings, self._fields = tuple(headings), dict(fields)
        self.rows = []
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DataRole.DisplayRole:
            return self._headings[section]
        if orientation is Qt.Orientation.Horizontal and role == DataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in self._fields else flags

    def setData(self, index: Index, value: object, role: int = DataRole.EditRole) -> bool:
        """Asks for another word; a person always has a name."""
        field, text = self._fields.get(index.column(), ""), " ".join(str(value).split())
        if role != DataRole.EditRole or not field or (field == NAME and not text):
            return False
        self.request_text(index.row(), field, text)
        return True

    def request_text(self, row: int, field: str, text: str) -> None:
        """Asks for the person of a row to have another text in a field."""
        raise NotImplementedError
