"""Can Clearing use this record of a library, and if not, what is wrong with it?

The one door for values: whatever comes into memory passes here, from the library file, its journal, a backup, a
pack, and from the app itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from formats.language import Message
from formats.library import lineage
from formats.library.changes import Document
from formats.library.records import (
    RecordError,
    event_from,
    event_id,
    lacks_note_fields,
    names_two,
    note_from,
    person_from,
    session_from,
    side_timer_from,
    side_timer_id,
    template_from,
    waiting_list_from,
)
from formats.library.validation import InvalidValueError, is_id, validate_session, validate_values
from formats.session.session_template import session_from_template

ANY_MOMENT = datetime(2023, 2, 23, tzinfo=UTC)
DEEPEST = 30  # levels inside one record; ours have nine
_NESTING = (dict, list)
_PLAIN_ID = re.compile(r"[ !#-\[\]-~]{1,100}")  # in ASCII, and the same in JSON; from others see `is_id`


def require_usable(table: str, record: Document) -> None:
    """Let a record pass, or say what is wrong with it. Raises InvalidValueError."""
    if fault := fault_of(table, record):
        raise InvalidValueError(fault)


def fault_of(table: str, record: Document) -> Message | None:
    """What is wrong with a record of this table; None where it can be used."""
    if has_too_many_levels(record):
        return Message("it has more levels than an entry can have")
    check = _CHECKS.get(table)
    if check is None:
        return None
    try:
        check(record)
    except (RecordError, InvalidValueError) as why:
        return why.fault
    except KeyError as missing:
        return Message("its {field} is missing").about(field=missing.args[0])
    except (TypeError, ValueError, OverflowError):
        return Message("a value in it is of the wrong kind")
    return None


def has_too_many_levels(record: Document) -> bool:
    """Whether lists and objects are nested in a record more than they can be in one of ours."""
    return any(_is_deeper_than(value, DEEPEST) for value in record.values() if type(value) in _NESTING)


def _is_deeper_than(value: Any, levels: int) -> bool:
    parts = value.values() if type(value) is dict else value
    return levels == 0 or any(_is_deeper_than(part, levels - 1) for part in parts if type(part) in _NESTING)


def check_line(line: Document) -> None:
    """See that a line about the versions of a note is one as lineage writes them. Raises InvalidValueError."""
    _check_ids(line["id"], line["session"])
    if not isinstance(line["past"], list) or not isinstance(line["others"], list):
        raise InvalidValueError(Message("its history of a note is not a history"))
    names: Iterable[object] = (line["name"], *line["past"], *(other["name"] for other in line["others"]))
    if line.keys() - {"id", "session", "name", "past", "others"} or not all(map(is_id, names)):
        raise InvalidValueError(Message("its history of a note is not a history"))
    for other in line["others"]:
        if other["record"] is not None:
            _check_note(other["record"])
            if (other["record"]["id"], other["record"]["session"]) != (line["id"], line["session"]):
                raise InvalidValueError(Message("its history of a note is that of another"))


def _check_ids(*ids: object) -> None:
    if not all(isinstance(each, str) and _PLAIN_ID.fullmatch(each) for each in ids):
        raise InvalidValueError(Message("an id in it is none"))


def _check_session(record: Document) -> None:
    if not isinstance(record["people"], list):
        raise InvalidValueError(Message("its people are not a list"))
    _check_ids(record["id"], *record["people"])
    validate_session(session_from(record, (), (), ()))


def _check_person(record: Document) -> None:
    _check_ids(record["id"])
    validate_values(person_from(record))


def _check_note(record: Document) -> None:
    _check_ids(record["id"], record["session"])
    if lacks_note_fields(record):
        raise InvalidValueError(Message("something that every note has is missing"))
    validate_values(note_from(record))


def _check_event(record: Document) -> None:
    _check_ids(record["id"], record["session"])
    if type(record["number"]) is not int or record["number"] < 0:
        raise InvalidValueError(Message("its number in the log is none"))
    validate_values(event_from(record))


def _check_draft(record: Document) -> None:
    _check_ids(record["id"])
    if not isinstance(record["note"], dict):
        raise InvalidValueError(Message("its note is none"))
    _check_note(record["note"])


def _check_waiting_list(record: Document) -> None:
    _check_ids(record["id"])
    if not isinstance(record["lines"], list) or not record["lines"]:
        raise InvalidValueError(Message("its lines are none"))
    for line in waiting_list_from(record).lines:
        validate_values(line)


def _check_template(record: Document) -> None:
    _check_ids(record["id"])
    template = template_from(record)
    validate_values(template)
    validate_session(session_from_template(template, template.id, ANY_MOMENT, "UTC"))


def _check_two_people(record: Document) -> None:
    people = record["people"]
    if not isinstance(people, list) or not names_two(record):
        raise InvalidValueError(Message("it does not name two people"))
    _check_ids(record["id"], *people)


def _check_side_timer(record: Document) -> None:
    timer = side_timer_from(record)
    validate_values(timer)
    if record["id"] != side_timer_id(timer.number):
        raise InvalidValueError(Message("its number is not that of its id"))


def _check_own_entry(record: Document) -> None:
    if not isinstance(record["id"], str) or not isinstance(record["text"], str):
        raise InvalidValueError(Message("it is not a text"))
    validate_values(record["text"])


def _check_unfinished_texts(record: Document) -> None:
    _check_ids(record["id"])
    if record["session"] != "":
        _check_ids(record["session"])
    texts = record["texts"]
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise InvalidValueError(Message("its texts are none"))
    for text in (*texts, *texts.values()):
        validate_values(text)


def has_proper_place(record: Document) -> bool:
    """Whether an event of the run log has the id that belongs to its session and number."""
    return bool(record["id"] == event_id(record["session"], record["number"]))


_CHECKS: Mapping[str, Callable[[Document], None]] = {
    "sessions": _check_session,
    "people": _check_person,
    "notes": _check_note,
    "run_log": _check_event,
    "drafts": _check_draft,
    "side_timers": _check_side_timer,
    "templates": _check_template,
    "two_people": _check_two_people,
    "waiting_lists": _check_waiting_list,
    "unfinished_texts": _check_unfinished_texts,
    "openers": _check_own_entry,
    "structures": _check_own_entry,
    lineage.TABLE: check_line,
}
