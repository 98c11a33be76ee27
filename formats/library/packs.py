"""How does a session go to a second note-taker as one file, and come back without losing or doubling a note?

A pack is JSON: the session, its people, its run log, its notes, and the lines that say which version of a note
follows on which (see lineage). What comes in is bad input until proven: it is read within limits, checked
record by record, and merged as one save or not at all. Notes always merge; the plan, the people and the log
are taken only where this library does not have them yet.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from formats.library import lineage
from formats.library.changes import Document
from formats.library.file import LibraryFile
from formats.library.lineage import Versions
from formats.library.records import event_from, note_from, person_from, session_from

KIND, VERSION = "note pack", 1
LARGEST = 20_000_000  # bytes
DEEPEST = 12
LONGEST_TEXT = 100_000
MOST = 100_000  # records
_TABLES = ("sessions", "people", "run_log", "notes", lineage.TABLE)
_ID = re.compile(r"[0-9A-Za-z_.:-]{1,100}", re.ASCII)
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

    def versions(self) -> Iterator[tuple[str, Versions]]:
        """Every note by id, with all its versions."""
        notes = {note["id"]: note for note in self.notes}
        lines = {line["id"]: line for line in self.lines}
        for note_id in sorted(notes.keys() | lines.keys()):
            found = lineage.versions(notes.get(note_id), lines.get(note_id))
            if found is not None:
                yield note_id, found


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging a pack changed, as ids of notes."""

    session_is_new: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    both_kept: tuple[str, ...]  # edited on both sides: one is in its place, see `other_versions`


def make_pack(library: LibraryFile, session_id: str, *, private: bool = False) -> bytes:
    """The session as a file for another Clearing; private notes only when asked for. KeyError: no such session."""
    session = library.get("sessions", session_id)
    if session is None:
        raise KeyError(session_id)

    def leaves(record: Document | None) -> bool:
        return record is None or private or not record.get("private")

    notes = [note for note in _of(library, "notes", session_id) if leaves(note)]
    stay = {note["id"] for note in _of(library, "notes", session_id) if not leaves(note)}
    lines = [
        {**line, "others": [other for other in line["others"] if leaves(other["record"])]}
        for line in _of(library, lineage.TABLE, session_id)
        if line["id"] not in stay
    ]
    people = [found for each in session.get("people", []) if (found := library.get("people", each))]
    content = {
        "clearing": KIND,
        "version": VERSION,
        "sessions": [session],
        "people": people,
        "run_log": _of(library, "run_log", session_id),
        "notes": notes,
        lineage.TABLE: lines,
    }
    return json.dumps(content, indent=1).encode("ascii")


def read_pack(content: bytes) -> Pack:
    """The pack in a file that anybody may have written; PackError says in a sentence why it is refused."""
    if len(content) > LARGEST:
        _refuse("it is larger than a note pack can be")
    parsed = _parsed(content)
    if not isinstance(parsed, dict) or parsed.get("clearing") != KIND:
        _refuse("it is not a note pack")
    if not isinstance(parsed.get("version"), int) or parsed["version"] > VERSION:
        _refuse("it comes from a newer Clearing")
    tables = {name: _records(parsed.get(name)) for name in _TABLES}
    if len(tables["sessions"]) != 1:
        _refuse("it does not hold exactly one session")
    session = tables["sessions"][0]
    for name in ("run_log", "notes", lineage.TABLE):
        if any(record.get("session") != session["id"] for record in tables[name]):
            _refuse("a part of it belongs to another session")
    pack = Pack(session, *(tuple(tables[name]) for name in _TABLES[1:]))
    _check_shapes(pack)
    return pack


def merge_pack(library: LibraryFile, pack: Pack) -> Merged:
    """Unite a pack with the library, as one save; PackError when it would touch another session."""
    session_id = pack.session["id"]
    is_new = library.get("sessions", session_id) is None
    for table, records in (("notes", pack.notes), (lineage.TABLE, pack.lines)):
        for record in records:
            here = library.get(table, record["id"])
            if here is not None and here.get("session") != session_id:
                _refuse("a note in it has the number of a note of another session")
    with library.saving():
        if is_new:
            library.put_as_is("sessions", pack.session)
            for event in pack.run_log:
                library.put_as_is("run_log", event)
        for person in pack.people:
            if library.get("people", person["id"]) is None:
                library.put_as_is("people", person)
        results = [_merge_note(library, session_id, note_id, found) for note_id, found in pack.versions()]
    return Merged(is_new, *(tuple(each for what, each in results if what == kind) for kind in _OUTCOMES))


_OUTCOMES = ("added", "changed", "removed", "both kept")


