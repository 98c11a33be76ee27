"""Did the laptop sleep while the clock ran? It is asked once whether that time counts, and until then it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from desktop.live.clocks import ClockTimes, read_clocks
from desktop.live.runner import SessionRunner
from formats.language import tr, tr_count
from formats.session.agenda import StageKey
from formats.session.clock import Reading
from formats.session.events import (
    BreakAdded,
    BreakRemoved,
    Corrected,
    EndMoved,
    Event,
    Extended,
    Moved,
    Paused,
    Refitted,
    Resumed,
    RoundAdded,
    Undone,
)
from formats.session.session import Session
from formats.session.wording import join_and

LONGEST_BLINK = timedelta(seconds=30)
"""A shorter gap is a busy computer, or a lid closed by mistake."""
LEAVES_IT_STANDING = (Paused, Resumed, Extended, Refitted, RoundAdded, BreakAdded, BreakRemoved, EndMoved)
"""After these the time asleep can still be left out; after others the question makes no sense any more."""
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Sleep:
    """What was slept through: how long, in which stage, and how many stages the session went on meanwhile."""

    length: timedelta
    stage: StageKey
    stages_advanced: int

    @property
    def sentence(self) -> str:
        """As the person who opens the lid is told."""
        return tr("The laptop slept for {length}. The clock counted it.", length=length_words(self.length))

    def correction_events(self, reading: Reading) -> tuple[Event, ...]:
        """The events that put the clock back to where it was when the lid was closed."""
        back = tuple(Undone(reading.now) for _ in range(self.stages_advanced))
        return (*back, Corrected(reading.now, -self.length))


@dataclass(frozen=True, slots=True)
class _LastCheck:
    """What was so when the session was last looked at."""

    clock_times: ClockTimes
    session: str
    events: int
    stage: StageKey | None
    running: bool


class LostTime(QObject):
    """Looks at the clocks whenever the session's clock is looked at."""

    question_raised = Signal(object)
    """The laptop slept while the clock ran: Sleep."""
    question_closed = Signal()
    """There is nothing to answer any more."""

    def __init__(
        self,
        runner: SessionRunner,
        look_at_clocks: Callable[[], ClockTimes] = read_clocks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._look_at_clocks = runner, look_at_clocks
        self._last: _LastCheck | None = None
        self._sleep: Sleep | None = None
        self._events = 0
        runner.session_opened.connect(self._forget)
        runner.session_changed.connect(self._follow)
        runner.clock_ticked.connect(self._check_clocks)

    def leave_out(self) -> None:
        """Takes the time asleep off the stage in which it began."""
        sleep, reading = self._sleep, self._runner.reading
        if sleep is not None and reading is not None:
            self._close_question()
            self._runner.record(sleep.correction_events(reading))

    def _check_clocks(self, reading: Reading) -> None:
        session = self._runner.session
        assert session is not None, "what ticks is a session"
        last, position = self._last, reading.position
        self._last = _LastCheck(
            self._look_at_clocks(), session.id, len(session.events), position.current, position.running
        )
        if last is not None and last.running and position.running and last.session == session.id:
            self._ask(last, self._last.clock_times.asleep_since(last.clock_times), session)

    def _ask(self, last: _LastCheck, asleep: timedelta, session: Session) -> None:
        since = session.events[last.events :]
        by_itself = all(isinstance(event, Moved) and event.by_itself for event in since)
        if asleep <= LONGEST_BLINK or not by_itself or last.stage is None:
            return
        self._sleep = Sleep(asleep, last.stage, len(since))
        self._events = len(session.events)
        self.question_raised.emit(self._sleep)

    def _follow(self, session: Session) -> None:
        """Withdraws the question where an act has made it pointless."""
        if self._sleep is None:
            return
        since = session.events[self._events :]
        if since and (self._sleep.stages_advanced or not all(isinstance(e, LEAVES_IT_STANDING) for e in since)):
            self._close_question()

    def _forget(self) -> None:
        self._last = None
        self._close_question()

    def _close_question(self) -> None:
        if self._sleep is not None:
            self._sleep = None
            self.question_closed.emit()


def length_words(length: timedelta) -> str:
    """A length as one says it: "40 seconds", "12 minutes", "2 hours and 5 minutes"."""
    if length < MINUTE:
        return tr_count("{count} second", "{count} seconds", round(length.total_seconds()))
    hours, rest = divmod(round(length / MINUTE), 60)
    parts = [tr_count("{count} hour", "{count} hours", hours)] if hours else []
    if rest:
        parts.append(tr_count("{count} minute", "{count} minutes", rest))
    return join_and(parts)
