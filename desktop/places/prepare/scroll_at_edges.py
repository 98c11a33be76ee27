"""A column that scrolls on while something dragged is held at its upper or lower edge."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

EDGE, STEP, PACE_MS = 36, 12, 30
"""How near to an edge scrolls, by how much, and how often: pixels, pixels, milliseconds."""


class ScrollAtEdges(QObject):
    """Told where the drag is; the mouse need not move for it to scroll on."""

    def __init__(self, column: QScrollArea) -> None:
        super().__init__(column)
        self._column, self._by = column, 0
        self._timer = QTimer(self)
        self._timer.setInterval(PACE_MS)
        self._timer.timeout.connect(self.scroll)

    @property
    def scrolling(self) -> bool:
        """Whether something is held at an edge."""
        return self._timer.isActive()

    def follow(self, where: QPoint) -> None:
        """The drag is over this place on the screen."""
        view = self._column.viewport()
        y = view.mapFromGlobal(where).y()
        self._by = -STEP if y < EDGE else STEP if y > view.height() - EDGE else 0
        if not self._by:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()

    def scroll(self) -> None:
        """One step more."""
        bar = self._column.verticalScrollBar()
        bar.setValue(bar.value() + self._by)
