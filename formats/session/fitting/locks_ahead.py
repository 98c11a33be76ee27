"""While the session runs: will the next stage whose start is locked begin in time?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from formats.session.agenda import Stage
from formats.session.clock import Reading
from formats.session.session import Session
from formats.session.timetable import locked_starts

FAR_OFF = timedelta(hours=3)
"""A lock so far from the plan is of another day: a rehearsal, or a session that was moved without its date."""


@dataclass(frozen=True, slots=True)
class LockAhead:
    """The next locked stage, when it would begin if the clock runs on, and when it has to."""

    stage: Stage
    begins: datetime
    has_to: datetime

    @property
    def spare(self) -> timedelta:
        """What is left before it; below zero where it would begin late."""
        return self.has_to - self.begins


def lock_ahead(session: Session, reading: Reading) -> LockAhead | None:
    """The first locked stage among those still to come; None where there is none, or nothing runs."""
    if not reading.live:
        return None
    locked = locked_starts(session.as_run(reading.position))
    begins = reading.stage_ends_at
    for stage in reading.following:
        if stage.key in locked:
            ahead = LockAhead(stage, begins, session.starts_at + locked[stage.key])
            return ahead if abs(ahead.spare) < FAR_OFF else None
        begins += stage.length
    return None
