"""How does a control show that it has the keys? A ring within its own edge, never over a neighbour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

WIDTH = 2


def paint_focus_ring(painter: QPainter, box: QRectF, colour: QColor, radius: float) -> None:
    """Draws the ring along the inside of `box`, in which all of it has room."""
    half = WIDTH / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, WIDTH))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
