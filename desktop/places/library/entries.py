"""The list at the left of the library: one entry for each structure or opener."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.content.offers import Offer
from desktop.look import Look
from desktop.widgets.icons import paint_icon

ENTRY = Qt.ItemDataRole.UserRole
LEAST_HEIGHT, EDGE, ICON, BESIDE_ICON, RIGHT = 68, 16, 22, 14, 10
ABOVE, BETWEEN = 12, 4
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title, and below it the facts in as many lines as they need."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look, entry, width = self._look, index.data(ENTRY), self._view.viewport().width()
        words = self._title_height(entry, width) + look.px(BETWEEN) + self._facts_height(entry, width)
        return QSize(width, max(look.px(LEAST_HEIGHT), words + 2 * look.px(ABOVE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, entry = self._look, index.data(ENTRY)
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("moss_2"))
            if self._view.hasFocus():
                painter.setPen(QPen(look.colour("moss"), 2))
                painter.drawRect(box.adjusted(1, 1, -2, -2))
        side = look.px(ICON)
        icon_box = QRectF(box.left() + EDGE, box.top() + look.px(ABOVE), side, side)
        paint_icon(painter, entry.icon, look.colour("moss"), icon_box)
        title = QRect(box.left() + self._left, box.top() + look.px(ABOVE), self._room(box.width()), 0)
        title.setHeight(self._title_height(entry, box.width()))
        facts = QRect(title.left(), title.bottom() + look.px(BETWEEN), title.width(), 0)
        facts.setHeight(self._facts_height(entry, box.width()))
        self._words(painter, title, entry.title, self._title_font, "ink")
        self._words(painter, facts, entry.facts, self._facts_font, "ink_2")
        painter.fillRect(box.left() + EDGE, box.bottom(), box.width() - 2 * EDGE, 1, look.colour("line"))
        painter.restore()

    @property
    def _title_font(self) -> QFont:
        return self._look.font(15, QFont.Weight.DemiBold)

    @property
    def _facts_font(self) -> QFont:
        return self._look.font(13)

    @property
    def _left(self) -> int:
        return EDGE + self._look.px(ICON) + BESIDE_ICON

    def _room(self, width: int) -> int:
        return width - self._left - RIGHT

    def _title_height(self, entry: Offer, width: int) -> int:
        return _height(entry.title, self._title_font, self._room(width))

    def _facts_height(self, entry: Offer, width: int) -> int:
        return _height(entry.facts, self._facts_font, self._room(width))

    def _words(self, painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, WRAPPED, words)


def _height(words: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 1), WRAPPED, words).height()


class EntryList(QListWidget):
    """Entries to choose one from, narrowed by typed words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setItemDelegate(EntryDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # another width breaks the lines elsewhere
        look.look_changed.connect(self.doItemsLayout)

    @property
    def chosen_id(self) -> str:
        """The id of the entry that is chosen; empty where none is."""
        item = self.currentItem()
        return item.data(ENTRY).id if item else ""

    def show_entries(self, entries: Iterable[Offer]) -> None:
        """Shows these entries, the first one chosen."""
        self.clear()
        for entry in entries:
            item = QListWidgetItem(self)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.facts}")
        self.setCurrentRow(0)

    def choose(self, entry_id: str) -> None:
        """Chooses the entry with this id, where it is there."""
        for row in range(self.count()):
            if self.item(row).data(ENTRY).id == entry_id:
                self.setCurrentRow(row)

    def narrow(self, question: str) -> None:
        """Shows only what holds every word."""
        first = None
        for row in range(self.count()):
            item = self.item(row)
            found = item.data(ENTRY).answers(question)
            item.setHidden(not found)
            first = item if found and first is None else first
        current = self.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.setCurrentItem(first)
