"""Which line of the facilitator's stands on the wall beside the clock, and for how long?"""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from desktop.live.runner import SessionRunner
from desktop.look import Look
from formats.session.agenda import StageKey
from formats.session.clock import Reading

MILLISECOND = timedelta(milliseconds=1)
COMES_IN_MS = 180


class WallLine(QObject):
    """Kept until its stage ends, or gone after a while; nothing of it is saved."""

    line_changed = Signal(str)
    """Another line is on the wall, or "" for none."""
    fade_moved = Signal()
    """The line is on its way in."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._runner = look, runner
        self._text = ""
        self._stage: StageKey | None = None
        self._while_paused = False
        self._until: datetime | None = None
        self._coming = QVariantAnimation(self)
        self._coming.setStartValue(0.0)
        self._coming.setEndValue(1.0)
        self._coming.setDuration(COMES_IN_MS)
        self._coming.valueChanged.connect(self.fade_moved)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._leave_when_over)
        runner.session_opened.connect(self.take_away)
        runner.clock_ticked.connect(self._follow)

    @property
    def text(self) -> str:
        """The line; "" for none."""
        return self._text

    @property
    def fade(self) -> float:
        """How far it has come into sight, from 0 to 1."""
        running = self._coming.state() is QVariantAnimation.State.Running
        return float(self._coming.currentValue()) if running else 1.0

    def show(self, text: str, length: timedelta | None = None) -> None:
        """Puts a line there, for a while, or until the stage of the moment ends."""
        self._stage, self._while_paused = self._stage_now(), False
        self._until = self._runner.now + length if length else None
        self._over.stop()
        if length is not None:
            self._over.start(length // MILLISECOND)
        self._put(text)
        if text and not self._look.calm:
            self._coming.start()

    def show_in_pause(self, text: str) -> None:
        """Puts a line there that goes when the clock goes on."""
        self.show(text)
        self._while_paused = True

    def take_away(self) -> None:
        """Takes it off the wall."""
        self._over.stop()
        self._coming.stop()
        self._put("")

    def _put(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.line_changed.emit(text)

    def _stage_now(self) -> StageKey | None:
        reading = self._runner.reading
        return reading.position.current if reading else None

    def _follow(self, reading: Reading) -> None:
        gone_on = self._while_paused and reading.position.running
        if self._text and (gone_on or reading.position.current != self._stage):
            self.take_away()
        else:
            self._leave_when_over()

    def _leave_when_over(self) -> None:
        if self._text and self._until is not None and self._runner.now >= self._until:
            self.take_away()
