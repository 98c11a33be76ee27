"""What time is it in a rehearsal? A clock that runs fast, up to a mark, and waits there."""

from datetime import datetime, timedelta

from desktop.live.clocks import steady_seconds


class RehearsalClock:
    """Starts at the session's own start and runs `speed` times as fast as a real clock, never past its mark.

    It stands while the player's hands are busy, so that a rehearsal at any speed, on any machine, uses the
    same session time.
    """

    def __init__(self, start: datetime, speed: float) -> None:
        self.speed = speed
        self._base = self._mark = start
        self._since = steady_seconds()

    def now(self) -> datetime:
        """The session's instant of the moment."""
        run = timedelta(seconds=(steady_seconds() - self._since) * self.speed)
        return min(self._base + run, self._mark)

    def run_to(self, mark: datetime) -> None:
        """Lets the clock run on to `mark`; an earlier mark than now changes nothing."""
        self._base = self.now()
        self._since = steady_seconds()
        self._mark = max(mark, self._base)

    @property
    def wait_ms(self) -> int:
        """How many real milliseconds are left until the mark; 0 once it is there."""
        left = (self._mark - self.now()) / timedelta(milliseconds=1)
        return 0 if left <= 0 else max(1, round(left / self.speed + 0.5))
