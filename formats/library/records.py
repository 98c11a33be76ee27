"""Sessions, people and notes as the plain documents that the library file holds, and back.

Lengths are ISO 8601 durations, instants ISO 8601 in UTC. What does not have the expected shape is refused
with `RecordError`, which names the place, so that one bad document never hides the others.
"""

from collections.abc import Iterable
from dataclasses import field, fields, make_dataclass, replace
from hashlib import sha256
from typing import Any, TypeVar, get_args

import msgspec

from formats.language import Message
from formats.library.changes import Document
from formats.library.validation import InvalidValueError
from formats.session.agenda import Arrangement
from formats.session.events import AutoAdvanceStopped, Event
from formats.session.notes import Note
from formats.session.people import Person
from formats.session.roster.draft import Roster, Understood
from formats.session.session import Session
from formats.session.session_template import SessionTemplate
from formats.session.side_timer import SideTimer

PlainRecord = dict[str, Any]

# How each kind of event is spelled in library files, whatever its class is called by now.
_STORED_NAMES: dict[type, str] = {kind: kind.__name__.lower() for kind in get_args(Event)} | {
    AutoAdvanceStopped: "held"
}
_EVENTS = {name: kind for kind, name in _STORED_NAMES.items()}
# How a field of a note is spelled in library files and note packs where it has another name by now.
_STORED_FIELDS = {"sort_at": "place"}
# Fields, as stored, that notes did not always have may be missing in one that was written before.
_NOTE_FIELDS_ADDED_LATER = {"let_go", "place", "is_key"}
_NOTE_FIELDS = {"session", *(_STORED_FIELDS.get(f.name, f.name) for f in fields(Note))} - _NOTE_FIELDS_ADDED_LATER
# How room needs said what is an arrangement by now.
_ARRANGEMENTS_BEFORE = {"hosted": Arrangement.HOSTED_TABLES, "stations": Arrangement.STATIONS}
_KEPT_ELSEWHERE = ("people", "events", "notes")
# What a session's own document holds: all but what the other tables keep.
# Fields that sessions did not always have may be missing in an older file.
_ADDED_LATER = (
    "agreement",
    "wishes",
    "place",
    "joining",
    "closing_round",
    "online",
    "topics",
    "called_off",
    "left_early",
    "names_confirmed",
    "words_confirmed",
    "end_locked",
    "question",
)
_Plan = make_dataclass(
    "_Plan",
    [
        (f.name, f.type, field(default=f.default)) if f.name in _ADDED_LATER else (f.name, f.type)
        for f in fields(Session)
        if f.name not in _KEPT_ELSEWHERE
    ],
)
T = TypeVar("T")


class RecordError(ValueError):
    """A document of the library that cannot be read as what it should be; `fault` is what to tell the user."""

    def __init__(self, detail: str, fault: Message) -> None:
        super().__init__(detail)
        self.fault = fault


def _to_plain(value: object) -> PlainRecord:
    """The value as JSON has it, so that memory and file hold the same. Raises InvalidValueError."""
    try:
        made: PlainRecord = msgspec.json.decode(msgspec.json.encode(value))
    except UnicodeEncodeError:  # half of a letter that needs two
        raise InvalidValueError(Message("a text in it cannot be read")) from None
    return made


def _convert(document: Document, kind: type[T]) -> T:
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        fault = Message("a value in it is missing or of the wrong kind ({place})").about(place=_place_in(error))
        raise RecordError(f"{kind.__name__} {document.get('id', '')}: {error}", fault) from error


def _place_in(error: msgspec.ValidationError) -> str:
    """Where in a document something is wrong: what its reader names last, between backticks."""
    return str(error).rstrip("`").rpartition("`")[2]


def session_document(session: Session) -> PlainRecord:
    """The plan of a session; its people by id, its notes and run log in tables of their own."""
    plan = _to_plain(replace(session, people=(), events=(), notes=()))
    for name in _KEPT_ELSEWHERE:
        del plan[name]
    return plan | {"people": [person.id for person in session.people]}


def session_from(
    document: Document, people: Iterable[Person], events: Iterable[Event], notes: Iterable[Note]
) -> Session:
    """The session of a document, with what the other tables hold for it."""
    plan: Any = _convert(_with_arrangements(document), _Plan)
    planned = {field.name: getattr(plan, field.name) for field in fields(plan)}
    return Session(**planned, people=tuple(people), events=tuple(events), notes=tuple(notes))


