"""Which timers run beside the session, and when is one up? In view or not, and again after a crash."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.live.runner import SessionRunner
from formats.library.side_timers import SideTimerRepository
from formats.session.progress import Progress
from formats.session.session import Session
from formats.session.side_timer import SideTimer

MILLISECOND = timedelta(milliseconds=1)
BETWEEN_LOOKS = timedelta(milliseconds=100)
"""However many run, each with a second of its own, they are looked at ten times a second at most."""


class SideTimers(QObject):
    """They run on the session's clock and never touch it; they go on when the app was closed in between."""

    timer_ended = Signal()
    """The time of one is up."""
    running_changed = Signal(bool)
    """There is one now whose time is not up, or none any more."""
    timers_changed = Signal()
    """One was started, changed or put away."""
    second_passed = Signal(object)
    """What a person could see of one has changed: the instant, a datetime."""

    def __init__(
        self, runner: SessionRunner, repository: SideTimerRepository, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._repository = runner, repository
        self._timers: dict[int, SideTimer] = {}
        self._rung: set[int] = set()
        self._last_number, self._running = 0, False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setTimerType(Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._check)
        runner.clock_ticked.connect(self._check_with_clock)
        runner.session_opened.connect(self._leave_behind)

    @property
    def timers(self) -> tuple[SideTimer, ...]:
        """The timers that were not put away, the oldest first."""
        return tuple(self._timers.values())

    @property
    def running(self) -> bool:
        """Whether the time of one is not up yet."""
        return self._running

    @property
    def now(self) -> datetime:
        """The instant of the moment on the clock they run on."""
        return self._runner.now

    @property
    def usual_name(self) -> str:
        """What the next one may be called."""
        return f"Side timer {self._last_number + 1}" if self._timers else "Spare trio"

    def take_up(self) -> None:
        """Goes on with what ran when the app last stopped; what ended meanwhile is seen and rings no more."""
        for timer in self._repository.take_up(self.now):
            self._put(timer)
            if timer.is_over(self.now):
                self._rung.add(timer.number)
        if self._timers:
            self._tell_change()

    def start(self, name: str, length: timedelta) -> None:
        """Starts a timer."""
        session = self._runner.session
        belongs_to = session.id if session else ""
        self.change(SideTimer(self._last_number + 1, name, self.now + length, belongs_to))

    def change(self, timer: SideTimer) -> None:
        """Keeps a timer as it is now."""
        self._repository.keep(timer)
        self._put(timer)
        self._tell_change()

    def drop(self, number: int) -> None:
        """Puts a timer away."""
        self._repository.drop(number)
        del self._timers[number]
        self._rung.discard(number)
        self._tell_change()

    def stop(self) -> None:
        """Rings no more; what is kept in the library goes on at the next start."""
        self._timers.clear()
        self._next.stop()

    def _leave_behind(self, session: Session | None) -> None:
        """Another session begins without what is over of the last one, and without all of one that is finished."""
        if session is None:
            return
        others = [timer for timer in self.timers if timer.session not in ("", session.id)]
        for timer in others:
            if timer.is_over(self.now) or self._is_finished(timer.session):
                self.drop(timer.number)

    def _is_finished(self, session_id: str) -> bool:
        session = self._runner.library.repository.session(session_id)
        return session is None or session.progress is Progress.FINISHED

    def _put(self, timer: SideTimer) -> None:
        self._last_number = max(self._last_number, timer.number)
        self._timers[timer.number] = timer

    def _tell_change(self) -> None:
        self.timers_changed.emit()
        self._check()

    def _check_with_clock(self) -> None:
        # Qt's timers stand still while the laptop sleeps; the session's clock is looked at on waking.
        if self._timers:
            self._check()

    def _check(self) -> None:
        now = self.now
        self._ring(now)
        self._aim(now)
        self.second_passed.emit(now)
        running = not all(timer.is_over(now) for timer in self.timers)
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)

    def _ring(self, now: datetime) -> None:
        for number, timer in self._timers.items():
            if not timer.is_over(now):
                self._rung.discard(number)
            elif number not in self._rung:
                self._rung.add(number)
                self.timer_ended.emit()

    def _aim(self, now: datetime) -> None:
        if self._timers:
            soonest = min(timer.until_next_second(now) for timer in self._timers.values())
            self._next.start(round(max(soonest, BETWEEN_LOOKS) / MILLISECOND + 0.5))
        else:
            self._next.stop()
