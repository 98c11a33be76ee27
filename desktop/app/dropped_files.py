"""Was a file dropped on the window, where no place takes it for itself?"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.dialogs.list_sources import file_of

DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class DroppedFiles(QObject):
    """Takes files for as long as `takes_files` says so; a place that takes drops is asked before the window."""

    file_dropped = Signal(object)
    """The first file of what was dropped: Path."""

    def __init__(self, window: QWidget, takes_files: Callable[[], bool]) -> None:
        super().__init__(window)
        self._takes_files = takes_files
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.source() is not None or not self._takes_files():
            return False
        path = file_of(event.mimeData())
        if path is None:
            return False
        if event.type() in DRAGGED:
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
            return True
        return False
