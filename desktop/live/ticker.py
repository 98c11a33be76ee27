"""Has anything changed that a person could see of the clock? Says so once, and looks again when it will have."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.live.clocks import SessionClock
from desktop.live.heartbeat import Heartbeat
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading


@dataclass(frozen=True, slots=True)
class _Visible:
    """What a person can see of a reading, to the whole second; the end to the whole minute."""

    stage: StageKey | None
    phase: Phase
    seconds_left: int
    seconds_over: int
    seconds_paused: int
    end_minute: int


class Ticker(QObject):
    """Compares each reading with the one that was told before."""

    ticked = Signal(object)
    """What a person could see of the clock has changed: Reading."""
    beat = Signal()
    """It is time to look at the clock again."""

    def __init__(self, clock: SessionClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: _Visible | None = None
        self._heartbeat = Heartbeat(clock, self)
        self._heartbeat.beat.connect(self.beat)

    def begin_anew(self) -> None:
        """The next reading is told whatever it says: it is of another session, or of a changed one."""
        self._told = None

    def look(self, reading: Reading | None) -> None:
        """Tells of a reading that looks different, and aims at the next that will; beats no more for none."""
        if reading is None:
            self._heartbeat.stop()
            return
        visible = _visible_part(reading)
        if visible != self._told:
            self._told = visible
            self.ticked.emit(reading)
        self._heartbeat.aim(reading)


def _visible_part(reading: Reading) -> _Visible:
    return _Visible(
        reading.position.current,
        reading.phase,
        reading.seconds_left,
        reading.seconds_over,
        int(reading.paused_for.total_seconds()),
        int(reading.ends_at.timestamp()) // 60,
    )
