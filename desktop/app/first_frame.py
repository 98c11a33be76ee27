"""Is the window on the screen yet? All else waits for that, and for nothing more."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject

from desktop.app.window import MainWindow

UNTOUCHED = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""What a person presses waits its turn: it comes once there is something that can take it."""
LONGEST_MS = 500
"""A window that nobody can see is never painted."""
LOOK_EVERY = 0.005
"""Seconds between two looks."""


def wait_untouched(is_over: Callable[[], bool], flags: QEventLoop.ProcessEventsFlag = UNTOUCHED) -> None:
    """Lets the window paint itself until something is over.

    It looks by itself: while keys wait, Qt on X11 may neither wake up nor come to what was posted.
    """
    pause = Event()
    while not is_over():
        QCoreApplication.processEvents(flags)
        if not is_over():
            pause.wait(LOOK_EVERY)


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
        wait_untouched(lambda: self._is_painted or late.hasExpired())
        # The children are painted in the same breath: the frame is whole when events come again.
        QCoreApplication.processEvents(UNTOUCHED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._is_painted = True
        return False
