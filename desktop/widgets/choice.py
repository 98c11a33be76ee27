"""One of several, in a list that folds out."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.look import Look
from desktop.widgets.icons import paint_icon

ARROW = 16


class Choice(QComboBox):
    """A combo box with the arrow of our look, which a style sheet cannot draw."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(ARROW)
        box = QRectF(self.width() - side - 10, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", self._look.colour("ink_2"), box)
