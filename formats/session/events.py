"""What really happened: the run log, one event for each move. It is only ever added to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from formats.session.agenda import StageKey


@dataclass(frozen=True, slots=True)
class Started:
    """The clock was started on a stage; `at` may lie in the past where a start was forgotten."""

    at: datetime
    stage: StageKey


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock was stopped for a while."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock went on after a pause."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Extended:
    """The stage of the moment was made longer, or shorter where `by` is negative."""

    at: datetime
    by: timedelta


@dataclass(frozen=True, slots=True)
class Moved:
    """The session went to another stage, by hand or because the stage moves on by itself."""

    at: datetime
    to: StageKey
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class Restarted:
    """The stage of the moment began again from its full length."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AutoAdvanceStopped:
    """A stage that would have moved on by itself was held by the facilitator."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Corrected:
    """Time was added to what the stage has used (a forgotten start), or taken off (the laptop slept)."""

    at: datetime
    by: timedelta


@dataclass(frozen=True, slots=True)
class Refitted:
    """Stages were given other lengths while the session ran."""

    at: datetime
    lengths: tuple[tuple[StageKey, timedelta], ...]


@dataclass(frozen=True, slots=True)
class RoundAdded:
    """One round more was added to a structure; `lengths` are what let it fit, of any stages."""

    at: datetime
    part: str
    lengths: tuple[tuple[StageKey, timedelta], ...] = ()


@dataclass(frozen=True, slots=True)
class BreakAdded:
    """A break was put in after a stage; `key` is what it is called from then on."""

    at: datetime
    after: StageKey
    key: StageKey
    length: timedelta


@dataclass(frozen=True, slots=True)
class BreakRemoved:
    """A break that was still to come was taken out."""

    at: datetime
    key: StageKey


@dataclass(frozen=True, slots=True)
class EndMoved:
    """The session has to end at another time than it was booked for."""

    at: datetime
    to: datetime


@dataclass(frozen=True, slots=True)
class Finished:
    """The session was ended."""

    at: datetime


class SpeakingOrder(StrEnum):
    """In which order people speak in a go-round, unless someone is asked out of turn."""

    NAMES = "by name"
    LIST = "as on the list"
    ROOMS = "room by room"
    SHUFFLED = "shuffled"


@dataclass(frozen=True, slots=True)
class OrderChosen:
    """The go-round of the stage of the moment is spoken in this order of person ids."""

    at: datetime
    order: SpeakingOrder
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnGiven:
    """In the go-round it is the turn of this person id, out of order or once more."""

    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """In the go-round this person id had a turn; that they spoke or passed is nobody's business later."""

    at: datetime
    person: str


class Edit(StrEnum):
    """What of the plan was changed by hand while the session ran."""

    PEOPLE = "people"
    ROOMS = "rooms"
    ROLE = "role"
    LOCK = "lock"
    WISH = "wish"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Edited:
    """The plan was changed by hand: it stands with the session, and here is when that was done."""

    at: datetime
    edit: Edit


@dataclass(frozen=True, slots=True)
class Undone:
    """The event at place `act` of the log, from 0, no longer counts; without one the last that still did."""

    at: datetime
    act: int | None = None


@dataclass(frozen=True, slots=True)
class Redone:
    """The event at place `act` of the log, from 0, counts again."""

    at: datetime
    act: int


Event = (
    Started
    | Paused
    | Resumed
    | Extended
    | Moved
    | Restarted
    | AutoAdvanceStopped
    | Corrected
    | Refitted
    | RoundAdded
    | BreakAdded
    | BreakRemoved
    | EndMoved
    | OrderChosen
    | TurnGiven
    | TurnEnded
    | Edited
    | Finished
    | Undone
    | Redone
)
