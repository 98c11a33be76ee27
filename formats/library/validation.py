"""Could Clearing live with the values of a session, or a part of one, whoever wrote them?

The right shape is not enough: a day without a zone or a stage of a thousand years would stop the list of sessions,
or the clock, long after the value was taken in.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any, get_type_hints

from formats.language import Message
from formats.session.agenda import RoomNeeds, Stage
from formats.session.session import NextSession, Session
from formats.session.time_zones import find_zone

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
LONGEST = timedelta(days=2)
MOST = 10_000  # of anything counted: rounds, rooms, seconds for each person
_ID = re.compile(r"[0-9A-Za-z_.:-]{1,100}", re.ASCII)
_HALF_LETTER = re.compile("[\ud800-\udfff]")
_NONE = timedelta()


class InvalidValueError(ValueError):
    """A value that would stop Clearing; what it says, in the language of the moment, is which."""

    def __init__(self, fault: Message) -> None:
        super().__init__(fault)
        self.fault = fault


def is_id(value: object) -> bool:
    """Whether this can be the id of a record."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def validate(session: Session) -> None:
    """Look at every value of a session that comes from elsewhere. Raises InvalidValueError where one does harm."""
    if find_zone(session.timezone) is None:
        raise InvalidValueError(Message("its time zone is not known here"))
    validate_session(session)


def validate_session(session: Session) -> None:
    """The same for a session of our own library, whatever its time zone. Raises InvalidValueError."""
    validate_values(session)
    keys = [stage.key for stage in session.agenda.stages]
    parts = [part.id for part in session.agenda.parts]
    if len(set(keys)) != len(keys) or len(set(parts)) != len(parts):
        raise InvalidValueError(Message("two stages in it have the same name"))


def validate_values(record: object) -> None:
    """Look at every value of a session or of a part of it. Raises InvalidValueError where one does harm."""
    _CHECKS[type(record)](record)


def _check_moment(value: datetime) -> None:
    if value.tzinfo is None or not EARLIEST <= value <= LATEST:
        raise InvalidValueError(Message("a time in it cannot be right"))


def _check_day(value: date) -> None:
    if not EARLIEST.year <= value.year <= LATEST.year:
        raise InvalidValueError(Message("a day in it cannot be right"))


def _check_time_of_day(value: time) -> None:
    if value.tzinfo is not None:
        raise InvalidValueError(Message("a time in it cannot be right"))


def _check_length(value: timedelta) -> None:
    if not -LONGEST <= value <= LONGEST:
        raise InvalidValueError(Message("a length in it cannot be right"))


def _check_number(value: int) -> None:
    if not 0 <= value <= MOST:
        raise InvalidValueError(Message("a number in it cannot be right"))


def _check_text(value: str) -> None:
    if not value.isascii() and _HALF_LETTER.search(value):
        raise InvalidValueError(Message("a text in it cannot be read"))


def _check_each(values: tuple[object, ...] | frozenset[object]) -> None:
    for value in values:
        _CHECKS[type(value)](value)


def _check_nothing(_: object) -> None:
    """None, yes, no, and members of our own enumerations can do no harm."""


def _check_planned_time(record: Stage | Session | NextSession) -> None:
    lengths = (record.slot,) if not isinstance(record, Stage) else _stage_lengths(record)
    if min(lengths) < _NONE:
        raise InvalidValueError(Message("a length in it cannot be right"))


def _stage_lengths(stage: Stage) -> tuple[timedelta, ...]:
    return stage.length, stage.minimum, stage.maximum, stage.fitted_from or _NONE


def _check_room_sizes(needs: RoomNeeds) -> None:
    inner = needs.inner
    if not 1 <= needs.minimum <= needs.usual <= needs.maximum or (
        inner is not None and not 1 <= inner.minimum <= inner.usual <= inner.maximum
    ):
        raise InvalidValueError(Message("the sizes of its rooms cannot be right"))


def _is_harmless(hint: object) -> bool:
    """Whether all values of a type can be borne, so that none of them has to be looked at."""
    return isinstance(hint, type) and (hint is bool or issubclass(hint, Enum))


_FURTHER: dict[type, Callable[[Any], None]] = {
    Stage: _check_planned_time,
    Session: _check_planned_time,
    NextSession: _check_planned_time,
    RoomNeeds: _check_room_sizes,
}


class _Checks(dict[type, Callable[[Any], None]]):
    """The check for values of each type; those of our own values are made when first wanted.

    A library of ten years has a million values to look at before its window opens.
    """

    def __missing__(self, kind: type) -> Callable[[Any], None]:
        check = self._of_record(kind) if is_dataclass(kind) else _check_nothing
        if not is_dataclass(kind) and not issubclass(kind, Enum):
            raise InvalidValueError(Message("a value in it has no meaning here"))
        self[kind] = check
        return check

    def _of_record(self, kind: type) -> Callable[[Any], None]:
        hints = get_type_hints(kind)
        names = tuple(field.name for field in fields(kind) if not _is_harmless(hints[field.name]))
        further = _FURTHER.get(kind, _check_nothing)

        def check(record: object) -> None:
            for name in names:
                value = getattr(record, name)
                self[type(value)](value)
            further(record)

        return check


_CHECKS = _Checks(
    {
        datetime: _check_moment,
        date: _check_day,
        time: _check_time_of_day,
        timedelta: _check_length,
        int: _check_number,
        str: _check_text,
        tuple: _check_each,
        frozenset: _check_each,
        bool: _check_nothing,
        type(None): _check_nothing,
    }
)
