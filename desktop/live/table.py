"""What is on the table, and what does its clock say now?"""

from datetime import datetime

from desktop.live.clocks import SessionClock
from formats.session.clock import Reading, reading_at
from formats.session.moves import Move, possible_moves
from formats.session.run_state import RunState, replay
from formats.session.session import Session


class Table:
    """Holds one session and its run log replayed, and reads the clock against them. Whoever asks is right."""

    def __init__(self, clock: SessionClock) -> None:
        self._clock = clock
        self.session: Session | None = None
        self.run_state: RunState | None = None

    def put(self, session: Session | None) -> None:
        """Puts another session on the table, or the same one as it is after a change."""
        self.session = session
        self.run_state = replay(session.agenda, session.events) if session else None

    @property
    def now(self) -> datetime:
        """The instant of the moment on the session's clock."""
        return self._clock.now()

    @property
    def reading(self) -> Reading | None:
        """What the clock says now."""
        return reading_at(self.run_state, self.now) if self.run_state else None

    @property
    def moves(self) -> frozenset[Move]:
        """What the facilitator can do now."""
        reading = self.reading
        return possible_moves(reading, self.session.events) if self.session and reading else frozenset()

    @property
    def live(self) -> bool:
        """Whether the session has started and not finished."""
        reading = self.reading
        return reading is not None and reading.live
