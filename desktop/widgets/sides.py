"""Where does a box stand that is measured from where lines begin? From the right where one reads from there.

Qt mirrors rows, alignments and paddings by itself, but neither margins nor what is painted by hand. That is worked
out as it stands from the left, and turned round where it is drawn. Words and pictures keep their own direction;
digits, dials and the breathing shape are not turned round. Pictures that point are in `icons`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QMargins, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import QLayout, QStyle, QWidget

from formats.language.direction import reads_the_other_way


@dataclass(frozen=True, slots=True)
class Mirror:
    """The ground between two edges, in pixels, and whether it is read from the right."""

    left: float
    right: float
    from_the_right: bool

    def box(self, box: QRectF) -> QRectF:
        """Where a box stands."""
        return QRectF(self.x(box.left(), box.width()), box.top(), box.width(), box.height())

    def rect(self, rect: QRect) -> QRect:
        """The same in whole pixels."""
        return QRect(round(self.x(rect.left(), rect.width())), rect.top(), rect.width(), rect.height())

    def x(self, x: float, wide: float = 0.0) -> float:
        """Where the left edge of something stands that begins at x and is so wide; of a point, the point."""
        return self.left + self.right - x - wide if self.from_the_right else x

    def line(self, line: QLineF) -> QLineF:
        """Where a line stands."""
        return QLineF(self.x(line.x1()), line.y1(), self.x(line.x2()), line.y2())

    def turn(self, painter: QPainter) -> None:
        """Turns round all that is drawn from now on: shapes only, for words would stand in mirror writing."""
        if self.from_the_right:
            painter.translate(self.left + self.right, 0)
            painter.scale(-1, 1)

    def draw_words(self, painter: QPainter, x: float, baseline: float, words: str) -> None:
        """Draws words that begin at x, in the type of the painter and in their own direction."""
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        with self._read(painter, words):
            painter.drawText(QPointF(self.x(x, wide), baseline), words)

    def draw_words_in(self, painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag | int, words: str) -> None:
        """Draws words into a box, by flags of alignment and of text; left and right of those turn round, too."""
        sides = Qt.AlignmentFlag(int(flags)) & Qt.AlignmentFlag.AlignHorizontal_Mask
        side = QStyle.visualAlignment(_side(self.from_the_right), sides) | Qt.AlignmentFlag.AlignAbsolute
        with self._read(painter, words):
            painter.drawText(self.box(box), int(flags) & ~int(sides) | int(side), words)

    @contextmanager
    def _read(self, painter: QPainter, words: str) -> Iterator[None]:
        """Meanwhile the painter reads from the side from which these words are read."""
        before, turned = painter.layoutDirection(), reads_the_other_way(words, self.from_the_right)
        painter.setLayoutDirection(_side(self.from_the_right != turned))
        yield
        painter.setLayoutDirection(before)


def mirror_of(widget: QWidget) -> Mirror:
    """The ground of a widget."""
    return Mirror(0, widget.width(), widget.isRightToLeft())


def mirror_in_layout(layout: QLayout, ground: QRect) -> Mirror:
    """The ground in which a layout of our own places what it holds."""
    parent = layout.parentWidget()
    return Mirror(
        ground.left(), ground.left() + ground.width(), parent.isRightToLeft() if parent else is_app_mirrored()
    )


def mirror_within(ground: QRect | QRectF) -> Mirror:
    """The ground of a row of a list, or of a picture."""
    return Mirror(ground.left(), ground.left() + ground.width(), is_app_mirrored())


def box_as_read(box: QRectF, within: QWidget) -> QRectF:
    """The box where it stands in a widget, given as it stands if one reads from the left."""
    return mirror_of(within).box(box)


def place_as_read(x: float, within: QWidget) -> float:
    """A place from side to side in a widget as if one read from the left, or the other way round."""
    return mirror_of(within).x(x)


def margins_as_read(begin: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins at the side where lines begin, above, at the side where they end, and below."""
    return QMargins(end, top, begin, bottom) if is_app_mirrored() else QMargins(begin, top, end, bottom)


def is_app_mirrored() -> bool:
    """Whether the windows of the app are read from the right."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def step_sideways(event: QKeyEvent, widget: QWidget) -> int:
    """1 for the arrow key that points where reading goes, -1 for the other one, 0 for any other key."""
    step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
    return -step if widget.isRightToLeft() else step


def _side(from_the_right: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if from_the_right else Qt.LayoutDirection.LeftToRight
