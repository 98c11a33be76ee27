"""Opens the window and stays until it is closed."""

from pathlib import Path

from desktop.app import Clearing, application
from desktop.clocks import SteadyClock
from desktop.crash import tell_faults
from desktop.folders import preferences_file, usual_library
from desktop.preferences import Wishes


def open_window(library: Path | None) -> int:
    """Runs the app on a library, the usual one unless given, and gives the exit code."""
    wishes = Wishes(preferences_file())
    app, look = application(wishes.preferences)
    clearing = Clearing(library or usual_library(), SteadyClock(), wishes, look)
    tell_faults(clearing.say)
    clearing.start()
    code = app.exec()
    clearing.stop()
    return code
