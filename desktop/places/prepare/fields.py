"""Small controls of Prepare: minutes to type, a count to step, two ends of one line."""

from datetime import timedelta

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.length_field import LengthField
from desktop.widgets.reorder import is_move_key
from desktop.widgets.sides import mirror_in_layout
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import minutes_count
from formats.language import tr
from formats.session.dates.typed_lengths import Scale

LEAST, MOST = timedelta(seconds=30), timedelta(hours=10)
LOW = 760
"""Below this height a window is low, in pixels before they grow with the text."""


class MinutesField(LengthField):
    """The minutes of a stage, halves included, in a narrow column; the keys that move a row pass through."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(tr("Minutes for {name}", name=name), LEAST, Scale.STAGE, least=LEAST, most=MOST)
        self._look = look
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._resize()
        look.look_changed.connect(self._resize)

    def text_of(self, value: timedelta) -> str:
        """The number alone: the column says what it counts."""
        return minutes_count(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_move_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _resize(self) -> None:
        """Narrow, and wide enough for the longest that is usual: 10-15, 1h30."""
        self.setFixedWidth(self._look.px(66))
        height, edge = self._look.px(32), self._look.px(6)
        self.setStyleSheet(f"QLineEdit {{ min-height: {height}px; padding: 0 {edge}px; }}")


class Stepper(QWidget):
    """A count with less and more beside it; `name` is what there can be fewer or more of."""

    step_requested = Signal(int)
    """One less or one more is asked for: -1 or 1."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.words = Words()
        self.less = ActionButton(look, "", "minus")
        self.more = ActionButton(look, "", "plus")
        for button, words in (
            (self.less, tr("Fewer: {what}", what=name)),
            (self.more, tr("More: {what}", what=name)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(plain_tip(words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.less, self.words, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        self.less.clicked.connect(self._step_down)
        self.more.clicked.connect(self._step_up)

    def show_count(self, words: str, *, less: bool, more: bool) -> None:
        """Says the count, and whether it can be smaller or larger."""
        self.words.setText(words)
        self.less.setEnabled(less)
        self.more.setEnabled(more)

    def set_editable(self, editable: bool) -> None:
        """Shows the buttons only where the count can be changed."""
        self.less.setVisible(editable)
        self.more.setVisible(editable)

    def _step_down(self) -> None:
        self.step_requested.emit(-1)

    def _step_up(self) -> None:
        self.step_requested.emit(1)


class TwoEndsLayout(FlowLayout):
    """Two widgets at the two ends of one line, or below each other where the line is too short."""

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        height = super()._arrange(rect, place=place)
        shown = [item for item in self._items if not item.isEmpty()]
        widths = sum(item.sizeHint().width() for item in shown) + self._gap
        if place and len(shown) == 2 and widths <= rect.width():
            inner = rect.marginsRemoved(self.contentsMargins())
            tall = max(item.sizeHint().height() for item in shown)
            for item, left in zip(shown, (True, False), strict=True):
                size = item.sizeHint()
                x = inner.x() if left else inner.right() + 1 - size.width()
                box = QRect(x, inner.y() + (tall - size.height()) // 2, size.width(), size.height())
                item.setGeometry(mirror_in_layout(self, inner).rect(box))
        return height


class TwoEndsRow(QWidget):
    """A line with something at its start and something at its end."""

    def __init__(self, start: QWidget, end: QWidget) -> None:
        super().__init__()
        layout = TwoEndsLayout(self)
        layout.addWidget(start)
        layout.addWidget(end)


def is_low(widget: QWidget, look: Look) -> bool:
    """Whether the window is so low for this text that what is pinned must be brief, for the rest to be seen."""
    return widget.window().height() < look.px(LOW)


def side_by_side(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Widgets side by side, as one."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    return made
