"""When does Python clear away what nobody holds any more? On the UI thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

CHECK_EVERY_MS = 2000
"""Milliseconds between two looks. What there is at the first stays as long as the app: modules, the library."""
READ_IN_BULK = 60_000
"""So many new objects between two looks are sessions that were read; who lets go of them frees them at once."""


class UiThreadCollector(QObject):
    """Takes the place of Python's own collector, which runs in whichever thread happens to allocate.

    A search for rooms in the background would otherwise destroy widgets of closed dialogs from its own thread,
    which ends in a deadlock of Qt's locks with Python's, or in a crash.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._is_frozen = False
        self._timer = QTimer(self, interval=CHECK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects what Python would have collected by now, in the generations it would have chosen."""
        new = gc.get_count()[0]
        if new > READ_IN_BULK or not self._is_frozen:
            self._is_frozen = True
            gc.freeze()  # to go through ten years of sessions would hold the window for a sixth of a second
            return
        _, middle, old = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        gc.collect(2 if old else 1 if middle else 0)
        if old:
            gc.freeze()  # what lived through a whole round stays, too: the next one goes through what came since
