"""A list of people as it was understood, as rows of a table to look over and mend."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.dialogs.roster_answers import EditedRoster, Key
from desktop.look import Look
from formats.session.roster import Match, PersonDraft

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DataRole = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    KNOWN = 3


TITLES = ("Name", "Organisation", "Role", "Before")
FIELDS = {Column.NAME: "name", Column.ORGANISATION: "organisation", Column.ROLE: "role"}


def _with_text(draft: PersonDraft, column: Column, text: str) -> PersonDraft:
    match column:
        case Column.NAME:
            return replace(draft, name=text)
        case Column.ORGANISATION:
            return replace(draft, organisation=text)
        case _:
            return replace(draft, role=text)


class RosterModel(QAbstractTableModel):
    """Shows what was understood; changes are asked for, not made."""

    roster_edited = Signal(object)
    """The list with a change: Mended."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._list = EditedRoster()
        self._known: Mapping[Key, Match] = {}
        self._here: frozenset[str] = frozenset()

    def show_list(self, listed: EditedRoster, known: Mapping[Key, Match], here: frozenset[str]) -> None:
        """Takes over a reading; `here` are ids of people who are in the session already."""
        same_rows = [e.key for e in listed.entries] == [e.key for e in self._list.entries]
        if not same_rows:
            self.beginResetModel()
        self._list, self._known, self._here = listed, known, here
        if not same_rows:
            self.endResetModel()
        elif listed.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(listed.entries) - 1, Column.KNOWN))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._list.entries)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DataRole.DisplayRole:
            return TITLES[section]
        if orientation is Qt.Orientation.Horizontal and role == DataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, column = self._list.entries[index.row()], Column(index.column())
        if role in (DataRole.DisplayRole, DataRole.EditRole, DataRole.ToolTipRole):
            return (
                self._before_words(entry.key, entry.taken)
                if column is Column.KNOWN
                else getattr(entry.draft, FIELDS[column])
            )
        if role == DataRole.CheckStateRole and column is Column.NAME:
            return Qt.CheckState.Checked if entry.taken else Qt.CheckState.Unchecked
        if role == DataRole.ForegroundRole:
            quiet = not entry.taken or column is Column.KNOWN
            return self._look.colour("ink_2" if quiet else "ink")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() != Column.KNOWN else flags

    def setData(self, index: Index, value: object, role: int = DataRole.EditRole) -> bool:
        """Asks for another word, or for someone to be left out."""
        row, column = index.row(), Column(index.column())
        if role == DataRole.CheckStateRole:
            self.roster_edited.emit(self._list.with_taken(row, Qt.CheckState(value) is Qt.CheckState.Checked))
            return True
        text = " ".join(str(value).split())
        if role != DataRole.EditRole or column is Column.KNOWN or (column is Column.NAME and not text):
            return False
        draft = self._list.entries[row].draft
        self.roster_edited.emit(self._list.with_draft(row, _with_text(draft, column, text)))
        return True

    def _before_words(self, key: Key, taken: bool) -> str:
        match = self._known.get(key)
        if not taken:
            return "left out"
        if match is None:
            return "one person, see below"
        if match.person is None:
            return "away" if match.draft.away else "new"
        if not match.sure:
            return "asked below"
        return "on the list already" if match.person.id in self._here else "came before"
