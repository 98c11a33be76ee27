"""A list of people as it was understood, as rows of a table to look over and mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont

from desktop.dialogs.roster_answers import TYPED, EditedRoster, Key, Resolution, RosterEntry
from desktop.dialogs.roster_columns import ColumnShown, Field
from desktop.look import Look
from desktop.widgets.people_rows import DataRole, Index, PeopleRows
from desktop.widgets.tips import plain_tip
from formats.language import Message, tr, tr_count
from formats.session.roster.person_texts import with_text
from formats.session.roster.recognise import Match

TINT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The colour role of a cell that is shown as a chip; empty for plain words."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 2
HERE, AWAY = Message("Here"), Message("Away")


@dataclass(frozen=True, slots=True)
class Before:
    """Whether somebody came before, in words, and how that is drawn."""

    words: str = ""
    tint: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """All that one row shows: an entry of the list, whether the person comes today, and came before."""

    entry: RosterEntry
    before: Before

    @property
    def key(self) -> Key:
        """Whose row it is."""
        return self.entry.key

    @property
    def today(self) -> str:
        """Here or away, and why."""
        draft = self.entry.draft
        return " · ".join(filter(None, (str(AWAY if draft.away else HERE), draft.remarks or draft.unclear)))


class RosterModel(PeopleRows[RosterRow]):
    """Shows what was understood; changes are asked for, not made."""

    roster_edited = Signal(object)
    """The list with a change: EditedRoster."""

    def __init__(self, look: Look) -> None:
        super().__init__((), (), attrgetter("key"))
        self._look = look
        self._list = EditedRoster()
        self.columns: tuple[ColumnShown, ...] = ()

    def show_columns(self, columns: Sequence[ColumnShown]) -> None:
        """Has these columns from now on."""
        if tuple(columns) != self.columns:
            self.columns = tuple(columns)
            typed = ((at, one.field.value) for at, one in enumerate(columns) if one.field in TYPED)
            self.set_columns([one.heading for one in columns], typed)

    def show_list(
        self, listed: EditedRoster, resolution: Resolution, here: frozenset[str], times: Mapping[str, int]
    ) -> None:
        """Takes over a reading; `here` are ids of people in the session, `times` how often somebody came."""
        self._list = listed
        known = resolution.match_of
        presence = {entry.key: entry.draft.away for entry in resolution.entries}
        self.show_rows(
            [
                RosterRow(_with_presence(one, presence), _before(one, known.get(one.key), here, times))
                for one in listed.entries
            ]
        )

    def column_of(self, field: Field) -> int:
        """Where a field is shown; -1 where it is not."""
        return next((at for at, column in enumerate(self.columns) if column.field is field), -1)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        taken = row.entry.taken
        if role in (DataRole.DisplayRole, DataRole.EditRole):
            return _words(row, column)
        if role == DataRole.ToolTipRole:
            return plain_tip(_words(row, column))
        if role == DataRole.CheckStateRole and column.field is Field.NAME:
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        if role == DataRole.FontRole and column.field is Field.NAME:
            return self._look.font(15, QFont.Weight.DemiBold)
        if role == DataRole.ForegroundRole and column.field is Field.TODAY and taken:
            return self._look.colour("ink" if row.entry.draft.away else "moss")
        if role == DataRole.ForegroundRole:
            return self._look.colour("ink" if taken and column.field is not Field.EMAIL else "ink_2")
        if role == TINT_ROLE:
            return _tint(row, column) if taken else ""
        if role == ICON_ROLE:
            return row.before.icon if column.field is Field.BEFORE else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whoever stands in a row can be left out by the tick before the name."""
        flags = super().flags(index)
        named = index.isValid() and self.columns[index.column()].field is Field.NAME
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
        draft = with_text(self._list.entries[row].draft, field, text)
        self.roster_edited.emit(self._list.with_draft(row, draft))


def _words(row: RosterRow, column: ColumnShown) -> str:
    match column.field:
        case Field.TODAY:
            return row.today
        case Field.BEFORE:
            return row.before.words
        case _:
            return column.text(row.entry.draft)


def _tint(row: RosterRow, column: ColumnShown) -> str:
    if column.field is Field.BEFORE:
        return row.before.tint
    return "quiet" if column.field is Field.TODAY and row.entry.draft.away else ""


def _with_presence(entry: RosterEntry, away: Mapping[Key, bool]) -> RosterEntry:
    """The entry with what was answered about who comes."""
    is_away = away.get(entry.key, entry.draft.away)
    return entry if is_away == entry.draft.away else replace(entry, draft=replace(entry.draft, away=is_away))


def _before(entry: RosterEntry, match: Match | None, here: frozenset[str], times: Mapping[str, int]) -> Before:
    if not entry.taken:
        return Before(tr("left out"))
    if match is None:
        return Before(tr("one person, see above"))
    if match.person is None:
        return Before(tr("New"), "lake")
    if not match.sure:
        return Before(tr("asked above"), "amber")
    if match.person.id in here:
        return Before(tr("on the list already"), "quiet")
    came = times.get(match.person.id, 0)
    return Before(
        tr_count("{count} time", "{count} times", came) if came else tr("came before"), "moss", "history"
    )
