"""Does the ring of what has the keys stay within it? Each kind of control is given the keys once."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit, QWidget

from desktop.widgets.tab_order import tab_stops
from tests.walk.keyboard import left_as_it_was
from tests.walk.seeing import described

AROUND = 6
"""So many pixels around a control are looked at: rings are thin."""
OTHER = Qt.FocusReason.TabFocusReason


def rings_over_neighbours(window: QWidget, kinds: set[str]) -> Iterator[str]:
    """Controls that draw something outside of them once they have the keys; `kinds` were looked at before."""
    with left_as_it_was(window):
        for stop in tab_stops(window):
            kind = f"{type(stop).__name__} {stop.property('role') or ''}"
            whole = stop.visibleRegion().boundingRect().size() == stop.size()
            if kind in kinds or not whole or isinstance(stop, QAbstractItemView | QTextEdit):
                continue
            kinds.add(kind)
            if _reaches_out(window, stop):
                yield f"focus ring: that of {described(stop)} reaches over its edge"


def _reaches_out(window: QWidget, stop: QWidget) -> bool:
    parent = stop.parentWidget()
    if parent is None:
        return False
    box = stop.geometry()
    around = box.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(parent.rect())
    window.setFocus(OTHER)
    without = _picture(parent, around)
    stop.setFocus(OTHER)
    if not stop.hasFocus() or stop.geometry() != box:
        return False
    return _differ_outside(without, _picture(parent, around), box.translated(-around.topLeft()))


def _picture(widget: QWidget, part: QRect) -> QImage:
    QApplication.sendPostedEvents()
    return widget.grab(part).toImage()


def _differ_outside(one: QImage, other: QImage, box: QRect) -> bool:
    if one.size() != other.size():
        return False
    outside = [(x, y) for y in range(one.height()) for x in range(one.width()) if not box.contains(x, y)]
    other_now = sum(one.pixel(x, y) != other.pixel(x, y) for x, y in outside)
    # A row that is lit as a whole is no ring.
    return 0 < other_now < len(outside) / 2
