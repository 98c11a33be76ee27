"""Opens the window and stays until it is closed."""

from pathlib import Path

from desktop.app.clearing import Clearing, application
from desktop.app.closing import Leaving
from desktop.app.crash_log import tell_faults
from desktop.app.laptop import laptop_of
from desktop.app.preload import ReadingAhead
from desktop.app.single_instance import OneWindow, brought_forward
from desktop.folders import preferences_file, usual_library
from desktop.live.clocks import SteadyClock
from desktop.live.wake_timer import Waking
from desktop.live_preferences import Wishes


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
