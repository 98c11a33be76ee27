"""What did each room work on, who brought it, and which note says it?"""

from datetime import datetime

from formats.exports.choices import NameStyle
from formats.exports.names import Naming
from formats.exports.passages import EMPTY_PASSAGE, Passage, join_passages
from formats.exports.summary import Challenge
from formats.session.agenda import StageKey
from formats.session.notes import Note, NoteKind
from formats.session.rounds_held import challenges_brought, telling_stage
from formats.session.seating.groups import room_name
from formats.session.session import Room, RoundRooms, Session


def challenges_of(session: Session, notes: tuple[Note, ...], naming: Naming) -> tuple[Challenge, ...]:
    """Every challenge that was brought, by round and room; `notes` are those that may leave."""
    return tuple(
        Challenge(
            round=held.round,
            where=room_name(session, StageKey(held.part, "", held.round), room.number),
            presenter=presenter_passage(room.presenter, naming),
            words=_words(session, held, room, notes, naming),
        )
        for held, room in challenges_brought(session)
    )


def is_challenge(note: Note, session: Session) -> bool:
    """Whether it is the first question that was noted of what the presenter of its room brought."""
    if note.kind is not NoteKind.QUESTION or not note.room or note.stage is None:
        return False
    first = _first_question(session, note.stage.part, note.stage.round, note.room, session.notes)
    return first is not None and first.id == note.id


def presenter_passage(person_id: str, naming: Naming) -> Passage:
    """Who brought a challenge, as they may be named: Kristin, the nurse; nothing where nobody did."""
    presenter = naming.person(person_id)
    return join_passages("the ", presenter) if presenter.spans and naming.names is NameStyle.ROLES else presenter


def _words(session: Session, held: RoundRooms, room: Room, notes: tuple[Note, ...], naming: Naming) -> Passage:
    first = _first_question(session, held.part, held.round, room.number, notes)
    return naming.passage(first.text, first.id) if first else EMPTY_PASSAGE


def _first_question(
    session: Session, part_id: str, round_number: int, room: int, notes: tuple[Note, ...]
) -> Note | None:
    """The first question of a room in the stage in which its challenge is told."""
    part = session.position.agenda.part(part_id)
    told = telling_stage(part, round_number) if part else None
    presented = any(r.number == room and r.presenter for r in session.rooms_in(told))
    if told is None or not presented:
        return None
    found = (
        note
        for note in notes
        if note.kind is NoteKind.QUESTION and note.stage == told and note.room == room and note.may_leave
    )
    return min(found, key=_stands_at, default=None)


def _stands_at(note: Note) -> datetime:
    return note.stands_at
