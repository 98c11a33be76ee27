"""Where on this computer Clearing keeps what, unless it is told otherwise."""

from importlib.resources import files
from pathlib import Path

import platformdirs

from desktop.preferences import read_preferences

NAME = "Clearing"
FAULTS = "faults.txt"


def data_folder() -> Path:
    """The user's own data folder for this app."""
    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def fonts_folder() -> Path:
    """Our own fonts, which files are written with."""
    return Path(str(files("resources").joinpath("fonts")))


def first_library() -> Path:
    """Where the library that holds everything begins."""
    return data_folder() / "library.json"


def usual_library() -> Path:
    """The library that holds everything, where it was moved to if it was."""
    chosen = read_preferences(preferences_file()).library
    return Path(chosen) if chosen else first_library()


def rehearsal_library() -> Path:
    """The library of rehearsals, so that practice never stands among real sessions."""
    return data_folder() / "rehearsals.json"


def catalogues_folder() -> Path:
    """Where languages are kept once they were read, so that they are there at once the next time."""
    return Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / "languages"


def preferences_file() -> Path:
    """The person's own choices."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "preferences.json"
