"""A session written down in a file, to be rehearsed: its plan, and what people will say and note in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from formats.language import tr
from formats.session.agenda import Agenda, Stage, StageKey, StageKind
from formats.session.agreement import agreement_lines, agreement_trouble
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.session import NextSession, Session
from formats.session.wording import join_and, quoted
from formats.structures.opener import Opener
from formats.structures.script_agenda import AgendaReader
from formats.structures.script_entries import EntryReader
from formats.structures.script_faults import ScriptError, closest
from formats.structures.script_file import WrittenNote, WrittenSession, decode_session_file
from formats.structures.script_people import PeopleReader
from formats.structures.structure import Structure


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

    file: WrittenSession
    entries: EntryReader
    plan: AgendaReader
    people: PeopleReader

    def script(self, session_id: str, advice: tuple[str, ...]) -> Script:
        file, planned = self.file, self.plan.agenda(self.file)
        session = Session(
            id=session_id,
            title=self.entries.text("“title”", file.title),
            series=file.series,
            starts_at=self.instant(file.date, file.start),
            timezone=file.timezone,
            slot=self.entries.length("“minutes”", file.minutes),
            agenda=planned.agenda.for_people(self.plan.heads),
            people=self.people.everyone,
            away=self.people.away,
            rooms=self.people.rooms(planned.agenda),
            wishes=self.people.wishes(planned.agenda),
            online=frozenset(self.people.ids(file.online, "“online”")),
            apart_by=file.apart_by,
            end_locked=file.end_locked,
            question=file.question.strip(),
            place=file.place,
            joining=file.joining,
            agreement=self.agreement(),
            next_session=self.next_session(),
        )
        notes = self.notes(session.agenda)
        said = (*advice, *planned.advice)
        return Script(session, self.people.presenters(), self.answers(session), notes, said)

    def instant(self, day: date, start: str) -> datetime:
        try:
            zone = ZoneInfo(self.file.timezone)
            return datetime.combine(day, time.fromisoformat(start), zone).astimezone(UTC)
        except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError) as error:
            zone_or_time = (
                quoted(self.file.timezone) if isinstance(error, ZoneInfoNotFoundError) else quoted(start)
            )
            said = tr(
                "{zone_or_time} cannot be read; write a start like 16:30 in a place like Europe/London",
                zone_or_time=zone_or_time,
            )
            raise self.entries.error(said) from error

    def agreement(self) -> tuple[str, ...] | None:
        if self.file.agreement is None:
            return None
        lines = agreement_lines("\n".join(self.file.agreement))
        if trouble := agreement_trouble(lines):
            raise self.entries.error(tr("“agreement” cannot stand on a wall: {why}", why=trouble.rstrip(".")))
        return lines

    def next_session(self) -> NextSession | None:
        entry = self.file.next_session
        if entry is None:
            return None
        title = self.entries.text(tr("“title” of “next_session”"), entry.title)
        slot = self.entries.length(tr("“minutes” of “next_session”"), entry.minutes)
        starts_at = self.instant(entry.date, entry.start)
        return NextSession(title, starts_at, slot, place=entry.place, joining=entry.joining)

    def answers(self, session: Session) -> tuple[str, ...]:
        answers = tuple(self.entries.text("“check_in_answers”", answer) for answer in self.file.check_in_answers)
        if answers and not any(stage.kind is StageKind.CHECK_IN for stage in session.agenda.stages):
            raise self.entries.error(
                tr("there are answers, but no check-in to give them in; add one to “opening”")
            )
        return answers

    def notes(self, agenda: Agenda) -> tuple[ScriptedNote, ...]:
        return tuple(self.note(number, note, agenda) for number, note in enumerate(self.file.notes, 1))

    def note(self, number: int, note: WrittenNote, agenda: Agenda) -> ScriptedNote:
        stage = _stage_of(agenda, note)
        if stage is None:
            said = tr(
                "note {number} names the stage “{stage}” in round {round}, which is not planned",
                number=number,
                stage=note.stage,
                round=note.round,
            )
            near = closest(note.stage, [stage.key.stage for stage in agenda.stages])
            advice = tr("“{near}” may be meant", near=near) if near else tr("name one that is")
            raise self.entries.error(f"{said}; {advice}")
        if stage.kind is StageKind.OPENER:
            said = tr(
                "note {number} is in “{stage}”; nothing is noted during an opener", number=number, stage=note.stage
            )
            raise self.entries.error(tr("{said}, so name another stage", said=said))
        return ScriptedNote(
            stage=stage.key,
            kind=note.kind,
            text=self.entries.text(tr("“text” of note {number}", number=number), note.text),
            room=self.people.number(note.room) if note.room else None,
            private=note.private,
            agreed_to_share=note.agreed_to_share,
            owner=note.owner,
            due=note.due,
            is_key=note.key,
        )


def _stage_of(agenda: Agenda, note: WrittenNote) -> Stage | None:
    """The stage of a note; the only one with its id where the note names no round."""
    parts = tuple(part for part in agenda.parts if note.part in ("", part.id))
    stages = [stage for part in parts for stage in part.stages if stage.key.stage == note.stage]
    exact = next((stage for stage in stages if stage.key.round == note.round), None)
    return exact or (stages[0] if note.round == 1 and len(stages) == 1 else None)


def read_script(
    content: bytes,
    name: str,
    *,
    structures: Mapping[str, Structure],
    openers: Mapping[str, Opener],
    people_of: Callable[[PurePath | tuple[str, ...]], tuple[tuple[Person, ...], frozenset[str]]],
    session_id: str,
    stand_ins: int | None = None,
) -> Script:
    """Reads a session file of the form of `resources/samples/reference-session.json`.

    `people_of` gets the roster's path as the file names it, or the names that stand in the file itself, and
    gives the people with those who are away. With `stand_ins` so many people without names take the place of
    all that the file says of its people.
    Raises `ScriptError` with one sentence.
    """
    file, advice = decode_session_file(content, name)
    if stand_ins is not None:
        people, away = _numbered_people(stand_ins), frozenset[str]()
        file, dropped = _without_names(file)
        advice = (*advice, *dropped)
    elif file.roster and file.people:
        raise ScriptError(tr("{name}: “roster” and “people” are both there; keep one of them.", name=name))
    else:
        people, away = people_of(PurePath(file.roster) if file.roster else tuple(file.people))
    reader = PeopleReader(name, file, people, away)
    away |= frozenset(reader.ids(file.away, "“away”"))
    reader = PeopleReader(name, file, people, away)
    entries = EntryReader(name, openers)
    plan = AgendaReader(entries, structures, len(reader.present))
    return _Reader(file, entries, plan, reader).script(session_id, advice)


def _without_names(file: WrittenSession) -> tuple[WrittenSession, tuple[str, ...]]:
    """The file without what it says of people by name, and a sentence where that was more than who presents."""
    empty: dict[str, Any] = {"apart": [], "together": [], "stays": {}, "misses": {}, "offers": {}, "declines": {}}
    empty |= {"online": [], "away": [], "rooms": [], "people": [], "roster": ""}
    named = [key for key in empty if key not in ("people", "roster") and getattr(file, key)]
    said = tr(
        "{names} name people, and stand-ins have no names: left out.",
        names=join_and(quoted(key) for key in named),
    )
    bare = msgspec.structs.replace(file, presenters={}, **empty)
    return bare, (said,) if named else ()


def _numbered_people(count: int) -> tuple[Person, ...]:
    return tuple(
        Person(id=f"person-{number}", name=tr("Person {number}", number=number)) for number in range(1, count + 1)
    )
