"""Where on the wall can something lie for a moment, so that what is to be read there stays in view?"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter

SMALLER = 4
"""The picture is looked at so many times smaller, which is enough to see words."""
APART = 8
"""Pixels between a bar and what is to be read."""
STROKE = 12
"""From this difference between neighbours on, of 255 shades, something is drawn there: a flat ground has none."""


def small_picture(size: QSize, ground: QColor, paint: Callable[[QPainter], object]) -> QImage:
    """What `paint` draws on a wall of this size, SMALLER times smaller, in shades of grey."""
    image = QImage(size / SMALLER, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.scale(1 / SMALLER, 1 / SMALLER)
    paint(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def free_spot(bar: QSize, picture: QImage, edge: int) -> QPoint:
    """Where a bar hides the fewest strokes of a small picture: low rather than high, in the middle if it can."""
    wall, strokes = picture.size() * SMALLER, _strokes_in(picture)
    middle, right = max((wall.width() - bar.width()) // 2, 0), wall.width() - bar.width() - edge
    foot, step = wall.height() - bar.height() - edge, max(bar.height() // 4, 1)
    spots = [QPoint(x, y) for y in (*range(foot, edge, -step), edge) for x in (middle, right, edge)]

    def hidden(spot: QPoint) -> int:
        left, right = (max(x, 0) // SMALLER for x in (spot.x() - APART, spot.x() + bar.width() + APART))
        top, bottom = (max(y, 0) // SMALLER for y in (spot.y() - APART, spot.y() + bar.height() + APART))
        return sum(row[left:right].count(1) for row in strokes[top:bottom])

    return min(spots, key=hidden)


def _strokes_in(picture: QImage) -> list[bytes]:
    """For each row of dots: 1 where one is unlike its neighbour, as at the edge of a letter."""
    dots, wide = bytes(picture.constBits()), picture.bytesPerLine()
    rows = (dots[start : start + picture.width()] for start in range(0, len(dots), wide))
    return [bytes(abs(one - other) > STROKE for one, other in pairwise(row)) for row in rows]
