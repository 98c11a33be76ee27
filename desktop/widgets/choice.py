"""A choice among a few, with the sign that says it opens."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.look import Look
from desktop.widgets.icons import paint_icon
from desktop.widgets.wheel import let_wheel_pass


class ChoiceBox(QComboBox):
    """Qt's own box; the style sheet takes its arrow away, so it is drawn here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        let_wheel_pass(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, size = QPainter(self), self._look.px(17)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.width() - size - 9, (self.height() - size) / 2, size, size)
        paint_icon(painter, "chevron-down", self._look.colour("ink_2"), box)


class Choice(ChoiceBox):
    """The same, with a name for whoever hears it read, and a value behind each line."""

    value_chosen = Signal(object)
    """The person took another line: the value behind it."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)
        self.activated.connect(self._announce)

    def _announce(self, index: int) -> None:
        self.value_chosen.emit(self.itemData(index))


def show_text(box: QComboBox, text: str) -> None:
    """Shows a text in a choice that can be typed into, with its list standing there: keys go on from it."""
    box.setCurrentIndex(box.findText(text))
    box.setCurrentText(text)
