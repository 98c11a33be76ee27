"""Could Clearing live with the values of a session that anybody may have written?

The right shape is not enough: a time zone that does not exist, a day without a zone or a stage of a thousand
years would stop the list of sessions, or the clock, long after the file was taken in.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from formats.session.session import Session

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
LONGEST = timedelta(days=2)
MOST = 10_000  # of anything counted: rounds, rooms, seconds for each person


class InvalidValueError(ValueError):
    """A value that would stop Clearing; the sentence says which."""


def validate(session: Session) -> None:
    """Look at every value of the session. Raises InvalidValueError where one would do harm."""
    _validate_timezone(session.timezone)
    validate_values(session)
    keys = [stage.key for stage in session.agenda.stages]
    parts = [part.id for part in session.agenda.parts]
    if len(set(keys)) != len(keys) or len(set(parts)) != len(parts):
        raise InvalidValueError("two stages in it have the same name")


def validate_values(record: object) -> None:
    """Look at every value of a session or of a part of it. Raises InvalidValueError where one would do harm."""
    for value in _values(record):
        _validate_value(value)


def _validate_timezone(timezone: str) -> None:
    """A time zone is looked up as a file: only names of zones are."""
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidValueError("its time zone is not known here") from None


def _validate_value(value: object) -> None:
    match value:
        case datetime():
            if value.tzinfo is None or not EARLIEST <= value <= LATEST:
                raise InvalidValueError("a time in it cannot be right")
        case timedelta():
            if not -LONGEST <= value <= LONGEST:
                raise InvalidValueError("a length in it cannot be right")
        case int():
            if not 0 <= value <= MOST:
                raise InvalidValueError("a number in it cannot be right")
        case str():
            if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
                raise InvalidValueError("a text in it cannot be read")


def _values(value: object) -> Iterator[object]:
    """Every plain value inside a value."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _values(getattr(value, field.name))
    elif isinstance(value, (tuple, frozenset)):
        for each in value:
            yield from _values(each)
    else:
        yield value
