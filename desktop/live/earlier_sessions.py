"""The sessions that were held before the one on the table, in its series."""

from desktop.live.runner import SessionRunner
from formats.session.session import Session


class EarlierSessions:
    """Reads them once for each session, series and date, the oldest first."""

    def __init__(self, runner: SessionRunner) -> None:
        self._runner = runner
        self._key: object = None
        self._sessions: tuple[Session, ...] = ()

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The earlier sessions of the series of the session on the table."""
        session = self._runner.session
        if session is None:
            return ()
        key = (session.id, session.series, session.starts_at)
        if key != self._key:
            self._key, self._sessions = key, self._runner.earlier_sessions()
        return self._sessions
