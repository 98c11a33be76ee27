"""What really happened: the run log, one event for each move. It is only ever added to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

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
class Held:
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
class Finished:
    """The session was ended."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Undone:
    """The last event that still counted no longer does."""

    at: datetime


Event = (
    Started
    | Paused
    | Resumed
    | Extended
    | Moved
    | Restarted
    | Held
    | Corrected
    | Refitted
    | RoundAdded
    | Finished
    | Undone
)


def counting(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that still count, each `Undone` having struck out the one before it."""
    kept: list[Event] = []
    for event in events:
        if not isinstance(event, Undone):
            kept.append(event)
        elif kept:
            kept.pop()
    return tuple(kept)
