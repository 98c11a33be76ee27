"""Where and when does a note belong? Decided once, when its typing begins."""

from dataclasses import dataclass, replace
from datetime import datetime

from formats.language import tr
from formats.session.agenda import Agenda, PartKind, StageKey
from formats.session.clock import Phase, Reading
from formats.session.notes import Note, NoteKind
from formats.session.session import Session


@dataclass(frozen=True, slots=True)
class NoteBinding:
    """The stage, room and presenter a note belongs to; the stage is None before the start and after the end."""

    note: str
    began: datetime
    stage: StageKey | None
    room: int | None
    presenter: str

    def with_room(self, session: Session, room: int | None) -> "NoteBinding":
        """The same moment in another room."""
        return replace(self, room=room, presenter=presenter_in(session, self.stage, room))

    def with_words(self, kind: NoteKind, text: str) -> Note:
        """A note of this moment."""
        return Note(self.note, kind, text, self.began, self.stage, self.room, self.presenter)


def stage_of_the_moment(reading: Reading | None) -> StageKey | None:
    """The stage that notes belong to now."""
    if reading is None or not reading.live or reading.stage is None:
        return None
    return reading.stage.key


def presenter_in(session: Session, stage: StageKey | None, room: int | None) -> str:
    """Who presents in a room of the round that a stage belongs to."""
    return next((r.presenter for r in session.rooms_in(stage) if r.number == room), "")


def stage_words(agenda: Agenda, key: StageKey | None) -> str:
    """A stage as the pane names it: Round 1, Ideas."""
    stage = agenda.stage(key) if key else None
    if key is None:
        return ""
    if stage is None:
        return key.stage.replace("-", " ").capitalize()
    part = agenda.part(key.part)
    in_rounds = part is not None and part.kind is PartKind.STRUCTURE and stage.repeats
    return tr("Round {round}, {stage}", round=key.round, stage=stage.label) if in_rounds else stage.label


def moment_words(reading: Reading | None) -> str:
    """Where the session is, as the head of the pane says it."""
    if reading is None:
        return ""
    if reading.phase is Phase.WAITING:
        return tr("Before the start")
    if reading.phase is Phase.FINISHED:
        return tr("After the end")
    return stage_words(reading.position.agenda, stage_of_the_moment(reading))
