"""Is the window closed by a slip, in front of a room? While a session runs, closing asks first."""

from PySide6.QtCore import QEvent, QObject

from desktop.app.window import MainWindow
from desktop.dialogs.still_running import StillRunningDialog
from desktop.live.runner import SessionRunner
from desktop.live.running_session import room_is_looking
from desktop.look import Look


class CloseGuard(QObject):
    """Guards the window; the system itself, shutting down, is not held up."""

    def __init__(self, window: MainWindow, runner: SessionRunner, look: Look) -> None:
        super().__init__(window)
        self._window, self._runner, self._look = window, runner, look
        self._close_confirmed = False
        self.dialog: StillRunningDialog | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing waits for an answer while a room full of people is looking."""
        # The kind first: events still come while Python takes the app apart, when there is no window to compare.
        if event.type() is not QEvent.Type.Close or watched is not self._window or self._may_close():
            return False
        event.ignore()
        self._ask()
        return True

    def _may_close(self) -> bool:
        return self._close_confirmed or self._look.app.isSavingSession() or not room_is_looking(self._runner)

    def _ask(self) -> None:
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self.dialog = StillRunningDialog(self._look, self._window)
        self.dialog.close_requested.connect(self._close)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        self._close_confirmed = True
        self._close_confirmed = self._window.close()
