"""The breathing shape as a widget: it looks at the session's clock for every frame it draws."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.opener.breath_paint import (
    FROM_AFAR,
    BreathBackground,
    background_box,
    breath_word,
    paint_breath,
    ring_box,
    short_word_pixels,
)
from desktop.panels.opener.motion import changed_breath_region
from desktop.widgets.screen_reader import answer_screen_readers
from formats.structures.breathing import AT_REST, Breath, breath_at
from formats.structures.opener import Opener

FRAME_MS = 33
SMALLEST = 180


class BreathingShape(QWidget):
    """Moves only while the clock runs and someone can see it."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        answer_screen_readers()
        super().__init__(parent)
        self.setObjectName("breathing-shape")
        self._look, self._runner = look, runner
        self._opener: Opener | None = None
        self._background = BreathBackground(look)
        self._moving = False
        self._shown: Breath | None = None
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST, SMALLEST)
        # It paints its own paper, so that nothing beneath it is drawn thirty times a second.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.look_changed.connect(self.update)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.Graphic)

    @property
    def moving(self) -> bool:
        """Whether frames are being drawn."""
        return self._frames.isActive()

    @property
    def breath(self) -> Breath:
        """The breath of this moment."""
        reading = self._runner.reading
        if self._opener is None or reading is None or reading.stage is None:
            return AT_REST
        return breath_at(self._opener, reading.used, reading.stage.length)

    @property
    def short_word_pixels(self) -> int:
        """The type of the short words where there is little room; 0 where the usual ones are large enough."""
        return short_word_pixels(QRectF(self.rect()), self._look)

    def show_opener(self, opener: Opener, *, moving: bool) -> None:
        """Shows this opener; `moving` while its time runs."""
        self._opener, self._moving = opener, moving and opener.pace is not None
        self.setAccessibleName(breath_word(opener, self.breath) or opener.title)
        self._start_or_stop()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(460, 460)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()

    def _start_or_stop(self) -> None:
        if self._moving and self.isVisible():
            if not self._frames.isActive():
                self._frames.start()
        else:
            self._frames.stop()

    def _next_frame(self) -> None:
        before, self._shown = self._shown, self.breath
        box = QRectF(self.rect())
        ring = ring_box(box, FROM_AFAR) if self.short_word_pixels else ring_box(box)
        self.update(changed_breath_region(ring, before, self._shown, calm=self._look.calm))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._opener is None:
            QPainter(self).fillRect(event.rect(), self._look.colour("paper"))
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._opener.pace is None or not background_box(box).contains(QRectF(event.rect())):
            painter.fillRect(event.rect(), self._look.colour("paper"))
        pixels = self.short_word_pixels
        paint_breath(painter, box, self._opener, self.breath, self._look, self._background, word_pixels=pixels)


def line_to_hear(opener: Opener, length: timedelta, used: timedelta) -> tuple[int, str]:
    """The line to be heard now: its number and its words."""
    number = opener.line_index(length, used)
    return number, opener.lines_at(length)[number][1] if opener.lines else ""
