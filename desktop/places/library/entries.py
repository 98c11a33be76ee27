"""The list at the left of the library: one entry for each structure or opener."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.content.offers import Offer
from desktop.look import Look
from desktop.widgets.icons import paint_icon
from desktop.widgets.sides import mirror_within
from formats.session.wording import join_list

ENTRY = Qt.ItemDataRole.UserRole
HEADING = Qt.ItemDataRole.UserRole + 1
LEAST_HEIGHT, EDGE, ICON, BESIDE_ICON, RIGHT = 60, 16, 22, 14, 10
ABOVE, BETWEEN = 12, 4
SCALE_MINUTES, SCALE, BAR, BESIDE_BAR, ROOM_FOR_SCALE = 60, 210, 12, 16, 470
"""Bars of all entries are drawn on one scale of an hour; a longer structure fills it."""
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: icon, title, and below it the facts in as many lines as they need."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look, entry, width = self._look, index.data(ENTRY), self._view.viewport().width()
        if entry is None:
            words = _height(index.data(HEADING), self._facts_font, width - 2 * EDGE)
            return QSize(width, words + 2 * look.px(ABOVE))
        words = self._title_height(entry, width) + look.px(BETWEEN) + self._facts_height(entry, width)
        scale = look.px(BAR + BETWEEN) + QFontMetrics(self._facts_font).height() if self._has_scale(width) else 0
        return QSize(width, max(look.px(LEAST_HEIGHT), max(words, scale) + 2 * look.px(ABOVE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = index.data(ENTRY)
        if entry is None:
            self._heading(painter, option.rect, index.data(HEADING))
        else:
            self._entry(painter, option, entry)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, words: str) -> None:
        inside = box.adjusted(EDGE, self._look.px(ABOVE), -EDGE, 0)
        self._words(painter, inside, words, self._look.font(13, QFont.Weight.DemiBold), "ink_2")

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Offer) -> None:
        look, box = self._look, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("moss_2"))
            if self._view.hasFocus():
                painter.setPen(QPen(look.colour("moss"), 2))
                painter.drawRect(box.adjusted(1, 1, -2, -2))
        mirror, side = mirror_within(box), look.px(ICON)
        icon_box = QRectF(box.left() + EDGE, box.top() + look.px(ABOVE), side, side)
        paint_icon(painter, entry.icon, look.colour("moss" if entry.fits else "ink_2"), mirror.box(icon_box))
        title = QRect(box.left() + self._left, box.top() + look.px(ABOVE), self._room(box.width()), 0)
        title.setHeight(self._title_height(entry, box.width()))
        facts = QRect(title.left(), title.bottom() + look.px(BETWEEN), title.width(), 0)
        facts.setHeight(self._facts_height(entry, box.width()))
        self._words(painter, mirror.rect(title), entry.title, self._title_font, "ink")
        self._words(painter, mirror.rect(facts), self._facts(entry, box.width()), self._facts_font, "ink_2")
        if self._has_scale(box.width()) and entry.bar:
            self._scale(painter, box, entry)
        painter.fillRect(box.left() + EDGE, box.bottom(), box.width() - 2 * EDGE, 1, look.colour("line"))

    def _scale(self, painter: QPainter, box: QRect, entry: Offer) -> None:
        """The stages side by side on the scale of an hour, the length and the note below."""
        look, wide = self._look, self._look.px(SCALE)
        left, top, high = box.right() - RIGHT - wide, box.top() + look.px(ABOVE) + 2, look.px(BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        mirror = mirror_within(box)
        track = mirror.box(QRectF(left, top, wide, high))
        painter.drawRoundedRect(track, high / 2, high / 2)
        painter.setClipRect(track)
        unit, at = wide / max(SCALE_MINUTES, sum(entry.bar)), float(left)
        painter.setBrush(look.colour("moss" if entry.fits else "ink_2"))
        for minutes in entry.bar:
            painter.drawRect(mirror.box(QRectF(at, top, max(minutes * unit - 1, 1), high)))
            at += minutes * unit
        painter.setClipping(False)
        below = QRect(left, top + high + look.px(BETWEEN), wide, QFontMetrics(self._facts_font).height())
        line = mirror.rect(below)
        self._words(painter, line, entry.facts, self._facts_font, "ink")
        painter.setPen(look.colour("ink_2" if entry.fits else "amber"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), entry.note)

    def _has_scale(self, width: int) -> bool:
        return width >= self._look.px(ROOM_FOR_SCALE)

    def _facts(self, entry: Offer, width: int) -> str:
        """What stands below the title: beside a scale what it is, without one what it takes."""
        if not entry.bar:
            return entry.facts
        return entry.summary if self._has_scale(width) else join_list(filter(None, (entry.facts, entry.note)))

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
        scale = self._look.px(SCALE + BESIDE_BAR) if self._has_scale(width) else 0
        return width - self._left - RIGHT - scale

    def _title_height(self, entry: Offer, width: int) -> int:
        return _height(entry.title, self._title_font, self._room(width))

    def _facts_height(self, entry: Offer, width: int) -> int:
        return _height(self._facts(entry, width), self._facts_font, self._room(width))

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
        entry = item.data(ENTRY) if item else None
        return entry.id if entry else ""

    def show_entries(self, entries: Iterable[Offer]) -> None:
        """Shows these entries, the first one chosen."""
        self.show_groups((("", tuple(entries)),))

    def show_groups(self, groups: Iterable[tuple[str, tuple[Offer, ...]]]) -> None:
        """Shows entries under headings, "" for none; the one that was chosen stays so where it is still there."""
        chosen = self.chosen_id
        self.clear()
        for heading, entries in groups:
            if heading and entries:
                self._add_heading(heading)
            for entry in entries:
                item = QListWidgetItem(self)
                item.setData(ENTRY, entry)
                said = join_list(filter(None, (entry.title, entry.facts, entry.note)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.choose(chosen)
        if not self.chosen_id:
            self._choose_first()

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(self)
        item.setData(HEADING, words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _choose_first(self) -> None:
        rows = (row for row in range(self.count()) if self.item(row).data(ENTRY) is not None)
        self.setCurrentRow(next(rows, -1))

    def choose(self, entry_id: str) -> None:
        """Chooses the entry with this id, where it is there."""
        for row in range(self.count()):
            entry = self.item(row).data(ENTRY)
            if entry is not None and entry.id == entry_id:
                self.setCurrentRow(row)

    def narrow(self, question: str) -> None:
        """Shows only the entries that hold every word."""
        first = None
        for row in range(self.count()):
            item = self.item(row)
            found = item.data(ENTRY).answers(question)
            item.setHidden(not found)
            first = item if found and first is None else first
        current = self.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.setCurrentItem(first)
