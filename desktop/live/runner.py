"""The one session on the table: takes moves and changes, saves them, then tells the views."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.live.clocks import SessionClock
from desktop.live.edit_memory import EditMemory, KeptEdit, PlanChange
from desktop.live.live_library import LiveLibrary
from desktop.live.session_notes import SessionNotes
from desktop.live.table import Table
from desktop.live.ticker import Ticker
from desktop.open_input import keep_open_input
from desktop.redraw import ChangeScope
from formats.language import Message
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKey
from formats.session.clock import Reading, moves_due_from
from formats.session.events import AutoAdvanceStopped, Edit, Edited, Event, Redone, Undone
from formats.session.moves import Move, Refusal, go_to, make_move
from formats.session.session import Session

HAD_MOVED_ON = Message("The session had moved on by itself. Nothing was changed.")
FROM_BEFORE = Message("That was done before Clearing was last closed. Change it by hand; nothing was changed now.")


class SessionRunner(QObject):
    """Runs the live session. Write first, show second: nothing is told to a view before it is saved.

    A view that opens late reads `session` and `reading` and is right at once. Of one change `session_changed`
    tells first, `clock_ticked` second and `change.ended` last: then a view draws itself, once.
    """

    session_opened = Signal(object)
    """Another session is on the table, or none: Session | None."""
    session_changed = Signal(object)
    """Something of the session was changed and saved: Session."""
    clock_ticked = Signal(object)
    """What a person could see of the clock has changed: Reading."""
    act_refused = Signal(str)
    """Why a move was not possible."""
    pending_input_requested = Signal()
    """What is still being typed is to be kept now: a stage ends, the session leaves, the window closes."""

    def __init__(self, repository: SessionRepository, clock: SessionClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table, self._repository = Table(clock), repository
        self._gathering = False
        self.edits = EditMemory()
        self.change = ChangeScope(self)
        self.library = LiveLibrary(repository, self)
        self.notes = SessionNotes(self._table, self.library, self.change, self)
        self._ticker = Ticker(clock, self)
        self.library.change_refused.connect(self.act_refused)
        self.notes.session_written.connect(self._show)
        self._ticker.ticked.connect(self.clock_ticked)
        self._ticker.beat.connect(self.catch_up)

    @property
    def session(self) -> Session | None:
        """The session on the table."""
        return self._table.session

    @property
    def now(self) -> datetime:
        """The instant of the moment on the session's clock."""
        return self._table.now

    @property
    def reading(self) -> Reading | None:
        """What the clock says now."""
        return self._table.reading

    @property
    def moves(self) -> frozenset[Move]:
        """What the facilitator can do now."""
        return self._table.moves

    @property
    def live(self) -> bool:
        """Whether the session on the table has started and not finished."""
        return self._table.live

    def refuses(self) -> bool:
        """Whether nothing may be changed here, which is then said: ask before every change."""
        return self.library.refuses()

    def gather_pending_input(self) -> None:
        """Has what is still being typed kept, before anything takes its field away."""
        if self._gathering:  # what is kept may be an act of its own, which asks again
            return
        self._gathering = True
        try:
            keep_open_input()
            self.pending_input_requested.emit()
        finally:
            self._gathering = False

    def open(self, session: Session | None) -> None:
        """Puts a saved session on the table, or clears the table."""
        with self.change:
            self.gather_pending_input()
            self._table.put(session)
            self.edits.forget()
            self._ticker.begin_anew()
            self.library.forget_earlier_sessions()
            self.session_opened.emit(session)
            self.catch_up()

    def reload(self) -> None:
        """Reads the session on the table from the library again, after something else changed it there."""
        if self.session is not None:
            self.open(self._repository.session(self.session.id))

    def make(self, move: Move) -> bool:
        """Makes a move; says why not where it is refused."""
        with self.change:
            if not self._is_still_meant():
                return False
            session, reading = self.session, self.reading
            if session is None or reading is None:
                return False
            return self._add_event(make_move(move, reading, session.events, reading.now))

    def go_to(self, key: StageKey) -> bool:
        """Jumps to a stage."""
        with self.change:
            reading = self.reading if self._is_still_meant() else None
            return reading is not None and self._add_event(go_to(key, reading, reading.now))

    def record(self, events: Sequence[Event]) -> None:
        """Adds events that were worked out elsewhere, such as one round more, as one save."""
        with self.change:
            if self._is_still_meant():
                self._write(events)

    def amend(self, change: PlanChange) -> None:
        """Changes the plan: title, time, agenda, people or rooms. That never moves the session on."""
        if self.session is None or self.refuses():
            return
        with self.change:
            self.catch_up()
            changed = change(self.session)
            if changed != self.session:
                self._keep_plan(changed)

    def edit(self, what: Edit, change: PlanChange, kept: KeptEdit) -> bool:
        """Changes the plan as an act in the run log, which is taken back like any other."""
        if self.session is None or self.refuses():
            return False
        with self.change:
            self.catch_up()
            done = self._keep_plan(change(self.session), (Edited(self.now, what),))
            if done:
                self.edits.log(len(self.session.events) - 1, kept)
            return done

    def catch_up(self) -> None:
        """Reads the clock, makes the moves that fell due, and tells the views if they would look different."""
        state = self._table.run_state
        if state is not None and not self.library.read_only and (moves := moves_due_from(state, self.now)):
            self._write(moves)
        else:
            self._ticker.look(self.reading)

    def _is_still_meant(self) -> bool:
        """Looks before an act is taken; an act meant for a stage that meanwhile ended by itself is not."""
        # The first key after the laptop slept comes before any beat: what was slept through has to be seen first.
        before = self._table.run_state
        self.catch_up()
        now = self._table.run_state
        if before is None or now is None or now.current == before.current:
            return True
        self.act_refused.emit(str(HAD_MOVED_ON))
        return False

    def _add_event(self, event: Event | Refusal) -> bool:
        if isinstance(event, Refusal):
            self.act_refused.emit(event.sentence)
            return False
        if self._is_from_before(event):
            self.act_refused.emit(str(FROM_BEFORE))
            return False
        self._write((event,))
        return not self.library.read_only

    def _is_from_before(self, event: Event) -> bool:
        """Whether an edit is to be taken back or brought back of which only the run log knows any more."""
        if self.session is None or not isinstance(event, Undone | Redone) or event.act is None:
            return False
        return isinstance(self.session.events[event.act], Edited) and not self.edits.logged(event.act)

    def _write(self, events: Sequence[Event]) -> None:
        self.gather_pending_input()
        session = self.session
        if session is None or self.refuses():
            return
        planned = self.edits.plan_after(session, events)
        if planned != session:
            self._keep_plan(planned, events)
        else:
            self._save(session, events)

    def _keep_plan(self, session: Session, acts: Sequence[Event] = ()) -> bool:
        """Saves another plan and the acts that go with it, unless it cannot be kept, which is then said."""
        before = self.session
        if before is None or self.library.refuses_values(replace(session, notes=(), events=())):
            return False
        with self.library.saving():
            self._repository.keep_plan(session, [one for one in session.people if one not in before.people])
            if moves_due_from(session.position, self.now):
                # By the new plan its time was up a while ago, and the next stage would begin in the past.
                acts = (AutoAdvanceStopped(self.now), *acts)
            self._save(session, acts)
        return True

    def _save(self, session: Session, events: Sequence[Event]) -> None:
        with self.library.saving():
            for event in events:
                self._repository.log(session.id, len(session.events), event)
                session = session.with_event(event)
        self._show(session)

    def _show(self, session: Session) -> None:
        with self.change:
            self._table.put(session)
            # Before others hear of it: where one of them changes the session once more, that tells of both.
            self._ticker.begin_anew()
            self.session_changed.emit(session)
            self._ticker.look(self.reading)
