"""How do the cells of a list of people look that are chips: away and why, new, or how often somebody came?"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.dialogs.roster_rows import ICON_ROLE, TINT_ROLE
from desktop.look import Look
from desktop.widgets.icons import paint_icon
from desktop.widgets.sides import mirror_within

EDGE, PADDING, GAP = 5, 10, 6
SIZE = 13
Index = QModelIndex | QPersistentModelIndex


class ChipCells(QStyledItemDelegate):
    """Draws a cell with a tint as a chip, and any other as the style does."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        icon = self._look.px(SIZE + 3) + GAP if index.data(ICON_ROLE) else 0
        return QSize(size.width() + icon + 2 * PADDING, size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tint = index.data(TINT_ROLE)
        if not tint:
            super().paint(painter, option, index)
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.colour("moss_2"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._look.colour("line"))
        self._paint_chip(painter, box, str(index.data()), str(index.data(ICON_ROLE) or ""), tint)
        painter.restore()

    def _paint_chip(self, painter: QPainter, box: QRect, words: str, icon: str, tint: str) -> None:
        look, font = self._look, self._look.font(SIZE)
        metrics, height = QFontMetrics(font), look.px(SIZE + 10)
        icon_size = look.px(SIZE + 3) if icon else 0
        beside = icon_size + GAP if icon else 0
        most = box.width() - 2 * EDGE - 2 * PADDING - beside
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(shown) + beside + 2 * PADDING
        chip = QRectF(box.left() + EDGE, box.top() + (box.height() - height) / 2, width, height)
        mirror = mirror_within(box)
        quiet = tint == "quiet"
        ink = look.colour("ink" if quiet else tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken" if quiet else f"{tint}_2"))
        painter.drawRoundedRect(mirror.box(chip), height / 2, height / 2)
        x = chip.left() + PADDING
        if icon:
            sign = QRectF(x, chip.center().y() - icon_size / 2, icon_size, icon_size)
            paint_icon(painter, icon, ink, mirror.box(sign))
            x += beside
        painter.setFont(font)
        painter.setPen(ink)
        room = QRectF(x, chip.top(), chip.right() - x, height)
        mirror.draw_words_in(painter, room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
