"""The notes to show, as rows: the latest on top, each with its line of facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.panels.notes.binding import stage_words
from desktop.panels.notes.kinds import LOOKS
from desktop.wording import clock_digits, short_date
from formats.session.notes import Note, NoteKind
from formats.session.position import Position
from formats.session.session import Session

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class NoteRole(IntEnum):
    """What a row gives beside its text."""

    NOTE = Qt.ItemDataRole.UserRole
    FACTS = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """One note with its line of facts: Insight, Room 2, 26:10."""

    note: Note
    facts: str


def rows_of(
    session: Session, position: Position, wanted: Callable[[Note], bool], *, with_stage: bool
) -> list[Row]:
    """The notes that are wanted, the latest first."""
    chosen = [note for note in session.notes if wanted(note)]
    newest_first = sorted(chosen, key=lambda note: note.began, reverse=True)
    return [Row(note, facts(session, position, note, with_stage=with_stage)) for note in newest_first]


def facts(session: Session, position: Position, note: Note, *, with_stage: bool) -> str:
    """The line under a note."""
    said = [LOOKS[note.kind].word]
    if note.kind is NoteKind.NEXT_STEP:
        said += _step_facts(session, note)
    if note.room is not None:
        said.append(f"Room {note.room}")
    if with_stage and (stage := stage_words(position.agenda, note.stage)):
        said.append(stage)
    if position.started_at is not None and note.began >= position.started_at:
        said.append(clock_digits((note.began - position.started_at) // timedelta(seconds=1)))
    if note.kind is NoteKind.STORY:
        said.append("agreed to share" if note.agreed_to_share else "stays here")
    if note.private:
        said.append("private")
    return " · ".join(said)


def owner_name(session: Session, note: Note) -> str:
    """Who takes a next step: an owner is a person's id or a typed name."""
    person = session.person(note.owner)
    return person.name if person else note.owner


def _step_facts(session: Session, note: Note) -> list[str]:
    name = owner_name(session, note)
    day = f"by {_day(note.due, session.date.year)}" if note.due else ""
    return [word for word in (name, day, "done" if note.done else "") if word]


def _day(day: date, near_year: int) -> str:
    """Without the year where it is this one, for the line is short."""
    return (
        QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
        if day.year == near_year
        else short_date(day)
    )


class NoteRows(QAbstractListModel):
    """Changes row by row where it can, so that the list stays where it was scrolled to."""

    edited = Signal(object, str)
    """A note was given another text: Note, str."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not (index.isValid() and index.row() < len(self._rows)):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.note.text
        if role == NoteRole.NOTE:
            return row.note
        if role == NoteRole.FACTS:
            return row.facts
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.note.text}. {row.facts.replace(' · ', ', ')}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.isValid() else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.edited.emit(self._rows[index.row()].note, str(value))
        return True

    def note_at(self, index: Index) -> Note | None:
        """The note of a row."""
        return self._rows[index.row()].note if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, note_id: str) -> QModelIndex:
        """Where a note stands; an invalid index where it is not shown."""
        found = (number for number, row in enumerate(self._rows) if row.note.id == note_id)
        number = next(found, None)
        return QModelIndex() if number is None else self.index(number)

    def show(self, rows: Sequence[Row]) -> None:
        """Shows these rows."""
        kept = {row.note.id for row in rows}
        for number in reversed(range(len(self._rows))):
            if self._rows[number].note.id not in kept:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()
        there = {row.note.id for row in self._rows}
        remaining = [row.note.id for row in rows if row.note.id in there]
        if remaining != [row.note.id for row in self._rows] or len(rows) - len(there) > len(there):
            self._show_anew(rows)
        else:
            self._take_in(rows, there)

    def _show_anew(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def _take_in(self, rows: Sequence[Row], there: set[str]) -> None:
        for number, row in enumerate(rows):
            if row.note.id not in there:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self.endInsertRows()
            elif self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))
