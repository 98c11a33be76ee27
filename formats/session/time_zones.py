"""Which time zone does a name stand for, and what do the clocks there show?

A zone whose name this computer does not know (a newer one, or a mistake in a file) is read as the computer's own.
"""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=256)
def find_zone(name: str) -> ZoneInfo | None:
    """The zone of this IANA name; None where this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, ImportError):
        return None  # a name is looked up as a file, so a hostile one can fail in any of these ways


def local_time(instant: datetime, zone: str) -> datetime:
    """An instant as the clocks in the zone show it."""
    return instant.astimezone(find_zone(zone))  # None: the computer's own, or UTC where it has none


def instant_of(wall: datetime, zone: str) -> datetime:
    """The instant, in UTC, at which the clocks in the zone show this time; `wall` has no zone of its own."""
    return wall.replace(tzinfo=find_zone(zone)).astimezone(UTC)
