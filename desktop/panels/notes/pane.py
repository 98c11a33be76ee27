"""The notes of the session on the table: reading them, mending them, and writing the next one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.binding import moment_words, stage_of_the_moment
from desktop.panels.notes.disputed import DisputedStrip
from desktop.panels.notes.earlier_steps import EarlierSteps
from desktop.panels.notes.entry import NoteEntry
from desktop.panels.notes.entry_column import EntryColumn
from desktop.panels.notes.head import NOW, THIS_PART, THIS_ROUND, NoteFilter, NotesHead
from desktop.panels.notes.history import NoteAct, NoteChange, NoteHistory
from desktop.panels.notes.key_mark import said_of_mark
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.rows import NoteRows, rows_of
from desktop.panels.notes.undo_strip import UndoStrip
from desktop.redraw import Redraw
from desktop.widgets.screen_reader import announce
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr
from formats.session.agenda import PartKind, StageKey
from formats.session.clock import Phase, Reading
from formats.session.notes import Note, NoteKind, moment_between
from formats.session.session import Session

NARROWEST, EMPTY_EDGE = 300, 12
EMPTY = {
    NoteFilter.THIS_ROUND: Message("Nothing is noted here yet. Type below and press Enter."),
    NoteFilter.ALL_ROUNDS: Message("Nothing is noted yet in this session."),
    NoteFilter.NEXT_STEPS: Message("No next steps yet. Begin a note with > to make one."),
}


class NotesPane(QFrame):
    """Bound to stage, round, room and presenter of the moment; never changes a note being typed."""

    exit_requested = Signal()
    """The person is done here for now and wants to go back to where they came from."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setObjectName("notes-pane")
        self.setMinimumWidth(NARROWEST)
        self._runner = runner
        self.redraw = Redraw(self, runner.change)
        self.redraw.due.connect(self._refresh)
        self._stage: StageKey | None = None
        self._finished = False
        self._session_id, self._mended = "", ""
        self._earlier = EarlierSteps(runner.notes)
        self._history = NoteHistory(runner.notes, self._earlier)
        self._head = NotesHead(look)
        self._disputed = DisputedStrip(look, runner, self)
        self._rows = NoteRows(self)
        self._list = NoteList(look, self._rows)
        self._empty, self._around_empty = Words("", "second", wrap=True), QWidget()
        self._strip = UndoStrip(look)
        self._entry = NoteEntry(look, runner)
        self._lay_out(look)
        self._connect()
        self._head.save.show_state(runner.library.save_state)
        self._open(runner.session)

    @property
    def day_field(self) -> QLineEdit:
        """Where the day of a next step is typed."""
        return self._entry.day_field

    def focus_line(self) -> None:
        """Ready to type."""
        self._entry.line.setFocus()

    def show_note(self, note_id: str) -> None:
        """Shows one note among those of all rounds, chosen."""
        self._head.tabs.setCurrentIndex(NoteFilter.ALL_ROUNDS)
        index = self._rows.index_of(note_id)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
            self._list.setFocus()

    def drop_marker(self) -> None:
        """Keeps this moment, without words."""
        self._entry.drop_marker()

    def showEvent(self, event: QShowEvent) -> None:
        """Next steps may have been ticked elsewhere meanwhile."""
        super().showEvent(event)
        self._earlier.read()
        self.redraw.request()

    def hideEvent(self, event: QHideEvent) -> None:
        self._entry.save_draft()
        super().hideEvent(event)

    def _open(self, session: Session | None) -> None:
        same = session is not None and session.id == self._session_id
        self._session_id = session.id if session else ""
        self.redraw.request()
        if same:
            return
        self._history.forget()
        self._strip.put_away()
        self._earlier.begin_anew()
        self._list.close_editor()  # what it held went into the session it belongs to
        self._entry.open(None)
        if session is not None:
            self._entry.show_moment(session, self._runner.reading)
            self._entry.open(self._draft_of(session))

    def _draft_of(self, session: Session) -> Note | None:
        """The line that was being typed, unless it became a note before the draft could be forgotten."""
        draft = self._runner.notes.draft()
        kept = draft is not None and any(note.id == draft.id for note in session.notes)
        return None if kept else draft

    def _follow_clock(self, reading: Reading) -> None:
        if (stage_of_the_moment(reading), reading.phase is Phase.FINISHED) != (self._stage, self._finished):
            self.redraw.request()

    def _refresh(self) -> None:
        session, reading = self._runner.session, self._runner.reading
        self._stage = stage_of_the_moment(reading)
        self._finished = reading is not None and reading.phase is Phase.FINISHED
        self._list.show_session(session)
        self._entry.show_moment(session, reading)
        notes = session.notes if session else ()
        steps = sum(note.is_open for note in notes) + self._earlier.open_count
        self._head.show_moment(moment_words(reading), _round_word(reading), steps)
        rows = []
        if session is not None and reading is not None:
            with_stage = self._head.note_filter is not NoteFilter.THIS_ROUND or self._finished
            rows = rows_of(session, reading.position, self._is_shown, with_stage=with_stage)
            if self._head.note_filter is NoteFilter.NEXT_STEPS:
                rows += self._earlier.rows(session)
        self._rows.show(rows)
        self._empty.setText(str(EMPTY[self._head.note_filter]) if session else tr("No session is open."))
        self._around_empty.setVisible(not rows)
        self._list.setVisible(bool(rows))

    def _is_shown(self, note: Note) -> bool:
        edited = self._list.edited_note
        if edited is not None and edited.id == note.id:
            return True  # its stage may have ended, and someone types in it
        if self._head.note_filter is NoteFilter.NEXT_STEPS:
            return note.kind is NoteKind.NEXT_STEP
        if self._head.note_filter is NoteFilter.ALL_ROUNDS:
            return True
        return self._finished or _round_of(note.stage) == _round_of(self._stage)

    def _show(self, shown: NoteFilter) -> None:
        self._refresh()
        self._list.scrollToTop()

    def _add(self, notes: tuple[Note, ...]) -> None:
        with self._runner.change:
            self._make(*(NoteChange(None, note) for note in notes))
        self._runner.notes.keep_draft(None)
        self._list.scrollToTop()

    def _keep_draft(self, draft: Note | None) -> None:
        self._head.save.show_saving()
        self._runner.notes.keep_draft(draft)

    def _edit(self, note: Note, text: str) -> None:
        text, now = text.strip(), self._as_it_is(note)
        if now is None or not text or text == now.text:
            return
        # A marker is a moment without words: with words it is a note like others.
        kind = NoteKind.INSIGHT if now.kind is NoteKind.MARKER else now.kind
        # A note is kept at every pause of the typing, and taken back as one act.
        goes_on, self._mended = self._mended == now.id, now.id
        self._make(NoteChange(now, replace(now, text=text, kind=kind)), goes_on=goes_on)

    def _end_mending(self) -> None:
        self._mended = ""
        self.redraw.request()

    def _as_it_is(self, note: Note) -> Note | None:
        """A note that is shown, as the session on the table or an earlier one has it; None where neither does."""
        if self._earlier.holds(note):
            return note
        notes = self._runner.session.notes if self._runner.session else ()
        return next((now for now in notes if now.id == note.id), None)

    def _delete(self, note: Note) -> None:
        """Deletes a note; a next step of an earlier session stays in that session and is let go."""
        if self._earlier.holds(note):
            self._make(NoteChange(note, replace(note, let_go=True, done=False)))
            self._strip.say(tr("Next step dropped."))
            return
        row = self._list.currentIndex().row()
        self._make(NoteChange(note, None))
        self._list.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1)))
        self._strip.say(tr("Note deleted."))

    def _reorder(self, note: Note, above: Note | None, below: Note | None) -> None:
        self._make(NoteChange(note, replace(note, sort_at=moment_between(above, below))))
        self._list.setCurrentIndex(self._rows.index_of(note.id))

    def _change(self, before: Note, after: Note) -> None:
        self._make(NoteChange(before, after))
        announce(self._list, said_of_mark(before, after))

    def _make(self, *changes: NoteChange, goes_on: bool = False) -> None:
        self._head.save.show_saving()
        self._strip.put_away()
        self._history.make(*changes, goes_on=goes_on)
        self._refresh_earlier(changes)

    def _undo(self) -> None:
        self._head.save.show_saving()
        self._strip.put_away()
        with self._runner.change:
            act = self._history.undo()
        self._show_act(act)

    def _redo(self) -> None:
        with self._runner.change:
            act = self._history.redo()
        self._show_act(act)

    def _refresh_earlier(self, act: NoteAct) -> None:
        """Nobody else tells of a change in an earlier session."""
        if any(change.after is not None and self._earlier.holds(change.after) for change in act):
            self._refresh()

    def _show_act(self, act: NoteAct) -> None:
        self._refresh_earlier(act)
        note = next((change.before or change.after for change in act), None)
        if note is None:
            return
        index = self._rows.index_of(note.id)
        if index.isValid():
            self._list.setCurrentIndex(index)

    def _connect(self) -> None:
        self._runner.session_opened.connect(self._open)
        self._runner.session_changed.connect(self.redraw.request)
        self._runner.clock_ticked.connect(self._follow_clock)
        self._runner.library.save_state_changed.connect(self._head.save.show_state)
        self._runner.pending_input_requested.connect(self._entry.save_draft)
        self._head.filter_chosen.connect(self._show)
        self._rows.edit_requested.connect(self._edit)
        self._rows.reorder_requested.connect(self._reorder)
        self._list.delete_requested.connect(self._delete)
        self._list.change_requested.connect(self._change)
        self._list.editor_closed.connect(self._end_mending)
        for source in (self._list, self._entry.line):
            source.undo_requested.connect(self._undo)
            source.redo_requested.connect(self._redo)
            source.exit_requested.connect(self.exit_requested)
        self._strip.undo_requested.connect(self._undo)
        self._entry.notes_added.connect(self._add)
        self._entry.draft_changed.connect(self._keep_draft)
        self._entry.text_typed.connect(self._head.save.show_saving)

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        around = QVBoxLayout(self._around_empty)  # the style sheet leaves a label no margins of its own
        around.setContentsMargins(EMPTY_EDGE, EMPTY_EDGE, EMPTY_EDGE, EMPTY_EDGE)
        around.addWidget(self._empty)
        column.addWidget(self._head)
        column.addWidget(self._disputed)
        column.addWidget(self._around_empty)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self._strip)
        column.addWidget(make_frame("rule"))
        column.addWidget(EntryColumn(look, self._entry))


def _round_of(key: StageKey | None) -> tuple[str, int] | None:
    return (key.part, key.round) if key else None


def _round_word(reading: Reading | None) -> Message:
    """What the first tab is called: a round only where there are rounds."""
    key = stage_of_the_moment(reading)
    if reading is None or key is None:
        return NOW
    part = reading.position.agenda.part(key.part)
    return THIS_ROUND if part is not None and part.kind is PartKind.STRUCTURE else THIS_PART
