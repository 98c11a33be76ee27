"""How high are the rows of a table, and how wide its headings, when text grows and when it shrinks again?"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from desktop.look import SIZES, Look


def set_row_height(table: QTableView, pixels: int) -> None:
    """Gives every row this height; Qt takes no height below the least it was told before."""
    header = table.verticalHeader()
    header.setMinimumSectionSize(min(pixels, header.minimumSectionSize()))
    header.setDefaultSectionSize(pixels)
    header.setMinimumSectionSize(pixels)
    for row in range(header.count()):
        if header.sectionSize(row) != pixels:
            header.resizeSection(row, pixels)


def heading_width(table: QTableView, column: int, look: Look, around: int) -> int:
    """The width in pixels that shows the whole heading of a column, with so much beside it; 0 without one."""
    said = table.model().headerData(column, Qt.Orientation.Horizontal)
    metrics = QFontMetrics(look.font(SIZES["label"], QFont.Weight.DemiBold))
    return metrics.horizontalAdvance(str(said)) + around if said else 0
