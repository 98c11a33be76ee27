"""Which notes leave, and under which part, round, room and stage does each of them stand?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from formats.exports.challenges import challenge_notes, presenter_passage
from formats.exports.choices import Choices, NameStyle
from formats.exports.everyday import NOBODYS_NAMES
from formats.exports.names import Naming
from formats.exports.passages import EMPTY_PASSAGE, Passage, filled, one_line, plain
from formats.exports.summary import StageNotes, SummaryNote, SummaryPart, SummarySection
from formats.exports.wording import place_words
from formats.language import Message, tr
from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey, StageKind
from formats.session.folding import fold
from formats.session.notes import Note, NoteKind
from formats.session.seating.groups import is_whole_room, room_name
from formats.session.session import Session

INSIGHTS = frozenset({NoteKind.INSIGHT, NoteKind.QUESTION, NoteKind.STORY})
IDEAS = frozenset({NoteKind.IDEA, NoteKind.RESOURCE})
ELSEWHERE = Message("Other notes")
WITH_PRESENTER = Message("{where}: {presenter}’s challenge")
_WriteNote = Callable[[Note], SummaryNote]


@dataclass(frozen=True, slots=True, order=True)
class _SectionKey:
    """Where a section stands in its part: the rounds in order, what followed them last; room 0 for everyone."""

    after_rounds: bool
    round: int
    room: int


def notes_to_export(session: Session, choices: Choices) -> tuple[Note, ...]:
    """The notes that leave, as they were put in order: never private ones, markers, or stories not to be told."""
    wanted = {NoteKind.ANSWER: choices.check_in, NoteKind.NEXT_STEP: choices.next_steps}
    wanted |= dict.fromkeys(INSIGHTS, choices.insights) | dict.fromkeys(IDEAS, choices.ideas)
    some = [
        n for n in session.notes if n.may_leave and n.text.strip() and (wanted.get(n.kind) or _opens(n, choices))
    ]
    marked = (note if choices.key_notes else replace(note, is_key=False) for note in some)
    return tuple(sorted(marked, key=_stands_at))


def _opens(note: Note, choices: Choices) -> bool:
    """Whether it leaves as one of the key notes, though others of its kind stay."""
    return note.is_key and choices.key_notes and note.kind in INSIGHTS | IDEAS


def _stands_at(note: Note) -> datetime:
    return note.stands_at


def parts_of(session: Session, agenda: Agenda, notes: Iterable[Note], naming: Naming) -> tuple[SummaryPart, ...]:
    """The parts in which something was noted, in the order of the agenda; notes without a stage come last."""
    placed: dict[str, dict[StageKey, list[Note]]] = {}
    elsewhere: list[Note] = []
    stages = {stage.key: stage for stage in agenda.stages}
    for note in notes:
        key = _key(note, stages)
        if key is None:
            elsewhere.append(note)
        else:
            placed.setdefault(key.part, {}).setdefault(key, []).append(note)
    write = partial(_note, session=session, naming=naming, challenges=challenge_notes(session))
    found = [_part(session, part, placed[part.id], naming, write) for part in agenda.parts if part.id in placed]
    return tuple(found) + ((_elsewhere(session, elsewhere, write),) if elsewhere else ())


def owner_passage(note: Note, session: Session, naming: Naming) -> Passage:
    """Who takes a next step, as they may be named; an owner may be an id or a typed name."""
    if not note.owner.strip():
        return EMPTY_PASSAGE
    wanted = fold(note.owner)
    if wanted in NOBODYS_NAMES:
        return plain(one_line(note.owner))
    known = (p.id for p in session.people if note.owner == p.id or fold(p.name) == wanted)
    person = naming.person(next(known, note.owner))
    if person.spans or naming.names is NameStyle.NONE:
        return person
    return naming.line(note.owner, f"{note.id}/owner")


def _key(note: Note, stages: Mapping[StageKey, Stage]) -> StageKey | None:
    """The stage a note stands under: an answer belongs to the check-in, wherever it was typed."""
    stage = stages.get(note.stage) if note.stage else None
    if note.kind is NoteKind.ANSWER and (stage is None or stage.kind is not StageKind.CHECK_IN):
        check_in = next((s for s in stages.values() if s.kind is StageKind.CHECK_IN), None)
        return check_in.key if check_in else (stage.key if stage else None)
    return stage.key if stage else None


def _part(
    session: Session, part: Part, notes: dict[StageKey, list[Note]], naming: Naming, write: _WriteNote
) -> SummaryPart:
    stages: dict[_SectionKey, list[StageNotes]] = {}
    for stage in part.stages:
        for spot, some in _by_spot(part, stage, notes.get(stage.key, ())):
            stages.setdefault(spot, []).append(_stage(stage, some, naming, write))
    sections = (_section(session, part, spot, tuple(stages[spot]), naming) for spot in sorted(stages))
    return SummaryPart(part.kind, naming.line(part.title, f"part {part.id}"), tuple(sections))


def _by_spot(part: Part, stage: Stage, notes: Iterable[Note]) -> Iterator[tuple[_SectionKey, list[Note]]]:
    by_room: dict[int, list[Note]] = {}
    whole = is_whole_room(part)
    for note in notes:
        by_room.setdefault(0 if whole else note.room or 0, []).append(note)
    after = _follows_rounds(part, stage)
    for room in sorted(by_room):
        yield _SectionKey(after, 0 if after else stage.key.round, room), by_room[room]


def _follows_rounds(part: Part, stage: Stage) -> bool:
    """Whether a stage is held once, after several rounds."""
    last = part.last_round[-1:]
    return bool(last) and part.rounds > 1 and part.stages.index(stage) > part.stages.index(last[0])


def _stage(stage: Stage, notes: Iterable[Note], naming: Naming, write: _WriteNote) -> StageNotes:
    where = f"stage {stage.key.part}/{stage.key.stage}"
    question = naming.line(stage.question, f"{where}/question") if stage.question else EMPTY_PASSAGE
    return StageNotes(naming.line(stage.title, where), tuple(map(write, notes)), question)


def _note(note: Note, session: Session, naming: Naming, challenges: frozenset[str]) -> SummaryNote:
    return SummaryNote(
        id=note.id,
        kind=note.kind,
        text=naming.passage(note.text, note.id),
        owner=owner_passage(note, session, naming),
        due=note.due,
        done=note.done,
        let_go=note.let_go,
        is_key=note.is_key,
        is_challenge=note.id in challenges,
    )


def _section(
    session: Session, part: Part, spot: _SectionKey, stages: tuple[StageNotes, ...], naming: Naming
) -> SummarySection:
    return SummarySection(
        heading=_heading(session, part, spot, naming),
        stages=stages,
        round=spot.round if part.kind is PartKind.STRUCTURE else 0,
        room=spot.room or None,
        where=room_name(session, _round_key(part, spot), spot.room) if spot.room else "",
        presenter=_presenter(session, part, spot, naming),
    )


def _heading(session: Session, part: Part, spot: _SectionKey, naming: Naming) -> Passage:
    """Round 1, Room 2: Kristin’s challenge."""
    room = room_name(session, _round_key(part, spot), spot.room) if spot.room else ""
    if part.kind is not PartKind.STRUCTURE or not part.rounds:
        return plain(room)
    if spot.after_rounds:
        return plain(tr("After the rounds, {room}", room=room) if room else tr("After the rounds"))
    where = place_words(spot.round, room) if room else _all_in_round(session, part, spot.round)
    presenter = _presenter(session, part, spot, naming)
    return filled(WITH_PRESENTER, where=where, presenter=presenter) if presenter.spans else plain(where)


def _all_in_round(session: Session, part: Part, number: int) -> str:
    in_rooms = any((r.part, r.round) == (part.id, number) for r in session.rooms)
    if in_rooms and not is_whole_room(part):
        return tr("Round {round}, everyone together", round=number)
    return place_words(number, "")


def _round_key(part: Part, spot: _SectionKey) -> StageKey:
    return StageKey(part.id, part.stages[0].key.stage, max(spot.round, 1))


def _presenter(session: Session, part: Part, spot: _SectionKey, naming: Naming) -> Passage:
    rooms = (r.rooms for r in session.rooms if (r.part, r.round) == (part.id, spot.round))
    here = (room.presenter for room in next(rooms, ()) if room.number == spot.room)
    return presenter_passage(next(here, ""), naming)


def _elsewhere(session: Session, notes: list[Note], write: _WriteNote) -> SummaryPart:
    by_room: dict[int, list[SummaryNote]] = {}
    for note in notes:
        by_room.setdefault(note.room or 0, []).append(write(note))
    sections = (
        SummarySection(
            plain(room_name(session, None, room) if room else ""),
            (StageNotes(EMPTY_PASSAGE, tuple(some)),),
            0,
            room or None,
            room_name(session, None, room) if room else "",
        )
        for room, some in sorted(by_room.items())
    )
    return SummaryPart(PartKind.CLOSING, plain(str(ELSEWHERE)), tuple(sections))
