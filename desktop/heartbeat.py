"""Says "look again" when the next second would show; keeps no time of its own."""

from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from formats.session.clock import Phase, Reading

SECOND = timedelta(seconds=1)
QUIET = timedelta(seconds=1)
SHORTEST_MS = 15


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

    Qt's timers stand still while the laptop sleeps: it beats, too, when the app comes to the front on waking, and
    `desktop.waking` looks at once where the system has a timer that counts sleep.
    """

    beat = Signal()

    def __init__(self, speed: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speed = speed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._come_back)

    def aim(self, reading: Reading) -> None:
        """Beats when the reading will next look different."""
        wait = until_next_change(reading) / timedelta(milliseconds=1) / self._speed
        self._timer.start(max(SHORTEST_MS if self._speed > 1 else 1, round(wait + 0.5)))

    def stop(self) -> None:
        """Beats no more."""
        self._timer.stop()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.beat.emit()
