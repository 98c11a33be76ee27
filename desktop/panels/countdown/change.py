"""Which part of a dial is not as it was? A second moves the end of the ring and the digits, and nothing else."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QRegion

from desktop.panels.countdown.face import DialFace, DialShape
from desktop.panels.countdown.paint import BAND, RING_SHARE

QUARTERS = ((-1, -1), (-1, 1), (1, 1), (1, -1))
"""Of the ring from the top against the clock, as it is drawn: to the left or right, above or below the middle."""
INSIDE = 0.59
"""A box of this half-width around the middle, against the ring's, lies within the band."""
DIGITS_BOX = QRectF(-0.39, -0.22, 0.78, 0.35)
"""Around the middle of the ring, as shares of its width."""


def changed_dial_region(box: QRectF, before: DialFace, now: DialFace) -> QRegion:
    """The part of a dial drawn into `box` that has to be drawn again for a picture as if all of it were."""
    if not _differs_in_digits_only(before, now):
        return QRegion(box.toAlignedRect())
    centre, ring = box.center(), min(box.width(), box.height()) * RING_SHARE
    corner = QPointF(DIGITS_BOX.x() * ring, DIGITS_BOX.y() * ring)
    digits = QRectF(centre + corner, DIGITS_BOX.size() * ring)
    region = QRegion(digits.toAlignedRect())
    if now.shape is not DialShape.BLOCK:
        # Qt bends the band anew in the quarter in which it ends, and nowhere else.
        for quarter in {_quarter(before), _quarter(now)}:
            region += _band_of(centre, ring, quarter)
    return region


def _differs_in_digits_only(before: DialFace, now: DialFace) -> bool:
    words = (before.word, before.caption, before.ticks, before.tint, len(before.digits))
    same = words == (now.word, now.caption, now.ticks, now.tint, len(now.digits)) and before.shape is now.shape
    # A whole ring has no ends; the first piece taken out of it gives it two.
    return same and (before.rest < 1) is (now.rest < 1) and abs(_quarter(before) - _quarter(now)) < 2


def _quarter(face: DialFace) -> int:
    return min(int(face.rest * 4), 3)


def _band_of(centre: QPointF, ring: float, quarter: int) -> QRegion:
    """The box of one quarter of the ring, without its inner part."""
    across, down = QUARTERS[quarter]
    margin = ring * BAND + 3
    outer, inner = ring / 2 + margin, ring / 2 * INSIDE
    corner = QPointF(centre.x() - (outer if across < 0 else margin), centre.y() - (outer if down < 0 else margin))
    whole = QRectF(corner, QSizeF(outer + margin, outer + margin))
    middle = QRectF(centre - QPointF(inner, inner), QSizeF(2 * inner, 2 * inner))
    return QRegion(whole.toAlignedRect()) - QRegion(middle.toAlignedRect())
