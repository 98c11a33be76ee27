"""Where the session is: a pure function of agenda, run log and now. Nothing here counts ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from formats.session.agenda import Agenda, Stage
from formats.session.events import Event, Moved
from formats.session.progress import Progress
from formats.session.run_state import ZERO, RunState, apply, replay

SECOND = timedelta(seconds=1)
LAST_MINUTE = timedelta(minutes=1)
SHORT_STAGE = timedelta(minutes=5)
SOFT_OVERTIME = timedelta(seconds=30)
"""So long a stage that is over says so with a word and digits alone: people are finding a last sentence."""


class Phase(StrEnum):
    """What the clock is doing."""

    WAITING = "waiting"
    RUNNING = "running"
    LAST_MINUTE = "last minute"
    OVERTIME = "overtime"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says at one moment. `remaining` is negative in overtime.

    `stage` is the one of the moment; the first while the session waits, the last after its end. `following` are
    those planned after it.
    """

    position: RunState
    now: datetime
    phase: Phase
    stage: Stage | None
    following: tuple[Stage, ...]
    used: timedelta
    remaining: timedelta
    ends_at: datetime
    paused_for: timedelta = ZERO

    @property
    def live(self) -> bool:
        """Whether the session has started and not finished."""
        return self.phase not in (Phase.WAITING, Phase.FINISHED)

    @property
    def seconds_left(self) -> int:
        """Whole seconds to show, rounded up: 1:00 stays for its whole second, 0 means over."""
        return max(0, -(-self.remaining // SECOND))

    @property
    def seconds_over(self) -> int:
        """Whole seconds of overtime, rounded down."""
        return max(0, -self.remaining // SECOND)

    @property
    def softly_over(self) -> bool:
        """Whether overtime has only just begun."""
        return self.phase is Phase.OVERTIME and -self.remaining < SOFT_OVERTIME

    @property
    def stage_ends_at(self) -> datetime:
        """When this stage ends if the clock runs on; now, in overtime."""
        return self.now + max(self.remaining, ZERO)


def reading_at(position: RunState, now: datetime) -> Reading:
    """What the clock says at `now`; a `now` before the last event reads as that event's moment."""
    now = max(now, position.last_event_at) if position.last_event_at else now
    stage, following = _here_and_following(position)
    used = _used_time(position, now)
    remaining = (stage.length if stage else ZERO) - used
    return Reading(
        position=position,
        now=now,
        phase=_phase(position, stage, remaining),
        stage=stage,
        following=following,
        used=used,
        remaining=remaining,
        ends_at=_projected_end(position, now, remaining, following),
        paused_for=now - position.paused_at if position.paused_at else ZERO,
    )


def read_clock(agenda: Agenda, events: Sequence[Event], now: datetime) -> Reading:
    """Where the session is at `now`: pure and total. Cache `fold` where this is asked many times a second."""
    return reading_at(replay(agenda, events), now)


def _used_time(position: RunState, now: datetime) -> timedelta:
    if position.current is None:
        return ZERO
    since = now - position.running_since if position.running_since else ZERO
    return position.used.get(position.current, ZERO) + since


def _phase(position: RunState, stage: Stage | None, remaining: timedelta) -> Phase:
    if position.progress is Progress.FINISHED:
        return Phase.FINISHED
    if position.progress is Progress.PLANNED or stage is None:
        return Phase.WAITING
    if not position.running:
        return Phase.PAUSED
    if remaining <= ZERO:
        return Phase.OVERTIME
    return Phase.LAST_MINUTE if remaining <= last_minute_length(stage.length) else Phase.RUNNING


def last_minute_length(length: timedelta) -> timedelta:
    """How long before its end a stage draws to a close: a minute, or a fifth where it is under five."""
    return LAST_MINUTE if length >= SHORT_STAGE else length / 5


def _here_and_following(position: RunState) -> tuple[Stage | None, tuple[Stage, ...]]:
    """The stage of the moment and those after it; all of them where the agenda does not hold it."""
    stages = position.agenda.stages
    here = next((number for number, stage in enumerate(stages) if stage.key == position.current), -1)
    return (stages[here] if here >= 0 else None), stages[here + 1 :]


def _projected_end(
    position: RunState, now: datetime, remaining: timedelta, following: tuple[Stage, ...]
) -> datetime:
    if position.finished_at is not None:
        return position.finished_at
    to_come = sum((max(s.length - position.used.get(s.key, ZERO), ZERO) for s in following), ZERO)
    return now + max(remaining, ZERO) + to_come


def moves_due(agenda: Agenda, events: Sequence[Event], now: datetime) -> tuple[Event, ...]:
    """The moves that fell due by themselves, stamped with when they fell due, not when they were noticed."""
    return moves_due_from(replay(agenda, events), now)


def moves_due_from(position: RunState, now: datetime) -> tuple[Event, ...]:
    """The same from a log that was folded before: cheap enough to ask many times a second."""
    found: list[Event] = []
    while (move := _next_move_due(position, now)) is not None:
        found.append(move)
        position = apply(position, move)
    return tuple(found)


def _next_move_due(position: RunState, now: datetime) -> Moved | None:
    stage = position.stage
    if stage is None or not stage.moves_on or position.held or position.running_since is None:
        return None
    fell_due = position.running_since + max(stage.length - position.used.get(stage.key, ZERO), ZERO)
    fell_due = max(fell_due, position.last_event_at or fell_due)
    following = reading_at(position, fell_due).following
    if fell_due > now or not following:
        return None
    return Moved(at=fell_due, to=following[0].key, by_itself=True)
