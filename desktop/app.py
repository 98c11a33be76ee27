"""The one place that builds the parts of the app and wires them together."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from desktop.catalogue import Catalogue, read_catalogue
from desktop.clocks import SessionClock
from desktop.look import Look, load_fonts
from desktop.places.library import LibraryPlace
from desktop.places.people import PeoplePlace
from desktop.places.place import Place, PlaceName
from desktop.places.prepare.place import PreparePlace
from desktop.places.run import RunPlace
from desktop.places.sessions import SessionsPlace
from desktop.places.settings import SettingsPlace
from desktop.places.summary import SummaryPlace
from desktop.preferences import Preferences, read_preferences, write_preferences
from desktop.room_display.window import RoomDisplay
from desktop.runner import SessionRunner
from desktop.window import MainWindow
from formats.library.library_file import LibraryFile
from formats.library.opening import open_library
from formats.library.shelf import Progress, Shelf
from formats.library.standing import SaveState


def usual_library() -> Path:
    """Where the library is kept unless another file is named: the user's own data folder."""
    return Path(platformdirs.user_data_dir("Clearing", appauthor=False)) / "library.json"


def preferences_file() -> Path:
    """Where the person's own choices are kept."""
    return Path(platformdirs.user_config_dir("Clearing", appauthor=False)) / "preferences.json"
