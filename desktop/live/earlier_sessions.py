"""The sessions that were held before the one on the table, in its series."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from desktop.live.runner import SessionRunner
from formats.session.seating.seating import turns_taken
from formats.session.session import Session


@dataclass(frozen=True, slots=True)
class _ReadFor:
    session: str
    series: str
    starts_at: datetime


class EarlierSessions:
    """Reads them once for each session, series and date, the oldest first."""

    def __init__(self, runner: SessionRunner) -> None:
        self._runner = runner
        self._read_for: _ReadFor | None = None
        self._sessions: tuple[Session, ...] = ()
        self._turns: Counter[str] | None = None

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The earlier sessions of the series of the session on the table."""
        session = self._runner.session
        if session is None:
            return ()
        wanted = _ReadFor(session.id, session.series, session.starts_at)
        if wanted != self._read_for:
            self._read_for, self._sessions = wanted, self._runner.library.earlier_sessions(session)
            self._turns = None
        return self._sessions

    def turns_with(self, today: Session) -> Counter[str]:
        """How often each person has presented, by person id, today counted too."""
        earlier = self.sessions
        if self._turns is None:
            self._turns = turns_taken(earlier)  # hundreds of run logs, and none of them changes any more
        return self._turns + turns_taken((), today)
