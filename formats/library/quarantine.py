"""What of a library can Clearing not use, and where is that kept?

A mistake in one record, made with an editor, by a damaged disk or by ourselves, must not hide the rest. Such
records go to the table `_recovered`, each with the table and the number it comes from; nothing is thrown away.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from formats.language import ENGLISH, Message, speaking, tr, tr_count
from formats.library.base_file import LOST_AND_FOUND, documents_as_found
from formats.library.changes import Document, Documents, Tables, is_document_number, next_free_id
from formats.library.record_checks import fault_of, has_proper_place, has_too_many_levels
from formats.library.records import event_id
from formats.library.stored_tables import each_as
from formats.library.upgrades import META
from formats.session.time_zones import find_zone


class _InZone(msgspec.Struct, gc=False):
    """A session, and the zone it takes place in."""

    title: str
    timezone: str


@dataclass(frozen=True, slots=True)
class RecordFault:
    """One record that cannot be used: where it stood, its id as far as it has one, and what is wrong."""

    table: str
    number: str
    record_id: str
    fault: Message

    @property
    def sentence(self) -> str:
        """The record by name, and what is wrong with it."""
        number = _short(self.number)
        if not self.record_id:
            return tr(
                "Entry {number} of “{table}” has a mistake: {fault}.",
                number=number,
                table=self.table,
                fault=self.fault,
            )
        return tr(
            "Entry {number} of “{table}” ({id}) has a mistake: {fault}.",
            number=number,
            table=self.table,
            id=self.record_id,
            fault=self.fault,
        )

    @property
    def as_stored(self) -> str:
        """What is wrong, as the library keeps it: in one language, whoever reads it."""
        with speaking(ENGLISH):
            return str(self.fault)


def quarantine_invalid_records(tables: Tables, content: bytes | None = None) -> tuple[RecordFault, ...]:
    """Moves what cannot be used out of its table, in place, and says what that was.

    `content` is the library file that they come from: of a record that JSON would write in another way, the text
    as it was found is kept too.
    """
    faults = [fault for name in tuple(tables) if name != META for fault in _faults_in(name, tables[name])]
    as_found = documents_as_found(content) if faults and content is not None else {}
    for fault in faults:
        record = tables[fault.table].pop(fault.number)
        kept = _quarantined(fault, record, as_found.get((fault.table, fault.number), ""))
        apart = tables.setdefault(LOST_AND_FOUND, {})
        apart[next_free_id(apart)] = kept | {"id": _free_name(apart, fault)}
    _close_gaps(tables)
    return tuple(faults)


def has_faults(tables: Tables) -> bool:
    """Whether a record among these cannot be used; what is only seen beside the others is not looked for."""
    return any(fault_of(name, record) for name in tables if name != META for record in tables[name].values())


def quarantine_sentence(faults: tuple[RecordFault, ...]) -> str:
    """What to tell the user; empty for nothing."""
    if not faults:
        return ""
    return tr_count(
        "One entry in it has a mistake and cannot be shown; it is kept in your data, in the part “{part}”.",
        "{count} entries in it have a mistake and cannot be shown; they are kept in your data, in the part"
        " “{part}”.",
        len(faults),
        part=LOST_AND_FOUND,
    )


def unknown_zones(tables: Tables) -> tuple[str, ...]:
    """For each session whose time zone this computer does not know, a sentence; its record can be used."""
    return tuple(
        tr(
            "“{session}” has the time zone “{timezone}”, which this computer does not know.",
            session=session.title,
            timezone=session.timezone,
        )
        for _, session in each_as(tables.get("sessions", {}), _InZone)
        if find_zone(session.timezone) is None
    )


def zones_sentence(zones: tuple[str, ...]) -> str:
    """What to tell the user of them; empty for none."""
    if not zones:
        return ""
    more = len(zones) - 1
    many = tr_count("{count} more has one, too.", "{count} more have one, too.", more) if more else ""
    advice = tr(
        "Times are shown by this computer’s own clock; set the zone right in Prepare, under “Title and time”."
    )
    return " ".join(filter(None, (zones[0], many, advice)))


def has_gaps(tables: Tables) -> bool:
    """Whether an entry is missing in the run log of a session, as far as its entries can be counted."""
    numbers: dict[str, set[object]] = {}
    for event in tables.get("run_log", {}).values():
        if isinstance(event.get("session"), str) and isinstance(event.get("number"), int):
            numbers.setdefault(event["session"], set()).add(event["number"])
    return any(found != set(range(len(found))) for found in numbers.values())


def _faults_in(name: str, documents: Documents) -> Iterator[RecordFault]:
    """The records of one table that cannot be used; of two with one id the later is used."""
    last = {record["id"]: number for number, record in documents.items() if isinstance(record.get("id"), str)}
    for number, record in documents.items():
        record_id = record.get("id")
        fault = None if name == LOST_AND_FOUND and not has_too_many_levels(record) else fault_of(name, record)
        if not fault and isinstance(record_id, str) and last[record_id] != number:
            fault = Message("another entry has the same id")
        if not is_document_number(number):
            fault = Message("its number is none that a document can have")
        if fault:
            yield RecordFault(name, number, record_id if isinstance(record_id, str) else "", fault)


def _quarantined(fault: RecordFault, record: Document, as_found: str) -> dict[str, object]:
    """The record as it is kept: whole, and as the text that was found where that says more."""
    kept: dict[str, object] = {"table": fault.table, "number": fault.number, "fault": fault.as_stored}
    text = json.dumps(record)
    if not has_too_many_levels(record):
        kept["record"] = record
    if has_too_many_levels(record) or (as_found and as_found != text):
        kept["text"] = as_found or text
    return kept


def _free_name(apart: Documents, fault: RecordFault) -> str:
    taken = {record.get("id") for record in apart.values()}
    name = f"{fault.table}-{_short(fault.number)}"
    while name in taken:
        name += "-again"
    return name


def _short(number: str) -> str:
    return number if len(number) <= 20 else f"{number[:12]}…"


def _close_gaps(tables: Tables) -> None:
    """Numbers every run log without gaps: the next move takes the number after the last."""
    logs: dict[str, list[tuple[str, Document]]] = {}
    for place, event in tables.get("run_log", {}).items():
        logs.setdefault(event["session"], []).append((place, event))
    for session, log in logs.items():
        log.sort(key=lambda entry: int(entry[1]["number"]))
        for number, (place, event) in enumerate(log):
            if event["number"] != number or not has_proper_place(event):
                tables["run_log"][place] = {**event, "id": event_id(session, number), "number": number}
