"""What did each room work on, who brought it, and which note says it?"""

from collections.abc import Iterable
from datetime import datetime

from formats.exports.choices import NameStyle
from formats.exports.names import PARTICIPANT, THE_ROLE, Naming
from formats.exports.passages import EMPTY_PASSAGE, Passage, filled, plain
from formats.exports.summary import Challenge
from formats.language import Message
from formats.session.agenda import Part, StageKey
from formats.session.notes import Note, NoteKind
from formats.session.rounds_held import challenges_brought, telling_stage
from formats.session.seating.groups import room_name
from formats.session.session import Session

THE_PARTICIPANT = Message("the participant")
_Spot = tuple[StageKey, int]
"""A stage, and the number of a room in it."""


def challenges_of(session: Session, notes: Iterable[Note], naming: Naming) -> tuple[Challenge, ...]:
    """Every challenge that was brought, by round and room; `notes` are those that may leave."""
    first, agenda = _first_questions(notes), session.position.agenda
    return tuple(
        Challenge(
            round=held.round,
            where=room_name(session, StageKey(held.part, "", held.round), room.number),
            presenter=presenter_passage(room.presenter, naming),
            words=_words(first.get((told, room.number)) if told else None, naming),
        )
        for held, room in challenges_brought(session)
        for told in (_told_in(session, agenda.part(held.part), held.round, room.number),)
    )


def challenge_notes(session: Session) -> frozenset[str]:
    """The ids of the notes that say what a room worked on: its first question where its challenge is told."""
    agenda = session.position.agenda
    return frozenset(
        note.id
        for (stage, room), note in _first_questions(session.notes).items()
        if stage == _told_in(session, agenda.part(stage.part), stage.round, room)
    )


def presenter_passage(person_id: str, naming: Naming) -> Passage:
    """Who brought a challenge, as they may be named: Kristin, the nurse; nothing where nobody did."""
    presenter = naming.person(person_id)
    if not presenter.spans or naming.names is not NameStyle.ROLES:
        return presenter
    return plain(str(THE_PARTICIPANT)) if str(presenter) == str(PARTICIPANT) else filled(THE_ROLE, role=presenter)


def _words(first: Note | None, naming: Naming) -> Passage:
    return naming.passage(first.text, first.id) if first else EMPTY_PASSAGE


def _told_in(session: Session, part: Part | None, round_number: int, room: int) -> StageKey | None:
    """The stage in which a room is told its challenge; None where nobody presents one."""
    told = telling_stage(part, round_number) if part else None
    presented = any(one.number == room and one.presenter for one in session.rooms_in(told))
    return told if presented else None


def _first_questions(notes: Iterable[Note]) -> dict[_Spot, Note]:
    """The first question that was noted in each stage and room, of those that may leave."""
    found: dict[_Spot, Note] = {}
    for note in sorted(notes, key=_stands_at):
        if note.kind is NoteKind.QUESTION and note.may_leave and note.stage is not None and note.room:
            found.setdefault((note.stage, note.room), note)
    return found


def _stands_at(note: Note) -> datetime:
    return note.stands_at
