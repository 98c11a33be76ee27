"""The Qt application: what the system tells Clearing as a whole, and no window of it."""

import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.app.garbage_collection import UiThreadCollector
from desktop.content.languages import dress
from desktop.look import Look, load_digit_font, load_text_fonts
from desktop.preferences import Preferences


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


def application(preferences: Preferences) -> tuple[Application, Look]:
    """The Qt application, dressed and complete. Call once in a process, before any widget is made."""
    app, look = application_for_first_frame(preferences)
    complete(app)
    return app, look


def application_for_first_frame(preferences: Preferences) -> tuple[Application, Look]:
    """The same, with what the first frame needs; `complete` follows once that is painted."""
    app = Application(sys.argv[:1])
    UiThreadCollector(app)
    app.setStyle("Fusion")
    dress(app)
    load_text_fonts()
    look = Look(app, preferences.theme, preferences.text_scale, preferences.reduced_motion)
    look.apply()
    return app, look


def complete(app: Application) -> None:
    """Gives it the large digits, and the picture that stands in the task bar."""
    load_digit_font()
    picture = QPixmap()
    picture.loadFromData(files("resources").joinpath("icons", "clearing.png").read_bytes())
    app.setWindowIcon(QIcon(picture))
