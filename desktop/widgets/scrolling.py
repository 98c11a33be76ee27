"""A place to scroll: a column of widgets that may be taller than the window."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.screen_reader import answer_screen_readers
from desktop.widgets.sides import margins_as_read

Layout = TypeVar("Layout", bound=QLayout)


class _ScrollContents(QWidget):
    """As high as its words are at the width there is; Qt takes the height they would have at some other width."""

    def minimumSizeHint(self) -> QSize:
        least, column = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if column and column.hasHeightForWidth() else least


class _ScrollInterface(QAccessibleWidget):
    """A document where it takes the keys to be read, else only what holds a page."""

    def __init__(self, column: "ScrollColumn") -> None:
        super().__init__(column, QAccessible.Role.LayeredPane)
        self._column = column

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Document if self._column.property("reads") else QAccessible.Role.LayeredPane


class ScrollColumn(QScrollArea):
    """Scrolls up and down only; `column` takes the widgets, `inner` holds them.

    Its `margins` are those where lines begin, above, where they end, and below.
    """

    def __init__(
        self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    ) -> None:
        answer_screen_readers()
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = inner = _ScrollContents()
        inner.setObjectName("scrolled")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(margins_as_read(*margins))
        self.setWidget(inner)

    def for_screen_reader(self) -> QAccessibleInterface:
        return _ScrollInterface(self)

    def read_by_keys(self, name: str) -> None:
        """Takes the arrow keys itself, with a ring around it: there is nothing in it but words."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setProperty("reads", True)


def bring_into_view(widget: QWidget) -> None:
    """Scrolls whatever is around a widget so that it is in sight."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def bring_into_view_soon(widget: QWidget) -> None:
    """The same once what was just shown has its place."""
    # A timer of the widget's own: it does not come when the widget is gone.
    QTimer.singleShot(0, widget, partial(bring_into_view, widget))


def clear_layout(layout: Layout) -> Layout:
    """The layout, with everything in it taken out and deleted."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear_layout(inner)
            inner.deleteLater()
    return layout
