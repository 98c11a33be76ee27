"""How much is left on a timer beside the session: for a spare trio or a break, with a name of its own?"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)
LONGEST_OVER = timedelta(hours=1)
LONGEST_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SideTimer:
    """It runs from when it is made, on the clock of the session and without touching it.

    `session` is the id of the one it was started in, "" for none.
    """

    number: int
    name: str
    ends_at: datetime
    session: str = ""

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds to show, rounded up; 0 means over."""
        return max(0, -((now - self.ends_at) // SECOND))

    def seconds_over(self, now: datetime) -> int:
        """Whole seconds since its time was up, rounded down."""
        return max(0, (now - self.ends_at) // SECOND)

    def is_over(self, now: datetime) -> bool:
        """Whether its time is up."""
        return now >= self.ends_at

    def is_awaited(self, now: datetime) -> bool:
        """Whether anybody may still wait for it: not for one long over, or of a clock that was set back since."""
        return now - LONGEST_OVER <= self.ends_at <= now + LONGEST_AHEAD

    def until_next_second(self, now: datetime) -> timedelta:
        """How long what it shows stays true."""
        return (self.ends_at - now) % SECOND or SECOND

    def with_more_time(self, by: timedelta, now: datetime) -> "SideTimer":
        """The timer with more time, or less where `by` is negative; never taken below what has passed.

        One that is over begins anew with the time given.
        """
        return replace(self, ends_at=max(max(self.ends_at, now) + by, now))
