"""What is there to point at now, and where is what a spot names?"""

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.random_use.acts import Spot

ACTED_ON = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
MADE_UP_ID = re.compile(r"[0-9a-f]{32}")
MENU_LINE = "line of a menu"


def windows() -> list[QWidget]:
    """The windows that take hands now: a popup alone, else a modal dialog, else every window in view."""
    above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if above is not None:
        return [above]
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top.windowHandle()]
    return sorted(
        (top for top in tops if top.windowType() is Qt.WindowType.Window or top.isModal()), key=window_name
    )


def file_dialog() -> QFileDialog | None:
    """The dialog for files that waits for an answer."""
    return next((top for top in windows() if isinstance(top, QFileDialog)), None)


def window_name(window: QWidget) -> str:
    """What a window is called in a spot."""
    return f"{type(window).__name__} {window.objectName()}".strip()


def spots(window: QWidget) -> list[Spot]:
    """Everything in a window that can be acted on."""
    return [spot for spot, _ in _parts(window)] + [spot for spot, _ in _menu_lines(window)]


def find(spot: Spot) -> tuple[QWidget, QPoint] | None:
    """The window and the point within it that a spot names; None where it is not there, or covered."""
    for window in windows():
        if window_name(window) != spot.window:
            continue
        for other, box in _menu_lines(window):
            if _same(other, spot):
                return window, box.center()
        for other, widget in _parts(window):
            if _same(other, spot):
                return _point_in(window, widget, spot)
    return None


def _same(one: Spot, other: Spot) -> bool:
    return (one.kind, one.name, one.number) == (other.kind, other.name, other.number)


def _parts(window: QWidget) -> Iterator[tuple[Spot, QWidget]]:
    """The widgets that can be acted on, each with its spot."""
    seen: Counter[tuple[str, str]] = Counter()
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisible() and widget.isEnabled() and _takes_hands(widget):
            key = type(widget).__name__, MADE_UP_ID.sub("", widget.objectName())
            yield Spot(window_name(window), *key, seen[key]), widget
            seen[key] += 1


def _menu_lines(window: QWidget) -> Iterator[tuple[Spot, QRect]]:
    if isinstance(window, QMenu):
        for number, action in enumerate(window.actions()):
            if not action.isSeparator():
                yield Spot(window_name(window), MENU_LINE, action.text(), number), window.actionGeometry(action)


def _takes_hands(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar):
        return False
    clicked = bool(widget.focusPolicy() & Qt.FocusPolicy.ClickFocus)
    return isinstance(widget, ACTED_ON) or clicked or widget.testAttribute(Qt.WidgetAttribute.WA_SetCursor)


def _point_in(window: QWidget, widget: QWidget, spot: Spot) -> tuple[QWidget, QPoint] | None:
    _scroll_to(widget)
    within = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    seen = within.visibleRegion().boundingRect()
    if seen.isEmpty():
        return None
    point = seen.topLeft() + QPoint(int(seen.width() * spot.across), int(seen.height() * spot.down))
    there = within.mapTo(window, point)
    hit = window.childAt(there)
    return (window, there) if hit is not None and (hit is widget or widget.isAncestorOf(hit)) else None


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
