"""How is a page that was found drawn? Its title, and below it the sentence that has the words, in full."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look import Look

SENTENCE = Qt.ItemDataRole.UserRole + 1
ABOVE, BETWEEN, EDGE = 8, 2, 12
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """As high as its words need at the width of the list."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        high = self._height(index.data(), self._title_font, width)
        high += self._height(index.data(SENTENCE), self._sentence_font, width)
        return QSize(width, high + 2 * self._look.px(ABOVE) + self._look.px(BETWEEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box, look = option.rect, self._look
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("moss_2"))
            if self._view.hasFocus():
                painter.setPen(QPen(look.colour("moss"), 2))
                painter.drawRect(box.adjusted(1, 1, -2, -2))
        inside = box.adjusted(EDGE, look.px(ABOVE), -EDGE, 0)
        title = QRect(inside)
        title.setHeight(self._height(index.data(), self._title_font, box.width()))
        below = QRect(inside)
        below.setTop(title.bottom() + look.px(BETWEEN))
        below.setHeight(self._height(index.data(SENTENCE), self._sentence_font, box.width()))
        for room, words, font, ink in (
            (title, index.data(), self._title_font, "ink"),
            (below, index.data(SENTENCE), self._sentence_font, "ink_2"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(ink))
            painter.drawText(room, WRAPPED, words)
        painter.restore()

    @property
    def _title_font(self) -> QFont:
        return self._look.font(15, QFont.Weight.DemiBold)

    @property
    def _sentence_font(self) -> QFont:
        return self._look.font(13)

    def _height(self, words: str, font: QFont, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * EDGE, 1), 1)
        return QFontMetrics(font).boundingRect(room, WRAPPED, words).height()
