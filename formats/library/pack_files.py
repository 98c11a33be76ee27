"""What is in a note pack that anybody may have written? It is bad input until proven.

The file is read within limits, then checked record by record; PackError says in a sentence why it is refused.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, NoReturn

from formats.language import tr
from formats.library import lineage
from formats.library.changes import Document
from formats.library.lineage import NoteVersions
from formats.library.record_checks import require_usable
from formats.library.records import (
    PlainRecord,
    event_document,
    event_from,
    note_document,
    note_from,
    person_document,
    person_from,
    session_document,
    session_from,
)
from formats.library.validation import InvalidValueError, is_id, validate
from formats.session.notes import Note
from formats.session.session import Session

KIND, VERSION = "note pack", 1
LARGEST = 20_000_000  # bytes
DEEPEST = 12
LONGEST_TEXT = 100_000
MOST = 100_000  # records
_TABLES = ("sessions", "people", "run_log", "notes", lineage.TABLE)
MOST_PARTS = 2_000_000  # texts and brackets; a file full of brackets would take minutes
_PARTS = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


class PackError(ValueError):
    """The file is not a note pack that can be taken in; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One session with its records, checked."""

    session: Document
    people: tuple[Document, ...]
    run_log: tuple[Document, ...]
    notes: tuple[Document, ...]
    lines: tuple[Document, ...]

    def tables(self) -> Iterator[tuple[str, tuple[Document, ...]]]:
        """Its records by the table of the library that they belong to."""
        yield from zip(_TABLES, ((self.session,), self.people, self.run_log, self.notes, self.lines), strict=True)

    def versions(self) -> Iterator[tuple[str, NoteVersions]]:
        """Every note by id, with all its versions."""
        notes = {note["id"]: note for note in self.notes}
        lines = {line["id"]: line for line in self.lines}
        for note_id in sorted(notes.keys() | lines.keys()):
            found = lineage.versions(notes.get(note_id), lines.get(note_id))
            if found is not None:
                yield note_id, found


def read_pack(content: bytes) -> Pack:
    """The pack in a file that anybody may have written; PackError says in a sentence why it is refused."""
    if len(content) > LARGEST:
        refuse(tr("it is larger than a session file can be"))
    parsed = _parse(content)
    if not isinstance(parsed, dict) or parsed.get("clearing") != KIND:
        refuse(tr("it is not a session file of Clearing"))
    if not isinstance(parsed.get("version"), int) or parsed["version"] > VERSION:
        refuse(tr("it was saved by a newer version of Clearing"))
    tables = {name: _records(parsed.get(name)) for name in _TABLES}
    if len(tables["sessions"]) != 1:
        refuse(tr("it does not hold exactly one session"))
    session = tables["sessions"][0]
    for name in ("run_log", "notes", lineage.TABLE):
        if any(record.get("session") != session["id"] for record in tables[name]):
            refuse(tr("a part of it belongs to another session"))
    pack = Pack(session, *(tuple(tables[name]) for name in _TABLES[1:]))
    _check_shapes(pack)
    return pack


def refuse(why: str) -> NoReturn:
    """Say why a file is not taken in. Raises PackError, always."""
    raise PackError(tr("This file was not added: {why}. Nothing was changed.", why=why))


def _parse(content: bytes) -> Any:
    """The JSON in a file, within limits."""
    depth = 0
    for count, part in enumerate(_PARTS.finditer(content)):
        depth += {b"{": 1, b"[": 1, b"}": -1, b"]": -1}.get(part[0], 0)
        if depth > DEEPEST or count > MOST_PARTS:
            refuse(tr("it has more parts, or deeper ones, than a session file can have"))
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_constant)
    except PackError:
        raise
    except (ValueError, RecursionError):
        refuse(tr("it cannot be read, or is damaged"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, with every name once and every text of a bearable length."""
    found = dict(pairs)
    if len(found) != len(pairs):
        refuse(tr("a part of it says two things at once"))
    if any(isinstance(each, str) and len(each) > LONGEST_TEXT for each in (*found, *found.values())):
        refuse(tr("a text in it is longer than a note can be"))
    return found


def _constant(_: str) -> NoReturn:
    refuse(tr("a number in it is not valid"))


def _records(value: object) -> list[Document]:
    """Records with an id each, no two alike."""
    if not isinstance(value, list) or len(value) > MOST:
        refuse(tr("a part of it is missing or too long"))
    for record in value:
        if not isinstance(record, dict) or not is_id(record.get("id")):
            refuse(tr("an entry in it has no proper number"))
    if len({record["id"] for record in value}) != len(value):
        refuse(tr("two entries in it have the same number"))
    return value


def _check_shapes(pack: Pack) -> None:
    """See that every record is what its place in the pack says, and nothing in it would stop Clearing."""
    try:
        for table, records in pack.tables():
            for record in records:
                require_usable(table, record)
        validate(_session_of(pack))
    except PackError:
        raise
    except InvalidValueError as why:
        refuse(str(why))
    except (ValueError, TypeError, KeyError, OverflowError):
        refuse(tr("an entry in it was changed after it was saved"))


def _session_of(pack: Pack) -> Session:
    """The session that the records make, each of them as Clearing writes it."""
    people = [person_from(dict(person)) for person in pack.people]
    notes = [_note(record, pack.session["id"]) for record in pack.notes]
    if not all(map(is_id, pack.session["people"])):
        refuse(tr("an entry in it has no proper number"))
    for line in pack.lines:
        for other in line["others"]:
            if other["record"] is not None:
                _note(other["record"], line["session"])
    events = [event_from(dict(event)) for event in sorted(pack.run_log, key=itemgetter("number"))]
    session = session_from(dict(pack.session), people, events, notes)
    whole = replace(session, people=())
    _check_fields([pack.session], [session_document(whole)])
    _check_fields(pack.people, map(person_document, people))
    for record, event in zip(sorted(pack.run_log, key=itemgetter("number")), events, strict=True):
        made = event_document(session.id, record["number"], event)
        if record.keys() - made.keys() or record["id"] != made["id"] or type(record["number"]) is not int:
            refuse(tr("it was changed after it was saved"))
    return session


def _check_fields(records: Iterable[Document], proper: Iterable[PlainRecord]) -> None:
    """See that records have no fields but those of Clearing; an older one wrote fewer."""
    if any(record.keys() - made.keys() for record, made in zip(records, proper, strict=True)):
        refuse(tr("an entry in it was changed after it was saved"))


def _note(record: Document, session_id: str) -> Note:
    """A note of the session, with no fields but those of Clearing."""
    note = note_from(dict(record))
    _check_fields([record], [note_document(session_id, note)])
    return note
