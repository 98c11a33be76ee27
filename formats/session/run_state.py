"""The run log folded: what is true of a session until its next event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from formats.session.agenda import Agenda, Stage, StageKey
from formats.session.events import (
    Corrected,
    Event,
    Extended,
    Finished,
    Held,
    Moved,
    Paused,
    Refitted,
    Restarted,
    Resumed,
    RoundAdded,
    Started,
    counting,
)

ZERO = timedelta()
A_DAY = timedelta(days=1)
Used = Mapping[StageKey, timedelta]


@dataclass(frozen=True, slots=True)
class Visit:
    """One stay in a stage: `used` is its running time, pauses taken off; an open visit has no `ended`."""

    key: StageKey
    began: datetime
    ended: datetime | None
    used: timedelta


@dataclass(frozen=True, slots=True)
class Position:
    """The run log folded: all of what is true until the next event, whatever the time.

    `planned` is the agenda before anything happened, `agenda` as the moves have made it since.
    """

    planned: Agenda
    agenda: Agenda
    current: StageKey | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    running_since: datetime | None = None
    paused_at: datetime | None = None
    last_event_at: datetime | None = None
    held: bool = False
    used: Used = field(default_factory=lambda: MappingProxyType({}))
    visits: tuple[Visit, ...] = ()

    @property
    def running(self) -> bool:
        """Whether time is being used."""
        return self.running_since is not None

    @property
    def stage(self) -> Stage | None:
        """The stage of the moment, with the length it has by now."""
        return self.agenda.stage(self.current) if self.current else None


def fold(agenda: Agenda, events: Sequence[Event]) -> Position:
    """Reads the run log into a position; never fails, whatever the log holds.

    Events that make no sense where they stand (a pause while paused, a stage that is not in the agenda)
    change nothing; an event dated before the one it follows counts as happening with it.
    """
    first = agenda.stages[0].key if agenda.stages else None
    position = Position(planned=agenda, agenda=agenda, current=first)
    for event in counting(events):
        position = after(position, event)
    return position


def after(position: Position, event: Event) -> Position:
    """The position with one event more; an `Undone` needs the whole log, so it changes nothing here."""
    # Before the start no time is used, so a start may be back-dated to before what was fitted then.
    since = position.last_event_at if position.started_at else None
    at = max(event.at, since) if since else event.at
    return replace(_after(position, event, at), last_event_at=at)


def _after(position: Position, event: Event, at: datetime) -> Position:
    match event:
        case Started(stage=key) if position.started_at is None and position.agenda.stage(key):
            return replace(_entered(position, key, at), started_at=at, running_since=at)
        case RoundAdded(part=part_id, lengths=lengths) if part := position.agenda.part(part_id):
            longer = position.agenda.with_part(part.with_another_round())
            return replace(position, agenda=longer.with_lengths(_sane(lengths)))
        case Refitted(lengths=lengths):
            return replace(position, agenda=position.agenda.with_lengths(_sane(lengths)))
        case _ if position.started_at is None or position.finished_at is not None:
            return position
        case _:
            return _after_in_session(position, event, at)


def _after_in_session(position: Position, event: Event, at: datetime) -> Position:
    match event:
        case Paused() if position.running:
            return replace(_counted(position, at), running_since=None, paused_at=at)
        case Resumed() if not position.running:
            return replace(position, running_since=at, paused_at=None)
        case Extended(by=by) if stage := position.stage:
            longer = stage.length + _within_a_day(by)
            return replace(position, agenda=position.agenda.with_lengths(_sane([(stage.key, longer)])))
        case Moved(to=key) if position.agenda.stage(key):
            return _entered(_left(position, at), key, at)
        case Restarted() if position.current:
            left = _left(position, at)
            fresh = replace(left, used=_with(left.used, position.current, ZERO))
            return _entered(fresh, position.current, at)
        case Held():
            return replace(position, held=True)
        case Corrected(by=by) if position.current:
            return _corrected(_counted(position, at), _within_a_day(by))
        case Finished():
            return replace(_left(position, at), running_since=None, paused_at=None, finished_at=at)
        case _:
            return position


def _with(used: Used, key: StageKey, value: timedelta) -> Used:
    return MappingProxyType({**used, key: value})


def _counted(position: Position, at: datetime) -> Position:
    """Puts the time since the clock last ran on the account of the stage of the moment."""
    if position.running_since is None or position.current is None:
        return position
    spent = at - position.running_since
    used = _with(position.used, position.current, position.used.get(position.current, ZERO) + spent)
    return replace(_on_visit(position, spent), used=used, running_since=at)


def _on_visit(position: Position, spent: timedelta) -> Position:
    *before, last = position.visits
    return replace(position, visits=(*before, replace(last, used=max(last.used + spent, ZERO))))


def _corrected(position: Position, by: timedelta) -> Position:
    """A stage whose time is used up by this is held: it would move on at once, unannounced."""
    assert position.current is not None
    base = position.used.get(position.current, ZERO)
    used = _with(position.used, position.current, max(base + by, ZERO))
    corrected = replace(_on_visit(position, by), used=used)
    return replace(corrected, held=corrected.held or _used_up(corrected))


def _left(position: Position, at: datetime) -> Position:
    position = _counted(position, at)
    *before, last = position.visits
    return replace(position, visits=(*before, replace(last, ended=at)))


def _entered(position: Position, key: StageKey, at: datetime) -> Position:
    """A stage come back to with its time used up is held: it would move on again at once."""
    entered = replace(position, current=key, visits=(*position.visits, Visit(key, at, None, ZERO)))
    return replace(entered, held=_used_up(entered))


def _used_up(position: Position) -> bool:
    stage = position.stage
    return stage is not None and ZERO < position.used.get(stage.key, ZERO) >= stage.length


def _sane(lengths: Iterable[tuple[StageKey, timedelta]]) -> dict[StageKey, timedelta]:
    return {key: max(_within_a_day(length), ZERO) for key, length in lengths}


def _within_a_day(length: timedelta) -> timedelta:
    """A log from a damaged file may hold any number, and sums of it must stay within what a date can hold."""
    return min(max(length, -A_DAY), A_DAY)
