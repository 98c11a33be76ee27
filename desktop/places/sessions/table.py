"""The table of sessions: opens one, or offers what else can be done with it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.look import Look
from desktop.places.sessions.rows import BESIDE, CARD, Column, SessionRows, cell_text
from desktop.widgets.icons import paint_icon
from desktop.widgets.sides import mirror_within
from desktop.widgets.table_rows import heading_width, set_row_height
from formats.language import tr
from formats.library.repository import SessionCard
from formats.session.progress import Progress

ROW, HEADER, PAD = 48, 40, 12
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
WIDTHS = {
    Column.DATE: 124,
    Column.STRUCTURE: 150,
    Column.PEOPLE: 78,
    Column.NOTES: 72,
    Column.STEPS: 112,
    Column.ACTS: 48,
}
ROOM_FOR_TITLE = 190
FIRST_TO_GO = (Column.PEOPLE, Column.NOTES, Column.STRUCTURE, Column.DATE)
Index = QModelIndex | QPersistentModelIndex


class SessionDelegate(QStyledItemDelegate):
    """Draws a cell: the title strong, what is open as a chip, the rest in the second colour."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: SessionCard = index.data(CARD)
        column, box = Column(index.column()), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        if column is Column.ACTS:
            side = self._look.px(17)
            tile = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            paint_icon(painter, "ellipsis", self._look.colour("ink_2"), tile)
        elif column is Column.STEPS and (tint := _status_tint(card)):
            self._paint_chip(painter, box, cell_text(card, column), tint)
        elif beside := index.data(BESIDE):
            self._paint_title(painter, box, card.title, beside)
        else:
            self._paint_words(painter, box, cell_text(card, column), column)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.colour("moss_2"))
            if self._view.hasFocus() and index.column() == self._first_visible_column():
                mark = mirror_within(box).rect(QRect(box.left(), box.top(), 4, box.height()))
                painter.fillRect(mark, self._look.colour("moss"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._look.colour("line"))

    def _first_visible_column(self) -> int:
        return next(column for column in Column if not self._view.isColumnHidden(column))

    def _paint_words(self, painter: QPainter, box: QRect, words: str, column: Column) -> None:
        strong = column is Column.SESSION
        painter.setFont(self._look.font(15, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        figures = column in (Column.PEOPLE, Column.NOTES)
        painter.setPen(self._look.colour("ink" if strong or figures else "ink_2"))
        room = box.adjusted(PAD, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(
            words.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        mirror_within(box).draw_words_in(painter, QRectF(room), LINE, shown)

    def _paint_title(self, painter: QPainter, box: QRect, title: str, beside: str) -> None:
        """The title gives way: what tells it from its likes stays whole, as far as half of the column goes."""
        font = self._look.font(13)
        metrics, room = QFontMetrics(font), box.adjusted(PAD, 0, -8, 0)
        said = metrics.elidedText(f"·  {beside}", Qt.TextElideMode.ElideRight, room.width() // 2)
        strong = QFontMetrics(self._look.font(15, QFont.Weight.DemiBold))
        wide = metrics.horizontalAdvance(said) + PAD
        used = min(strong.horizontalAdvance(title) + PAD, room.width() - wide)
        before = mirror_within(box).rect(box.adjusted(0, 0, used + PAD + 8 - box.width() - 4, 0))
        self._paint_words(painter, before, title, Column.SESSION)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink_2"))
        mirror_within(box).draw_words_in(painter, QRectF(room.adjusted(used, 0, 0, 0)), LINE, said)

    def _paint_chip(self, painter: QPainter, box: QRect, words: str, tint: str) -> None:
        font = self._look.font(12.5, QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(words) + self._look.px(20)
        height = self._look.px(23)
        chip = QRectF(box.left() + PAD, box.center().y() - height / 2, width, height)
        chip = mirror_within(box).box(chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{tint}_2" if tint != "moss" else "moss"))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._look.colour("on_moss" if tint == "moss" else tint))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)


class SessionTable(QTableView):
    """As high as its rows: the place around it scrolls."""

    open_requested = Signal(object)
    """A session is to be opened: SessionCard."""
    menu_requested = Signal(object, QPoint)
    """What else can be done is asked for: SessionCard, where on the screen."""

    def __init__(self, look: Look, rows: SessionRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows
        self.setObjectName("session-table")
        self.setAccessibleName(tr("Sessions"))
        self.setModel(rows)
        self.setItemDelegate(SessionDelegate(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open_at)
        self.clicked.connect(self._offer_at)
        rows.modelReset.connect(self._fit)
        look.look_changed.connect(self._fit)
        self._fit()

    @property
    def chosen_card(self) -> SessionCard | None:
        """The session that is chosen."""
        return self._rows.card(self.currentIndex())

    def sizeHint(self) -> QSize:
        rows = self._rows.rowCount() * self._look.px(ROW)
        return QSize(super().sizeHint().width(), rows + self._look.px(HEADER) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.chosen_card
        if card is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit(card)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        card = self._rows.card(index)
        if card is not None:
            self.selectRow(index.row())
            place = event.globalPos() if by_mouse else self._below(index)
            self.menu_requested.emit(card, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _open_at(self, index: QModelIndex) -> None:
        if Column(index.column()) is not Column.ACTS:
            self.open_requested.emit(self._rows.card(index))

    def _offer_at(self, index: QModelIndex) -> None:
        card = self._rows.card(index)
        if card is None:
            return
        if Column(index.column()) is Column.ACTS:
            self.menu_requested.emit(card, self._below(index))
        elif Column(index.column()) is Column.STEPS and card.progress is Progress.RUNNING:
            self.open_requested.emit(card)

    def _fit(self) -> None:
        set_row_height(self, self._look.px(ROW))
        self.horizontalHeader().setFixedHeight(self._look.px(HEADER))
        self.setFixedHeight(self.sizeHint().height())
        self._fit_columns()

    def _fit_columns(self) -> None:
        """The title gets what is left; where that is too little, columns make way."""
        shown = set(WIDTHS)
        for column in FIRST_TO_GO:
            if self._width_left(shown) < self._look.px(ROOM_FOR_TITLE):
                shown.remove(column)
        self._rows.show_columns(shown)
        for column in WIDTHS:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, self._width_of(column))
        self.setColumnWidth(Column.SESSION, max(self._width_left(shown), self._look.px(80)))

    def _width_left(self, shown: set[Column]) -> int:
        return self.viewport().width() - sum(map(self._width_of, shown))

    def _width_of(self, column: Column) -> int:
        """Its usual width, or that of its heading where a language needs more."""
        return max(self._look.px(WIDTHS[column]), heading_width(self, column, self._look, 2 * PAD))


def _status_tint(card: SessionCard) -> str:
    """Running stands out most; open next steps are amber; what is planned or done is plain."""
    if card.progress is Progress.RUNNING:
        return "moss"
    return "amber" if card.open_next_steps else ""
