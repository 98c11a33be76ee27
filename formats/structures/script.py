"""A session written down in a file, to be rehearsed: its plan, and what people will say and note in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import PurePath
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from formats.session.agenda import Agenda, Part, Stage, StageKey, StageKind
from formats.session.folding import fold
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.seating.round_limits import most_rounds, rounds_advice, rounds_that_fit
from formats.session.session import NextSession, Session
from formats.session.wording import numbered, range_words
from formats.structures.folder import id_of
from formats.structures.opener import Opener
from formats.structures.script_file import (
    WrittenClosing,
    WrittenNote,
    WrittenOpening,
    WrittenSession,
    decode_session_file,
)
from formats.structures.structure import Structure
from formats.structures.unfold import (
    CLOSING,
    check_in_stage,
    closing_part,
    opener_stage,
    opening_part,
    part_from,
    room_needs,
    simple_stage,
)

LARGEST_FILE = 5_000_000
LONGEST_MINUTES = 24 * 60


class ScriptError(ValueError):
    """The file cannot be rehearsed; one sentence says where, what and what to do."""


@dataclass(frozen=True, slots=True)
class ScriptedNote:
    """A note that the note-taker of the rehearsal types; `room` is a room number, None for the whole group."""

    stage: StageKey
    kind: NoteKind
    text: str
    room: int | None = None
    private: bool = False
    agreed_to_share: bool = False
    owner: str = ""
    due: date | None = None
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """The planned session, without rooms yet, and what happens in it. `presenters` are by room number."""

    session: Session
    presenters: Mapping[int, str]
    answers: tuple[str, ...]
    notes: tuple[ScriptedNote, ...]
    advice: tuple[str, ...] = ()
    """What was read otherwise than it was written, in sentences."""

    def notes_in(self, key: StageKey) -> tuple[ScriptedNote, ...]:
        """What is noted in this stage, in order."""
        return tuple(note for note in self.notes if note.stage == key)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns one checked file into a script; every problem becomes a sentence that names the file."""

    name: str
    file: WrittenSession
    structures: Mapping[str, Structure]
    openers: Mapping[str, Opener]

    def error(self, what: str) -> ScriptError:
        return ScriptError(f"{self.name}: {what}")

    def script(self, people: tuple[Person, ...], away: frozenset[str], session_id: str) -> Script:
        file, heads = self.file, len(people) - len(away)
        structure, advice = self.structure_part(heads)
        session = Session(
            id=session_id,
            title=self.required_text("title", file.title),
            series=file.series,
            starts_at=self.instant(file.date, file.start),
            timezone=file.timezone,
            slot=self.length("minutes", file.minutes),
            agenda=self.agenda(structure).for_people(heads),
            people=people,
            away=away,
            next_session=self.next_session(),
        )
        notes = self.notes(session.agenda)
        return Script(session, self.presenters(session), self.answers(session), notes, advice)

    def required_text(self, what: str, text: str) -> str:
        if not text.strip():
            raise self.error(f"“{what}” is empty; write a few words.")
        return text

    def length(self, what: str, count: float) -> timedelta:
        if not 0 < count <= LONGEST_MINUTES:
            raise self.error(f"{what} is {count:g}; use more than 0 and at most {LONGEST_MINUTES} minutes.")
        return timedelta(minutes=count)

    def instant(self, day: date, start: str) -> datetime:
        try:
            zone = ZoneInfo(self.file.timezone)
            return datetime.combine(day, time.fromisoformat(start), zone).astimezone(UTC)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            zone_or_time = f"“{self.file.timezone}”" if isinstance(error, ZoneInfoNotFoundError) else f"“{start}”"
            raise self.error(
                f"{zone_or_time} cannot be read; write a start like 16:30 in a place like Europe/London."
            ) from error

    def agenda(self, structure: Part) -> Agenda:
        opening = [self.opening_stage(entry) for entry in self.file.opening]
        closing = [self.closing_stage(entry) for entry in self.file.closing]
        parts: list[Part] = [opening_part(tuple(opening))] if opening else []
        parts.append(structure)
        if closing:
            parts.append(closing_part(tuple(closing)))
        agenda = Agenda(tuple(parts))
        keys = [stage.key for stage in agenda.stages]
        if twice := next((key for key in keys if keys.count(key) > 1), None):
            raise self.error(f"the stage “{twice.stage}” is there twice; give one of them another id.")
        return agenda

    def opening_stage(self, entry: WrittenOpening) -> Stage:
        length = self.length("minutes of the opening", entry.minutes)
        if entry.check_in:
            return check_in_stage(entry.check_in, 0, length)
        opener = self.openers.get(entry.opener)
        if opener is None:
            raise self.error(f"there is no opener “{entry.opener}”; use one of {', '.join(sorted(self.openers))}.")
        return opener_stage(opener, length)

    def closing_stage(self, entry: WrittenClosing) -> Stage:
        title = self.required_text("stage", entry.stage)
        length = self.length(f"minutes of “{title}”", entry.minutes)
        return simple_stage(StageKind.CLOSING, CLOSING, entry.id or id_of(title), title, length)

    def structure_part(self, heads: int) -> tuple[Part, tuple[str, ...]]:
        """The structure with as many rounds as mean something for these people, and what was made of others."""
        structure = self.structures.get(self.file.structure)
        if structure is None:
            known = ", ".join(sorted(self.structures))
            raise self.error(f"there is no structure “{self.file.structure}”; use one of {known}.")
        rounds, size = self.file.rounds, self.file.room_size
        if rounds is not None and rounds < 1:
            raise self.error(f"“rounds” is {rounds}; use 1 or more.")
        if size is not None and not structure.sizes.minimum <= size <= structure.sizes.maximum:
            sizes = range_words(structure.sizes.minimum, structure.sizes.maximum)
            raise self.error(f"“room_size” is {size}; {structure.title} takes {sizes} in a room.")
        needs = room_needs(structure) if size is None else replace(room_needs(structure), usual=size)
        usual = most_rounds(needs, heads) if needs.one_round_each else structure.rounds.usual
        count = rounds_that_fit(needs, rounds or usual, heads)
        part = replace(part_from(structure, count, size), rooms=needs)
        return part, (rounds_advice(part, rounds, heads),) if rounds not in (None, count) else ()

    def next_session(self) -> NextSession | None:
        entry = self.file.next_session
        if entry is None:
            return None
        return NextSession(
            entry.title, self.instant(entry.date, entry.start), self.length("minutes", entry.minutes)
        )

    def presenters(self, session: Session) -> dict[int, str]:
        by_name = {fold(person.name): person.id for person in session.present}
        chosen = {}
        for room, name in self.file.presenters.items():
            if fold(name) not in by_name:
                raise self.error(f"{name} presents in {room}, but is not among the people who are here.")
            chosen[self.room_number(room)] = by_name[fold(name)]
        return chosen

    def room_number(self, room: str) -> int:
        digits = "".join(c for c in room if c.isdecimal())
        if not digits or int(digits) < 1:
            raise self.error(f"“{room}” is no room; write “Room 1”, “Room 2” and so on.")
        return int(digits)

    def answers(self, session: Session) -> tuple[str, ...]:
        answers = tuple(self.required_text("check_in_answers", answer) for answer in self.file.check_in_answers)
        if answers and not any(stage.kind is StageKind.CHECK_IN for stage in session.agenda.stages):
            raise self.error("there are answers, but no check-in to give them in; add one to “opening”.")
        return answers

    def notes(self, agenda: Agenda) -> tuple[ScriptedNote, ...]:
        return tuple(self.note(number, note, agenda) for number, note in enumerate(self.file.notes, 1))

    def note(self, number: int, note: WrittenNote, agenda: Agenda) -> ScriptedNote:
        stage = agenda.find_stage(note.stage, note.round) or _only_stage(agenda, note)
        if stage is None:
            raise self.error(
                f"note {number} names the stage “{note.stage}” in round {note.round}, which is not planned."
            )
        if stage.kind is StageKind.OPENER:
            raise self.error(f"note {number} is in “{note.stage}”; nothing is noted during an opener.")
        return ScriptedNote(
            stage=stage.key,
            kind=note.kind,
            text=self.required_text(f"text of note {number}", note.text),
            room=self.room_number(note.room) if note.room else None,
            private=note.private,
            agreed_to_share=note.agreed_to_share,
            owner=note.owner,
            due=note.due,
            is_key=note.key,
        )