def _with_arrangements(document: Document) -> Document:
    """Room needs that were written as "hosted" or "stations", before there were other arrangements."""
    agenda = document.get("agenda")
    if not isinstance(agenda, dict) or not isinstance(agenda.get("parts"), list):
        return document
    return {**document, "agenda": {**agenda, "parts": [_with_arrangement(part) for part in agenda["parts"]]}}


def _with_arrangement(part: object) -> object:
    needs = part.get("rooms") if isinstance(part, dict) else None
    if not isinstance(part, dict) or not isinstance(needs, dict):
        return part
    before = next((kind for name, kind in _ARRANGEMENTS_BEFORE.items() if needs.get(name) is True), None)
    return {**part, "rooms": {"arrangement": before, **needs}} if before else part


def person_document(person: Person) -> PlainRecord:
    """One person of the network."""
    return _to_plain(person)


def person_from(document: Document) -> Person:
    """The person of a document."""
    return _convert(document, Person)


def note_document(session_id: str, note: Note) -> PlainRecord:
    """A note, with the session it belongs to."""
    plain = _to_plain(note)
    for field_name, stored in _STORED_FIELDS.items():
        plain[stored] = plain.pop(field_name)
    return {"session": session_id} | plain


def note_from(document: Document) -> Note:
    """The note of a document."""
    plain = {name: value for name, value in document.items() if name not in _STORED_FIELDS}
    for field_name, stored in _STORED_FIELDS.items():
        if stored in plain:
            plain[field_name] = plain.pop(stored)
    return _convert(plain, Note)


def lacks_note_fields(document: Document) -> bool:
    """Whether a document lacks something that every note ever written has, and the list of sessions counts on."""
    return bool(_NOTE_FIELDS - document.keys())


def event_id(session_id: str, number: int) -> str:
    """The id of the event that stands at `number` in the run log of a session."""
    return f"{session_id}-{number}"


def event_document(session_id: str, number: int, event: Event) -> PlainRecord:
    """The event that stands at `number`, from 0, in the run log of a session."""
    what = {"id": event_id(session_id, number), "session": session_id, "number": number}
    return what | {"what": _STORED_NAMES[type(event)]} | _to_plain(event)


def event_from(document: Document) -> Event:
    """The event of a document.

    Raises RecordError where no event is called that, or a value is missing or of another kind.
    """
    kind = _EVENTS.get(str(document.get("what")))
    if kind is None:
        name = str(document.get("what"))
        fault = Message("there is no step called “{name}” in a session").about(name=name)
        raise RecordError(f"history {document.get('id', '')}: no move is called {name!r}", fault)
    event: Event = _convert(document, kind)
    return event


def waiting_list_document(session_id: str, waiting: Roster) -> PlainRecord:
    """The lines of a list that wait to be looked at, as the library keeps them for a session."""
    return {"id": session_id, "lines": [_to_plain(line) for line in waiting.lines]}


def waiting_list_from(document: Document) -> Roster:
    """The lines that a document holds. Raises `RecordError`."""
    return Roster(tuple(_convert(line, Understood) for line in document["lines"]))


def template_document(template: SessionTemplate) -> PlainRecord:
    """A plan to begin sessions with."""
    return _to_plain(template)


def template_from(document: Document) -> SessionTemplate:
    """The plan that a document holds. Raises `RecordError`."""
    return _convert(document, SessionTemplate)


def side_timer_id(number: int) -> str:
    """The id under which a side timer is kept."""
    return f"timer-{number}"


def side_timer_document(timer: SideTimer) -> PlainRecord:
    """A timer beside the session, as the library keeps it."""
    return {**_to_plain(timer), "id": side_timer_id(timer.number)}


def side_timer_from(document: Document) -> SideTimer:
    """The timer that a document holds. Raises `RecordError`."""
    return _convert(document, SideTimer)


def two_people_document(one: str, other: str) -> Document:
    """That two person ids are two people."""
    pair = sorted((one, other))
    return {"id": sha256("\n".join(pair).encode("utf-8", "replace")).hexdigest()[:32], "people": pair}


def names_two(record: Document) -> bool:
    """Whether a record names two different people."""
    people = record["people"]
    return isinstance(people, list) and len(people) == 2 and people[0] != people[1]
