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
class EndMoved:
    """The session has to end at another time than it was booked for."""

    at: datetime
    to: datetime


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
    | AutoAdvanceStopped
    | Corrected
    | Refitted
    | RoundAdded
    | BreakAdded
    | EndMoved
    | Finished
    | Undone
)


def counting_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that still count, each `Undone` having struck out the one before it.

    Where an automatic move is struck out its stage is held instead, or the move would fall due again at once.
    """
    return tuple(event for event, _ in _counting_entries(events))


def event_to_undo(events: Sequence[Event]) -> Event | None:
    """The event that the next `Undone` strikes out."""
    return next((event for event, by_choice in reversed(_counting_entries(events)) if by_choice), None)


def _counting_entries(events: Sequence[Event]) -> list[tuple[Event, bool]]:
    """The events that still count, each with whether it can be undone."""
    kept: list[tuple[Event, bool]] = []
    for event in events:
        if isinstance(event, Undone):
            _strike_out_last(kept)
        else:
            kept.append((event, True))
    return kept


def _strike_out_last(kept: list[tuple[Event, bool]]) -> None:
    last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n][1]), None)
    if last is None:
        return
    struck, _ = kept.pop(last)
    if isinstance(struck, Moved) and struck.by_itself:
        kept.insert(last, (AutoAdvanceStopped(struck.at), False))
    if not any(by_choice for _, by_choice in kept):
        kept.clear()