def _only_stage(agenda: Agenda, note: WrittenNote) -> Stage | None:
    """The one stage with the id of a note that names no round, in whichever round it comes."""
    stages = [stage for stage in agenda.stages if stage.key.stage == note.stage]
    return stages[0] if note.round == 1 and len(stages) == 1 else None


def read_script(
    content: bytes,
    name: str,
    *,
    structures: Mapping[str, Structure],
    openers: Mapping[str, Opener],
    people_of: Callable[[PurePath], tuple[tuple[Person, ...], frozenset[str]]],
    session_id: str,
    stand_ins: int | None = None,
) -> Script:
    """Reads a session file of the form of `resources/samples/reference-session.json`.

    `people_of` gets the roster's path as the file names it and gives the people with those who are away.
    With `stand_ins` so many people without names take the place of its roster and its presenters.
    Raises `ScriptError` with one sentence.
    """
    if len(content) > LARGEST_FILE:
        raise ScriptError(f"{name}: it is over {LARGEST_FILE // 1_000_000} MB; a session file is much smaller.")
    try:
        file = decode_session_file(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ScriptError(f"{name} cannot be read as a session: {_error_text(error)}.") from error
    if stand_ins is not None:
        people, away = _numbered_people(stand_ins), frozenset[str]()
        file = msgspec.structs.replace(file, presenters={})
    else:
        people, away = people_of(PurePath(file.roster)) if file.roster else ((), frozenset())
    return _Reader(name, file, structures, openers).script(people, away, session_id)


def _numbered_people(count: int) -> tuple[Person, ...]:
    return tuple(Person(id=f"person-{number}", name=numbered("Person", number)) for number in range(1, count + 1))


def _error_text(error: Exception) -> str:
    return str(error).replace(" - at `$.", ", at `").replace("`$`", "the top").rstrip(".")
