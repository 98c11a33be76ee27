"""Where on this computer Clearing keeps what, unless it is told otherwise."""

from pathlib import Path

import platformdirs

NAME = "Clearing"


def data_folder() -> Path:
    """The user's own data folder for this app."""
    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def usual_library() -> Path:
    """The library that holds everything."""
    return data_folder() / "library.json"


def rehearsal_library() -> Path:
    """The library of rehearsals, so that practice never stands among real sessions."""
    return data_folder() / "rehearsals.json"


def preferences_file() -> Path:
    """The person's own choices."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "preferences.json"
