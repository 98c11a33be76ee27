"""The run log folded: what is true of a session until its next event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
    run = _Run(RunState(planned=agenda, agenda=agenda, current=first))
    for event in counting_events(events):
        run.take(event)
    return run.state()


def apply(position: RunState, event: Event) -> RunState:
    """The position with one event more; `Undone` and `Redone` need the whole log, so they change nothing here."""
    run = _Run(position)
    run.take(event)
    return run.state()


class _Run:
    """A position in the making: a log is read into one of these, for a new value for each event takes its time."""

    def __init__(self, position: RunState) -> None:
        self._planned, self._agenda = position.planned, position.agenda
        self._current, self._held = position.current, position.held
        self._started_at, self._finished_at = position.started_at, position.finished_at
        self._running_since, self._paused_at = position.running_since, position.paused_at
        self._last_event_at, self._end_moved_to = position.last_event_at, position.end_moved_to
        self._used, self._go_rounds = dict(position.used), dict(position.go_rounds)
        self._visits = list(position.visits)

    def state(self) -> RunState:
        """What is true by now."""
        return RunState(
            planned=self._planned,
            agenda=self._agenda,
            current=self._current,
            started_at=self._started_at,
            finished_at=self._finished_at,
            running_since=self._running_since,
            paused_at=self._paused_at,
            last_event_at=self._last_event_at,
            held=self._held,
            end_moved_to=self._end_moved_to,
            used=MappingProxyType(dict(self._used)),
            visits=tuple(self._visits),
            go_rounds=MappingProxyType(dict(self._go_rounds)),
        )

    def take(self, event: Event) -> None:
        """One event more."""
        # Before the start no time is used, so a start may be back-dated to before what was fitted then.
        since = self._last_event_at if self._started_at else None
        at = max(event.at, since) if since else event.at
        self._take(event, at)
        self._last_event_at = at

    def _take(self, event: Event, at: datetime) -> None:
        match event:
            case Started(stage=key) if self._started_at is None and self._agenda.stage(key):
                self._enter_stage(key, at)
                self._started_at = self._running_since = at
            case RoundAdded(part=part_id, lengths=lengths) if part := self._agenda.part(part_id):
                longer = self._agenda.with_part(part.with_another_round())
                self._agenda = longer.with_lengths(_sane_lengths(lengths))
            case Refitted(lengths=lengths):
                self._agenda = self._agenda.with_lengths(_sane_lengths(lengths))
            case _ if self._started_at is not None and self._finished_at is None:
                self._take_in_session(event, at)

    def _take_in_session(self, event: Event, at: datetime) -> None:
        match event:
            case Paused() if self._running_since is not None:
                self._count_time(at)
                self._running_since, self._paused_at = None, at
            case Resumed() if self._running_since is None:
                self._running_since, self._paused_at = at, None
            case Extended(by=by) if stage := self._stage:
                longer = stage.length + _within_a_day(by)
                self._agenda = self._agenda.with_lengths(_sane_lengths([(stage.key, longer)]))
            case Moved(to=key) if self._agenda.stage(key):
                self._leave_stage(at)
                self._enter_stage(key, at)
            case Restarted() if self._current:
                self._leave_stage(at)
                self._go_rounds[self._current] = NEW_GO_ROUND
                self._used[self._current] = ZERO
                self._enter_stage(self._current, at)
            case AutoAdvanceStopped():
                self._held = True
            case OrderChosen() | TurnGiven() | TurnEnded():
                if self._current is not None:
                    so_far = self._go_rounds.get(self._current, NEW_GO_ROUND)
                    self._go_rounds[self._current] = so_far.after(event)
            case Corrected(by=by) if self._current:
                self._count_time(at)
                self._correct(self._current, _within_a_day(by))
            case BreakAdded(after=after, key=key, length=length):
                self._agenda = self._agenda.with_break(after, key, max(_within_a_day(length), ZERO))
            case BreakRemoved(key=key) if all(visit.key != key for visit in self._visits):
                self._agenda = self._agenda.without_break(key)
            case EndMoved(to=to):
                self._end_moved_to = to
            case Finished():
                self._leave_stage(at)
                self._running_since = self._paused_at = None
                self._finished_at = at

    @property
    def _stage(self) -> Stage | None:
        return self._agenda.stage(self._current) if self._current else None

    def _count_time(self, at: datetime) -> None:
        """Puts the time since the clock last ran on the account of the stage of the moment."""
        if self._running_since is None or self._current is None:
            return
        spent = at - self._running_since
        self._used[self._current] = self._used.get(self._current, ZERO) + spent
        self._add_to_visit(spent)
        self._running_since = at

    def _add_to_visit(self, spent: timedelta) -> None:
        last = self._visits[-1]
        self._visits[-1] = StageVisit(last.key, last.began, last.ended, max(last.used + spent, ZERO))

    def _correct(self, current: StageKey, by: timedelta) -> None:
        """A stage whose time is used up by this is held: it would move on at once, unannounced."""
        self._used[current] = max(self._used.get(current, ZERO) + by, ZERO)
        self._add_to_visit(by)
        self._held = self._held or self._is_used_up

    def _leave_stage(self, at: datetime) -> None:
        self._count_time(at)
        last = self._visits[-1]
        self._visits[-1] = StageVisit(last.key, last.began, at, last.used)

    def _enter_stage(self, key: StageKey, at: datetime) -> None:
        """A stage come back to with its time used up is held: it would move on again at once."""
        self._current = key
        self._visits.append(StageVisit(key, at, None, ZERO))
        self._held = self._is_used_up

    @property
    def _is_used_up(self) -> bool:
        stage = self._stage
        return stage is not None and ZERO < self._used.get(stage.key, ZERO) >= stage.length


def _sane_lengths(lengths: Iterable[tuple[StageKey, timedelta]]) -> dict[StageKey, timedelta]:
    return {key: max(_within_a_day(length), ZERO) for key, length in lengths}


def _within_a_day(length: timedelta) -> timedelta:
    """A log from a damaged file may hold any number, and sums of it must stay within what a date can hold."""
    return min(max(length, -A_DAY), A_DAY)
