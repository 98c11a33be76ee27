"""Where a note is written in a low pane: it scrolls, so that nothing in it is pressed together."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import Look
from desktop.widgets.scrolling import ScrollColumn

LEAST = 120


class EntryColumn(ScrollColumn):
    """As high as what is in it, where there is room."""

    def __init__(self, look: Look, entry: QWidget) -> None:
        super().__init__()
        self._look = look
        self.column.addWidget(entry)
        self.inner.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        least = self.inner.minimumSizeHint().width()
        return QSize(least, self.inner.heightForWidth(max(self.width(), least)))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(whole.width(), min(whole.height(), self._look.px(LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown for one kind of note only needs more room, or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False
