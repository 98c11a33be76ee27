"""Changes the agenda of the session on the table, in one history with what is done to people and rooms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_history import EditHistory
from desktop.live.edit_memory import PlanChange
from desktop.live.runner import SessionRunner
from desktop.places.prepare.agenda_changes import with_locked_start
from desktop.places.prepare.sentences import fitted_sentence
from desktop.places.prepare.ways_to_fit import WayToFit
from formats.language import tr
from formats.session.agenda import Agenda, Stage, StageKey
from formats.session.fitting import fit_to, usual_again
from formats.session.session import Session
from formats.session.timetable import locked_starts, planned_starts


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

    @property
    def can_undo(self) -> bool:
        """Whether there is something in Prepare to take back."""
        return self.editable and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something that was taken back."""
        return self.editable and self._history.redoes_unlogged

    def begins_at(self, key: StageKey) -> datetime:
        """When a stage begins by the plan, on the clock of the place."""
        session = self._runner.session
        assert session is not None, "there is a session on the table"
        return session.local_time(planned_starts(session)[key])

    def edit(self, change: Callable[[Agenda], Agenda], said: str = "") -> None:
        """Makes a change; `said` is what to tell about it. Minutes that are being typed are taken first."""
        self.edit_plan(lambda session: replace(session, agenda=change(session.agenda)), said)

    def edit_plan(self, change: PlanChange, said: str = "") -> None:
        """The same where it changes the time there is, too."""
        self._runner.gather_pending_input()
        before = self._runner.session
        if before is None or not self.editable:
            return
        count = len(before.present)
        changed = change(before)
        after = replace(changed, agenda=changed.agenda.for_people(count))
        if after != before:
            self._history.do(
                None, partial(_with_plan_of, after, count), undo=partial(_with_plan_of, before, count)
            )
            self.message.emit(said, bool(said))

    def fit(self) -> None:
        """Stretches or trims the agenda to the slot, and says what each stage gave."""
        self._runner.gather_pending_input()
        session = self._runner.session
        if session is None:
            return
        # A go-round is as long as its people take, also where it was kept with another number of them.
        agenda = session.agenda.for_people(len(session.present))
        fitted = fit_to(agenda, session.slot, locked_starts(session))
        said = fitted_sentence(session, fitted)
        if fitted.changes:
            self.edit(lambda _: fitted.agenda, said)
        else:
            self.message.emit(said, False)

    def take_way(self, way: WayToFit) -> None:
        """Does what makes it fit, and fits it."""
        self.edit_plan(way.taken_by, f"{way.words}: {way.result}.")

    def unfit(self) -> None:
        """Gives every stage the minutes that fitting took it from."""
        self.edit(usual_again, tr("Every stage has its minutes from before fitting."))

    def lock_start(self, stage: Stage, start: time | None) -> None:
        """Says that a stage has to begin at a time of day, or that it begins when the one before it ends."""
        if start is None:
            said = tr("“{stage}” starts when the stage before it ends.", stage=stage.title)
        else:
            said = tr("“{stage}” has its start locked.", stage=stage.title)
        self.edit(lambda agenda: with_locked_start(agenda, stage.key, start), said)

    def lock_end(self, locked: bool) -> None:
        """Says that the session cannot end later than its slot, or that it can."""
        said = tr("The end is locked.") if locked else tr("The end can be moved.")
        self.edit_plan(lambda session: replace(session, end_locked=locked), said)

    def undo(self) -> None:
        """Takes the last change back, whatever it was made to."""
        if self.editable:
            self._history.undo()

    def redo(self) -> None:
        """Brings back the last action you undid."""
        if self.editable:
            self._history.redo()

    def _say_nothing(self, _said: object = None) -> None:
        """Something else was done since, or taken back."""
        self.message.emit("", False)


def _with_plan_of(other: Session, made_for: int, session: Session) -> Session:
    """The agenda and the slot as they were, for as many people as are here now."""
    count = len(session.present)
    agenda = other.agenda if count == made_for else other.agenda.for_people(count)
    return replace(session, agenda=agenda, slot=other.slot, end_locked=other.end_locked)
