"""The sessions that were held before the one on the table, in its series."""

from collections import Counter

from desktop.live.runner import SessionRunner
from formats.session.seating.seating import turns_taken
from formats.session.session import Session


class EarlierSessions:
    """The library reads them once for each session, series and date; here they are counted once."""

    def __init__(self, runner: SessionRunner) -> None:
        self._runner = runner
        self._counted: tuple[Session, ...] = ()
        self._turns = Counter[str]()

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The earlier sessions of the series of the session on the table, the oldest first."""
        session = self._runner.session
        return () if session is None else self._runner.library.earlier_sessions(session)

    def turns_with(self, today: Session) -> Counter[str]:
        """How often each person has presented, by person id, today counted too."""
        earlier = self.sessions
        if earlier is not self._counted:
            # Hundreds of run logs, and none of them changes any more.
            self._counted, self._turns = earlier, turns_taken(earlier)
        return self._turns + turns_taken((), today)
