"""Choices at the left, paper on a desk at the right, and above the paper what is to be thought of first."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.summary.preview import PaperPreview
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words, make_frame

COLUMN = 340
SCROLL_BAR = 12


class ChoicesAndPreview(QWidget):
    """Where something is read before it leaves."""

    def __init__(self, look: Look, choices: Iterable[QWidget]) -> None:
        super().__init__()
        self._look = look
        self.paper = PaperPreview(look)
        self._warning = Words("", "warning", wrap=True)
        self._warning.setObjectName("export-warning")
        self._warned = make_frame("notice")
        self._left = ScrollColumn(margins=(22, 20, 22, 24))
        for widget in choices:
            self._left.column.addWidget(widget)
        self._left.column.setSpacing(20)
        self._left.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._ground(), 1)
        self.warn(())
        look.look_changed.connect(self._fit)
        self._fit()

    def warn(self, sentences: Iterable[str]) -> None:
        """Says above the paper what could give someone away."""
        said = "\n".join(sentences)
        self._warning.setText(said)
        self._warned.setVisible(bool(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner = self._left.widget()
        needed = inner.minimumSizeHint().width() + SCROLL_BAR if inner else 0
        self._left.setFixedWidth(max(240, min(max(self._look.px(COLUMN), needed), self.width() // 2)))

    def _ground(self) -> QWidget:
        inside = QVBoxLayout(self._warned)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self._warning)
        page = ScrollColumn(margins=(24, 24, 24, 24))
        page.column.addWidget(self._warned)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.paper, 20, Qt.AlignmentFlag.AlignTop)
        middle.addStretch(1)
        page.column.addLayout(middle)
        page.column.addStretch(1)
        ground = QWidget()
        ground.setObjectName("desk")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(page)
        return ground
