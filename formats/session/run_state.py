"""The run log folded: what is true of a session until its next event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from formats.session.act_history import counting_events
from formats.session.agenda import Agenda, Stage, StageKey
from formats.session.events import (
    AutoAdvanceStopped,
    BreakAdded,
    BreakRemoved,
    Corrected,
    EndMoved,
    Event,
    Extended,
    Finished,
    Moved,
    OrderChosen,
    Paused,
    Refitted,
    Restarted,
    Resumed,
    RoundAdded,
    Started,
    TurnEnded,
    TurnGiven,
)
from formats.session.go_round import GoRound
from formats.session.progress import Progress

ZERO = timedelta()
A_DAY = timedelta(days=1)
UsedTimes = Mapping[StageKey, timedelta]
GoRounds = Mapping[StageKey, GoRound]
NEW_GO_ROUND = GoRound()


@dataclass(frozen=True, slots=True)
class StageVisit:
    """One stay in a stage: `used` is its running time, pauses taken off; an open visit has no `ended`."""

    key: StageKey
    began: datetime
    ended: datetime | None
    used: timedelta


@dataclass(frozen=True, slots=True)
class RunState:
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
    end_moved_to: datetime | None = None
    used: UsedTimes = field(default_factory=lambda: MappingProxyType({}))
    visits: tuple[StageVisit, ...] = ()
    go_rounds: GoRounds = field(default_factory=lambda: MappingProxyType({}))

    @property
    def progress(self) -> Progress:
        """How far the session has come: what is fitted before the start begins nothing yet."""
        if self.started_at is None:
            return Progress.PLANNED
        return Progress.RUNNING if self.finished_at is None else Progress.FINISHED

    @property
    def running(self) -> bool:
        """Whether time is being used."""
        return self.running_since is not None

    @property
    def stage(self) -> Stage | None:
        """The stage of the moment, with the length it has by now."""
        return self.agenda.stage(self.current) if self.current else None

    @property
    def go_round(self) -> GoRound:
        """How far the go-round of the stage of the moment has come; left and come back to, it is as it was."""
        return self.go_rounds.get(self.current, NEW_GO_ROUND) if self.current else NEW_GO_ROUND


def replay(agenda: Agenda, events: Sequence[Event]) -> RunState:
    """Reads the run log into a position; never fails, whatever the log holds.

    Events that make no sense where they stand (a pause while paused, a stage that is not in the agenda)
    change nothing; an event dated before the one it follows counts as happening with it.
    """
    first = agenda.stages[0].key if agenda.stages else None
    position = RunState(planned=agenda, agenda=agenda, current=first)
    for event in counting_events(events):
        position = apply(position, event)
    return position


def apply(position: RunState, event: Event) -> RunState:
    """The position with one event more; `Undone` and `Redone` need the whole log, so they change nothing here."""
    # Before the start no time is used, so a start may be back-dated to before what was fitted then.
    since = position.last_event_at if position.started_at else None
    at = max(event.at, since) if since else event.at
    return replace(_apply(position, event, at), last_event_at=at)


def _apply(position: RunState, event: Event, at: datetime) -> RunState:
    match event:
        case Started(stage=key) if position.started_at is None and position.agenda.stage(key):
            return replace(_enter_stage(position, key, at), started_at=at, running_since=at)
        case RoundAdded(part=part_id, lengths=lengths) if part := position.agenda.part(part_id):
            longer = position.agenda.with_part(part.with_another_round())
            return replace(position, agenda=longer.with_lengths(_sane_lengths(lengths)))
        case Refitted(lengths=lengths):
            return replace(position, agenda=position.agenda.with_lengths(_sane_lengths(lengths)))
        case _ if position.started_at is None or position.finished_at is not None:
            return position
        case _:
            return _apply_in_session(position, event, at)


def _apply_in_session(position: RunState, event: Event, at: datetime) -> RunState:
    match event:
        case Paused() if position.running:
            return replace(_count_time(position, at), running_since=None, paused_at=at)
        case Resumed() if not position.running:
            return replace(position, running_since=at, paused_at=None)
        case Extended(by=by) if stage := position.stage:
            longer = stage.length + _within_a_day(by)
            return replace(position, agenda=position.agenda.with_lengths(_sane_lengths([(stage.key, longer)])))
        case Moved(to=key) if position.agenda.stage(key):
            return _enter_stage(_leave_stage(position, at), key, at)
        case Restarted() if position.current:
            left = _leave_stage(position, at)
            fresh = _with_go_round(left, NEW_GO_ROUND)
            fresh = replace(fresh, used=_with_used(left.used, position.current, ZERO))
            return _enter_stage(fresh, position.current, at)
        case AutoAdvanceStopped():
            return replace(position, held=True)
        case OrderChosen() | TurnGiven() | TurnEnded():
            return _with_go_round(position, position.go_round.after(event))
        case Corrected(by=by) if position.current:
            return _correct(_count_time(position, at), _within_a_day(by))
        case BreakAdded(after=after, key=key, length=length):
            sane = max(_within_a_day(length), ZERO)
            return replace(position, agenda=position.agenda.with_break(after, key, sane))
        case BreakRemoved(key=key) if all(visit.key != key for visit in position.visits):
            return replace(position, agenda=position.agenda.without_break(key))
        case EndMoved(to=to):
            return replace(position, end_moved_to=to)
        case Finished():
            return replace(_leave_stage(position, at), running_since=None, paused_at=None, finished_at=at)
        case _:
            return position


def _with_go_round(position: RunState, go_round: GoRound) -> RunState:
    if position.current is None:
        return position
    return replace(position, go_rounds=MappingProxyType({**position.go_rounds, position.current: go_round}))


def _with_used(used: UsedTimes, key: StageKey, value: timedelta) -> UsedTimes:
    return MappingProxyType({**used, key: value})


def _count_time(position: RunState, at: datetime) -> RunState:
    """Puts the time since the clock last ran on the account of the stage of the moment."""
    if position.running_since is None or position.current is None:
        return position
    spent = at - position.running_since
    used = _with_used(position.used, position.current, position.used.get(position.current, ZERO) + spent)
    return replace(_add_to_visit(position, spent), used=used, running_since=at)


def _add_to_visit(position: RunState, spent: timedelta) -> RunState:
    *before, last = position.visits
    return replace(position, visits=(*before, replace(last, used=max(last.used + spent, ZERO))))


def _correct(position: RunState, by: timedelta) -> RunState:
    """A stage whose time is used up by this is held: it would move on at once, unannounced."""
    assert position.current is not None
    base = position.used.get(position.current, ZERO)
    used = _with_used(position.used, position.current, max(base + by, ZERO))
    corrected = replace(_add_to_visit(position, by), used=used)
    return replace(corrected, held=corrected.held or _is_used_up(corrected))


def _leave_stage(position: RunState, at: datetime) -> RunState:
    position = _count_time(position, at)
    *before, last = position.visits
    return replace(position, visits=(*before, replace(last, ended=at)))


def _enter_stage(position: RunState, key: StageKey, at: datetime) -> RunState:
    """A stage come back to with its time used up is held: it would move on again at once."""
    entered = replace(position, current=key, visits=(*position.visits, StageVisit(key, at, None, ZERO)))
    return replace(entered, held=_is_used_up(entered))


def _is_used_up(position: RunState) -> bool:
    stage = position.stage
    return stage is not None and ZERO < position.used.get(stage.key, ZERO) >= stage.length


def _sane_lengths(lengths: Iterable[tuple[StageKey, timedelta]]) -> dict[StageKey, timedelta]:
    return {key: max(_within_a_day(length), ZERO) for key, length in lengths}


def _within_a_day(length: timedelta) -> timedelta:
    """A log from a damaged file may hold any number, and sums of it must stay within what a date can hold."""
    return min(max(length, -A_DAY), A_DAY)
