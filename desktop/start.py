"""Opens the window and stays until it is closed."""

from pathlib import Path

from desktop.app import Clearing, application
from desktop.clocks import SteadyClock
from desktop.crash import tell_faults
from desktop.folders import preferences_file, usual_library
from desktop.laptop import laptop_of
from desktop.leaving import Leaving
from desktop.one_window import OneWindow, brought_forward
from desktop.reading_ahead import ReadingAhead
from desktop.waking import Waking
from desktop.wishes import Wishes


def open_window(library: Path | None) -> int:
    """Runs the app on a library, the usual one unless given, and gives the exit code."""
    wishes = Wishes(preferences_file())
    app, look = application(wishes.preferences)
    library = library or usual_library()
    if brought_forward(library):
        return 0
    clearing = Clearing(library, SteadyClock(), wishes, look)
    one = OneWindow(library, clearing)
    one.wanted.connect(clearing.window.come_forward)
    clearing.runner.save_state_changed.connect(one.follow)
    tell_faults(clearing.say)
    Leaving(clearing.window, clearing.runner)
    laptop, waking = laptop_of(clearing), Waking(clearing.runner)
    clearing.start()
    ReadingAhead(clearing)
    code = app.exec()
    waking.stop()
    laptop.stop()
    clearing.stop()
    return code
