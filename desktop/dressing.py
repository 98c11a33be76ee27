"""Who wears the style sheet? Each place and window for itself: what is in sight at once, the rest behind it."""

from collections import deque

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

BETWEEN_MS = 20
"""So long the window has to itself before the next hidden place is dressed."""


class Dressing(QObject):
    """Dresses places and windows, each with all that is in it.

    The application itself has no style sheet: for another one Qt would dress every widget once for each widget
    above it, and the hidden ones too.
    """

    sheet_changed = Signal()
    caught_up = Signal()
    """Who waited out of sight wears the sheet of the moment: what is measured by its type is another now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = ""
        self._waiting: deque[_Dress] = deque()
        self._untold = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BETWEEN_MS)
        self._soon.timeout.connect(self._dress_next)

    def change(self, sheet: str) -> None:
        """Whoever can be seen wears this from now on, the others soon."""
        if sheet != self.sheet:
            self.sheet = sheet
            self.sheet_changed.emit()

    def dress(self, wearer: QWidget) -> None:
        """It wears the sheet of the moment, now and after each change."""
        worn = wearer.findChild(_Dress, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if worn is None:
            _Dress(self, wearer).put_on()
        else:
            self._put_on_late(worn)
            self._tell()

    def wait(self, dress: "_Dress") -> None:
        """It is not in sight, and is put on when there is time."""
        self._waiting.append(dress)
        if not self._soon.isActive():
            self._soon.start()

    def dress_waiting(self) -> None:
        """All who wait have it now."""
        while self._waiting:
            self._dress_next()
        self._soon.stop()

    def _dress_next(self) -> None:
        dress = self._waiting.popleft()
        if isValid(dress):
            self._put_on_late(dress)
        if self._waiting:
            self._soon.start()
        else:
            self._tell()

    def _put_on_late(self, dress: "_Dress") -> None:
        self._untold = dress.put_on() or self._untold

    def _tell(self) -> None:
        if self._untold:
            self._untold = False
            self.caught_up.emit()


class _Dress(QObject):
    """What one of them wears; of the last sheet, whenever it can be seen."""

    def __init__(self, dressing: Dressing, wearer: QWidget) -> None:
        super().__init__(wearer)
        self._dressing, self._wearer = dressing, wearer
        self._worn = ""
        wearer.installEventFilter(self)
        dressing.sheet_changed.connect(self._change)

    def put_on(self) -> bool:
        """Puts on the sheet of the moment; false where it was worn already."""
        if self._worn == self._dressing.sheet:
            return False
        if self._worn:
            self._wearer.ensurePolished()  # else Qt keeps what it read of the sheet before
        self._worn = self._dressing.sheet
        self._wearer.setStyleSheet(self._worn)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was hidden while the look changed has it before it is seen."""
        if event.type() is QEvent.Type.Show and watched is self._wearer:
            self.put_on()
        return False

    def _change(self) -> None:
        if self._wearer.isVisible():
            self.put_on()
        else:
            self._dressing.wait(self)
