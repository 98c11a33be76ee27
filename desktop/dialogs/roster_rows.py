"""A list of people as it was understood, as rows of a table to look over and mend."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from operator import attrgetter

from PySide6.QtCore import Qt, Signal

from desktop.dialogs.roster_answers import EditedRoster, Key, RosterEntry
from desktop.look import Look
from desktop.widgets.people_rows import DataRole, Index, PeopleRows
from desktop.widgets.tips import plain_tip
from formats.session.roster import Match


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    KNOWN = 3


TITLES = ("Name", "Organisation", "Role", "Before")
FIELDS = {Column.NAME: "name", Column.ORGANISATION: "organisation", Column.ROLE: "role"}


@dataclass(frozen=True, slots=True)
class RosterRow:
    """All that one row shows: an entry of the list, and whether the person came before, in words."""

    entry: RosterEntry
    before: str

    @property
    def key(self) -> Key:
        """Whose row it is."""
        return self.entry.key


class RosterModel(PeopleRows[RosterRow]):
    """Shows what was understood; changes are asked for, not made."""

    roster_edited = Signal(object)
    """The list with a change: EditedRoster."""

    def __init__(self, look: Look) -> None:
        super().__init__(TITLES, FIELDS.items(), attrgetter("key"))
        self._look = look
        self._list = EditedRoster()

    def show_list(self, listed: EditedRoster, known: Mapping[Key, Match], here: frozenset[str]) -> None:
        """Takes over a reading; `here` are ids of people who are in the session already."""
        self._list = listed
        self.show_rows([RosterRow(one, _before_words(one, known.get(one.key), here)) for one in listed.entries])

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        shown, column = self.rows[index.row()], Column(index.column())
        entry = shown.entry
        text = shown.before if column is Column.KNOWN else str(getattr(entry.draft, FIELDS[column]))
        if role in (DataRole.DisplayRole, DataRole.EditRole):
            return text
        if role == DataRole.ToolTipRole:
            return plain_tip(text)
        if role == DataRole.CheckStateRole and column is Column.NAME:
            return Qt.CheckState.Checked if entry.taken else Qt.CheckState.Unchecked
        if role == DataRole.ForegroundRole:
            quiet = not entry.taken or column is Column.KNOWN
            return self._look.colour("ink_2" if quiet else "ink")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whoever stands in a row can be left out by the tick before the name."""
        flags = super().flags(index)
        named = index.isValid() and index.column() == Column.NAME
        return flags | Qt.ItemFlag.ItemIsUserCheckable if named else flags

    def setData(self, index: Index, value: object, role: int = DataRole.EditRole) -> bool:
        """Asks for another word, or for someone to be left out."""
        if role == DataRole.CheckStateRole:
            taken = Qt.CheckState(value) is Qt.CheckState.Checked
            self.roster_edited.emit(self._list.with_taken(index.row(), taken))
            return True
        return super().setData(index, value, role)

    def request_text(self, row: int, field: str, text: str) -> None:
        """Asks for the change."""
        draft = replace(self._list.entries[row].draft, **{field: text})  # type: ignore[arg-type]  # all are text
        self.roster_edited.emit(self._list.with_draft(row, draft))


def _before_words(entry: RosterEntry, match: Match | None, here: frozenset[str]) -> str:
    if not entry.taken:
        return "left out"
    if match is None:
        return "one person, see below"
    if match.person is None:
        return "away" if match.draft.away else "new"
    if not match.sure:
        return "asked below"
    return "on the list already" if match.person.id in here else "came before"
