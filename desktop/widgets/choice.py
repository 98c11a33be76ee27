"""A choice among a few, with the sign that says it opens."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from desktop.look import Look
from desktop.widgets.icons import paint_icon
from desktop.widgets.sides import box_as_read
from desktop.widgets.tips import plain_tip
from desktop.widgets.touch import let_fingers_scroll
from desktop.widgets.wheel import let_wheel_pass

WIDEST, NARROW, AROUND_TEXT = 420, 160, 50
MUCH = 16_777_215
"""Qt's word for no limit."""


class ChoiceBox(QComboBox):
    """Qt's own box; the style sheet takes its arrow away, so it is drawn here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        let_wheel_pass(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also what is put in once shown
        self.currentTextChanged.connect(self._tell_whole)

    def sizeHint(self) -> QSize:
        """As wide as what is in it, but never so wide that it pushes a window off its screen."""
        return super().sizeHint().boundedTo(QSize(self._look.px(WIDEST), MUCH))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(self._look.px(NARROW), MUCH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self, _text: str = "") -> None:
        """What has no room in the box stands in its tip."""
        wide = self.fontMetrics().horizontalAdvance(self.currentText())
        self.setToolTip(plain_tip(self.currentText()) if wide > self.width() - self._look.px(AROUND_TEXT) else "")

    def showPopup(self) -> None:
        """Opens the list whole: Qt forgets the space around its rows, and puts a square frame of its own there."""
        frame = self.view().window()
        if isinstance(frame, QFrame):
            frame.setFrameShape(QFrame.Shape.NoFrame)
        let_fingers_scroll(self.view())
        super().showPopup()
        size = self._popup_size()
        frame.setGeometry(_beside(self, size.boundedTo(self.screen().availableGeometry().size())))

    def _popup_size(self) -> QSize:
        """Room for every row, up to as many as are to be seen at once, and for the longest of them."""
        view, rows = self.view(), min(self.count(), self.maxVisibleItems())
        around = view.size() - view.viewport().size()
        bar = view.verticalScrollBar().sizeHint().width() if self.count() > rows else 0
        margins = view.contentsMargins()
        high = sum(max(view.sizeHintForRow(row), 0) for row in range(rows)) + margins.top() + margins.bottom()
        wide = view.sizeHintForColumn(self.modelColumn()) + bar + margins.left() + margins.right()
        return QSize(max(self.width(), wide, around.width()), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, size = QPainter(self), self._look.px(17)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = box_as_read(QRectF(self.width() - size - 9, (self.height() - size) / 2, size, size), self)
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


def _beside(choice: QWidget, size: QSize) -> QRect:
    """Below a choice, or above it where there is more room, and within the screen."""
    screen, below = choice.screen().availableGeometry(), choice.mapToGlobal(QPoint(0, choice.height()))
    top = choice.mapToGlobal(QPoint(0, 0))
    room_below, room_above = screen.bottom() + 1 - below.y(), top.y() - screen.top()
    if size.height() <= room_below or room_below >= room_above:
        place = QRect(below, QSize(size.width(), min(size.height(), room_below)))
    else:
        high = min(size.height(), room_above)
        place = QRect(QPoint(top.x(), top.y() - high), QSize(size.width(), high))
    place.moveLeft(max(screen.left(), min(place.left(), screen.right() + 1 - place.width())))
    return place


def show_text(box: QComboBox, text: str) -> None:
    """Shows a text in a choice that can be typed into, with its list standing there: keys go on from it."""
    box.setCurrentIndex(box.findText(text))
    box.setCurrentText(text)
