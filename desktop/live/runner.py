"""The one session on the table: takes moves and changes, saves them, then tells the views."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.content.new_session import new_id
from desktop.live.clocks import SessionClock
from desktop.live.heartbeat import Heartbeat
from formats.library.earlier import earlier_sessions
from formats.library.repository import EarlierStep, Shelf
from formats.library.side_timers import SideTimerShelf
from formats.library.status import SaveState
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading, at, due_from
from formats.session.events import Event, Held
from formats.session.moves import Move, Refusal, go_to, make, possible
from formats.session.notes import Note
from formats.session.people import Person
from formats.session.run_state import Position, fold
from formats.session.session import Session

MOVED_ON = "The session had moved on by itself. Nothing was changed."


class SessionRunner(QObject):
    """Owns the live session. Write first, show second: nothing is told to a view before it is saved.

    A view that opens late reads `session` and `reading` and is right at once.
    """

    opened = Signal(object)
    """Another session is on the table, or none: Session | None."""
    changed = Signal(object)
    """Something of the session was changed and saved: Session."""
    ticked = Signal(object)
    """What a person could see of the clock has changed: Reading."""
    refused = Signal(str)
    """Why a move was not possible."""
    save_state_changed = Signal(object)
    """Whether everything is on the disk: SaveState."""
    gathering = Signal()
    """What is still being typed is to be kept now: the session leaves the table, or the window closes."""

    def __init__(self, shelf: Shelf, clock: SessionClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._clock = clock
        self.side_timers = SideTimerShelf(shelf.file)
        self._session: Session | None = None
        self._position: Position | None = None
        self._shown: object = None
        self._heartbeat = Heartbeat(clock, self)
        self._heartbeat.beat.connect(self.look)

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
        return at(self._position, self.now) if self._position else None

    @property
    def moves(self) -> frozenset[Move]:
        """What the facilitator can do now."""
        reading = self.reading
        return possible(reading, self._session.events) if self._session and reading else frozenset()

    @property
    def live(self) -> bool:
        """Whether the session on the table has started and not finished."""
        reading = self.reading
        return reading is not None and reading.phase not in (Phase.WAITING, Phase.FINISHED)

    @property
    def read_only(self) -> bool:
        """Whether this library can only be read here."""
        return self._shelf.file.standing.read_only

    @property
    def save_state(self) -> SaveState:
        """Whether everything is on the disk now."""
        return self._shelf.file.state

    def refuses(self) -> bool:
        """Whether nothing may be changed here, which is then said: ask before every change."""
        if self.read_only:
            self.refused.emit(self._shelf.file.standing.sentence)
        return self.read_only

    def gather(self) -> None:
        """Has what is still being typed kept."""
        self.gathering.emit()

    def earlier(self) -> tuple[Session, ...]:
        """The sessions of the series that were held before the one on the table, the oldest first."""
        return earlier_sessions(self._shelf, self._session) if self._session else ()

    def network(self) -> tuple[Person, ...]:
        """Everyone who was ever on a roster."""
        return self._shelf.people()

    def tell_save_state(self, state: SaveState) -> None:
        """Passes on what the library says of its last save; may be called from any thread."""
        self.save_state_changed.emit(state)

    def open(self, session: Session | None) -> None:
        """Puts a saved session on the table, or clears the table."""
        self.gather()
        self._take(session)
        self._shown = None
        self.opened.emit(session)
        if session is None:
            self._heartbeat.stop()
        else:
            self.look()

    def reload(self) -> None:
        """Reads the session on the table from the library again, after something else changed it there."""
        if self._session is not None:
            self.open(self._shelf.session(self._session.id))

    def make(self, move: Move) -> bool:
        """Makes a move; says why not where it is refused."""
        if not self._in_sight():
            return False
        session, reading = self._session, self.reading
        if session is None or reading is None:
            return False
        return self._add(make(move, reading, session.events, reading.now))

    def go_to(self, key: StageKey) -> bool:
        """Jumps to a stage."""
        reading = self.reading if self._in_sight() else None
        return reading is not None and self._add(go_to(key, reading, reading.now))

    def record(self, events: Iterable[Event]) -> None:
        """Adds events that were worked out elsewhere, such as one round more, as one save."""
        if self._in_sight():
            self._write(events)

    def _write(self, events: Iterable[Event]) -> None:
        session = self._session
        if session is None or self.refuses():
            return
        with self._shelf.file.saving():
            for event in events:
                self._shelf.log(session.id, len(session.events), event)
                session = session.with_event(event)
        self._show(session)

    def amend(self, change: Callable[[Session], Session]) -> None:
        """Changes the plan: title, time, agenda, people or rooms. That never moves the session on."""
        if self._session is None or self.refuses():
            return
        self.look()
        session = change(self._session)
        if session != self._session:
            new = [person for person in session.people if person not in self._session.people]
            with self._shelf.file.saving():
                self._shelf.keep(session, new)
                if due_from(session.position, self.now):
                    # By the new plan its time was up a while ago, and the next stage would begin in the past.
                    self._shelf.log(session.id, len(session.events), held := Held(self.now))
                    session = session.with_event(held)
            self._show(session)

    def keep_note(self, note: Note) -> None:
        """Saves a note, new or changed, without making the person who types wait for the disk."""
        if self._session is not None and not self.refuses():
            with self._shelf.file.saving(wait=False):
                self._shelf.keep_note(self._session.id, note)
            self._show(self._session.with_note(note))

    def drop_note(self, note_id: str) -> None:
        """Deletes a note."""
        if self._session is not None and not self.refuses():
            with self._shelf.file.saving(wait=False):
                self._shelf.drop_note(note_id)
            self._show(self._session.without_note(note_id))

    def steps_from_before(self) -> tuple[EarlierStep, ...]:
        """The next steps that earlier sessions of the series left open."""
        return self._shelf.steps_from_before(self._session) if self._session else ()

    def keep_earlier_step(self, step: EarlierStep) -> None:
        """Saves a next step of an earlier session, where it belongs, unless that session was erased meanwhile."""
        if not self.refuses() and self._shelf.file.get("sessions", step.session) is not None:
            with self._shelf.file.saving(wait=False):
                self._shelf.keep_note(step.session, step.note)

    def keep_draft(self, draft: Note | None) -> None:
        """Saves the line being typed, so that a crash leaves it where it was."""
        if self._session is not None and not self.read_only:
            with self._shelf.file.saving(wait=False):
                self._shelf.keep_draft(self._session.id, draft)

    def disputed(self) -> tuple[str, ...]:
        """The notes of this session that were changed on two laptops, by id."""
        return self._shelf.disputed(self._session.id) if self._session else ()

    def versions(self, note_id: str) -> tuple[Note | None, ...]:
        """What there is to choose from for such a note; None where it was deleted on one side."""
        return self._shelf.versions(note_id)

    def settle(self, note_id: str, chosen: Note | None) -> None:
        """Keeps one version of such a note, or deletes it."""
        session = self._session
        if session is None or self.refuses():
            return
        with self._shelf.file.saving():
            self._shelf.settle(session.id, note_id, chosen)
        self._show(session.with_note(chosen) if chosen else session.without_note(note_id))

    def settle_with_all(self, note_id: str) -> None:
        """Keeps every version of such a note, the others as notes of their own."""
        first, *others = [version for version in self.versions(note_id) if version is not None]
        self.settle(note_id, first)
        for other in others:
            self.keep_note(replace(other, id=new_id()))

    def draft(self) -> Note | None:
        """The line that was being typed in this session when the app last stopped."""
        return self._shelf.draft(self._session.id) if self._session else None

    def look(self) -> None:
        """Reads the clock, makes the moves that fell due, and tells the views if they would look different."""
        if self._position is None:
            return
        if not self.read_only and (moves := due_from(self._position, self.now)):
            self._write(moves)
            return
        self._tell()

    def _in_sight(self) -> bool:
        """Looks before an act is taken; an act meant for a stage that meanwhile ended by itself is not."""
        # The first key after the laptop slept comes before any beat: what was slept through has to be seen first.
        before = self._position
        self.look()
        if before is None or self._position is None or self._position.current == before.current:
            return True
        self.refused.emit(MOVED_ON)
        return False

    def _add(self, event: Event | Refusal) -> bool:
        if isinstance(event, Refusal):
            self.refused.emit(event.sentence)
            return False
        self._write((event,))
        return not self.read_only

    def _take(self, session: Session | None) -> None:
        self._session = session
        self._position = fold(session.agenda, session.events) if session else None

    def _show(self, session: Session) -> None:
        self._take(session)
        self.changed.emit(session)
        self._shown = None
        self._tell()

    def _tell(self) -> None:
        reading = self.reading
        if reading is None:
            return
        visible = _visible(reading)
        if visible != self._shown:
            self._shown = visible
            self.ticked.emit(reading)
        self._heartbeat.aim(reading)


def _visible(reading: Reading) -> object:
    seconds = (reading.seconds_left, reading.seconds_over, int(reading.paused_for.total_seconds()))
    return (reading.position.current, reading.phase, *seconds, int(reading.ends_at.timestamp()) // 60)
