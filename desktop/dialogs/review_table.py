"""The people of a list as a table whose columns stay wide enough to read, however many there are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from desktop.dialogs.column_heads import ColumnHeads
from desktop.dialogs.roster_cells import ChipCells
from desktop.dialogs.roster_columns import Field
from desktop.dialogs.roster_rows import RosterModel
from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.table_rows import set_row_height
from desktop.widgets.tick_delegate import TickDelegate

ROW, NARROWEST, WIDEST, WIDEST_NAME, LEAST_HEIGHT = 38, 90, 300, 400, 120
ROWS_MEASURED = 300
BESIDE_WORDS = 14


class ReviewTable(QTableView):
    """Scrolls sideways where its columns need more than there is; spare width is shared out."""

    def __init__(self, look: Look, model: RosterModel) -> None:
        super().__init__()
        self._look, self._rows = look, model
        self._fitting = False
        self._needed: dict[str, int] = {}
        self.setModel(model)
        self.setItemDelegate(KeepingDelegate(self))
        self.heads = ColumnHeads(look, self)
        self._names, self._chips = TickDelegate(look, self), ChipCells(look, self)
        self.setAccessibleName("People as they were understood")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        look.look_changed.connect(self.fit_columns)
        self.fit_columns()

    def dress_columns(self) -> None:
        """Draws each column as what it shows, and measures all of them anew."""
        self._needed.clear()
        for at, column in enumerate(self._rows.columns):
            chips = column.field in (Field.TODAY, Field.BEFORE)
            named = column.field is Field.NAME
            plain = self.itemDelegate()
            self.setItemDelegateForColumn(at, self._names if named else self._chips if chips else plain)

    def fit_columns(self) -> None:
        """Each column as wide as what is in it and above it, as far as there is room; the rest is shared out."""
        if self._fitting:
            return
        self._fitting = True
        self.setMinimumHeight(self._look.px(LEAST_HEIGHT))
        set_row_height(self, self._look.px(ROW))
        needed = [self._width_needed(at) for at in range(len(self._rows.columns))]
        widths = [self._width_at_first(at, most) for at, most in enumerate(needed)]
        spare = max(0, self.viewport().width() - sum(widths))
        for at, most in enumerate(needed):
            more = min(spare, max(0, most - widths[at]))
            widths[at], spare = widths[at] + more, spare - more
        share = spare // len(widths) if widths else 0
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width + share)
        self._fitting = False

    def sizeHint(self) -> QSize:
        """A few rows: the dialog gives it what else there is."""
        return QSize(super().sizeHint().width(), self._look.px(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def _width_at_first(self, column: int, needed: int) -> int:
        """A width in pixels that leaves room for the others; what is spare goes to those that need more."""
        named = self._rows.columns[column].field is Field.NAME
        narrowest, widest = self._look.px(NARROWEST), self._look.px(WIDEST_NAME if named else WIDEST)
        return max(narrowest, min(needed, widest), self.heads.least_width(column))

    def _width_needed(self, column: int) -> int:
        """What the widest cell takes, in sight or not, in pixels; a row that goes makes no column narrower."""
        model, delegate = self._rows, self.itemDelegateForColumn(column) or self.itemDelegate()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        rows = range(min(model.rowCount(), ROWS_MEASURED))
        widest = max((delegate.sizeHint(option, model.index(row, column)).width() for row in rows), default=0)
        key = f"{self._look.scale} {column}"
        self._needed[key] = max(widest + BESIDE_WORDS, self._needed.get(key, 0))
        return self._needed[key]
