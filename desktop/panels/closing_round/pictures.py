"""How do so many fingers look, and so many hands?"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import Look
from desktop.widgets.sides import mirror_of

FINGER_HEIGHTS = (0.55, 0.8, 1.0, 0.9, 0.62)
"""Of the tallest, from the thumb on."""
FINGER, GAP = 10, 5
TALLEST = 40
BLOCK, BLOCK_GAP = 10, 4
SMALLEST_STEP = 5
"""Blocks that would stand closer than this are one bar."""
FEW = 10
"""So many hands fill a tally: with more of them the blocks are smaller."""


class Fingers(QWidget):
    """Five fingers, so many of them raised."""

    def __init__(self, look: Look, raised: int) -> None:
        super().__init__()
        self._look, self._raised = look, raised
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for five fingers."""
        count = len(FINGER_HEIGHTS)
        return QSize(self._look.px(count * FINGER + (count - 1) * GAP) + 2, self._look.px(TALLEST) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, tallest = look.px(FINGER), look.px(TALLEST)
        for place, share in enumerate(FINGER_HEIGHTS):
            raised = place < self._raised
            painter.setBrush(look.colour("moss") if raised else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("moss" if raised else "line_strong"), 1.2))
            height = tallest * share
            box = QRectF(1 + place * look.px(FINGER + GAP), 1 + tallest - height, width, height)
            painter.drawRoundedRect(box, width / 2, width / 2)


class Tally(QWidget):
    """A block for each hand: they pile up, or stand in a row where the card lies."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._count, self._most, self._lying = look, 0, FEW, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_count(self, count: int, most: int) -> None:
        """Shows so many hands; `most` is the largest count beside it, so that all are drawn to one scale."""
        if (count, most) != (self._count, self._most):
            self._count, self._most = count, max(most, FEW)
            self.update()

    def set_lying(self, lying: bool) -> None:
        """Blocks from the left to the right, or from the bottom up."""
        self._lying = lying
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("moss"))
        length, across = (self.width(), self.height()) if self._lying else (self.height(), self.width())
        step = min(length / self._most, self._look.px(BLOCK + BLOCK_GAP))
        gap = min(self._look.px(BLOCK_GAP), step / 3)
        breadth = min(across, self._look.px(BLOCK if self._lying else 64))
        if step < SMALLEST_STEP:
            painter.drawRoundedRect(self._block(0, step * self._count, (across - breadth) / 2, breadth), 3, 3)
            return
        for number in range(self._count):
            painter.drawRoundedRect(self._block(number * step, step - gap, (across - breadth) / 2, breadth), 3, 3)

    def _block(self, start: float, length: float, edge: float, breadth: float) -> QRectF:
        if not self._lying:
            return QRectF(edge, self.height() - start - length, breadth, length)
        return mirror_of(self).box(QRectF(start, edge, length, breadth))
