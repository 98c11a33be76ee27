"""What becomes of a session that takes over the meeting of an invitation?"""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import available_timezones

from formats.session.roster import Meeting
from formats.session.session import Session
from formats.session.time_zones import instant_of

LONGEST_SLOT = timedelta(hours=10)
NO_TIME = timedelta()


def with_meeting(session: Session, meeting: Meeting) -> Session:
    """The session with the title, time, length, place and joining line that the invitation has; the rest stays."""
    zone = meeting.zone if meeting.zone in available_timezones() else session.timezone
    starts_at = session.starts_at
    if meeting.starts is not None:
        starts_at = instant_of(meeting.starts, zone)
    length = meeting.length
    return replace(
        session,
        title=meeting.title or session.title,
        starts_at=starts_at,
        timezone=zone if meeting.starts is not None else session.timezone,
        slot=length if length is not None and NO_TIME < length <= LONGEST_SLOT else session.slot,
        place=meeting.place or session.place,
        joining=meeting.joining or session.joining,
    )
