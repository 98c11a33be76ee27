"""Changes the agenda of the session on the table, remembers each step, and can take it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.runner import SessionRunner
from desktop.places.prepare.sentences import fitted_sentence
from formats.session.agenda import Agenda
from formats.session.fitting import fit_to
from formats.session.session import Session


@dataclass(frozen=True, slots=True)
class _Step:
    before: Agenda
    after: Agenda
    said: str


class AgendaEditor(QObject):
    """Every change is saved at once; the last ones can be undone while the agenda is as they left it."""

    message = Signal(str, bool)
    """What was last done, and whether it can be taken back."""

    def __init__(self, runner: SessionRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._earlier = runner, EarlierSessions(runner)
        self._steps: list[_Step] = []
        runner.session_opened.connect(self._forget)

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
        self._amend(change)
        after = self._runner.session.agenda if self._runner.session else before
        if after != before:
            self._steps.append(_Step(before, after, said))
        self._say_step()

    def fit(self) -> None:
        """Stretches or trims the agenda to the slot, and says what each stage gave."""
        session = self._runner.session
        if session is None:
            return
        fitted = fit_to(session.agenda, session.slot)
        said = fitted_sentence(session.agenda, fitted, session.slot)
        if fitted.changes:
            self.edit(lambda _: fitted.agenda, said)
        else:
            self.message.emit(said, False)

    def undo(self) -> None:
        """Takes the last change back."""
        session = self._runner.session
        if session is None or not self.editable or not self._steps:
            return
        step = self._steps.pop()
        if session.agenda == step.after:
            self._amend(lambda _: step.before)
        self._say_step()

    def _amend(self, change: Callable[[Agenda], Agenda]) -> None:
        def amended(session: Session) -> Session:
            return replace(session, agenda=change(session.agenda).for_people(len(session.present)))

        self._runner.amend(amended)

    def _say_step(self) -> None:
        said = self._steps[-1].said if self._steps else ""
        self.message.emit(said, bool(said))

    def _forget(self, _session: object = None) -> None:
        self._steps.clear()
        self.message.emit("", False)
