"""Two columns beside each other, or one at a time behind tabs where the window is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.wheel import let_wheel_pass
from desktop.widgets.words import make_frame
from formats.language import tr

NARROW = 1000
"""Below this width, grown with the text, two columns would be squeezed."""
LEFT = 0.42
RIGHT_LEAST = 560
SCROLL_BAR = 12
EDGES = (24, 12, 24, 10)


@dataclass(frozen=True, slots=True)
class Column:
    """What scrolls, and what stays in view above or below it."""

    title: str
    scrolled: ScrollColumn
    head: QWidget | None = None
    foot: QWidget | None = None
    said: QWidget | None = None
    """In view below it now and then, with edges of its own."""

    @property
    def least(self) -> int:
        """The width below which something in it would be cut, in pixels."""
        inner = self.scrolled.widget()
        pinned = [part.minimumSizeHint().width() + EDGES[0] + EDGES[2] for part in (self.head, self.foot) if part]
        return max([inner.minimumSizeHint().width() + SCROLL_BAR if inner else 0, *pinned])


class TwoColumns(QWidget):
    """The left column takes about two fifths; the choice of tab stays when the window changes."""

    narrow_changed = Signal(bool)
    """Whether only one column has space is otherwise than it was."""

    def __init__(self, look: Look, left: Column, right: Column) -> None:
        super().__init__()
        self._look, self._left, self._right = look, left, right
        self._was_narrow: bool | None = None
        self._offered = True
        self.tabs = QTabBar(self)
        """For the header of the place; in view while the window is narrow."""
        let_wheel_pass(self.tabs)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("Which part of the preparation"))
        self.tabs.addTab(left.title)
        self.tabs.addTab(right.title)
        self.tabs.currentChanged.connect(self._arrange)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rule = make_frame("rule-upright")
        self._rule.setFixedWidth(1)
        self._sides = (_pinned(left), _pinned(right))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sides[0])
        row.addWidget(self._rule)
        row.addWidget(self._sides[1])
        look.look_changed.connect(self._arrange)
        for column in (left, right):
            inner = column.scrolled.widget()
            assert inner is not None, "a scroll column has something to scroll"
            inner.installEventFilter(self)
        self._arrange()

    def offer_tabs(self, offered: bool) -> None:
        """Offers the choice of column, where there is one to make; not while nothing is open."""
        self._offered = offered
        self.tabs.setVisible(self.narrow and offered)

    @property
    def narrow(self) -> bool:
        """Whether only one column has space."""
        needed = self._left_width() + max(self._look.px(RIGHT_LEAST), self._right.least)
        return self.width() < max(needed, self._look.px(NARROW))

    def _left_width(self) -> int:
        """About two fifths, and never less than its rows need."""
        return max(round(self.width() * LEFT), self._left.least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the columns need changes with what is in them."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, _tab: int = 0) -> None:
        narrow, chosen = self.narrow, self.tabs.currentIndex()
        self.tabs.setVisible(narrow and self._offered)
        self.tabs.updateGeometry()  # the chosen one is bolder
        self._rule.setVisible(not narrow)
        self._rule.setStyleSheet(f"background: {self._look.palette.line};")
        left, right = self._sides
        left.setVisible(not narrow or chosen == 0)
        right.setVisible(not narrow or chosen == 1)
        if narrow:
            left.setMinimumWidth(0)
            left.setMaximumWidth(16_777_215)
        else:
            left.setFixedWidth(self._left_width())
        if narrow is not self._was_narrow:
            self._was_narrow = narrow
            self.narrow_changed.emit(narrow)


def _pinned(column: Column) -> QWidget:
    """A column with its head and foot in view, whatever is scrolled between them."""
    made = QWidget()
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    if column.head is not None:
        down.addLayout(_with_edges(column.head))
        down.addWidget(make_frame("rule"))
    down.addWidget(column.scrolled, 1)
    if column.said is not None:
        down.addWidget(column.said)
    if column.foot is not None:
        down.addWidget(make_frame("rule"))
        down.addLayout(_with_edges(column.foot))
    return made


def _with_edges(widget: QWidget) -> QVBoxLayout:
    around = QVBoxLayout()
    around.setContentsMargins(*EDGES)
    around.addWidget(widget)
    return around
