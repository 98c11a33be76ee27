"""What passes by: the next stage that begins by itself, and why an act was not possible. It moves nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.run.auto_advance_notice import AutoAdvanceNotice
from desktop.widgets.passing_words import PassingWords

EDGE, TOP, GAP = 8, 4, 6


class Overlay(QWidget):
    """Lies over the top of another widget, where Run has its track: that can be missed for a few seconds.

    Where the countdown stands there, it lies over what is above the controls.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.auto_advance = AutoAdvanceNotice(look)
        self.passing = PassingWords()
        self._grid: QGridLayout | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, TOP, EDGE, 0)
        column.setSpacing(GAP)
        column.addWidget(self.auto_advance)
        column.addWidget(self.passing)

    def layout_over(self, widget: QWidget) -> QGridLayout:
        """One over the other, each of the size it would have alone."""
        grid = self._grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setRowStretch(0, 1)
        grid.addWidget(widget, 0, 0, 2, 1)
        grid.addWidget(self, 0, 0, Qt.AlignmentFlag.AlignTop)
        return grid

    def stand_above(self, foot: int) -> None:
        """So many pixels above the lower edge; at the upper one for 0."""
        if self._grid is not None and foot != self._grid.rowMinimumHeight(1):
            self._grid.setRowMinimumHeight(1, foot)
            self._grid.setAlignment(self, Qt.AlignmentFlag.AlignBottom if foot else Qt.AlignmentFlag.AlignTop)
