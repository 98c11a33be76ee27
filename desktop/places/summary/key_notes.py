"""What the group takes with it: the notes of the session, each to be marked as key with one press."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.delegate import NoteDelegate
from desktop.panels.notes.key_mark import is_key_mark_press, said_of_mark, with_key_toggled
from desktop.panels.notes.note_list import step_of
from desktop.panels.notes.rows import NoteRow, NoteRows, facts
from desktop.widgets.chips import Chip
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr
from formats.session.notes import Note, NoteKind, moment_between
from formats.session.session import Session
from formats.session.wording import number_word

OFFERED = frozenset({NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE, NoteKind.STORY})
TITLE = Message("What we take with us")
NONE_YET = Message(
    "None is marked yet, so the page opens with the next steps. Press K on a note, or its star, to mark it."
)
FEW, MANY = Message("These open the page. One to three read best."), 3
NOTHING = Message("Notes that may leave are listed here, to be marked as what the group takes with it.")


class KeyNoteList(QListView):
    """The notes with a star each; K, Space or a click on the star marks one, Alt and an arrow put it in order."""

    mark_requested = Signal(object)
    """Note."""

    def __init__(self, look: Look, rows: NoteRows) -> None:
        super().__init__()
        self._rows = rows
        self.setObjectName("key-note-list")
        self.setAccessibleName(tr("What we take with us. K marks a note or takes the mark off."))
        self.setModel(rows)
        self._delegate = NoteDelegate(look, self, with_stars=True)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { border: none; border-radius: 0; }")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self._rows.note_at(self.currentIndex())
        pressed = is_key_mark_press(event) or event.key() == Qt.Key.Key_Space
        if note is not None and pressed:
            self.mark_requested.emit(note)
        elif note is not None and (step := step_of(event)):
            row = self.currentIndex().row()
            self._rows.put(row, row - 1 if step < 0 else row + 2)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key stands on a note: else nothing would show where the keys are."""
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())  # Qt makes one current that it does not choose

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the star marks its note."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        note = self._rows.note_at(self.indexAt(place))
        on_star = self._delegate.is_on_sign(place) and event.button() is Qt.MouseButton.LeftButton
        if note is not None and on_star:
            self.mark_requested.emit(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class KeyNotes(QFrame):
    """Says how many notes are marked, and lists those that may be."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setObjectName("key-notes")
        self._runner = runner
        self._rows = NoteRows(self)
        self.list = KeyNoteList(look, self._rows)
        self._count = Chip(look, "0", "star", "moss", size=12.5)
        self._said = Words("", "second", wrap=True)
        self._said.setObjectName("key-notes-said")
        self.list.mark_requested.connect(self._mark)
        self._rows.reorder_requested.connect(self._reorder)
        self._lay_out()

    def show_session(self, session: Session) -> None:
        """Shows the notes of a session that may open its summary, in the order in which they stand."""
        notes = sorted(_offered(session.notes), key=_stands_at)
        position = session.position
        self._rows.show([NoteRow(note, facts(session, position, note, with_stage=False)) for note in notes])
        marked = sum(note.is_key for note in notes)
        self._count.show_as(str(marked), "star", "moss" if marked else "")
        self._count.setAccessibleName(_count_words(marked))
        self._said.setText(_advice(marked) if notes else str(NOTHING))
        self.list.setVisible(bool(notes))

    def _mark(self, note: Note) -> None:
        now = self._as_it_is(note)
        if now is not None:
            after = with_key_toggled(now)
            self._runner.notes.keep(after)
            announce(self.list, said_of_mark(now, after))

    def _reorder(self, note: Note, above: Note | None, below: Note | None) -> None:
        """The list runs from the first note to the last, so the one above is the earlier."""
        now = self._as_it_is(note)
        if now is not None:
            self._runner.notes.keep(replace(now, sort_at=moment_between(below, above)))

    def _as_it_is(self, note: Note) -> Note | None:
        """A note that is shown, as the session has it: the list follows a moment later."""
        notes = self._runner.session.notes if self._runner.session else ()
        return next((now for now in notes if now.id == note.id), None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 16, 18, 0)
        head.addWidget(Words(str(TITLE), "pane", wrap=True), 1)
        head.addWidget(self._count)
        said = QHBoxLayout()
        said.setContentsMargins(18, 0, 18, 0)
        said.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(make_frame("rule"))
        column.addWidget(self.list, 1)
        column.addStretch(0)


def _offered(notes: Iterable[Note]) -> Iterable[Note]:
    return (note for note in notes if note.kind in OFFERED and note.may_leave and note.text.strip())


def _advice(marked: int) -> str:
    if not marked:
        return str(NONE_YET)
    if marked <= MANY:
        return str(FEW)
    return tr("{count} are marked. One to three read best.", count=_at_the_start(marked))


def _count_words(marked: int) -> str:
    count = _at_the_start(marked)
    # For translators: {count} is a number as a word, at the start: "None", "Three"
    return tr("{count} marked as key", count=count)


def _at_the_start(count: int) -> str:
    """A small number as a word that begins a sentence."""
    word = number_word(count)
    return word[:1].upper() + word[1:]


def _stands_at(note: Note) -> datetime:
    return note.stands_at
