"""The one place that builds the parts of the app and wires them together."""

from pathlib import Path

import platformdirs


def usual_library() -> Path:
    """Where the library is kept unless another file is named: the user's own data folder."""
    return Path(platformdirs.user_data_dir("Clearing", appauthor=False)) / "library.json"


def preferences_file() -> Path:
    """Where the person's own choices are kept."""
    return Path(platformdirs.user_config_dir("Clearing", appauthor=False)) / "preferences.json"
