"""The table of the network: names to edit in place, figures beside them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.places.people.rows import FIELDS, HEADINGS, Column, NetworkRows
from desktop.widgets.limited_length import limit_length
from desktop.widgets.sides import mirror_within
from desktop.widgets.table_rows import heading_width, set_row_height
from formats.language import tr

ROW, HEADER, PAD = 44, 40, 12
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
LONGEST = 200
WIDTHS = {Column.CAME: 86, Column.PRESENTED: 100, Column.STEPS: 108}
SHARES = {Column.NAME: 4, Column.ORGANISATION: 4, Column.ROLE: 3}
LEAST_SHARE = 42
FIGURES = (Column.CAME, Column.PRESENTED, Column.STEPS)
"""Out of sight while nothing of them has happened yet."""
FIRST_TO_GO = (Column.ROLE, Column.CAME, Column.PRESENTED, Column.ORGANISATION, Column.STEPS)
Index = QModelIndex | QPersistentModelIndex


class NetworkDelegate(KeepingDelegate):
    """Draws a cell: the name strong, open steps as a chip, the rest in the second colour."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def make_editor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        limit_length(field, LONGEST)
        field.setAccessibleName(str(HEADINGS[Column(index.column())]))
        # The style sheet's usual height of a field is more than a row has.
        field.setStyleSheet("QLineEdit { min-height: 0; padding: 0 9px; }")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(2, 3, -2, -4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, words = Column(index.column()), str(index.data())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        if column is Column.STEPS and words:
            self._paint_chip(painter, option.rect, words)
        else:
            self._paint_words(painter, option.rect, words, column)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.colour("moss_2"))
            if self._view.hasFocus() and index == self._view.currentIndex():
                painter.setPen(QPen(self._look.colour("moss"), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -3), 6, 6)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._look.colour("line"))

    def _paint_words(self, painter: QPainter, box: QRect, words: str, column: Column) -> None:
        strong = column is Column.NAME
        painter.setFont(self._look.font(15, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(self._look.colour("ink_2" if column is Column.ROLE else "ink"))
        room = box.adjusted(PAD, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        mirror_within(box).draw_words_in(painter, QRectF(room), LINE, shown)

    def _paint_chip(self, painter: QPainter, box: QRect, words: str) -> None:
        font = self._look.font(12.5, QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(words) + self._look.px(20)
        height = self._look.px(23)
        chip = QRectF(box.left() + PAD, box.center().y() - height / 2, width, height)
        chip = mirror_within(box).box(chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("amber_2"))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._look.colour("amber"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)


class NetworkTable(QTableView):
    """Arrow keys choose, F2, Enter or typing edits; scrolls by itself, for a network may be large."""

    member_chosen = Signal(object)
    """Someone is chosen: Member, or None."""

    def __init__(self, look: Look, rows: NetworkRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows
        self.setObjectName("network")
        self.setAccessibleName(tr("People in your network"))
        self.setModel(rows)
        self.setItemDelegate(NetworkDelegate(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._report_chosen)
        rows.modelReset.connect(self._share_width)
        look.look_changed.connect(self._fit)
        self._fit()

    @property
    def editing(self) -> bool:
        """Whether someone types in a cell."""
        return self.state() is QAbstractItemView.State.EditingState

    def choose(self, person_id: str) -> None:
        """Chooses a person, or the first one where that person is not shown."""
        row = max(self._rows.row_of(person_id), 0)
        self.setCurrentIndex(self._rows.index(row, Column.NAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _report_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.member_chosen.emit(self._rows.member(current))

    def _fit(self) -> None:
        set_row_height(self, self._look.px(ROW))
        self.horizontalHeader().setFixedHeight(self._look.px(HEADER))
        self._share_width()

    def _share_width(self) -> None:
        """Names, organisations and roles share what the figures leave; where that is too little, some go."""
        shown = [column for column in Column if column not in FIGURES or self._rows.any_in(column)]
        for column in FIRST_TO_GO:
            if column in shown and self._share(shown) < self._look.px(LEAST_SHARE):
                shown.remove(column)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            share = SHARES.get(column, 0) * self._share(shown)
            self.setColumnWidth(column, round(share) or self._width_of(column))

    def _share(self, shown: list[Column]) -> float:
        """The width of one share."""
        left = self.viewport().width() - sum(map(self._width_of, shown))
        return max(left, 0) / sum(SHARES[column] for column in FIELDS if column in shown)

    def _width_of(self, column: Column) -> int:
        """The usual width of a figure, or that of its heading where a language needs more; 0 for what shares."""
        if column not in WIDTHS:
            return 0
        return max(self._look.px(WIDTHS[column]), heading_width(self, column, self._look, 2 * PAD))
