"""Which texts are painted by hand, and do they fit? Listens to the painter while a window is drawn."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

ELLIPSIS, ZERO_WIDTH_JOINER = "…", "\u200d"
SLACK = 1.5


@dataclass(frozen=True, slots=True)
class PaintedText:
    """A text as it was drawn: where, in which box it had to stand, in which colour. In pixels of the window."""

    text: str
    box: QRectF
    room: QRectF
    ink: QColor
    large: bool


@contextmanager
def listening(found: list[PaintedText]) -> Iterator[None]:
    """While it lasts, every text that the app draws is written down, and drawn."""
    draw: Callable[..., object] = QPainter.drawText

    def write_down(painter: QPainter, *where: object) -> object:
        if (one := _painted(painter, where)) is not None:
            found.append(one)
        return draw(painter, *where)

    QPainter.drawText = write_down  # type: ignore[method-assign]  # nothing else sees what is drawn by hand
    try:
        yield
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]  # as it was


def painted_texts(window: QWidget) -> tuple[QImage, list[PaintedText]]:
    """The window as it looks now, and the texts that were drawn on it by hand."""
    found: list[PaintedText] = []
    with listening(found):
        picture = window.grab().toImage()
    return picture, found


def _painted(painter: QPainter, where: tuple[object, ...]) -> PaintedText | None:
    text = next((part for part in reversed(where) if isinstance(part, str)), "")
    if not text.strip():
        return None
    metrics = QFontMetricsF(painter.font())
    first = where[0]
    if isinstance(first, QRect | QRectF):
        room = QRectF(first)
        flags = 0 if isinstance(where[1], str) else where[1]  # without flags a text stands top left
        whole = int(getattr(flags, "value", flags))  # type: ignore[call-overload]  # a flag or its number
        box = _inked(QRectF(painter.boundingRect(room, whole, text)), metrics.tightBoundingRect(text))
    elif isinstance(first, QPoint | QPointF):
        at = QPointF(first)
        box = QRectF(at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
        room = QRectF(painter.window())
    else:
        return None
    across = painter.deviceTransform()
    in_sight = painter.paintEngine().systemClip()
    begins = room.center() if isinstance(first, QRect | QRectF) else QPointF(box.left() + 1, box.center().y())
    if not in_sight.isEmpty() and not in_sight.contains(across.map(begins).toPoint()):
        return None
    strong = painter.font().weight() >= 600
    size = painter.font().pixelSize()
    return PaintedText(
        text,
        across.mapRect(box),
        across.mapRect(room),
        painter.pen().color(),
        size >= 24 or (strong and size >= 19),
    )


def _inked(box: QRectF, ink: QRectF) -> QRectF:
    """A box as high as the letters in it really are: above and below them may be less than their type asks for."""
    lines = max(1, round(box.height() / max(ink.height(), 1)) if box.height() > 3 * ink.height() else 1)
    return box if lines > 1 else QRectF(box.left(), box.center().y() - ink.height() / 2, box.width(), ink.height())


def cut_paintings(texts: list[PaintedText], whole: set[str]) -> Iterator[str]:
    """Drawn texts that reach out of their box, or were shortened though nothing else tells the whole of them."""
    for one in texts:
        if one.box.width() > one.room.width() + SLACK or one.box.height() > one.room.height() + 2 * SLACK:
            yield f"cut text: “{one.text[:60]}” is drawn {_size(one.box)} into {_size(one.room)}"
        elif one.text.endswith(ELLIPSIS) and one.text not in whole and not _told(one.text, whole):
            yield f"cut text: “{one.text[:60]}” is shortened, and nothing tells the whole"


def _size(box: QRectF) -> str:
    return f"{box.width():.0f} x {box.height():.0f}"


def _told(text: str, whole: set[str]) -> bool:
    """Whether a tip or a name begins as the shortened text does."""
    begins = text.removesuffix(ELLIPSIS).replace(ZERO_WIDTH_JOINER, "").strip()
    return any(begins in other.replace(ZERO_WIDTH_JOINER, "") and other != text for other in whole)


def ground_in(picture: QImage, box: QRect) -> QColor | None:
    """The colour that most of a box has; None where the box is not in the picture."""
    box = box.intersected(picture.rect())
    if box.width() < 4 or box.height() < 4:
        return None
    step = max(1, box.width() // 24)
    tall = max(1, box.height() // 8)
    counted = Counter(
        picture.pixel(x, y)
        for x in range(box.left(), box.right() + 1, step)
        for y in range(box.top(), box.bottom() + 1, tall)
    )
    return QColor(counted.most_common(1)[0][0])
