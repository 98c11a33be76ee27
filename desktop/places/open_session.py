"""How does a session come to the table: one from the library, or a new one from a structure?"""

from dataclasses import replace

from desktop.content.catalogue import Catalogue
from desktop.content.new_session import blank_session, local_timezone, new_id, new_session, next_half_hour
from desktop.live.runner import SessionRunner
from desktop.places.page import PlaceName
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKind
from formats.session.progress import Progress
from formats.session.session import Session
from formats.session.session_template import SessionTemplate, session_from_template
from formats.structures.opener import Opener
from formats.structures.structure import Structure
from formats.structures.unfold import opener_stage

FITTING_PLACES = {
    Progress.PLANNED: PlaceName.PREPARE,
    Progress.RUNNING: PlaceName.RUN,
    Progress.FINISHED: PlaceName.SUMMARY,
}


class SessionLoader:
    """Puts sessions on the table."""

    def __init__(self, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue) -> None:
        self._repository, self._runner, self._catalogue = repository, runner, catalogue

    def open(self, session_id: str) -> PlaceName | None:
        """Opens a session, and says which place fits how far it has come; None where it is gone."""
        session = self._repository.session(session_id)
        if session is None:
            return None
        if self._runner.session is None or self._runner.session.id != session_id:
            self._runner.open(session)
        return FITTING_PLACES[session.progress]

    def begin(self, structure: Structure, opener: Opener | None = None) -> PlaceName:
        """A new session from a structure, kept and on the table."""
        session = new_session(self._catalogue, structure, self._runner.now)
        if opener is not None:
            session = _with_opener(session, opener)
        return self.keep(session)

    def begin_blank(self) -> PlaceName:
        """A new session with nothing planned in it, kept and on the table."""
        return self.keep(blank_session(self._runner.now))

    def begin_from_template(self, template: SessionTemplate) -> PlaceName:
        """A new session with the plan of a template, kept and on the table."""
        at = next_half_hour(self._runner.now)
        return self.keep(session_from_template(template, new_id(), at, local_timezone()))

    def keep(self, session: Session) -> PlaceName:
        """Keeps a new session and puts it on the table; where the library is only read, the list stays open."""
        if self._runner.refuses():
            return PlaceName.SESSIONS
        self._repository.keep_session(session)
        self._runner.open(session)
        return PlaceName.PREPARE


def _with_opener(session: Session, opener: Opener) -> Session:
    """The session with another opener."""
    part = session.agenda.parts[0]
    stage = opener_stage(opener)
    stage = replace(stage, key=replace(stage.key, part=part.id))
    stages = tuple(stage if old.kind is StageKind.OPENER else old for old in part.stages)
    return replace(session, agenda=session.agenda.with_part(replace(part, stages=stages)))
