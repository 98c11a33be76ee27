"""The people of a session as rows of a table, with columns by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont

from desktop.look import Look
from desktop.widgets.people_rows import DataRole, Index, PeopleRows
from desktop.widgets.tips import plain_tip
from formats.language import Message, tr
from formats.session.people import Person
from formats.session.roster.person_texts import with_text
from formats.session.session import Session


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    TODAY = 3
    PRESENTED = 4
    REMARKS = 5


TITLES = {
    Column.NAME: Message("Name"),
    Column.ORGANISATION: Message("Organisation"),
    Column.ROLE: Message("Role"),
    Column.TODAY: Message("Today"),
    Column.PRESENTED: Message("Presented"),
    Column.REMARKS: Message("Private notes"),
}
FIELDS = {
    Column.NAME: "name",
    Column.ORGANISATION: "organisation",
    Column.ROLE: "role",
    Column.REMARKS: "remarks",
}


@dataclass(frozen=True, slots=True)
class SessionMember:
    """All that one row shows; `turns` is how often the person presented."""

    person: Person
    here: bool
    turns: int
    online: bool = False

    @property
    def id(self) -> str:
        """Whose row it is."""
        return self.person.id


class PeopleModel(PeopleRows[SessionMember]):
    """Shows people; what is typed or toggled is asked for and shown once it is saved."""

    person_edited = Signal(object)
    """Someone as they are to be: Person."""
    presence_requested = Signal(str, bool)
    """Someone is here or away: person id, here."""

    def __init__(self, look: Look) -> None:
        super().__init__([str(TITLES[column]) for column in Column], FIELDS.items(), attrgetter("id"))
        self._look = look

    def show_people(self, session: Session, turns: Mapping[str, int]) -> None:
        """Takes over the people as they are now."""
        away, online = session.away, session.online
        self.show_rows(
            [SessionMember(p, p.id not in away, turns.get(p.id, 0), p.id in online) for p in session.people]
        )

    @property
    def counts_turns(self) -> bool:
        """Whether anybody presented yet: no column counts what has not happened."""
        return any(member.turns for member in self.rows)

    def person(self, row: int) -> Person:
        """The person in a row."""
        return self.rows[row].person

    def is_here(self, row: int) -> bool:
        """Whether the person in a row is here."""
        return self.rows[row].here

    def toggle(self, row: int) -> None:
        """Asks for the person to be away, or here again."""
        self.presence_requested.emit(self.rows[row].id, not self.is_here(row))

    def request_text(self, row: int, field: str, text: str) -> None:
        """Asks for the change, where it is one."""
        person = self.person(row)
        changed = with_text(person, field, text)
        if changed != person:
            self.person_edited.emit(changed)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        if role in (DataRole.DisplayRole, DataRole.EditRole):
            return self._text(index.row(), column)
        if role == DataRole.ToolTipRole:
            return plain_tip(self._text(index.row(), column))
        if role == DataRole.AccessibleTextRole:
            return self._text(index.row(), column) or tr("{column}: nothing", column=TITLES[column])
        if role == DataRole.FontRole and column is Column.NAME:
            return self._look.font(15, QFont.Weight.DemiBold)
        if role == DataRole.ForegroundRole:
            return self._ink(index.row(), column)
        return None

    def _text(self, row: int, column: Column) -> str:
        member = self.rows[row]
        if column is Column.TODAY:
            return tr("Away") if not member.here else tr("Online") if member.online else tr("Here")
        if column is Column.PRESENTED:
            return str(member.turns)
        return str(getattr(member.person, FIELDS[column]))

    def _ink(self, row: int, column: Column) -> object:
        if not self.is_here(row):
            return self._look.colour("ink_2")
        if column is Column.TODAY:
            return self._look.colour("moss")
        return self._look.colour("ink_2" if column in (Column.ROLE, Column.REMARKS) else "ink")
