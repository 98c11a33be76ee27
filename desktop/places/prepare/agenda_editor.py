"""Changes the agenda of the session on the table, in one history with what is done to people and rooms."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_history import EditHistory
from desktop.live.runner import SessionRunner
from desktop.places.prepare.sentences import fitted_sentence
from formats.session.agenda import Agenda
from formats.session.fitting import fit_to
from formats.session.session import Session
from formats.session.timetable import locked_starts


class AgendaEditor(QObject):
    """Every change is saved at once, and is one among all that can be undone in Prepare."""

    message = Signal(str, bool)
    """What was last done, and whether it can be taken back."""

    def __init__(self, runner: SessionRunner, history: EditHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._history, self._earlier = runner, history, EarlierSessions(runner)
        runner.session_opened.connect(self._say_nothing)
        history.message.connect(self._say_nothing)

    @property
    def editable(self) -> bool:
        """Whether the agenda may still be changed: until the clock has started."""
        session = self._runner.session
        return session is not None and session.plan_is_open

    @property
    def people_count(self) -> int:
        """How many people are here."""
        return len(self._runner.session.present) if self._runner.session else 0

    @property
    def earlier_sessions(self) -> tuple[Session, ...]:
        """The sessions of the series that were held before."""
        return self._earlier.sessions

    def edit(self, change: Callable[[Agenda], Agenda], said: str = "") -> None:
        """Makes a change; `said` is what to tell about it. Minutes that are being typed are taken first."""
        self._runner.gather_pending_input()
        session = self._runner.session
        if session is None or not self.editable:
            return
        before = session.agenda
        count = len(session.present)
        after = change(before).for_people(count)
        if after != before:
            self._history.do(None, partial(_with_agenda, after, count), undo=partial(_with_agenda, before, count))
            self.message.emit(said, bool(said))

    def fit(self) -> None:
        """Stretches or trims the agenda to the slot, and says what each stage gave."""
        session = self._runner.session
        if session is None:
            return
        fitted = fit_to(session.agenda, session.slot, locked_starts(session))
        said = fitted_sentence(session.agenda, fitted, session.slot)
        if fitted.changes:
            self.edit(lambda _: fitted.agenda, said)
        else:
            self.message.emit(said, False)

    def undo(self) -> None:
        """Takes the last change back, whatever it was made to."""
        if self.editable:
            self._history.undo()

    def _say_nothing(self, _said: object = None) -> None:
        """Something else was done since, or taken back."""
        self.message.emit("", False)


def _with_agenda(agenda: Agenda, made_for: int, session: Session) -> Session:
    """The agenda as it was; for as many people as are here now, where those are others in number."""
    count = len(session.present)
    return replace(session, agenda=agenda if count == made_for else agenda.for_people(count))
