"""Two columns beside each other, or one at a time behind tabs where the window is narrow."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.wheel import let_wheel_pass
from desktop.widgets.words import make_frame

LEFT = 0.38
RIGHT_LEAST = 470
SCROLL_BAR = 12


class TwoColumns(QWidget):
    """The left column takes about two fifths; the choice of tab stays when the window changes."""

    def __init__(self, look: Look, left: tuple[str, ScrollColumn], right: tuple[str, ScrollColumn]) -> None:
        super().__init__()
        self._look, self._left, self._right = look, left[1], right[1]
        self.tabs = QTabBar()
        let_wheel_pass(self.tabs)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(left[0])
        self.tabs.addTab(right[0])
        self.tabs.currentChanged.connect(self._arrange)
        self._rule = make_frame("rule-upright")
        self._rule.setFixedWidth(1)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 4, 24, 0)
        bar.addWidget(self.tabs, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._left, self._rule, self._right):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        look.look_changed.connect(self._arrange)
        inner = self._left.widget()
        assert inner is not None, "a scroll column has something to scroll"
        inner.installEventFilter(self)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether only one column has space."""
        return self.width() < self._left_width() + self._look.px(RIGHT_LEAST)

    def _left_width(self) -> int:
        """About two fifths, and never less than its rows need."""
        inner = self._left.widget()
        least = inner.minimumSizeHint().width() + SCROLL_BAR if inner else 0
        return max(round(self.width() * LEFT), least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the left column needs changes with what is in it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, _tab: int = 0) -> None:
        narrow, chosen = self.narrow, self.tabs.currentIndex()
        self._bar.setVisible(narrow)
        self._rule.setVisible(not narrow)
        self._rule.setStyleSheet(f"background: {self._look.palette.line};")
        self._left.setVisible(not narrow or chosen == 0)
        self._right.setVisible(not narrow or chosen == 1)
        if narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
        else:
            self._left.setFixedWidth(self._left_width())
