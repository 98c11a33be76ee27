"""What of a library that others have had their hands in can Clearing not use, and where is that kept?

A mistake in one record, made with an editor or by a damaged disk, must not hide the rest. Such records go to
the table `_recovered`, each with the table it comes from; nothing is thrown away.
"""

from collections.abc import Callable, Mapping
from typing import Any

from formats.library.base_file import LOST_AND_FOUND
from formats.library.changes import Document
from formats.library.file import LibraryFile
from formats.library.pack_files import is_id
from formats.library.records import (
    RecordError,
    event_from,
    lacks_note_fields,
    note_from,
    person_from,
    session_from,
    side_timer_from,
    side_timer_id,
)
from formats.library.validation import InvalidValueError, validate, validate_values


def quarantine_invalid_records(file: LibraryFile) -> str:
    """Keeps what cannot be used apart, as one save; what to tell the user, empty for nothing.

    Does nothing to a library that was left as Clearing wrote it.
    """
    if file.open_report.as_left:
        return ""
    with file.saving():
        count = sum(_quarantine_table(file, table, usable) for table, usable in _USABLE.items())
        _close_gaps(file)
    if not count:
        return ""
    if count == 1:
        what, kept = "One record in it has", "it is kept"
    else:
        what, kept = f"{count} records in it have", "they are kept"
    return f"{what} a mistake and cannot be shown; {kept} in the library, in its table “{LOST_AND_FOUND}”."


def _quarantine_table(file: LibraryFile, table: str, usable: Callable[[Document], None]) -> int:
    """Moves what does not fit out of one table, and says how many there were."""
    misfits = {
        number: record for number, record in file.documents(table).items() if not _is_usable(record, usable)
    }
    for number, record in misfits.items():
        file.db.table(table).remove(doc_ids=[int(number)])
        file.put_as_is(LOST_AND_FOUND, {"id": _free_name(file, table, number), "table": table, "record": record})
    return len(misfits)


def _is_usable(record: Document, usable: Callable[[Document], None]) -> bool:
    try:
        usable(record)
    except (RecordError, InvalidValueError, KeyError, TypeError, ValueError):
        return False
    return is_id(record.get("id"))


def _free_name(file: LibraryFile, table: str, number: str) -> str:
    name = f"{table}-{number}"
    while file.get(LOST_AND_FOUND, name) is not None:
        name += "-again"
    return name


def _close_gaps(file: LibraryFile) -> None:
    """Numbers every run log without gaps: the next move takes the number after the last."""
    logs: dict[str, list[Document]] = {}
    for event in file.all("run_log"):
        logs.setdefault(event["session"], []).append(event)
    for session, log in logs.items():
        in_order = sorted(log, key=lambda event: int(event["number"]))
        if [event["number"] for event in in_order] == list(range(len(log))):
            continue
        for event in in_order:
            file.remove_without_trace("run_log", event["id"])
        for number, event in enumerate(in_order):
            file.put_as_is("run_log", {**event, "id": f"{session}-{number}", "number": number})


def _session(record: Document) -> None:
    validate(session_from(record, (), (), ()))
    if not all(is_id(each) for each in record["people"]):
        raise RecordError("people")


def _person(record: Document) -> None:
    validate_values(person_from(record))


def _note(record: Document) -> None:
    validate_values(note_from(record))
    if lacks_note_fields(record):
        raise RecordError("fields")


def _event(record: Document) -> None:
    validate_values(event_from(record))
    if not (is_id(record["session"]) and type(record["number"]) is int):
        raise RecordError("number")


def _draft(record: Document) -> None:
    _note(record["note"])


def _side_timer(record: Document) -> None:
    timer = side_timer_from(record)
    validate_values(timer)
    if record["id"] != side_timer_id(timer.number):
        raise RecordError("number")


_USABLE: Mapping[str, Any] = {
    "sessions": _session,
    "people": _person,
    "notes": _note,
    "run_log": _event,
    "drafts": _draft,
    "side_timers": _side_timer,
}
