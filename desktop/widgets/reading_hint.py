"""What a field understands of what is being typed, said just below it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from desktop.widgets.words import Words

GAP = 4
MOST_WIDTH = 320
CONTROLS = (QLineEdit, QComboBox, QAbstractButton)


class ReadingHint(Words):
    """Lies over what is below the field, so that nothing moves while one types."""

    def __init__(self, field: QWidget) -> None:
        super().__init__("", "reading", wrap=True)
        self._field = field
        self.setObjectName("reading-hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        field.destroyed.connect(self.deleteLater)  # it lies in the window, and would stay there

    def show_reading(self, sentence: str) -> None:
        """Says what was read."""
        self._show(sentence, "reading")

    def show_trouble(self, sentence: str) -> None:
        """Says why nothing could be read."""
        self._show(sentence, "reading-trouble")

    def make_way(self, focused: QWidget | None) -> None:
        """Never lies over the control that has the keys now."""
        if focused is not None and self._covers(focused):
            self.hide()

    def _covers(self, control: QWidget) -> bool:
        window = self.window()
        if control is self._field or not isinstance(control, CONTROLS) or not window.isAncestorOf(control):
            return False
        return self.geometry().intersects(QRect(control.mapTo(window, QPoint()), control.size()))

    def _show(self, sentence: str, role: str) -> None:
        self.setText(sentence)
        self.set_role(role)
        if not sentence or not self._field.isVisible():
            self.hide()
            return
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.ensurePolished()  # with the look of what is in this window
        self.setFixedWidth(min(MOST_WIDTH, max(self._field.width(), self._single_line_width()), window.width()))
        self.adjustSize()
        self.move(self._spot(window))
        self.show()
        self.raise_()

    def _single_line_width(self) -> int:
        margins = self.contentsMargins()
        return self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 24

    def _spot(self, window: QWidget) -> QPoint:
        """Below the field, or above it where the window ends."""
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + GAP))
        if corner.y() + self.height() > window.height():
            corner = self._field.mapTo(window, QPoint(0, -GAP - self.height()))
        return QPoint(max(0, min(corner.x(), window.width() - self.width())), max(0, corner.y()))
