"""What is told of a note beside its words: who takes it and by when, in which room, private or agreed to share."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.notes.room_choice import RoomChoice
from desktop.panels.notes.step_fields import StepFields
from desktop.widgets.tick import Tick
from desktop.widgets.tips import plain_tip
from formats.language import tr
from formats.session.agenda import StageKey
from formats.session.notes import Note, NoteKind
from formats.session.seating.groups import room_name
from formats.session.session import Session
from formats.session.step_sentence import StepSentence


class NoteDetails(QWidget):
    """Shows what its kind of note asks for, and puts that on the note."""

    changed = Signal()
    """Something beside the words is another now."""
    room_chosen = Signal()
    add_requested = Signal()
    focus_lost = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.step = StepFields(look)
        self._agreed = Tick(look, tr("Agreed to share"))
        self._agreed.setObjectName("note-agreed")
        self._private = Tick(look, tr("Private"))
        self._private.setObjectName("note-private")
        self._private.setToolTip(plain_tip(tr("A private note is never exported")))
        self._room = RoomChoice(look)
        self._lay_out()
        self._connect()

    @property
    def room(self) -> int | None:
        """The room that is chosen; None for all of them."""
        return self._room.room

    def show_kind(self, kind: NoteKind, text: str) -> None:
        """Shows the fields of a kind, and what the words say of owner and day."""
        is_step = kind is NoteKind.NEXT_STEP
        self.step.read_sentence(text if is_step else "")
        self.step.setVisible(is_step)
        self._agreed.setVisible(kind is NoteKind.STORY)

    def offer(self, session: Session | None, key: StageKey | None, now: datetime) -> None:
        """Offers the rooms of a stage, and its people before the others."""
        rooms = session.rooms_in(key) if session else ()
        self._room.offer({room.number: room_name(session, key, room.number) for room in rooms} if session else {})
        if session is not None:
            here = next((frozenset(r.people) for r in rooms if r.number == self.room), frozenset[str]())
            self.step.offer(session, here, now)

    def put_on(self, note: Note) -> Note:
        """A note with what was told of it, as its kind has it."""
        is_step = note.kind is NoteKind.NEXT_STEP
        said = StepSentence(self.step.owner, due=self.step.due) if is_step else StepSentence()
        return self._with(note, said)

    def put_on_line(self, note: Note) -> Note:
        """The same for one line of several, whose own words say who takes it and by when."""
        is_step = note.kind is NoteKind.NEXT_STEP
        return self._with(note, self.step.read(note.text) if is_step else StepSentence())

    def put_on_draft(self, draft: Note) -> Note:
        """A draft with all of it, whatever its kind turns out to be."""
        return replace(
            draft,
            private=self._private.isChecked(),
            agreed_to_share=self._agreed.isChecked(),
            owner=self.step.owner,
            due=self.step.due,
        )

    def fill(self, draft: Note) -> None:
        """Shows what was told of a draft."""
        self._room.show_room(draft.room)
        self.step.fill(draft.owner, draft.due)
        self._agreed.setChecked(draft.agreed_to_share)
        self._private.setChecked(draft.private)

    def clear(self) -> None:
        """Begins anew; the room stays, for notes of one room come together."""
        self.step.fill("", None)
        self._agreed.setChecked(False)
        self._private.setChecked(False)

    def set_gap(self, gap: int) -> None:
        """How far its fields in one line stand apart, in pixels."""
        self._foot.setSpacing(gap)

    def _with(self, note: Note, said: StepSentence) -> Note:
        return replace(
            note,
            private=self._private.isChecked(),
            agreed_to_share=note.kind is NoteKind.STORY and self._agreed.isChecked(),
            owner=said.owner,
            due=said.due,
        )

    def _connect(self) -> None:
        self.step.text_typed.connect(self.changed)
        self.step.add_requested.connect(self.add_requested)
        self.step.focus_lost.connect(self.focus_lost)
        self._room.room_chosen.connect(self.room_chosen)
        self._agreed.toggled.connect(self.changed)
        self._private.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        above: Iterable[QWidget] = (self.step, self._agreed)
        for widget in above:
            column.addWidget(widget)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._private)
        self._foot.addStretch(1)
        self._foot.addWidget(self._room)
        column.addLayout(self._foot)
