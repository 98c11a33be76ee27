"""The Qt application: what the system tells Clearing as a whole, and no window of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """macOS names the files to open in events, whether they started Clearing or came later."""

    file_opened = Signal(object)
    """A file is to be opened: Path."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.setApplicationName("Clearing")

    def event(self, event: QEvent) -> bool:
        """Takes up a file that was opened from outside."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)
