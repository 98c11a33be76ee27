"""What of a widget can be seen, by what is it called in a report, and which widgets are there to be looked at?"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollBar,
    QSlider,
    QTabBar,
    QTableView,
    QWidget,
)

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTabBar, QSlider, QAbstractItemView)
"""What a person reads, presses or types into, beside the words of labels and what is painted by hand."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """The root and every widget in it that is not hidden, whether or not it is scrolled out of sight."""
    yield root
    for child in root.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield from shown(child)


def is_part_of_control(widget: QWidget) -> bool:
    """Whether it belongs to a control that is looked at as a whole: the line of a number, Qt's own cross."""
    parent = widget.parentWidget()
    inside = isinstance(parent, (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QScrollBar))
    return inside or isinstance(widget, QScrollBar)


def is_content(widget: QWidget) -> bool:
    """Whether there is something on it to read or to press."""
    if is_part_of_control(widget):
        return False
    if isinstance(widget, QLabel):
        return bool(widget.text()) or not widget.pixmap().isNull()
    if isinstance(widget, CONTROLS):
        return True
    ours = (kind for kind in type(widget).__mro__ if kind.__module__.startswith("desktop."))
    return any("paintEvent" in vars(kind) for kind in ours)


def box_in(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget is, in the coordinates of one around it."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def cells(view: QAbstractItemView, most_rows: int) -> Iterator[QModelIndex]:
    """The cells of a list or table, row by row, columns out of sight left out."""
    model, root = view.model(), view.rootIndex()
    if model is None:
        return
    if isinstance(view, QTableView):
        columns = [column for column in range(model.columnCount(root)) if not view.isColumnHidden(column)]
    else:
        columns = [view.modelColumn() if isinstance(view, QListView) else 0]
    for row in range(min(model.rowCount(root), most_rows)):
        yield from (model.index(row, column, root) for column in columns)


def scrolled_in(widget: QWidget) -> QAbstractScrollArea | None:
    """The area that scrolls a widget, where its parent is what one looks through."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return area if isinstance(area, QAbstractScrollArea) and area.viewport() is parent else None


def said_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def text_of(widget: QWidget) -> str:
    """What stands on it; empty where it has no words."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def described(widget: QWidget) -> str:
    """A widget, for a report: its class, what it is called, and whose it is."""
    text = widget.objectName() or text_of(widget) or said_name(widget)
    around = widget.parentWidget()
    while around is not None and not around.objectName() and around.parentWidget() is not None:
        around = around.parentWidget()
    where = f" in {around.objectName() or type(around).__name__}" if around is not None else ""
    return f"{type(widget).__name__} “{text[:60]}”{where}"
