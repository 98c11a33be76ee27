"""When does each stage begin on the clock, and which stretches lie between the times that are locked?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from formats.session.agenda import Agenda, Stage, StageKey
from formats.session.session import Session
from formats.session.time_zones import instant_of

ZERO = timedelta()
DAY = timedelta(days=1)
EARLIEST = timedelta(hours=-6)
LockedStarts = Mapping[StageKey, timedelta]
"""When stages have to begin, counted from the start of the session; below zero where that is before it."""
NOTHING_LOCKED: LockedStarts = {}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Stages that follow each other without a wait, up to the next locked start or the end of the slot.

    `starts` and `ends` are counted from the start of the session. It starts later than the lock it begins with
    where the stages before that do not end in time. `until` is the stage it has to be over for, None for the end.
    """

    stages: tuple[Stage, ...]
    starts: timedelta
    ends: timedelta
    until: Stage | None = None

    @property
    def length(self) -> timedelta:
        """The planned time of its stages."""
        return sum((stage.length for stage in self.stages), ZERO)

    @property
    def spare(self) -> timedelta:
        """What is left of it after its stages; below zero where they do not end in time."""
        return self.ends - self.starts - self.length

    @property
    def over(self) -> timedelta:
        """By how much its stages end too late."""
        return max(-self.spare, ZERO)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The stages of an agenda on the clock: when each begins, and the stretches between what is locked."""

    stretches: tuple[Stretch, ...]

    @property
    def starts(self) -> dict[StageKey, timedelta]:
        """When each stage begins, counted from the start of the session."""
        return dict(self._walk())

    @property
    def ends(self) -> timedelta:
        """When the last stage ends, counted from the start of the session."""
        return next((s.starts + s.length for s in reversed(self.stretches) if s.stages), ZERO)

    @property
    def spare(self) -> timedelta:
        """What is left at the end, or the most that a stretch is over, below zero."""
        over = max((stretch.over for stretch in self.stretches), default=ZERO)
        return -over if over else self.stretches[-1].spare if self.stretches else ZERO

    def _walk(self) -> Iterator[tuple[StageKey, timedelta]]:
        for stretch in self.stretches:
            at = stretch.starts
            for stage in stretch.stages:
                yield stage.key, at
                at += stage.length


def timetable(agenda: Agenda, available: timedelta, locked: LockedStarts = NOTHING_LOCKED) -> Timetable:
    """The agenda on the clock. Before a locked stage there may be a wait; after the slot's end there is none."""
    stretches: list[Stretch] = []
    stages: list[Stage] = []
    starts = ZERO
    for stage in agenda.stages:
        at = locked.get(stage.key)
        if at is not None:
            if stages or at > starts:
                stretches.append(Stretch(tuple(stages), starts, at, stage))
            starts = max(at, starts + sum((one.length for one in stages), ZERO))
            stages = []
        stages.append(stage)
    return Timetable((*stretches, Stretch(tuple(stages), starts, available)))


def session_timetable(session: Session) -> Timetable:
    """The agenda of a session on the clock of its place."""
    return timetable(session.agenda, session.slot, locked_starts(session))


def planned_starts(session: Session) -> dict[StageKey, datetime]:
    """When each stage begins by the plan, in UTC."""
    return {key: session.starts_at + at for key, at in session_timetable(session).starts.items()}


def planned_end(session: Session) -> datetime:
    """When the last stage ends by the plan, in UTC."""
    return session.starts_at + session_timetable(session).ends


def locked_starts(session: Session) -> LockedStarts:
    """When its locked stages have to begin: at that time of day next after the start, or hours before it."""
    return {
        stage.key: _from_start(session, stage) for stage in session.agenda.stages if stage.locked_start is not None
    }


def held_at(session: Session, starts_at: datetime, timezone: str) -> Session:
    """The session at another time or place; what is locked begins as long after the start as it did."""
    moved = replace(session, starts_at=starts_at, timezone=timezone)
    since = locked_starts(session)

    def with_lock(stage: Stage) -> Stage:
        if stage.locked_start is None:
            return stage
        return replace(stage, locked_start=moved.local_time(starts_at + since[stage.key]).time())

    return replace(moved, agenda=session.agenda.with_each_stage(with_lock))


def _from_start(session: Session, stage: Stage) -> timedelta:
    assert stage.locked_start is not None, "only locked stages are asked for"
    today = session.local_time(session.starts_at).replace(tzinfo=None)
    days = (datetime.combine(today.date(), stage.locked_start) + n * DAY for n in (-1, 0, 1))
    found = [instant_of(day, session.timezone) - session.starts_at for day in days]
    return next(at for at in found if at >= EARLIEST)
