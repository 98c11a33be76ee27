"""Pages of which one is in view, as large as that one needs: the others do not hold the window open."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """A stack that asks for the room of the page in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Shows a page; whoever had the keys on the one before, Qt would press what comes first on this one."""
        before, focused = self.currentWidget(), self.window().focusWidget()
        if before is not page and before is not None and focused is not None and before.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        super().setCurrentWidget(page)

    def sizeHint(self) -> QSize:
        """What the page in view would like."""
        page = self.currentWidget()
        return page.sizeHint() if page else QSize()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else QSize()
