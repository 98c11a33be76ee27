"""Which part of the breathing shape is not as it was a frame ago? Its rim: what lies within stays as it is."""

from math import sqrt

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QRegion

from desktop.panels.opener.breath_paint import shape_diameter
from formats.structures.breathing import Breath

MARGIN = 3
"""Pixels: a frame is drawn a little later than it was asked for, and its edge is soft."""


def changed_breath_region(ring: QRectF, before: Breath | None, now: Breath, *, calm: bool) -> QRegion:
    """What to draw again: all of the ring where the word changes, or the colour and not the size; or nothing."""
    if before is not None and (before.phase, before.size) == (now.phase, now.size):
        # A breath that is held stands still, and so does a rest.
        return QRegion()
    if calm or before is None or before.phase is not now.phase:
        return QRegion(_around(ring.center(), ring.width() / 2))
    radii = [shape_diameter(ring.width(), breath, calm=False) / 2 for breath in (before, now)]
    inscribed = QRegion(_around(ring.center(), (min(radii) - MARGIN) / sqrt(2) - 2 * MARGIN))
    return QRegion(_around(ring.center(), max(radii))) - inscribed


def _around(centre: QPointF, radius: float) -> QRect:
    reach = radius + MARGIN
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
