"""The notes to show, as rows: the latest on top, each with its line of facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.panels.notes.binding import stage_words
from desktop.panels.notes.key_mark import KEY_NOTE
from desktop.panels.notes.kinds import KIND_LOOKS
from desktop.widgets.row_changes import change_rows
from desktop.wording import date_style, elapsed_words
from formats.language import tr
from formats.session.notes import Note, NoteKind
from formats.session.run_state import RunState
from formats.session.seating.groups import room_name
from formats.session.session import Session

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
NOTE_MIME = "application/x-clearing-note"


class NoteRole(IntEnum):
    """What a row gives beside its text."""

    NOTE = Qt.ItemDataRole.UserRole
    FACTS = Qt.ItemDataRole.UserRole + 1
    EARLIER = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note with its facts: Insight, Room 2, 26 min 10 s in; `earlier` where another session holds it."""

    note: Note
    facts: str
    earlier: bool = False


def rows_of(
    session: Session, position: RunState, wanted: Callable[[Note], bool], *, with_stage: bool
) -> list[NoteRow]:
    """The notes that are wanted, the latest first unless they were put in another order."""
    chosen = [note for note in session.notes if wanted(note)]
    newest_first = sorted(chosen, key=lambda note: note.stands_at, reverse=True)
    return [NoteRow(note, facts(session, position, note, with_stage=with_stage)) for note in newest_first]


def facts(session: Session, position: RunState, note: Note, *, with_stage: bool) -> str:
    """The line under a note."""
    said = [str(KEY_NOTE)] if note.is_key else []
    said.append(KIND_LOOKS[note.kind].word)
    if note.kind is NoteKind.NEXT_STEP:
        said += owner_and_day(session, note)
    if note.room is not None:
        said.append(room_name(session, note.stage, note.room))
    if with_stage and (stage := stage_words(position.agenda, note.stage)):
        said.append(stage)
    if position.started_at is not None and note.began >= position.started_at:
        # For translators: how long the session had gone on: "26 min 10 s in"
        said.append(tr("{length} in", length=elapsed_words(note.began - position.started_at)))
    if note.kind is NoteKind.STORY:
        said.append(tr("agreed to share") if note.agreed_to_share else tr("stays here"))
    if note.private:
        said.append(tr("private"))
    return " · ".join(said)


def owner_name(session: Session, note: Note) -> str:
    """Who takes a next step: an owner is a person's id or a typed name."""
    person = session.person(note.owner)
    return person.name if person else note.owner


def owner_and_day(session: Session, note: Note) -> list[str]:
    """Who takes a next step, by when, and whether that is over."""
    name = owner_name(session, note)
    day = tr("by {day}", day=near_date(note.due, session.date.year)) if note.due else ""
    return [word for word in (name, day, note.status) if word]


def near_date(day: date, near_year: int) -> str:
    """Without the year where it is this one, for the line is short."""
    return date_style().short_near_day(day, near_year)


class NoteRows(QAbstractListModel):
    """Changes row by row where it can, so that the list stays where it was scrolled to."""

    edit_requested = Signal(object, str)
    """A note was given another text: Note, str."""
    reorder_requested = Signal(object, object, object)
    """A note was put between two others: Note, then the Note above it and the one below, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NoteRow] = []

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
        if role == NoteRole.EARLIER:
            return row.earlier
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.note.text}. {row.facts.replace(' · ', ', ')}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A note is dropped between others, never on one."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = super().flags(index) | Qt.ItemFlag.ItemIsEditable
        return usual if self._rows[index.row()].earlier else usual | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [NOTE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if note := self.note_at(indexes[0]) if indexes else None:
            carried.setData(NOTE_MIME, QByteArray(note.id.encode()))
        return carried

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Takes a note of this list that was dragged to before `row`; False, for nothing is to be removed."""
        index = self.index_of(bytes(data.data(NOTE_MIME).data()).decode(errors="replace"))
        if index.isValid():
            self.put(index.row(), row if row >= 0 else self.rowCount())
        return False

    def put(self, row: int, before: int) -> None:
        """Asks for the note of a row to stand before the note that is now in another row."""
        own = [each.note for each in self._rows if not each.earlier]
        before = max(0, min(before, len(own)))
        if row < len(own) and before not in (row, row + 1):
            note = own[row]
            others = [other for other in own if other is not note]
            at = before if before < row else before - 1
            above = others[at - 1] if at else None
            self.reorder_requested.emit(note, above, others[at] if at < len(others) else None)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        note = self.note_at(index)
        if role != Qt.ItemDataRole.EditRole or note is None:
            return False
        self.edit_requested.emit(note, str(value))
        return True

    def note_at(self, index: Index) -> Note | None:
        """The note of a row."""
        return self._rows[index.row()].note if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, note_id: str) -> QModelIndex:
        """Where a note stands; an invalid index where it is not shown."""
        found = (number for number, row in enumerate(self._rows) if row.note.id == note_id)
        number = next(found, None)
        return QModelIndex() if number is None else self.index(number)

    def show(self, rows: Sequence[NoteRow]) -> None:
        """Shows these rows."""
        change_rows(self, self._rows, rows, _note_id)


def _note_id(row: NoteRow) -> str:
    return row.note.id
