"""Choices at the left, paper on a desk at the right, and above the paper what is to be thought of first."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.summary.preview import PaperPreview
from desktop.widgets.pages import Pages
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.wheel import let_wheel_pass
from desktop.widgets.words import Words, make_frame
from formats.language import Message, tr

COLUMN, MIDDLE, LEAST_PAPER = 340, 300, 480
TABS = (Message("Choices"), Message("Key notes"))
UNBOUND = 16_777_215
"""What Qt takes for a width without a bound."""
SCROLL_BAR = 12


class ChoicesAndPreview(QWidget):
    """Where something is read before it leaves."""

    def __init__(
        self, look: Look, choices: Iterable[QWidget], above: QWidget, middle: QWidget | None = None
    ) -> None:
        """`above` stays above the paper; `middle` stands before it, or where there is no room behind a tab."""
        super().__init__()
        self._look, self._middle = look, middle
        self.tabs = QTabBar()
        self._pages = Pages()
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
        row.addLayout(self._left_side())
        if middle is not None:
            row.addWidget(middle)
        row.addWidget(self._ground(above), 1)
        self._row = row
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
        width = max(240, min(max(self._look.px(COLUMN), needed), self.width() // 2))
        self._pages.setFixedWidth(width)
        if self._middle is not None:
            beside = self.width() >= width + self._look.px(MIDDLE + LEAST_PAPER)
            self._place_middle(self._middle, beside=beside)
            self.tabs.setFixedWidth(width)

    def _place_middle(self, middle: QWidget, *, beside: bool) -> None:
        if beside == (self._pages.indexOf(middle) < 0):
            middle.setFixedWidth(self._look.px(MIDDLE)) if beside else None
            return
        if beside:
            self._pages.removeWidget(middle)
            self._pages.setCurrentIndex(0)
            self._row.insertWidget(1, middle)
            middle.setFixedWidth(self._look.px(MIDDLE))
            middle.show()
        else:
            self._row.removeWidget(middle)
            middle.setMinimumWidth(0)
            middle.setMaximumWidth(UNBOUND)
            self._pages.addWidget(middle)
            self._pages.setCurrentIndex(self.tabs.currentIndex())
        self.tabs.setVisible(not beside)

    def _left_side(self) -> QVBoxLayout:
        """The choices, and above them the tabs that a narrow window needs."""
        self.tabs.setObjectName("summary-tabs")
        self.tabs.setAccessibleName(tr("What to choose"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        let_wheel_pass(self.tabs)
        for words in TABS:
            self.tabs.addTab(str(words))
        self.tabs.hide()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._pages.addWidget(self._left)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        return column

    def _ground(self, above: QWidget) -> QWidget:
        inside = QVBoxLayout(self._warned)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self._warning)
        page = ScrollColumn(margins=(24, 24, 24, 24))
        page.verticalScrollBar().valueChanged.connect(self.paper.read_on)
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
        down = QVBoxLayout(ground)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(above)
        down.addWidget(page, 1)
        return ground
