"""Was this pressed twice, within a few seconds, so that it cannot have been a slip?"""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.actions import ActName, Armed
from formats.session.agenda import StageKey

PATIENCE_MS = 4000


class SecondPress(QObject):
    """Remembers the first press for four seconds."""

    armed_changed = Signal()
    """What waits for its second press is another, or nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._armed: Armed = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.forget)

    @property
    def armed(self) -> Armed:
        """What waits for its second press."""
        return self._armed

    def press_confirms(self, what: ActName | StageKey) -> bool:
        """Whether this is the second press; the first one is remembered."""
        if self._armed == what:
            self.forget()
            return True
        self._armed = what
        self._patience.start()
        self.armed_changed.emit()
        return False

    def forget(self) -> None:
        """The next press is a first one again."""
        self._patience.stop()
        if self._armed is not None:
            self._armed = None
            self.armed_changed.emit()
