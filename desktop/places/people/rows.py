"""The people of the network as rows of a table, edited in place."""

from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from desktop.places.people.network import NetworkMember
from desktop.widgets.people_rows import DataRole, Index, PeopleRows
from desktop.widgets.tips import plain_tip
from formats.language import Message, tr, tr_count
from formats.session.roster.person_texts import with_text


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ORGANISATION = 1
    ROLE = 2
    CAME = 3
    PRESENTED = 4
    STEPS = 5


HEADINGS = {
    Column.NAME: Message("Name"),
    Column.ORGANISATION: Message("Organisation"),
    Column.ROLE: Message("Role"),
    Column.CAME: Message("Came to"),
    Column.PRESENTED: Message("Presented"),
    Column.STEPS: Message("Next steps"),
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
            return tr("{count} open", count=len(member.steps)) if member.steps else ""
        case _:
            return str(getattr(member.person, FIELDS[column]))


def came_words(member: NetworkMember) -> str:
    """How many sessions somebody came to."""
    return tr_count("came to {count} session", "came to {count} sessions", member.visit_count)


def presented_words(member: NetworkMember) -> str:
    """How often somebody presented."""
    return tr_count("presented {count} time", "presented {count} times", member.times_presented)


def steps_words(member: NetworkMember) -> str:
    """How many next steps of somebody are open."""
    return tr_count("{count} open next step", "{count} open next steps", len(member.steps))


def _accessible_text(member: NetworkMember, column: Column) -> str:
    """What a cell says where the heading is not in view."""
    match column:
        case Column.CAME:
            return came_words(member)
        case Column.PRESENTED:
            return presented_words(member)
        case Column.STEPS:
            return steps_words(member)
        case _:
            return cell_text(member, column)


class NetworkRows(PeopleRows[NetworkMember]):
    """What is typed is asked for, and shown once it is saved."""

    person_edited = Signal(object)
    """Someone as they are to be: Person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([str(HEADINGS[column]) for column in Column], FIELDS.items(), _person_id, parent)

    def member(self, index: Index) -> NetworkMember | None:
        """The person of a row."""
        return self.rows[index.row()] if index.isValid() else None

    def any_in(self, column: Column) -> bool:
        """Whether anybody has something to count in a column."""
        return any(cell_text(member, column) not in ("", "0") for member in self.rows)

    def row_of(self, person_id: str) -> int:
        """The row of a person, or -1."""
        return next((row for row, m in enumerate(self.rows) if m.person.id == person_id), -1)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        member, column = self.rows[index.row()], Column(index.column())
        if role in (DataRole.DisplayRole, DataRole.EditRole):
            return cell_text(member, column)
        if role == DataRole.AccessibleTextRole:
            return _accessible_text(member, column)
        if role == DataRole.ToolTipRole and column in FIELDS:
            return plain_tip(cell_text(member, column))
        return None

    def request_text(self, row: int, field: str, text: str) -> None:
        """Asks for the change, where it is one."""
        person = self.rows[row].person
        changed = with_text(person, field, text)
        if changed != person:
            self.person_edited.emit(changed)


def _person_id(member: NetworkMember) -> str:
    return member.person.id
