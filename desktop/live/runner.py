"""The one session on the table: takes moves and changes, saves them, then tells the views."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.content.new_session import new_id
from desktop.live.clocks import SessionClock
from desktop.live.heartbeat import Heartbeat
from formats.library.earlier import earlier_sessions
from formats.library.repository import EarlierStep, SessionRepository
from formats.library.side_timers import SideTimerRepository
from formats.library.status import SaveState
from formats.library.validation import InvalidValueError, validate_values
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading, moves_due_from, reading_at
from formats.session.events import AutoAdvanceStopped, Event
from formats.session.moves import Move, Refusal, go_to, make_move, possible_moves
from formats.session.notes import Note
from formats.session.people import Person
from formats.session.run_state import RunState, replay
from formats.session.session import Session

HAD_MOVED_ON = "The session had moved on by itself. Nothing was changed."


class SessionRunner(QObject):
    """Owns the live session. Write first, show second: nothing is told to a view before it is saved.

    A view that opens late reads `session` and `reading` and is right at once.
    """

    session_opened = Signal(object)
    """Another session is on the table, or none: Session | None."""
    session_changed = Signal(object)
    """Something of the session was changed and saved: Session."""
    clock_ticked = Signal(object)
    """What a person could see of the clock has changed: Reading."""
    act_refused = Signal(str)
    """Why a move was not possible."""
    save_state_changed = Signal(object)
    """Whether everything is on the disk: SaveState."""
    pending_input_requested = Signal()
    """What is still being typed is to be kept now: the session leaves the table, or the window closes."""

    def __init__(self, repository: SessionRepository, clock: SessionClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._repository = repository
        self._clock = clock
        self.side_timers = SideTimerRepository(repository.file)
        self._session: Session | None = None
        self._position: RunState | None = None
        self._shown: object = None
        self._heartbeat = Heartbeat(clock, self)
        self._heartbeat.beat.connect(self.catch_up)

    @property
    def session(self) -> Session | None:
        """The session on the table."""
        return self._session

    @property
    def now(self) -> datetime:
        """The instant of the moment on the session's clock."""
        return self._clock.now()

    @property
    def reading(self) -> Reading | None:
        """What the clock says now."""
        return reading_at(self._position, self.now) if self._position else None

    @property
    def moves(self) -> frozenset[Move]:
        """What the facilitator can do now."""
        reading = self.reading
        return possible_moves(reading, self._session.events) if self._session and reading else frozenset()

    @property
    def live(self) -> bool:
        """Whether the session on the table has started and not finished."""
        reading = self.reading
        return reading is not None and reading.phase not in (Phase.WAITING, Phase.FINISHED)

    @property
    def read_only(self) -> bool:
        """Whether this library can only be read here."""
        return self._repository.file.open_report.read_only

    @property
    def save_state(self) -> SaveState:
        """Whether everything is on the disk now."""
        return self._repository.file.state

    def refuses(self) -> bool:
        """Whether nothing may be changed here, which is then said: ask before every change."""
        if self.read_only:
            self.act_refused.emit(self._repository.file.open_report.sentence)
        return self.read_only

    def _refuses_values(self, value: Session | Note) -> bool:
        """Whether a value could not be kept, such as a day in the year 9999, which is then said."""
        try:
            validate_values(value)
        except InvalidValueError as why:
            self.act_refused.emit(f"That cannot be kept: {why}. Nothing was changed.")
            return True
        return False

    def gather_pending_input(self) -> None:
        """Has what is still being typed kept."""
        self.pending_input_requested.emit()

    def earlier_sessions(self) -> tuple[Session, ...]:
        """The sessions of the series that were held before the one on the table, the oldest first."""
        return earlier_sessions(self._repository, self._session) if self._session else ()

    def network(self) -> tuple[Person, ...]:
        """Everyone who was ever on a roster."""
        return self._repository.people()

    def tell_save_state(self, state: SaveState) -> None:
        """Passes on what the library says of its last save; may be called from any thread."""
        self.save_state_changed.emit(state)

    def open(self, session: Session | None) -> None:
        """Puts a saved session on the table, or clears the table."""
        self.gather_pending_input()
        self._take(session)
        self._shown = None
        self.session_opened.emit(session)
        if session is None:
            self._heartbeat.stop()
        else:
            self.catch_up()

    def reload(self) -> None:
        """Reads the session on the table from the library again, after something else changed it there."""
        if self._session is not None:
            self.open(self._repository.session(self._session.id))

    def make(self, move: Move) -> bool:
        """Makes a move; says why not where it is refused."""
        if not self._still_meant():
            return False
        session, reading = self._session, self.reading
        if session is None or reading is None:
            return False
        return self._add_event(make_move(move, reading, session.events, reading.now))

    def go_to(self, key: StageKey) -> bool:
        """Jumps to a stage."""
        reading = self.reading if self._still_meant() else None
        return reading is not None and self._add_event(go_to(key, reading, reading.now))

    def record(self, events: Iterable[Event]) -> None:
        """Adds events that were worked out elsewhere, such as one round more, as one save."""
        if self._still_meant():
            self._write(events)

    def _write(self, events: Iterable[Event]) -> None:
        session = self._session
        if session is None or self.refuses():
            return
        with self._repository.file.saving():
            for event in events:
                self._repository.log(session.id, len(session.events), event)
                session = session.with_event(event)
        self._show(session)

    def amend(self, change: Callable[[Session], Session]) -> None:
        """Changes the plan: title, time, agenda, people or rooms. That never moves the session on."""
        if self._session is None or self.refuses():
            return
        self.catch_up()
        session = change(self._session)
        if session != self._session:
            new = [person for person in session.people if person not in self._session.people]
            if self._refuses_values(replace(session, notes=(), events=())):
                return
            with self._repository.file.saving():
                self._repository.keep_plan(session, new)
                if moves_due_from(session.position, self.now):
                    # By the new plan its time was up a while ago, and the next stage would begin in the past.
                    self._repository.log(session.id, len(session.events), held := AutoAdvanceStopped(self.now))
                    session = session.with_event(held)
            self._show(session)

    def keep_note(self, note: Note) -> None:
        """Saves a note, new or changed, without making the person who types wait for the disk."""
        if self._session is not None and not self.refuses() and not self._refuses_values(note):
            with self._repository.file.saving(wait=False):
                self._repository.keep_note(self._session.id, note)
            self._show(self._session.with_note(note))

    def drop_note(self, note_id: str) -> None:
        """Deletes a note."""
        if self._session is not None and not self.refuses():
            with self._repository.file.saving(wait=False):
                self._repository.drop_note(note_id)
            self._show(self._session.without_note(note_id))

    def steps_from_before(self) -> tuple[EarlierStep, ...]:
        """The next steps that earlier sessions of the series left open."""
        return self._repository.open_steps_before(self._session) if self._session else ()

    def keep_earlier_step(self, step: EarlierStep) -> None:
        """Saves a next step of an earlier session, where it belongs, unless that session was erased meanwhile."""
        if not self.refuses() and self._repository.file.get("sessions", step.session) is not None:
            with self._repository.file.saving(wait=False):
                self._repository.keep_note(step.session, step.note)

    def keep_draft(self, draft: Note | None) -> None:
        """Saves the line being typed, so that a crash leaves it where it was."""
        if self._session is not None and not self.read_only:
            with self._repository.file.saving(wait=False):
                self._repository.keep_draft(self._session.id, draft)

    def disputed_note_ids(self) -> tuple[str, ...]:
        """The notes of this session that were changed on two laptops, by id."""
        return self._repository.disputed_notes(self._session.id) if self._session else ()

    def note_versions(self, note_id: str) -> tuple[Note | None, ...]:
        """What there is to choose from for such a note; None where it was deleted on one side."""
        return self._repository.versions(note_id)

    def settle_note(self, note_id: str, chosen: Note | None) -> None:
        """Keeps one version of such a note, or deletes it."""
        session = self._session
        if session is None or self.refuses():
            return
        with self._repository.file.saving():
            self._repository.settle_dispute(session.id, note_id, chosen)
        self._show(session.with_note(chosen) if chosen else session.without_note(note_id))

    def settle_note_with_all(self, note_id: str) -> None:
        """Keeps every version of such a note, the others as notes of their own."""
        first, *others = [version for version in self.note_versions(note_id) if version is not None]
        self.settle_note(note_id, first)
        for other in others:
            self.keep_note(replace(other, id=new_id()))

    def draft(self) -> Note | None:
        """The line that was being typed in this session when the app last stopped."""
        return self._repository.draft(self._session.id) if self._session else None

    def catch_up(self) -> None:
        """Reads the clock, makes the moves that fell due, and tells the views if they would look different."""
        if self._position is None:
            return
        if not self.read_only and (moves := moves_due_from(self._position, self.now)):
            self._write(moves)
            return
        self._tell()

    def _still_meant(self) -> bool:
        """Looks before an act is taken; an act meant for a stage that meanwhile ended by itself is not."""
        # The first key after the laptop slept comes before any beat: what was slept through has to be seen first.
        before = self._position
        self.catch_up()
        if before is None or self._position is None or self._position.current == before.current:
            return True
        self.act_refused.emit(HAD_MOVED_ON)
        return False

    def _add_event(self, event: Event | Refusal) -> bool:
        if isinstance(event, Refusal):
            self.act_refused.emit(event.sentence)
            return False
        self._write((event,))
        return not self.read_only

    def _take(self, session: Session | None) -> None:
        self._session = session
        self._position = replay(session.agenda, session.events) if session else None

    def _show(self, session: Session) -> None:
        self._take(session)
        self.session_changed.emit(session)
        self._shown = None
        self._tell()

    def _tell(self) -> None:
        reading = self.reading
        if reading is None:
            return
        visible = _visible_state(reading)
        if visible != self._shown:
            self._shown = visible
            self.clock_ticked.emit(reading)
        self._heartbeat.aim(reading)


def _visible_state(reading: Reading) -> object:
    seconds = (reading.seconds_left, reading.seconds_over, int(reading.paused_for.total_seconds()))
    return (reading.position.current, reading.phase, *seconds, int(reading.ends_at.timestamp()) // 60)
