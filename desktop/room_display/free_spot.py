"""Where on the wall can something lie for a moment, so that what is to be read there stays in view?"""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

SMALLER = 4
"""The picture is looked at so many times smaller, which is enough to see words."""
SHADES_ALIKE = 8
APART = 8
"""Pixels between a bar and what is to be read."""


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
    """Where a bar hides least of a small picture: low rather than high, in the middle if it can."""
    wall = picture.size() * SMALLER
    right, foot = wall.width() - bar.width() - edge, wall.height() - bar.height() - edge
    rows = (foot, *range(foot, edge, -max(bar.height() // 4, 1)), edge)
    middle = max((wall.width() - bar.width()) // 2, 0)
    spots = [QPoint(x, y) for y in rows for x in (middle, right, edge)]
    return min(spots, key=lambda spot: _seen_in(picture, QRect(spot, bar).adjusted(-APART, -APART, APART, APART)))


def _seen_in(picture: QImage, box: QRect) -> int:
    """How many dots in a box of the wall are unlike its ground, which is whatever most of them are like."""
    part = QRect(box.topLeft() / SMALLER, box.size() / SMALLER).intersected(picture.rect())
    cut = picture.copy(part)
    dots, wide = bytes(cut.constBits()), cut.bytesPerLine()
    shades = Counter[int]()
    for row in range(part.height()):
        shades.update(shade // SHADES_ALIKE for shade in dots[row * wide : row * wide + part.width()])
    ground = max(shades, key=shades.__getitem__, default=0)
    return sum(count for shade, count in shades.items() if abs(shade - ground) > 1)
