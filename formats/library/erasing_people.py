"""Where does something of a person stand, and what is left of them after they were erased?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from formats.library.erasing import EraseReport, erase_on_disk, own_contents
from formats.library.file import LibraryFile
from formats.library.person_traces import PersonTraces, traces_of
from formats.library.traces import documents_in


@dataclass(frozen=True, slots=True)
class PersonPlaces:
    """The records of a library that have something of a person, and how many backups there are."""

    sessions: tuple[str, ...]
    """Titles, the latest last."""
    notes: int
    others: int
    backups: int


def places_of_person(library: LibraryFile, person_id: str) -> PersonPlaces:
    """Where something of somebody stands, before they are erased. Raises KeyError where nobody has this id."""
    traces = _traces(library, person_id)
    held = {
        table: [record for record in library.all(table) if traces.are_in_record(table, record)]
        for table in library.snapshot()
    }
    sessions = sorted(held.pop("sessions", ()), key=lambda record: str(record["starts_at"]))
    notes = len(held.pop("notes", ()))
    others = sum(len(records) for table, records in held.items() if table not in ("people", "_meta"))
    return PersonPlaces(tuple(one["title"] for one in sessions), notes, others, len(library.backups.all()))


def erase_person(library: LibraryFile, person_id: str, also: Iterable[Path] = ()) -> EraseReport:
    """Take a person out of everything that Clearing wrote. It cannot be undone.

    They leave every session, room, role and wish; their name in a text becomes "someone". `also` are more files
    that Clearing writes, such as its log of faults. Raises KeyError where nobody has this id.
    """
    traces = _traces(library, person_id)
    for content in own_contents(library):
        if traces.are_in(content):
            traces = traces.with_documents(documents_in(content))
    count = _erase_in_memory(library, traces)
    return erase_on_disk(library, traces, count, also, sessions=0)


def _traces(library: LibraryFile, person_id: str) -> PersonTraces:
    person = library.get("people", person_id)
    if person is None:
        raise KeyError(person_id)
    return traces_of(person)


def _erase_in_memory(library: LibraryFile, traces: PersonTraces) -> int:
    """Rewrite every record that has something of them, as one save; how many there were."""
    count = 0
    with library.saving(wait=False):
        for table in library.snapshot():
            for record in library.all(table) if table != "_meta" else ():
                left = traces.left_of(table, record)
                if left == record:
                    continue
                count += 1
                if left is None:
                    library.remove_without_trace(table, record["id"])
                else:
                    library.put(table, left)
    return count
