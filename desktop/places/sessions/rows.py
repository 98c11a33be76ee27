"""The sessions of the library as rows of a table."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.tips import plain_tip
from desktop.wording import short_date
from formats.library.repository import SessionCard
from formats.session.progress import Progress
from formats.session.wording import counted_noun

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
CARD = Qt.ItemDataRole.UserRole


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
    Column.DATE: "Date",
    Column.SESSION: "Session",
    Column.STRUCTURE: "Structure",
    Column.PEOPLE: "People",
    Column.NOTES: "Notes",
    Column.STEPS: "Next steps",
    Column.ACTS: "",
}


def cell_text(card: SessionCard, column: Column) -> str:
    """What stands in a cell."""
    match column:
        case Column.DATE:
            return short_date(card.date)
        case Column.SESSION:
            return card.title
        case Column.STRUCTURE:
            return ", ".join(card.structures)
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
        return f"{card.open_next_steps} open"
    if card.progress is Progress.PLANNED:
        return card.progress.word
    return "Done" if card.next_steps else "None"


class SessionRows(QAbstractTableModel):
    """The latest session first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[SessionCard, ...] = ()

    def show(self, cards: Sequence[SessionCard]) -> None:
        """Shows these sessions."""
        if tuple(cards) != self._cards:
            self.beginResetModel()
            self._cards = tuple(cards)
            self.endResetModel()

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
            return HEADINGS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card, column = self._cards[index.row()], Column(index.column())
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell_text(card, column) if column is not Column.ACTS else f"What to do with {card.title}"
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.STEPS and card.next_steps:
            return f"{counted_noun(card.next_steps, 'next step')}, {card.open_next_steps} open"
        if role == Qt.ItemDataRole.ToolTipRole and column is not Column.ACTS:
            return plain_tip(cell_text(card, column))
        return None
