"""Is the mouse being moved over the wall, or does its arrow lie there in everybody's sight?"""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

RESTS_AFTER_MS = 5000


class RestingMouse(QObject):
    """Hides the arrow where it rests on a widget, and tells when it moves again."""

    mouse_moved = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._last: QPointF | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(RESTS_AFTER_MS)
        self.rest.timeout.connect(self._hide)
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Show:
                self.rest.start()
            case QEvent.Type.Hide:
                self.rest.stop()
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                # Some systems tell of a move where only what lies below the arrow has changed.
                before, self._last = self._last, event.globalPosition()
                if before != self._last:
                    self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self._widget.unsetCursor()
        self.rest.start()
        self.mouse_moved.emit()

    def _hide(self) -> None:
        self._widget.setCursor(Qt.CursorShape.BlankCursor)
