"""When is there time for what nobody waits for yet? While nothing is pressed, one short step after the other."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

PAUSE_MS, REST_MS = 15, 500
"""So long the window has to itself after a step, and after a press: more may follow."""
PRESSES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class IdleSteps(QObject):
    """Goes through steps behind a window: none while something is pressed in it, or asked in another over it."""

    finished = Signal()
    """All that was to be done is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._heard: QWindow | None = None
        self._waiting: deque[Iterator[None]] = deque()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._take_step)

    def do(self, steps: Iterator[None], after_ms: int = PAUSE_MS) -> None:
        """Does these, too, after those that wait already; each ends where the iterator gives something."""
        self._waiting.append(steps)
        if self._heard is None and (handle := self._window.windowHandle()) is not None:
            # That of the system, which hears presses and little else: the widgets are told of far more.
            self._heard = handle
            handle.installEventFilter(self)
        if not self._pause.isActive():
            self._pause.start(after_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever presses something goes first."""
        if event.type() in PRESSES:
            self._pause.start(REST_MS)
        return False

    def _take_step(self) -> None:
        if not self._window.isVisible():
            self._waiting.clear()  # it was closed
        elif QApplication.activeModalWidget() or QApplication.activePopupWidget():
            self._pause.start(REST_MS)
            return
        elif next(self._waiting[0], self) is self:
            self._waiting.popleft()
        if self._waiting:
            self._pause.start(PAUSE_MS)
        else:
            self._rest()

    def _rest(self) -> None:
        if self._heard is not None:
            self._heard.removeEventFilter(self)
            self._heard = None
        self.finished.emit()
