"""What has the group of the session on the table agreed: in this session, earlier in its series, or not yet?"""

from dataclasses import replace

from desktop.live.runner import SessionRunner
from formats.session.agreement import our_agreement
from formats.session.session import Session

Lines = tuple[str, ...]


class AgreementNow:
    """Asked often, looked up once for each session: what earlier sessions agreed does not change meanwhile."""

    def __init__(self, runner: SessionRunner) -> None:
        self._runner = runner
        self._before: tuple[tuple[str, str], Lines | None] | None = None

    @property
    def lines(self) -> Lines:
        """The lines in force; none where the group wants none."""
        session = self._runner.session
        if session is None:
            return ()
        if session.agreement is not None:
            return session.agreement
        earlier = self._earlier(session)
        return our_agreement() if earlier is None else earlier

    def change(self, lines: Lines) -> None:
        """Keeps what the group agreed, for this session and those that follow in its series."""
        self._runner.amend(lambda session: replace(session, agreement=lines))

    def _earlier(self, session: Session) -> Lines | None:
        known_for = session.id, session.series
        if self._before is None or self._before[0] != known_for:
            self._before = known_for, self._runner.library.repository.agreement_before(session)
        return self._before[1]
