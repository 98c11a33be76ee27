"""When is the line being typed saved? After a pause, and at the latest a second after it was typed."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 400
LONGEST_MS = 1000


class DraftTimer(QObject):
    """Says that what was typed is to be saved; keeps nothing itself."""

    save_due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = self._single_shot(PAUSE_MS)
        self._longest = self._single_shot(LONGEST_MS)

    @property
    def waiting(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._longest.isActive()

    def notice_typing(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def save_now(self) -> None:
        """Saves what waits without waiting longer."""
        if self.waiting:
            self._fire()

    def forget(self) -> None:
        """Nothing waits any more."""
        self._pause.stop()
        self._longest.stop()

    def _single_shot(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._fire)
        return timer

    def _fire(self) -> None:
        self.forget()
        self.save_due.emit()
