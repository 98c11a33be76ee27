"""How high are the rows of a table, when text grows and when it shrinks again?"""

from PySide6.QtWidgets import QTableView


def set_row_height(table: QTableView, pixels: int) -> None:
    """Gives every row this height; Qt takes no height below the least it was told before."""
    header = table.verticalHeader()
    header.setMinimumSectionSize(min(pixels, header.minimumSectionSize()))
    header.setDefaultSectionSize(pixels)
    header.setMinimumSectionSize(pixels)
    for row in range(header.count()):
        if header.sectionSize(row) != pixels:
            header.resizeSection(row, pixels)
