"""Which session is on the table? Said in the title of the window, for the task bar and for screen readers."""

from PySide6.QtCore import QObject

from desktop.app.window import MainWindow
from desktop.live.runner import SessionRunner
from desktop.wording import told_apart
from formats.library.repository import SessionRepository
from formats.session.series.telling_apart import NamedSession
from formats.session.session import Session
from formats.session.wording import join_list


class WindowTitle(QObject):
    """Follows the session on the table; most of its changes are none of its name."""

    def __init__(self, window: MainWindow, runner: SessionRunner, repository: SessionRepository) -> None:
        super().__init__(window)
        self._window, self._repository = window, repository
        self._named: NamedSession | None = None
        runner.session_opened.connect(self._name)
        runner.session_changed.connect(self._name)

    def _name(self, session: Session | None) -> None:
        known = _named(session) if session is not None else None
        if known == self._named:
            return
        self._named = known
        if known is None:
            self._window.name_session("")
            return
        beside = told_apart(self._repository.named_sessions()).get(known.id, "")
        self._window.name_session(join_list(filter(None, (known.title, beside))))


def _named(session: Session) -> NamedSession:
    structures = tuple(part.title for part in session.agenda.structures)
    return NamedSession(session.id, session.title, session.starts_at, session.timezone, structures, session.place)
