"""The sessions of the library as rows of a table."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.tips import plain_tip
from desktop.wording import short_date, told_apart
from formats.language import Message, tr, tr_count
from formats.library.repository import SessionCard
from formats.session.progress import Progress
from formats.session.series.telling_apart import Fact
from formats.session.wording import join_list

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
CARD = Qt.ItemDataRole.UserRole
BESIDE = Qt.ItemDataRole.UserRole + 1
"""What is said beside the title, where another session in the list has the same one."""
FACTS = {0: Fact.DAY, 2: Fact.STRUCTURE}
"""What tells sessions apart and has a column of its own, by its number."""


class Column(IntEnum):
    """What each column shows."""

    DATE = 0
    SESSION = 1
    STRUCTURE = 2
    PEOPLE = 3
    NOTES = 4
    STEPS = 5
    ACTS = 6


HEADINGS = {
    Column.DATE: Message("Date"),
    Column.SESSION: Message("Session"),
    Column.STRUCTURE: Message("Structure"),
    Column.PEOPLE: Message("People"),
    Column.NOTES: Message("Notes"),
    Column.STEPS: Message("Next steps"),
    Column.ACTS: Message(),
}


def cell_text(card: SessionCard, column: Column) -> str:
    """What stands in a cell."""
    match column:
        case Column.DATE:
            return short_date(card.date)
        case Column.SESSION:
            return card.title
        case Column.STRUCTURE:
            return join_list(card.structures)
        case Column.PEOPLE:
            return str(card.people)
        case Column.NOTES:
            return str(card.notes)
        case Column.STEPS:
            return status_text(card)
        case Column.ACTS:
            return ""


def status_text(card: SessionCard) -> str:
    """What is still open about a session."""
    if card.progress is Progress.RUNNING:
        return card.progress.word
    if card.open_next_steps:
        return tr("{count} open", count=card.open_next_steps)
    if card.progress is Progress.PLANNED:
        return card.progress.word
    return tr("Done") if card.next_steps else tr("None")


class SessionRows(QAbstractTableModel):
    """The latest session first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[SessionCard, ...] = ()
        self._beside: dict[str, str] = {}
        self._in_sight = frozenset(FACTS.values())

    def show(self, cards: Sequence[SessionCard]) -> None:
        """Shows these sessions."""
        if tuple(cards) != self._cards:
            self.beginResetModel()
            self._cards = tuple(cards)
            self._tell_apart()
            self.endResetModel()

    def show_columns(self, columns: Iterable[Column]) -> None:
        """These columns are in sight; what the others would say of sessions of one title stands beside it."""
        in_sight = frozenset(FACTS[column] for column in columns if column in FACTS)
        if in_sight != self._in_sight:
            self._in_sight = in_sight
            self._tell_apart()

    def _tell_apart(self) -> None:
        self._beside = told_apart((card.named for card in self._cards), self._in_sight)

    def card(self, index: Index) -> SessionCard | None:
        """The session of a row."""
        return self._cards[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return str(HEADINGS[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card, column = self._cards[index.row()], Column(index.column())
        beside = self._beside[card.id]
        if role == CARD:
            return card
        if role == BESIDE:
            return beside if column is Column.SESSION else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(card, column) if column is not Column.ACTS else _acts_name(card.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = join_list(filter(None, (card.title, beside)))
            said = {Column.SESSION: name, Column.ACTS: _acts_name(name)}
            return said.get(column) or cell_text(card, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.STEPS and card.next_steps:
            still_open = card.open_next_steps
            return tr_count(
                "{count} next step, {open} open",
                "{count} next steps, {open} open",
                card.next_steps,
                open=still_open,
            )
        if role == Qt.ItemDataRole.ToolTipRole and column is not Column.ACTS:
            words = (cell_text(card, column), beside if column is Column.SESSION else "")
            return plain_tip(join_list(filter(None, words)))
        return None


def _acts_name(title: str) -> str:
    return tr("What to do with {title}", title=title)
