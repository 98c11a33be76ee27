"""Is the window on the screen yet? All else waits for that, and for nothing more."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from desktop.app.window import MainWindow

UNTOUCHED = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""What a person presses waits its turn: it comes once there is something that can take it."""
LONGEST_MS = 500
"""A window that nobody can see is never painted."""


class FirstFrame(QObject):
    """Opens the window and waits until it is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._loop = window, QEventLoop(self)

    def wait(self) -> None:
        """Returns when the window is on the screen."""
        self._window.installEventFilter(self)
        self._window.open_up()
        QTimer.singleShot(LONGEST_MS, self._loop.quit)
        self._loop.exec(UNTOUCHED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The children are painted in the same breath: the frame is whole when events come again.
            QTimer.singleShot(0, self._loop.quit)
        return False