def _merge_note(library: LibraryFile, session: str, note_id: str, theirs: Versions) -> tuple[str, str]:
    """Unite the versions of one note; what happened, and its id."""
    before, line = library.get("notes", note_id), library.get(lineage.TABLE, note_id)
    mine = lineage.versions(before, line)
    merged = theirs if mine is None else mine.merged(theirs)
    if not merged.present:
        _refuse("its versions of a note contradict each other")
    _, after = merged.first
    _put_or_remove(library, "notes", note_id, before, after)
    _put_or_remove(library, lineage.TABLE, note_id, line, lineage.line_of(note_id, session, merged))
    if len(merged.present) > 1:
        return "both kept", note_id
    if before == after:
        return "as it was", note_id
    return ("added" if before is None else "removed" if after is None else "changed"), note_id


def other_versions(library: LibraryFile, note_id: str) -> tuple[Document | None, ...]:
    """The versions of a note that stand beside the one in its place; None: removed on one side."""
    line = library.get(lineage.TABLE, note_id)
    return tuple(other["record"] for other in line["others"]) if line else ()


def notes_with_others(library: LibraryFile, session_id: str) -> tuple[str, ...]:
    """The notes of a session for which somebody has yet to choose a version."""
    return tuple(line["id"] for line in _of(library, lineage.TABLE, session_id) if line["others"])


def settle(library: LibraryFile, note_id: str, chosen: Document | None) -> None:
    """Keep this version of a note, or a new one made of several; None removes it. One save."""
    line, before = library.get(lineage.TABLE, note_id), library.get("notes", note_id)
    if line is None:
        return
    with library.saving():
        _put_or_remove(library, "notes", note_id, before, chosen)
        library.put_as_is(lineage.TABLE, lineage.settled(line, before))


def _put_or_remove(
    library: LibraryFile, table: str, record_id: str, before: Document | None, after: Document | None
) -> None:
    """Make the record what it should be, if it is not yet."""
    if after is None:
        library.remove_without_trace(table, record_id)
    elif after != before:
        library.put_as_is(table, after)


def _of(library: LibraryFile, table: str, session_id: str) -> list[Document]:
    """The records of one session."""
    return [record for record in library.all(table) if record.get("session") == session_id]


def _refuse(why: str) -> NoReturn:
    raise PackError(f"This file was not taken in: {why}. Nothing was changed.")


def _parsed(content: bytes) -> Any:
    """The JSON in a file, within limits."""
    depth = 0
    for count, part in enumerate(_PARTS.finditer(content)):
        depth += {b"{": 1, b"[": 1, b"}": -1, b"]": -1}.get(part[0], 0)
        if depth > DEEPEST or count > MOST_PARTS:
            _refuse("it has more parts, or deeper ones, than a note pack can have")
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_constant)
    except PackError:
        raise
    except (ValueError, RecursionError):
        _refuse("it cannot be read, or is damaged")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, with every name once and every text of a bearable length."""
    found = dict(pairs)
    if len(found) != len(pairs):
        _refuse("a part of it says two things at once")
    if any(isinstance(each, str) and len(each) > LONGEST_TEXT for each in (*found, *found.values())):
        _refuse("a text in it is longer than a note can be")
    return found


def _constant(_: str) -> NoReturn:
    _refuse("a number in it is no number")


def _records(value: object) -> list[Document]:
    """Records with an id each, no two alike."""
    if not isinstance(value, list) or len(value) > MOST:
        _refuse("a part of it is missing or too long")
    for record in value:
        if not isinstance(record, dict) or not is_id(record.get("id")):
            _refuse("a record in it has no proper number")
    if len({record["id"] for record in value}) != len(value):
        _refuse("two records in it have the same number")
    return value


def is_id(value: object) -> bool:
    """Whether this can be the id of a record."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _check_shapes(pack: Pack) -> None:
    """See that every record is what its place in the pack says."""
    try:
        people = [person_from(dict(person)) for person in pack.people]
        events = [event_from(dict(event)) for event in pack.run_log]
        notes = [note_from(dict(note)) for note in pack.notes]
        session_from(dict(pack.session), people, events, notes)
        for line in pack.lines:
            _check_line(line)
    except PackError:
        raise
    except (ValueError, TypeError, KeyError, OverflowError):
        _refuse("a record in it does not have the shape that it should have")


def _check_line(line: Mapping[str, Any]) -> None:
    """See that a line is one as lineage writes them."""
    if not isinstance(line["past"], list) or not isinstance(line["others"], list):
        _refuse("its history of a note is not a history")
    names: Iterable[object] = (line.get("name"), *line["past"], *(other["name"] for other in line["others"]))
    if line.keys() - {"id", "session", "name", "past", "others"} or not all(map(is_id, names)):
        _refuse("its history of a note is not a history")
    for other in line["others"]:
        if other["record"] is not None:
            note_from(other["record"])
            if (other["record"]["id"], other["record"]["session"]) != (line["id"], line["session"]):
                _refuse("its history of a note is that of another")
