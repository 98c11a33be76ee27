"""How loud? A slider in the look of the app."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

from desktop.look import Look
from desktop.widgets.sides import box_as_read, place_as_read
from desktop.widgets.wheel import let_wheel_pass

KNOB, TRACK = 20, 6


class LevelSlider(QSlider):
    """From 0 to 100; the arrow keys move it by 5, a click puts it there."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setAccessibleName(name)
        let_wheel_pass(self)
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(32))

    def show_share(self, share: float) -> None:
        """Shows a share from 0 to 1 without taking it for a choice."""
        self.blockSignals(True)
        self.setValue(round(share * 100))
        self.blockSignals(False)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob, middle = look.px(KNOB), self.height() / 2
        left, room = knob / 2 + 2, self.width() - knob - 4
        at = left + room * self.value() / 100
        ink = look.colour("moss" if self.isEnabled() else "line_strong")
        for colour, end in ((look.colour("line_strong"), left + room), (ink, at)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            line = box_as_read(QRectF(left, middle - TRACK / 2, end - left, TRACK), self)
            painter.drawRoundedRect(line, TRACK / 2, TRACK / 2)
        painter.setBrush(look.colour("surface"))
        painter.setPen(QPen(ink, 4 if self.hasFocus() else 2))
        around = QRectF(at - knob / 2 + 1, middle - knob / 2 + 1, knob - 2, knob - 2)
        painter.drawEllipse(box_as_read(around, self))

    def _go_to(self, event: QMouseEvent) -> None:
        knob = self._look.px(KNOB)
        along = place_as_read(event.position().x(), self)
        share = (along - knob / 2 - 2) / max(self.width() - knob - 4, 1)
        self.setValue(round(max(0.0, min(share, 1.0)) * 100))
