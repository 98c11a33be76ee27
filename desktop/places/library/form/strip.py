"""The whole structure or opener drawn to scale; a click on a piece opens its row."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import Look
from desktop.widgets.sides import box_as_read
from formats.language import tr
from formats.session.wording import join_list

HIGH, GAP, EDGE = 54, 2, 6


@dataclass(frozen=True, slots=True)
class Piece:
    """One stage in one round, or one line until the next: how long, what stands on it, and whose row it is."""

    minutes: float
    title: str
    said: str
    row: int
    tint: str
    strong: bool = False
    """Whether it is kept as long as anything else can give."""


class ScaleStrip(QWidget):
    """Pieces side by side, each as wide as it is long."""

    row_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._row = look, -1
        self._pieces: Sequence[Piece] = ()
        self.setObjectName("scale-strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.look_changed.connect(self.updateGeometry)

    def show_pieces(self, pieces: Sequence[Piece], row: int) -> None:
        """Shows these, those of one row marked."""
        self._pieces, self._row = pieces, row
        said = join_list(f"{piece.title} {piece.said}".strip() for piece in pieces)
        self.setAccessibleName(tr("To scale: {stages}", stages=said))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as two lines of words."""
        return QSize(self._look.px(200), self._look.px(HIGH))

    def boxes(self) -> list[QRectF]:
        """Where each piece is drawn."""
        total = sum(piece.minutes for piece in self._pieces)
        room = self.width() - GAP * max(len(self._pieces) - 1, 0)
        unit, x, found = room / total if total else 0, 0.0, []
        for piece in self._pieces:
            found.append(box_as_read(QRectF(x, 3, piece.minutes * unit, self.height() - 6), self))
            x += piece.minutes * unit + GAP
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for piece, box in zip(self._pieces, self.boxes(), strict=True):
            if box.contains(QPointF(event.position().x(), box.center().y())):
                self.row_chosen.emit(piece.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece, box in zip(self._pieces, self.boxes(), strict=True):
            self._paint_piece(painter, piece, box)

    def _paint_piece(self, painter: QPainter, piece: Piece, box: QRectF) -> None:
        look = self._look
        ground, ink = look.colour(piece.tint), self._ink(piece.tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        if piece.strong:
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(box.left() + 3, box.bottom() - 5, max(box.width() - 6, 1), 2), 1, 1)
        if piece.row == self._row:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(box.adjusted(0, -2, 0, 2), 6, 6)
        painter.setPen(ink)
        inside = box.adjusted(EDGE, 4, -EDGE, -6)
        half = inside.height() / 2
        for words, weight, room in (
            (piece.title, QFont.Weight.Normal, inside.adjusted(0, 0, 0, -half)),
            (piece.said, QFont.Weight.DemiBold, inside.adjusted(0, half, 0, 0)),
        ):
            font = look.font(12.5, weight)
            painter.setFont(font)
            if QFontMetrics(font).horizontalAdvance(words) <= inside.width():
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _ink(self, tint: str) -> QColor:
        return self._look.colour("ink" if tint.endswith("_2") and tint != "ink_2" else "on_moss")
