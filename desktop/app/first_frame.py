"""Is the window on the screen yet? All else waits for that, and for nothing more."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer

from desktop.app.window import MainWindow

UNTOUCHED = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""What a person presses waits its turn: it comes once there is something that can take it."""
LONGEST_MS = 500
"""A window that nobody can see is never painted."""


def wait_untouched(is_over: Callable[[], bool]) -> None:
    """Lets the window paint itself until something is over, which has to wake it up by an event.

    It looks itself each time: no event loop, for while keys wait, Qt on X11 comes to nothing that was posted.
    """
    while not is_over():
        QCoreApplication.processEvents(UNTOUCHED | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class FirstFrame(QObject):
    """Opens the window and waits until it is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._is_painted = window, False

    def wait(self) -> None:
        """Returns when the window is on the screen."""
        self._window.installEventFilter(self)
        self._window.open_up()
        late = QDeadlineTimer(LONGEST_MS)
        QTimer.singleShot(LONGEST_MS, self._wake)
        wait_untouched(lambda: self._is_painted or late.hasExpired())
        # The children are painted in the same breath: the frame is whole when events come again.
        QCoreApplication.processEvents(UNTOUCHED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._is_painted = True
        return False

    def _wake(self) -> None:
        """It is late: having come here is all."""
