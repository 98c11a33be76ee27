"""Which shapes, pictures and texts does the app paint by hand, and where? Listens to the painter."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QLine, QLineF, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPixmap, QPolygon, QPolygonF, QTextLayout
from PySide6.QtWidgets import QWidget

from tests.walk.own_texts import plain

Painted = dict[int, list["Shape"]]
"""What was painted on each widget, by its identity."""
FIGURES = (
    "drawRect", "drawRoundedRect", "fillRect", "drawEllipse", "drawLine", "drawPolygon", "drawPolyline",
    "drawPath", "fillPath", "drawPixmap", "drawArc", "drawPie", "drawText",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One figure: by which act of the painter, with which text, and its box in pixels of its widget."""

    kind: str
    text: str
    left: float
    width: float
    height: float


def shapes_in(window: QWidget) -> Painted:
    """Draws the window once and gives what was painted on each widget."""
    found: Painted = {}
    with ExitStack() as listening:
        for name in FIGURES:
            listening.enter_context(_listening(QPainter, name, found))
        listening.enter_context(_listening(QTextLayout, "draw", found))
        window.grab()
    return found


@contextmanager
def _listening(kind: type, name: str, found: Painted) -> Iterator[None]:
    drawn: Callable[..., object] = getattr(kind, name)

    def write_down(owner: object, *where: object, **more: object) -> object:
        painter = owner if isinstance(owner, QPainter) else where[0]
        box = _box(owner, name, where) if isinstance(painter, QPainter) else None
        if isinstance(painter, QPainter) and box is not None and isinstance(device := painter.device(), QWidget):
            at = painter.transform().mapRect(box)
            text = plain(next((one for one in where if isinstance(one, str)), ""))
            found.setdefault(id(device), []).append(Shape(name, text, at.x(), at.width(), at.height()))
        return drawn(owner, *where, **more)

    setattr(kind, name, write_down)
    try:
        yield
    finally:
        setattr(kind, name, drawn)


def _box(owner: object, name: str, where: Sequence[object]) -> QRectF | None:
    if isinstance(owner, QTextLayout):
        return _box_of_lines(owner, where)
    assert isinstance(owner, QPainter)
    if name == "drawText":
        return _box_of_text(owner, where)
    first = where[0]
    if isinstance(first, (int, float)):
        return _box_of_numbers(name, [one for one in where if isinstance(one, (int, float))], where)
    match first:
        case QRect() | QRectF():
            return QRectF(first)
        case QPainterPath() | QPolygon() | QPolygonF():
            return QRectF(first.boundingRect())
        case QLine() | QLineF():
            line = QLineF(first)
            return QRectF(line.p1(), line.p2()).normalized()
        case QPoint() | QPointF():
            return _box_at(name, QPointF(first), where[1:])
        case list() | tuple():
            return QRectF(
                QPolygonF([QPointF(one) for one in first if isinstance(one, QPoint | QPointF)]).boundingRect()
            )
    return None


def _box_of_numbers(name: str, numbers: Sequence[float], where: Sequence[object]) -> QRectF | None:
    if name == "drawLine" and len(numbers) >= 4:
        return QRectF(QPointF(*numbers[:2]), QPointF(*numbers[2:4])).normalized()
    picture = next((one for one in where if isinstance(one, QPixmap)), None)
    if picture is not None and len(numbers) < 4:
        return QRectF(QPointF(*numbers[:2]), picture.deviceIndependentSize())
    return QRectF(*numbers[:4]) if len(numbers) >= 4 else None


def _box_at(name: str, at: QPointF, others: Sequence[object]) -> QRectF | None:
    other = others[0] if others else None
    match other:
        case QPoint() | QPointF():
            return QRectF(at, QPointF(other)).normalized()
        case QPixmap():
            return QRectF(at, other.deviceIndependentSize())
        case int() | float() if name == "drawEllipse" and isinstance(others[1], (int, float)):
            return QRectF(at.x() - other, at.y() - others[1], 2 * other, 2 * others[1])
    return None


def _box_of_text(painter: QPainter, where: Sequence[object]) -> QRectF | None:
    first, text = where[0], next((one for one in reversed(where) if isinstance(one, str)), "")
    if isinstance(first, (int, float)) and isinstance(where[1], (int, float)):
        first = QPointF(first, where[1])
    if not text.strip():
        return None
    if isinstance(first, QRect | QRectF):
        flags = 0 if isinstance(where[1], str) else where[1]
        return QRectF(painter.boundingRect(QRectF(first), int(getattr(flags, "value", flags)), text))  # type: ignore[call-overload]  # a flag or its number
    if isinstance(first, QPoint | QPointF):
        metrics = QFontMetricsF(painter.font())
        at = QPointF(first)
        return QRectF(at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
    return None


def _box_of_lines(layout: QTextLayout, where: Sequence[object]) -> QRectF | None:
    at = where[1] if len(where) > 1 else QPointF()
    box = QRectF()
    for number in range(layout.lineCount()):
        box = box.united(layout.lineAt(number).rect())
    return box.translated(QPointF(at)) if isinstance(at, QPoint | QPointF) else None
