"""Where a note is typed: bound to the moment its typing began, and saved as it is typed."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.content.new_session import new_id
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.panels.notes.binding import NoteBinding, presenter_in, stage_of_the_moment, stage_words
from desktop.panels.notes.details import NoteDetails
from desktop.panels.notes.head import VERY_LARGE
from desktop.panels.notes.kind_chips import LARGE_TEXT, KindChips
from desktop.panels.notes.kinds import OFFERED_KINDS, kinds_offered_in, usual_kind_in
from desktop.panels.notes.line import NoteLine
from desktop.panels.notes.lines_offer import LinesOffer
from desktop.widgets.words import Words
from formats.language import Message, tr
from formats.session.agenda import Stage, StageKey
from formats.session.clock import Reading
from formats.session.notes import BESIDE, Note, NoteKind, kind_by_sign, notes_in
from formats.session.session import Session

PROMPT = Message("What is worth keeping?")
HINT = Message("Press Enter to add, Shift+Enter for a new line")
EDGE, SMALL_EDGE = 18, 8


class NoteEntry(QWidget):
    """Gives a note when Enter is pressed, and a draft of it while it is typed."""

    notes_added = Signal(object)
    """Notes are ready, one or those of several lines: tuple of Note."""
    draft_changed = Signal(object)
    """What is typed so far is to be kept: Note, or None where nothing is typed any more."""
    text_typed = Signal()

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._session: Session | None = None
        self._reading: Reading | None = None
        self._stage: StageKey | None = None
        self._binding: NoteBinding | None = None
        self._kind, self._by_choice = NoteKind.INSIGHT, False
        self._draft = DraftTimer(self)
        self._binding_words = Words("", "moss", wrap=True)
        self._chips = KindChips(look)
        self.line = NoteLine(look)
        self._lines = LinesOffer(look)
        self._details = NoteDetails(look)
        self._hint = Words(str(HINT), "label", wrap=True)
        self._look = look
        self._lay_out()
        self._connect()

    @property
    def day_field(self) -> QLineEdit:
        """Where the day of a next step is typed; of a day half typed the draft of the note knows nothing."""
        return self._details.step.day_field

    def show_moment(self, session: Session | None, reading: Reading | None) -> None:
        """Follows the session; a note that is being typed stays where it began."""
        stage, before = stage_of_the_moment(reading), self._stage
        self._session, self._reading, self._stage = session, reading, stage
        if stage != before:
            self._draft.save_now()
        self.setEnabled(session is not None and not self._runner.library.read_only)
        if self._binding is None:
            self._offer()
            if stage != before:
                self._kind, self._by_choice = usual_kind_in(self._stage_here()), False
                self._show_kind()
        self._show_binding()

    def open(self, draft: Note | None) -> None:
        """Begins with an empty line, or with the one that was being typed."""
        self._clear()
        self._kind, self._by_choice = usual_kind_in(self._stage_here()), False
        if draft is not None:
            self._restore(draft)
        self._show_kind()
        self._show_binding()

    def save_draft(self) -> None:
        """Keeps what is typed without waiting for a pause."""
        self._draft.save_now()

    def add(self) -> None:
        """Turns what is typed into a note."""
        if self._binding is None or not self.line.text.strip():
            return
        note = self._note(self._binding)
        if note.kind is NoteKind.NEXT_STEP and self._details.step.unread:
            self._details.step.ask_for_day()
            return
        self._draft.forget()
        self._clear()
        self.notes_added.emit((note,))
        self.show_moment(self._session, self._runner.reading)
        self._show_kind()
        self.line.setFocus()

    def drop_marker(self) -> None:
        """Keeps this moment, without words."""
        if self._session is not None:
            bound = self._bind_to_moment()
            self.notes_added.emit((bound.with_words(NoteKind.MARKER, ""),))

    def _note(self, bound: NoteBinding) -> Note:
        kind, text = self._kind_and_text()
        return self._details.put_on(bound.with_words(kind, text.strip()))

    def _kind_and_text(self) -> tuple[NoteKind, str]:
        """A kind chosen for this very note counts more than a sign, which then is part of the text."""
        by_sign, rest = kind_by_sign(self.line.text.strip())
        return (self._kind, self.line.text) if self._by_choice or by_sign is None else (by_sign, rest)

    def _bind_to_moment(self) -> NoteBinding:
        assert self._session is not None
        room = self._details.room
        presenter = presenter_in(self._session, self._stage, room)
        return NoteBinding(new_id(), self._runner.now, self._stage, room, presenter)

    def _clear(self) -> None:
        self._binding = None
        self._draft.forget()
        self._by_choice = False
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self._lines.follow("")
        self._details.clear()

    def _restore(self, draft: Note) -> None:
        self._binding = NoteBinding(draft.id, draft.began, draft.stage, draft.room, draft.presenter)
        self._kind = draft.kind
        self._offer()
        self.line.blockSignals(True)
        self.line.setPlainText(draft.text)
        self.line.blockSignals(False)
        self.line.moveCursor(self.line.textCursor().MoveOperation.End)
        self._details.fill(draft)

    def _take_typing(self) -> None:
        if self._session is None:
            return
        if not self.line.text and not self.line.composing:
            self._binding = None
            self._by_choice = False
            self.show_moment(self._session, self._reading)
        elif self._binding is None:
            self._binding = self._bind_to_moment()
        self._lines.follow(self.line.text)
        self._show_kind()
        self._take_change()

    def _take_composing(self) -> None:
        """What is being composed belongs to the moment in which that began; given up, nothing is bound."""
        if self._session is None or self.line.text:
            return
        self._binding = self._bind_to_moment() if self.line.composing else None
        self.show_moment(self._session, self._reading)

    def _take_paste(self) -> None:
        self._lines.notice_paste(self.line.text)

    def _split(self) -> None:
        """Makes a note of each line, in their order; the sign of each is read."""
        bound, texts = self._binding, notes_in(self.line.text)
        if bound is None:
            return
        ids = (bound.note, *(new_id() for _ in texts[1:]))
        notes = [
            self._note_of_line(replace(bound, note=note_id, began=bound.began + number * BESIDE), text)
            for number, (note_id, text) in enumerate(zip(ids, texts, strict=True))
        ]
        self._draft.forget()
        self._clear()
        self.notes_added.emit(tuple(notes))
        self.show_moment(self._session, self._runner.reading)
        self._show_kind()
        self.line.setFocus()

    def _note_of_line(self, bound: NoteBinding, line: str) -> Note:
        by_sign, text = kind_by_sign(line)
        return self._details.put_on_line(bound.with_words(by_sign or self._kind, text))

    def _take_change(self) -> None:
        if self._binding is not None or not self.line.text:
            self._draft.notice_typing()
            self.text_typed.emit()

    def _keep_draft(self) -> None:
        self.draft_changed.emit(self._as_draft() if self._binding and self.line.text else None)

    def _as_draft(self) -> Note:
        """The line as typed, its sign included."""
        assert self._binding is not None
        return self._details.put_on_draft(self._binding.with_words(self._kind, self.line.text))

    def _take_kind(self, kind: NoteKind) -> None:
        self._kind, self._by_choice = kind, True
        self._show_kind()
        self._take_change()
        self.line.setFocus()

    def _take_kind_key(self, number: int) -> None:
        self._take_kind(OFFERED_KINDS[number])

    def _take_room(self) -> None:
        if self._binding is not None and self._session is not None:
            self._binding = self._binding.with_room(self._session, self._details.room)
            self._take_change()

    def _show_kind(self) -> None:
        kind, text = self._kind_and_text()
        self._chips.mark(kind)
        self._details.show_kind(kind, text)

    def _offer(self) -> None:
        """Kinds, rooms, people and prompt of the stage that the note belongs to."""
        stage = self._stage_here()
        self._chips.offer(kinds_offered_in(stage))
        prompt = (stage.prompt if stage else "") or str(PROMPT)
        if prompt != self.line.placeholderText():
            self.line.setPlaceholderText(prompt)
            # Qt draws it again when it comes or goes, not when it only becomes another.
            self.line.viewport().update()
        self._details.offer(self._session, stage.key if stage else None, self._runner.now)

    def _stage_here(self) -> Stage | None:
        key = self._binding.stage if self._binding else self._stage
        return self._reading.position.agenda.stage(key) if self._reading and key else None

    def _show_binding(self) -> None:
        bound, reading = self._binding, self._reading
        elsewhere = bound is not None and reading is not None and bound.stage != self._stage
        if bound is not None and reading is not None and elsewhere:
            stage_of_note = stage_words(reading.position.agenda, bound.stage)
            self._binding_words.setText(
                tr("For {stage}", stage=stage_of_note) if stage_of_note else tr("For the time outside the stages")
            )
        self._binding_words.setVisible(elsewhere)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._take_typing)
        self.line.add_requested.connect(self.add)
        self.line.kind_requested.connect(self._take_kind_key)
        self.line.marker_requested.connect(self.drop_marker)
        self.line.focus_lost.connect(self.save_draft)
        self.line.chip_removal_requested.connect(self._details.step.take_chip_off)
        self.line.composing_changed.connect(self._take_composing)
        self.line.lines_pasted.connect(self._take_paste)
        self._lines.split_requested.connect(self._split)
        self._details.changed.connect(self._take_change)
        self._details.add_requested.connect(self.add)
        self._details.focus_lost.connect(self.save_draft)
        self._details.room_chosen.connect(self._take_room)
        self._chips.kind_chosen.connect(self._take_kind)
        self._draft.save_due.connect(self._keep_draft)
        self._look.look_changed.connect(self._show_hint)

    def _show_hint(self) -> None:
        """Large text leaves no room for what is only a reminder."""
        self._hint.setVisible(self._look.scale < LARGE_TEXT)

    def _fit_foot(self) -> None:
        """Very large text: narrower edges, so that the notes do not take the clock's room."""
        large = self._look.scale >= VERY_LARGE
        edge = SMALL_EDGE if large else EDGE
        self._column.setContentsMargins(edge, 12, edge, 12)
        self._details.set_gap(4 if large else 8)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        widgets: Iterable[QWidget] = (
            self._binding_words,
            self._chips,
            self.line,
            self._lines,
            self._details,
        )
        for widget in widgets:
            column.addWidget(widget)
        column.addWidget(self._hint)
        self._binding_words.hide()
        self._fit_foot()
        self._look.look_changed.connect(self._fit_foot)
        self._show_hint()
        self._show_kind()
