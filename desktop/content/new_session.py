"""A new session from a structure, as a facilitator would begin one: opener, check-in, structure, closing."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone

from desktop.content.catalogue import Catalogue
from formats.language import tr
from formats.session.agenda import Agenda, StageKind
from formats.session.session import Session, as_planned
from formats.session.time_zones import find_zone
from formats.session.timetable import held_at
from formats.structures.structure import Structure
from formats.structures.unfold import (
    CLOSE_TITLE,
    CLOSING,
    check_in_stage,
    closing_part,
    opener_stage,
    opening_part,
    part_from,
    simple_stage,
)

SECONDS_EACH = 20
CHECK_IN = timedelta(minutes=5)
CLOSE = timedelta(minutes=5)
SLOT = timedelta(hours=1)
LIKELY = ("UTC", "Etc/", "Europe/")


def new_id() -> str:
    """An id that no other session, note or person has."""
    return uuid.uuid4().hex


def local_timezone() -> str:
    """The IANA name of the place where this laptop is; of one like it where the computer gives no name."""
    given = bytes(QTimeZone.systemTimeZoneId().data()).decode(errors="replace")
    words = given.lstrip(":").split("/")
    endings = ("/".join(words[at:]) for at in range(len(words)))  # a path to the file of a zone ends in its name
    return next((name for name in endings if find_zone(name)), "") or _zone_with_same_clock()


def _zone_with_same_clock() -> str:
    """A zone whose clocks show what this computer's shows, in winter and in summer."""
    year = datetime.now(UTC).year
    moments = tuple(datetime(year, month, 1, 12, tzinfo=UTC) for month in range(1, 13))
    ours = tuple(moment.astimezone().utcoffset() for moment in moments)

    def agrees(name: str) -> bool:
        zone = find_zone(name)
        return zone is not None and ours == tuple(moment.astimezone(zone).utcoffset() for moment in moments)

    likely = sorted(
        available_timezones(), key=lambda name: (*map(str.__ne__, (name, name[:4], name[:7]), LIKELY), name)
    )
    return next(filter(agrees, likely), "UTC")


def new_session(catalogue: Catalogue, structure: Structure, now: datetime, title: str = "") -> Session:
    """A session of one hour with this structure, at the next full half hour."""
    opener = opener_stage(catalogue.preferred_opener)
    check_in = check_in_stage(catalogue.questions[0].text, SECONDS_EACH, CHECK_IN)
    close = simple_stage(StageKind.CLOSING, CLOSING, "close", str(CLOSE_TITLE), CLOSE)
    parts = (opening_part((opener, check_in)), part_from(structure), closing_part((close,)))
    return Session(
        id=new_id(),
        title=title or structure.title,
        starts_at=next_half_hour(now),
        timezone=local_timezone(),
        slot=SLOT,
        agenda=Agenda(parts),
    )


def blank_session(now: datetime, title: str = "") -> Session:
    """A session of one hour with nothing planned in it yet, at the next full half hour."""
    named = title or tr("New session")
    return Session(id=new_id(), title=named, starts_at=next_half_hour(now), timezone=local_timezone(), slot=SLOT)


def next_half_hour(now: datetime) -> datetime:
    """The next full or half hour, which is when people meet."""
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=30 * (1 + now.minute // 30))


def with_start_today(session: Session, now: datetime) -> Session:
    """The same plan, to begin at the next half hour where this laptop is; the session after it moves along."""
    starts_at = next_half_hour(now)
    following = session.next_session
    if following is not None:
        following = replace(following, starts_at=starts_at + (following.starts_at - session.starts_at))
    return replace(held_at(session, starts_at, local_timezone()), next_session=following)


def same_again(session: Session, now: datetime) -> Session:
    """The same plan and people once more, with nothing that happened or comes after: every fourth week."""
    later = session.starts_at
    while later < now:
        later += timedelta(weeks=4)
    return replace(
        held_at(as_planned(session), later, session.timezone),
        id=new_id(),
        rooms=(),
        away=frozenset(),
        agreement=None if session.series else session.agreement,
    )
