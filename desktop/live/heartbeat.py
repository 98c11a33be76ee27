"""Says "look again" when the next second would show; keeps no time of its own."""

import sys
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.live.clocks import SessionClock
from formats.session.clock import Phase, Reading

SECOND = timedelta(seconds=1)
MILLISECOND = timedelta(milliseconds=1)
QUIET = timedelta(seconds=1)
LONGEST_NAP_MS = 100
"""Each nap costs as much as a look at the clock: ten a second are a third of what the running clock may cost."""
NAPS = sys.platform != "linux"
"""Linux has a timer that counts sleep, which costs nothing: `desktop.live.wake_timer`."""
SHORTEST_MS = 15


def until_next_change(reading: Reading) -> timedelta:
    """How long what the reading shows stays true: up to the next whole second of what is counted."""
    if not reading.live:
        return QUIET
    if reading.phase is Phase.PAUSED:
        return SECOND - reading.paused_for % SECOND
    part_of_second = reading.remaining % SECOND
    return part_of_second or SECOND


class Heartbeat(QObject):
    """A single shot, aimed anew at every beat, so that it cannot drift.

    Qt's timers stand still while the laptop sleeps, and the session's clock does not. Where the system tells
    nobody of waking it naps until its beat, and looks at the clock after each nap: what is left of a nap is all
    that the old second can still stand.
    """

    beat = Signal()

    def __init__(self, clock: SessionClock, parent: QObject | None = None, *, naps: bool = NAPS) -> None:
        super().__init__(parent)
        self._clock, self._naps = clock, naps
        self._due: datetime | None = None
        self._counting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._check_time)

    def aim(self, reading: Reading) -> None:
        """Beats when the reading will next look different."""
        self._due, self._counting = reading.now + until_next_change(reading), reading.live
        self._wait(self._due)

    def stop(self) -> None:
        """Beats no more."""
        self._due = None
        self._timer.stop()

    def _wait(self, due: datetime) -> None:
        left = (due - self._clock.now()) / MILLISECOND / self._clock.speed
        # A rehearsal that runs fast must leave the app some time to draw.
        rest = max(SHORTEST_MS if self._clock.speed > 1 else 1, round(left + 0.5))
        self._timer.start(min(rest, LONGEST_NAP_MS) if self._naps and self._counting else rest)

    def _check_time(self) -> None:
        if self._due is None:
            return
        if self._clock.now() < self._due:
            self._wait(self._due)
        else:
            self.beat.emit()
