"""Says "look again" when the next second would show; keeps no time of its own."""

from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.sleep_counting import SleepCountingTimer
from formats.session.clock import Phase, Reading

SECOND = timedelta(seconds=1)
QUIET = timedelta(seconds=1)
SHORTEST_MS = 15
BEHIND_MS = 25


def until_next_change(reading: Reading) -> timedelta:
    """How long what the reading shows stays true: up to the next whole second of what is counted."""
    if reading.phase in (Phase.WAITING, Phase.FINISHED):
        return QUIET
    if reading.phase is Phase.PAUSED:
        return SECOND - reading.paused_for % SECOND
    part_of_second = reading.remaining % SECOND
    return part_of_second or SECOND


class Heartbeat(QObject):
    """A single shot, aimed anew at every beat, so that it cannot drift.

    On waking it beats at once: on Linux by a timer that counts sleep, elsewhere when the app comes to the front.
    """

    beat = Signal()

    def __init__(self, speed: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speed = speed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._asleep = SleepCountingTimer(self)
        self._asleep.rung.connect(self.beat)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def aim(self, reading: Reading) -> None:
        """Beats when the reading will next look different."""
        wait = until_next_change(reading) / timedelta(milliseconds=1) / self._speed
        due = max(SHORTEST_MS if self._speed > 1 else 1, round(wait + 0.5))
        self._timer.start(due)
        # Later than the beat, which aims it anew: awake it never rings.
        self._asleep.start(due + BEHIND_MS)

    def stop(self) -> None:
        """Beats no more."""
        self._timer.stop()
        self._asleep.stop()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.beat.emit()
