"""The list at the left of the library: one entry for each structure or opener."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.content.offers import Offer
from desktop.look import Look
from desktop.widgets.icons import paint_icon

ENTRY = Qt.ItemDataRole.UserRole
HEIGHT, EDGE = 68, 16
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title, one line of facts."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(200), self._look.px(HEIGHT))

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
        side = look.px(22)
        icon_box = QRectF(box.left() + EDGE, box.center().y() - side / 2, side, side)
        paint_icon(painter, entry.icon, look.colour("moss"), icon_box)
        left = EDGE + side + 14
        title = box.adjusted(left, look.px(12), -10, -box.height() // 2)
        facts = box.adjusted(left, box.height() // 2, -10, -look.px(10))
        self._line(painter, title, entry.title, look.font(15, QFont.Weight.DemiBold), "ink")
        self._line(painter, facts, entry.facts, look.font(13), "ink_2")
        painter.fillRect(box.left() + EDGE, box.bottom(), box.width() - 2 * EDGE, 1, look.colour("line"))
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class EntryList(QListWidget):
    """Entries to choose one from, narrowed by typed words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setItemDelegate(EntryDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
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
