"""Is something still being written when the window is closed? Closing waits for it, and says so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QThreadPool, Slot

from desktop.app.window import MainWindow
from desktop.background import Background
from desktop.dialogs.still_working import StillWorkingDialog
from desktop.file_queue import FileQueue
from desktop.look import Look
from formats.language import tr
from formats.session.wording import join_and

NAMED = 3
"""So many files are called by name; more are counted."""


def is_working(window: MainWindow) -> bool:
    """Whether something is being written for a place of the window, or other work of one has a report."""
    writing = any(queue.targets for queue in window.findChildren(FileQueue))
    return writing or any(work.doing for work in window.findChildren(Background))


class UnfinishedWorkGuard(QObject):
    """Closes the window when all files are written; it stays where one could not be, or other work has a report.

    A system that shuts down waits no longer than the files take.
    """

    def __init__(self, window: MainWindow, look: Look, is_shutting_down: Callable[[], bool] | None = None) -> None:
        super().__init__(window)
        self._is_shutting_down = is_shutting_down or look.app.isSavingSession
        self._window, self._look = window, look
        self._close_confirmed = False
        self._failed: list[str] = []
        self._has_report = False
        self.dialog: StillWorkingDialog | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing waits while something is being written."""
        # The kind first: events still come while Python takes the app apart, when there is no window to compare.
        if event.type() is not QEvent.Type.Close or watched is not self._window or self._may_close():
            return False
        event.ignore()
        self._wait()
        return True

    def _may_close(self) -> bool:
        if self._close_confirmed or not self._unfinished():
            return True
        if self._is_shutting_down():
            self._finish_now()
        return self._is_shutting_down()

    def _unfinished(self) -> str:
        """What is being done, in a sentence or two; empty for nothing."""
        files = [target.name for queue in self._queues() for target in queue.targets]
        more = len(files) - NAMED + 1
        # For translators: so many more files
        named = files if len(files) <= NAMED else [*files[: NAMED - 1], tr("{count} more", count=more)]
        writing = tr("Writing {files}…", files=join_and(named)) if files else ""
        other = [work.doing for work in self._window.findChildren(Background) if work.doing]
        return " ".join(filter(None, (writing, *other)))

    def _queues(self) -> list[FileQueue]:
        return self._window.findChildren(FileQueue)

    def _wait(self) -> None:
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self._failed, self._has_report = [], False
        self.dialog = StillWorkingDialog(self._look, self._unfinished(), self._window)
        self.dialog.close_requested.connect(self._close)
        self.dialog.finished.connect(self._forget_dialog)
        for queue in self._queues():
            queue.failed.connect(self._take_trouble)
            queue.changed.connect(self._look_again)
        for work in self._window.findChildren(Background):
            if work.doing:
                work.finished.connect(self._stay_to_read)
                work.failed.connect(self._stay_to_read)
        self.dialog.open()

    @Slot(object, object)
    def _take_trouble(self, target: Path, trouble: Exception) -> None:
        self._failed.append(f"{target.name}: {trouble}")

    @Slot()
    def _look_again(self) -> None:
        if self.dialog is None:
            return
        if work := self._unfinished():
            self.dialog.show_work(work)
        elif self._has_report:
            self.dialog.reject()
        elif self._failed:
            self.dialog.show_trouble(" ".join((*self._failed, tr("Clearing is still open."))))
        else:
            self.dialog.done(0)
            self._window.close()

    @Slot(object)
    def _stay_to_read(self, _outcome: object) -> None:
        """The place says what came of it; that is worth more than closing."""
        self._has_report = True
        self._look_again()

    def _forget_dialog(self) -> None:
        self.dialog = None
        for queue in self._queues():
            queue.failed.disconnect(self._take_trouble)
            queue.changed.disconnect(self._look_again)

    def _finish_now(self) -> None:
        """Waits here for what is being written: the system gives no time to ask."""
        while any(queue.targets for queue in self._queues()):
            QThreadPool.globalInstance().waitForDone()
            self._look.app.processEvents()

    def _close(self) -> None:
        self._close_confirmed = True
        self._close_confirmed = self._window.close()
