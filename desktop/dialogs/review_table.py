"""The people of a list as a table whose columns stay wide enough to read, however many there are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.dialogs.column_heads import ColumnHeads
from desktop.dialogs.roster_cells import ChipCells
from desktop.dialogs.roster_columns import Field
from desktop.dialogs.roster_rows import RosterModel
from desktop.look import Look
from desktop.open_input import KeepingDelegate
from desktop.widgets.table_rows import set_row_height
from desktop.widgets.tick_delegate import TickDelegate

ROW, NARROWEST, WIDEST, LEAST_HEIGHT = 38, 90, 300, 120
ROWS_MEASURED = 100
BESIDE_WORDS = 14


class ReviewTable(QTableView):
    """Scrolls sideways where its columns need more than there is; spare width is shared out."""

    def __init__(self, look: Look, model: RosterModel) -> None:
        super().__init__()
        self._look, self._rows = look, model
        self._fitting = False
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
        header.setResizeContentsPrecision(ROWS_MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        look.look_changed.connect(self.fit_columns)
        self.fit_columns()

    def dress_columns(self) -> None:
        """Draws each column as what it shows."""
        for at, column in enumerate(self._rows.columns):
            chips = column.field in (Field.TODAY, Field.BEFORE)
            named = column.field is Field.NAME
            plain = self.itemDelegate()
            self.setItemDelegateForColumn(at, self._names if named else self._chips if chips else plain)

    def fit_columns(self) -> None:
        """Each column as wide as what is in it and above it; what is left over is shared out."""
        if self._fitting:
            return
        self._fitting = True
        self.setMinimumHeight(self._look.px(LEAST_HEIGHT))
        set_row_height(self, self._look.px(ROW))
        widths = [self._width_wanted(at) for at in range(len(self._rows.columns))]
        spare = self.viewport().width() - sum(widths)
        share = max(0, spare // len(widths)) if widths else 0
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width + share)
        self._fitting = False

    def sizeHint(self) -> QSize:
        """A few rows: the dialog gives it what else there is."""
        return QSize(super().sizeHint().width(), self._look.px(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def _width_wanted(self, column: int) -> int:
        content = self.sizeHintForColumn(column) + BESIDE_WORDS
        narrowest, widest = self._look.px(NARROWEST), self._look.px(WIDEST)
        return max(narrowest, min(content, widest), self.heads.least_width(column))
