"""One session, whole: what is planned, who is there, what happened and what was noted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from formats.language import tr
from formats.session.act_history import counting_events
from formats.session.agenda import Agenda, StageKey
from formats.session.closing_round import ClosingRound
from formats.session.events import Event
from formats.session.folding import fold
from formats.session.notes import Note
from formats.session.people import Person
from formats.session.progress import Progress
from formats.session.room_wishes import RoomWishes
from formats.session.run_state import RunState, replay
from formats.session.time_zones import local_time
from formats.session.topics import Topics

NOTHING_PLANNED = Agenda()
NO_WISHES = RoomWishes()
NO_CLOSING_ROUND = ClosingRound()
EARLY_OR_LATE = timedelta(minutes=45)


class _Log:
    """An agenda with its run log, the same where both are the same objects: their parts are not looked at."""

    __slots__ = ("agenda", "events")

    def __init__(self, agenda: Agenda, events: tuple[Event, ...]) -> None:
        self.agenda, self.events = agenda, events

    def __hash__(self) -> int:
        return hash((id(self.agenda), id(self.events)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Log) and self.agenda is other.agenda and self.events is other.events


# A summary asks a dozen times for the state of one session; what seats people asks for those of all in its series.
@lru_cache(maxsize=256)
def _replayed(log: _Log) -> RunState:
    return replay(log.agenda, log.events)


def same_series(one: str, other: str) -> bool:
    """Whether two sessions belong together by the names of their series; one without a name belongs to none."""
    return bool(fold(one)) and fold(one) == fold(other)


@dataclass(frozen=True, slots=True)
class Room:
    """One breakout group of one round: a number from 1, person ids, who has which role ("" for nobody).

    A locked room stays as it is when the others are planned again.
    """

    number: int
    people: tuple[str, ...]
    presenter: str = ""
    note_taker: str = ""
    timekeeper: str = ""
    host: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class RoundRooms:
    """The rooms of one round of one structure."""

    part: str
    round: int
    rooms: tuple[Room, ...]
    locked: bool = False


@dataclass(frozen=True, slots=True)
class NextSession:
    """What is known of the session after this one.

    `timezone` is the IANA name of its place, "" where that is this session's. `organiser` is the address that
    answers to its invitation go to, "" for none. `revision` counts the changes since the date was first set:
    calendars take the invitation with the highest.
    """

    title: str
    starts_at: datetime
    slot: timedelta
    timezone: str = ""
    place: str = ""
    joining: str = ""
    organiser: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a series. Instants are aware UTC; `timezone` is the place's IANA name.

    `slot` is the time the room is booked for; `away` holds the ids of people who are expected and not here,
    `left_early` those of them who had sat in a room before they went.
    `apart_by` names the column of the roster whose equals are kept in different rooms ("" for none).
    `names_confirmed` and `words_confirmed` are doubtful words of its notes that the user said are somebody's
    name, or nobody's.
    `place` is where people meet, `joining` the line by which they join from elsewhere, `online`
    holds the ids of those who do. `called_off` is the next
    session whose date was taken away again: whoever had its invitation needs to hear of that.
    `agreement` are the lines that the group agreed on, None where it goes by what its series has agreed.
    `end_locked` says that it cannot end later than its slot: another start makes the slot shorter or longer.

    `question` is the one that people work on, where a structure lives by one; it stands large in those stages.
    """

    id: str
    title: str
    starts_at: datetime
    timezone: str
    slot: timedelta
    series: str = ""
    agenda: Agenda = NOTHING_PLANNED
    people: tuple[Person, ...] = ()
    away: frozenset[str] = frozenset()
    rooms: tuple[RoundRooms, ...] = ()
    apart_by: str = "organisation"
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    next_session: NextSession | None = None
    wishes: RoomWishes = NO_WISHES
    place: str = ""
    joining: str = ""
    closing_round: ClosingRound = NO_CLOSING_ROUND
    agreement: tuple[str, ...] | None = None
    online: frozenset[str] = frozenset()
    topics: Topics = ()
    called_off: NextSession | None = None
    left_early: frozenset[str] = frozenset()
    names_confirmed: frozenset[str] = frozenset()
    words_confirmed: frozenset[str] = frozenset()
    end_locked: bool = False

    question: str = ""

    @property
    def present(self) -> tuple[Person, ...]:
        """The people who are here."""
        return tuple(p for p in self.people if p.id not in self.away)

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return self.position.progress

    @property
    def begun(self) -> bool:
        """Whether it was started, and that start was not undone."""
        return self.progress.begun

    @property
    def plan_is_open(self) -> bool:
        """Whether the agenda may still be rewritten: no event that counts builds on it."""
        return not counting_events(self.events)

    @property
    def position(self) -> RunState:
        """The run log folded. Costs a walk over the log the first time: keep it where it is asked often."""
        return _replayed(_Log(self.agenda, self.events))

    def as_run(self, state: RunState) -> "Session":
        """The session with the agenda as the moves have made it: with added rounds and changed lengths."""
        return replace(self, agenda=state.agenda)

    @property
    def date(self) -> date:
        """The day of the session where it takes place."""
        return self.local_time(self.starts_at).date()

    def local_time(self, instant: datetime) -> datetime:
        """An instant as the clock on the wall of this session shows it."""
        return local_time(instant, self.timezone)

    def slot_ends_at(self, position: RunState) -> datetime:
        """When the room has to be free: as moved while it ran, else as booked, or a slot after a start hours off.

        A rehearsal the day before, or a session moved to the afternoon without changing its date, would
        otherwise be hours over or have hours to spare.
        """
        if position.end_moved_to is not None:
            return position.end_moved_to
        started = position.started_at
        booked = self.starts_at + self.slot
        if started is None or -EARLY_OR_LATE <= started - self.starts_at <= self.slot:
            return booked
        return started + self.slot

    def person(self, person_id: str) -> Person | None:
        """The person with this id."""
        return next((p for p in self.people if p.id == person_id), None)

    def rooms_in(self, key: StageKey | None) -> tuple[Room, ...]:
        """The rooms of the round that a stage belongs to; none outside a structure."""
        if key is None:
            return ()
        of_round = (r.rooms for r in self.rooms if (r.part, r.round) == (key.part, key.round))
        return next(of_round, ())

    def with_event(self, event: Event) -> "Session":
        """The session with one event more in its run log."""
        return replace(self, events=(*self.events, event))

    def with_note(self, note: Note) -> "Session":
        """The session with a note added, or in place of the one that has its id."""
        if any(old.id == note.id for old in self.notes):
            return replace(self, notes=tuple(note if old.id == note.id else old for old in self.notes))
        return replace(self, notes=(*self.notes, note))

    def without_note(self, note_id: str) -> "Session":
        """The session without the note that has this id."""
        return replace(self, notes=tuple(note for note in self.notes if note.id != note_id))

    def with_rooms(self, rounds: Iterable[RoundRooms]) -> "Session":
        """The session with other rooms for the rounds named, all others kept."""
        new = {(r.part, r.round): r for r in rounds}
        kept = {(r.part, r.round): r for r in self.rooms}
        return replace(self, rooms=tuple((kept | new).values()))


def as_planned(session: Session) -> Session:
    """The plan of a session with its people and rooms, and nothing that happened in it or was to come after it."""
    return replace(
        session,
        events=(),
        notes=(),
        next_session=None,
        called_off=None,
        closing_round=NO_CLOSING_ROUND,
        topics=(),
        left_early=frozenset(),
        names_confirmed=frozenset(),
        words_confirmed=frozenset(),
    )


def as_rehearsed(session: Session) -> Session:
    """The plan of a session, to be practised with: no log, no notes, no hands."""
    return replace(as_planned(session), title=tr("Rehearsal: {session}", session=session.title))
