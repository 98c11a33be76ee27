"""Where does a box stand that is measured from where lines begin? From the right where one reads from there.

Qt mirrors rows, alignments and paddings by itself, but neither margins nor what is painted by hand.
"""

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def box_as_read(box: QRectF, within: QWidget) -> QRectF:
    """The box where it stands in a widget, given as it stands if one reads from the left."""
    if not within.isRightToLeft():
        return box
    return QRectF(within.width() - box.x() - box.width(), box.y(), box.width(), box.height())


def place_as_read(x: float, within: QWidget) -> float:
    """A place from side to side in a widget as if one read from the left, or the other way round."""
    return within.width() - x if within.isRightToLeft() else x


def margins_as_read(begin: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins at the side where lines begin, above, at the side where they end, and below."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QMargins(end, top, begin, bottom) if mirrored else QMargins(begin, top, end, bottom)
