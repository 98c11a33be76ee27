"""What passes by: the next stage that begins by itself, and why an act was not possible. It moves nothing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.run.moving_on import MovingOn
from desktop.widgets.passing_words import PassingWords

EDGE, TOP, GAP = 8, 4, 6


class Overhead(QWidget):
    """Lies over the top of another widget, where Run has its track: that can be missed for a few seconds."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.moving_on = MovingOn(look)
        self.passing = PassingWords()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.moving_on)
        column.addWidget(self.passing)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Goes along when what it lies over has another size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """A word more or less changes its height."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def _place(self) -> None:
        width = self._over.width() - 2 * EDGE
        wraps = self._column.hasHeightForWidth()
        height = self._column.totalHeightForWidth(width) if wraps else self._column.sizeHint().height()
        self.setGeometry(EDGE, TOP, width, height)
        # A view that came into sight since then lies above it.
        self.raise_()
