"""When is a view drawn anew? Once for each change while it is in sight, and once when it comes back into sight."""

from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class ChangeScope(QObject):
    """One change, however many signals tell of it: `with` it around all that belongs together."""

    ended = Signal()
    """All who had to hear of the change have heard of it: what is in sight can be drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._depth = 0

    @property
    def under_way(self) -> bool:
        """Whether more of the same change may follow."""
        return self._depth > 0

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if not self._depth:
            self.ended.emit()


class Redraw(QObject):
    """Says when its view is due: a view connects what may change it to `request`, and draws itself at `due`."""

    due = Signal()
    """The view shows what is no longer true, and can be seen: it is to draw itself anew."""

    def __init__(self, view: QWidget, change: ChangeScope | None = None, settle_ms: int = 0) -> None:
        super().__init__(view)
        self._view, self._change = view, change
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(settle_ms)
        self._soon.timeout.connect(self.come_into_view)
        if change is not None:
            change.ended.connect(self.come_into_view)

    def request(self) -> None:
        """What the view shows may no longer be true."""
        self._stale = True
        self.come_into_view()

    def request_soon(self) -> None:
        """The same, of a source that may speak many times in a row: drawn once it has settled."""
        self._stale = True
        if self._view.isVisible():
            self._soon.start()

    def come_into_view(self) -> None:
        """Draws what has changed since, if it can be seen: call it in the view's `showEvent`."""
        if self._view.isVisible() and not (self._change and self._change.under_way):
            self.draw_ahead()

    def draw_ahead(self) -> None:
        """Draws what has changed since, just before it can be seen: then it is laid out at the first look."""
        if self._stale:
            self._stale = False
            self._soon.stop()
            self.due.emit()
