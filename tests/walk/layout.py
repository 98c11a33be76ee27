"""Where does everything in a window stand, from side to side? Widgets, what is in them, what is painted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QWidget,
)

from tests.walk.seeing import box_in, cells, described, shown
from tests.walk.shapes import Shape, shapes_in

MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """`what` stands at `left` and is `width` wide, in a `room`: pixels of what is around it."""

    what: str
    left: float
    width: float
    room: float

    @property
    def right(self) -> float:
        """What is free at its right."""
        return self.room - self.left - self.width


@dataclass(frozen=True, slots=True)
class Layout:
    """The spots of a window by their way through it, and the shapes painted on each widget by its way."""

    spots: dict[str, Spot]
    shapes: dict[str, tuple[Shape, ...]]
    edges: dict[str, tuple[int, int]]
    """The colours at the left and at the right of a frame, by its way."""
    kinds: dict[str, str]
    """The classes of a widget and of what is around it, by its way."""


def layout_of(window: QWidget) -> Layout:
    """Everything that can be seen in it."""
    ways = dict(_ways(window))
    spots = {key: spot for way, widget in ways.items() for key, spot in _spots(way, widget, window)}
    painted = shapes_in(window)
    shapes = {way: tuple(painted[id(widget)]) for way, widget in ways.items() if id(widget) in painted}
    picture = window.grab().toImage()
    edges = {
        way: _edges(picture, box_in(widget, window)) for way, widget in ways.items() if type(widget) is QFrame
    }
    return Layout(spots, shapes, edges, {way: _kinds(widget) for way, widget in ways.items()})


def _ways(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Each widget by its way from the window: the classes, and which of its kind it is."""
    known: dict[int, str] = {}
    counted: dict[tuple[int, str], int] = {}
    for widget in shown(window):
        parent, kind = widget.parentWidget() if widget is not window else None, type(widget).__name__
        if isinstance(parent, QLineEdit) and not parent.text():
            continue  # what empties it fades away where it was last, and is put at its side when it is seen again
        number = counted[id(parent), kind] = counted.get((id(parent), kind), 0) + 1
        known[id(widget)] = f"{known[id(parent)]}/{kind} {number}" if parent is not None else kind
        yield known[id(widget)], widget


def _kinds(widget: QWidget) -> str:
    """Names of the classes it is made of, and those of what is around it, so that an exception can name one."""
    named: list[str] = []
    around: QWidget | None = widget
    while around is not None:
        named += [
            kind.__name__ for kind in type(around).__mro__ if kind.__module__.startswith(("desktop", "tests"))
        ]
        around = around.parentWidget() if not around.isWindow() else None
    return " ".join(named)


def _edges(picture: QImage, box: QRect) -> tuple[int, int]:
    """What most of the first and of the last column of a box is painted in."""
    box = box.intersected(picture.rect())
    columns = (
        [picture.pixel(x, y) for y in range(box.top(), box.bottom() + 1)] for x in (box.left(), box.right())
    )
    first, last = (Counter(column).most_common(1)[0][0] if column else 0 for column in columns)
    return first, last


def _spots(way: str, widget: QWidget, window: QWidget) -> Iterator[tuple[str, Spot]]:
    name = described(widget)
    parent = widget.parentWidget()
    if widget is not window and parent is not None and widget.width():
        yield way, _spot(name, widget.geometry(), parent.width())
    for key, what, box in _inside(widget):
        if box.width() > 0:
            yield f"{way}: {key}", _spot(f"{what} of {name}", box, widget.width())


def _spot(what: str, box: QRect, room: int) -> Spot:
    return Spot(what, box.x(), box.width(), room)


def _inside(widget: QWidget) -> Iterator[tuple[str, str, QRect]]:
    """What has no widget of its own: by a key, in words, and where."""
    match widget:
        case QLabel():
            yield "text", "text", _text_box(widget)
        case QLineEdit():
            yield "text", "room for text", _line_box(widget)
        case QTabBar():
            yield from ((f"tab {at}", "tab", widget.tabRect(at)) for at in range(widget.count()))
        case QMenu():
            for at, action in enumerate(widget.actions()):
                yield f"row {at}", "row", widget.actionGeometry(action)
        case QHeaderView():
            for at in range(widget.count()):
                box = QRect(widget.sectionViewportPosition(at), 0, widget.sectionSize(at), widget.height())
                yield f"head {at}", "head", box
        case QAbstractItemView():
            for cell in cells(widget, MOST_ROWS):
                box = widget.visualRect(cell).translated(widget.viewport().pos())
                yield f"cell {cell.row()} {cell.column()}", f"cell {cell.row()}, {cell.column()}", box


def _text_box(label: QLabel) -> QRect:
    style = label.style()
    align = style.visualAlignment(label.layoutDirection(), label.alignment())
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    flags = int(align.value) | (Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0)
    return style.itemTextRect(QFontMetrics(label.font()), room, flags, True, label.text())


def _line_box(field: QLineEdit) -> QRect:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
