"""How does the library reach its one plain file at the end, without a window that stands still?"""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QEventLoop, QObject, QTimer

from desktop.app.first_frame import UNTOUCHED, wait_untouched
from desktop.dialogs.saving_notice import SavingNotice
from desktop.look import Look
from formats.library.file import LibraryFile
from formats.library.status import SaveState

QUICK_MS = 400
"""What is done by then needs no words."""
# A second start waits with its question: there is no window to bring forward, and soon the library is free.
WAITING = UNTOUCHED | QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers


class LastSave(QObject):
    """Closes the library on a thread; where that takes a while, a small window says so."""

    def __init__(self, file: LibraryFile, look: Look) -> None:
        super().__init__(look)
        self._file, self._look = file, look
        self.notice: SavingNotice | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(QUICK_MS)
        self._late.timeout.connect(self._show_notice)

    def write(self) -> SaveState:
        """Comes back when all is written; what that raises, it raises."""
        self._late.start()
        with ThreadPoolExecutor(1) as thread:
            closing = thread.submit(self._file.close)
            wait_untouched(closing.done, WAITING)
        self._hide_notice()
        return closing.result()

    def _show_notice(self) -> None:
        self.notice = SavingNotice(self._look)
        self.notice.show()

    def _hide_notice(self) -> None:
        self._late.stop()
        if self.notice is not None:
            self.notice.close()
            self.notice = None
