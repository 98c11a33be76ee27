"""What does an invitation say of the meeting itself?"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as an invitation has it; what it does not say is empty or None.

    `starts` is the time on the wall there, without a zone. `zone` is a zone's name as Python knows it, or as
    the invitation has it where that is none. `joining` is the link to join by.
    """

    title: str = ""
    starts: datetime | None = None
    length: timedelta | None = None
    zone: str = ""
    place: str = ""
    joining: str = ""
    cancelled: bool = False
