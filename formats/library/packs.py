"""How does a session go to a second note-taker as one file, and come back without losing or doubling a note?

A pack is JSON: the session, its people, its run log, its notes, and the lines that say which version of a note
follows on which (see lineage). What comes in is merged as one save or not at all. Notes always merge; the
plan, the people and the log are taken only where this library does not have them yet.
"""

import json
from dataclasses import dataclass
from typing import Any

from formats.language import tr
from formats.library import lineage
from formats.library.changes import Document
from formats.library.file import LibraryFile
from formats.library.lineage import NoteVersions
from formats.library.pack_files import KIND, VERSION, Pack, refuse

# Of people, unless private notes are asked for too.
_STAYS: dict[str, Any] = {"email": "", "remarks": "", "extra": []}


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What merging a pack changed, as ids of notes."""

    session_is_new: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    both_kept: tuple[str, ...]  # edited on both sides: one is in its place, see `other_versions`


def make_pack(library: LibraryFile, session_id: str, *, private: bool = False) -> bytes:
    """The session as a file for another Clearing. Raises KeyError where there is no such session.

    Private notes, the facilitator's own lines, and what the roster says of people beside name, organisation and
    role, only when asked for.
    """
    session = library.get("sessions", session_id)
    if session is None:
        raise KeyError(session_id)

    def leaves(record: Document | None) -> bool:
        return record is None or private or not record.get("private")

    notes = [note for note in _records_of(library, "notes", session_id) if leaves(note)]
    stay = {note["id"] for note in _records_of(library, "notes", session_id) if not leaves(note)}
    lines = [
        {**line, "others": [other for other in line["others"] if leaves(other["record"])]}
        for line in _records_of(library, lineage.TABLE, session_id)
        if line["id"] not in stay
    ]
    people = [found for each in session.get("people", []) if (found := library.get("people", each))]
    if not private:
        people = [{name: _STAYS.get(name, value) for name, value in person.items()} for person in people]
        session = _without_facilitators_lines(session)
    content = {
        "clearing": KIND,
        "version": VERSION,
        "sessions": [session],
        "people": people,
        "run_log": _records_of(library, "run_log", session_id),
        "notes": notes,
        lineage.TABLE: lines,
    }
    return json.dumps(content, indent=1).encode("ascii")


def _without_facilitators_lines(session: Document) -> Document:
    parts = [
        {**part, "stages": [{**stage, "facilitator_line": ""} for stage in part["stages"]]}
        for part in session["agenda"]["parts"]
    ]
    return {**session, "agenda": {**session["agenda"], "parts": parts}}


def merge_pack(library: LibraryFile, pack: Pack) -> MergeReport:
    """Unite a pack with the library, as one save; PackError when it would touch another session."""
    session_id = pack.session["id"]
    is_new = library.get("sessions", session_id) is None
    for table, records in (("notes", pack.notes), (lineage.TABLE, pack.lines)):
        for record in records:
            here = library.get(table, record["id"])
            if here is not None and here.get("session") != session_id:
                refuse(tr("a note in it has the number of a note of another session"))
    with library.saving():
        if is_new:
            library.put_as_is("sessions", pack.session)
            for event in pack.run_log:
                library.put_as_is("run_log", event)
        for person in pack.people:
            if library.get("people", person["id"]) is None:
                library.put_as_is("people", person)
        results = [_merge_note(library, session_id, note_id, found) for note_id, found in pack.versions()]
    return MergeReport(is_new, *(tuple(each for what, each in results if what == kind) for kind in _OUTCOMES))


_OUTCOMES = ("added", "changed", "removed", "both_kept")


def _merge_note(library: LibraryFile, session: str, note_id: str, theirs: NoteVersions) -> tuple[str, str]:
    """Unite the versions of one note; what happened, and its id."""
    before, line = library.get("notes", note_id), library.get(lineage.TABLE, note_id)
    mine = lineage.versions(before, line)
    merged = theirs if mine is None else mine.merge(theirs)
    if not merged.present:
        refuse(tr("its versions of a note contradict each other"))
    _, after = merged.first
    _put_or_remove(library, "notes", note_id, before, after)
    _put_or_remove(library, lineage.TABLE, note_id, line, lineage.line_of(note_id, session, merged))
    if len(merged.present) > 1:
        return "both_kept", note_id
    if before == after:
        return "unchanged", note_id
    return ("added" if before is None else "removed" if after is None else "changed"), note_id


def other_versions(library: LibraryFile, note_id: str) -> tuple[Document | None, ...]:
    """The versions of a note that stand beside the one in its place; None: removed on one side."""
    line = library.get(lineage.TABLE, note_id)
    return tuple(other["record"] for other in line["others"]) if line else ()


def notes_with_others(library: LibraryFile, session_id: str) -> tuple[str, ...]:
    """The notes of a session for which somebody has yet to choose a version."""
    return tuple(line["id"] for line in _records_of(library, lineage.TABLE, session_id) if line["others"])


def settle_versions(library: LibraryFile, note_id: str, chosen: Document | None) -> None:
    """Keep this version of a note, or a new one made of several; None removes it. One save."""
    line, before = library.get(lineage.TABLE, note_id), library.get("notes", note_id)
    if line is None:
        return
    with library.saving():
        _put_or_remove(library, "notes", note_id, before, chosen)
        library.put_as_is(lineage.TABLE, lineage.line_after_choice(line, before))


def _put_or_remove(
    library: LibraryFile, table: str, record_id: str, before: Document | None, after: Document | None
) -> None:
    """Make the record what it should be, if it is not yet."""
    if after is None:
        library.remove_without_trace(table, record_id)
    elif after != before:
        library.put_as_is(table, after)


def _records_of(library: LibraryFile, table: str, session_id: str) -> list[Document]:
    """The records of one session."""
    return [record for record in library.all(table) if record.get("session") == session_id]
