"""The people of a list as a table whose columns stay wide enough to read, however many there are."""

from collections.abc import Sequence

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
from formats.language import tr

ROW, NARROWEST, WIDEST, WIDEST_NAME, LEAST_HEIGHT = 38, 90, 300, 400, 120
SHARE_OF_FIRST = 0.45
"""Of what is in sight, for one column where not all fit."""
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
        self.setAccessibleName(tr("People as they were understood"))
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
        for at, width in enumerate(self._widths(needed, self.viewport().width())):
            self.setColumnWidth(at, width)
        self._fitting = False

    def sizeHint(self) -> QSize:
        """A few rows: the dialog gives it what else there is."""
        return QSize(super().sizeHint().width(), self._look.px(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def _widths(self, needed: Sequence[int], room: int) -> list[int]:
        """The widths of all columns in pixels: within the room where they can be, and otherwise scrolled."""
        least = [self._least_width(at) for at in range(len(needed))]
        widest = [
            max(few, min(most, self._widest(at))) for at, (few, most) in enumerate(zip(least, needed, strict=True))
        ]
        if sum(least) > room:  # the name and who comes stay in sight, the others are scrolled to
            most = int(room * SHARE_OF_FIRST)
            return [max(few, min(width, most)) for few, width in zip(least, widest, strict=True)]
        widths = _filled(_filled(least, widest, room), needed, room)
        share = max(0, room - sum(widths)) // max(1, len(widths))
        return [width + share for width in widths]

    def _least_width(self, column: int) -> int:
        return max(self._look.px(NARROWEST), self.heads.least_width(column))

    def _widest(self, column: int) -> int:
        """The width in pixels beyond which a column gets only what no other needs."""
        return self._look.px(WIDEST_NAME if self._rows.columns[column].field is Field.NAME else WIDEST)

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


def _filled(widths: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Widths grown towards those that are wanted, each by a fair part of the room that is left."""
    grown, spare = list(widths), room - sum(widths)
    by_need = sorted(range(len(grown)), key=lambda at: wanted[at] - grown[at])
    for place, at in enumerate(by_need):
        more = min(max(0, wanted[at] - grown[at]), max(0, spare) // (len(by_need) - place))
        grown[at], spare = grown[at] + more, spare - more
    return grown
