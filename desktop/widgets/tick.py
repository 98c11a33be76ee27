"""A box to tick, drawn in the look of the app."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAccessibleInterface, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.look import Look
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.icons import paint_icon
from desktop.widgets.screen_reader import ButtonInterface, answer_screen_readers
from desktop.widgets.sides import box_as_read


class Tick(QCheckBox):
    """A check box whose tick has the colours of the palette."""

    def __init__(self, look: Look, text: str, *, ticked: bool = False, parent: QWidget | None = None) -> None:
        answer_screen_readers()
        super().__init__(text, parent)
        self._look = look
        self.setChecked(ticked)
        look.look_changed.connect(self.updateGeometry)

    def for_screen_reader(self) -> QAccessibleInterface:
        return ButtonInterface(self)

    def sizeHint(self) -> QSize:
        """Room for the box and its word."""
        words = QFontMetrics(self._look.font(15)).horizontalAdvance(self.text())
        return QSize(self._look.px(18) + 13 + words + 4, self._look.px(32))

    def hitButton(self, position: QPoint) -> bool:
        """The whole line is the target, not only the box."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(18)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = box_as_read(QRectF(3.5, (self.height() - side) / 2 + 0.5, side, side), self)
        paint_tick(painter, look, box, ticked=self.isChecked(), enabled=self.isEnabled())
        if self.hasFocus():
            paint_focus_ring(painter, box.adjusted(-3, -3, 3, 3), look.colour("moss"), 6)
        painter.setFont(look.font(15))
        painter.setPen(look.colour("ink" if self.isEnabled() else "ink_2"))
        text_box = box_as_read(QRectF(self.rect().adjusted(side + 13, 0, 0, 0)), self)
        painter.drawText(text_box, int(Qt.AlignmentFlag.AlignVCenter), self.text())


def paint_tick(painter: QPainter, look: Look, box: QRectF, *, ticked: bool, enabled: bool = True) -> None:
    """Draws a box, ticked or not."""
    painter.setBrush(look.colour("moss" if ticked and enabled else "surface"))
    painter.setPen(QPen(look.colour("moss" if ticked else "line_strong"), 1))
    painter.drawRoundedRect(box, 5, 5)
    if ticked:
        paint_icon(painter, "check", look.colour("on_moss"), box.adjusted(2, 2, -2, -2))
