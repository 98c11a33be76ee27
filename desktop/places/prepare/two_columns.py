"""Two columns beside each other, or one at a time behind tabs where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.words import framed

NARROW = 860
LEFT = 0.38


class TwoColumns(QWidget):
    """The left column takes about two fifths; the choice of tab stays when the window changes."""

    def __init__(self, look: Look, left: tuple[str, QWidget], right: tuple[str, QWidget]) -> None:
        super().__init__()
        self._look, self._left, self._right = look, left[1], right[1]
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(left[0])
        self.tabs.addTab(right[0])
        self.tabs.currentChanged.connect(self._arrange)
        self._rule = framed("rule-upright")
        self._rule.setFixedWidth(1)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 4, 24, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
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
        look.changed.connect(self._arrange)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether only one column has space."""
        return self.width() < self._look.px(NARROW)

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
            self._left.setFixedWidth(round(self.width() * LEFT))
