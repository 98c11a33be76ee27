"""What comes into the window once its first frame is painted: the library, the places, and what keeps them going.

No step of it holds the UI thread for long: the library is read on a thread, modules are imported a few at a time.
"""

from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.app.application import Application, complete
from desktop.app.first_frame import UNTOUCHED
from desktop.app.window import MainWindow
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from formats.library.lock import Lock

TO_READ = ("formats.session.session", "formats.library.opening", "desktop.content.stock")
IN_STEPS = (
    "desktop.live.runner",
    "desktop.places.sessions.overview",
    "desktop.places.sessions.list_commands",
    "desktop.places.sessions.page",
    "desktop.app.clearing",
    "desktop.app.laptop",
    "desktop.app.running",
)


def furnish(
    app: Application,
    window: MainWindow,
    look: Look,
    wishes: LivePreferences,
    library: Path,
    lock: Lock,
    early: list[Path],
) -> int:
    """Puts everything into the window, runs until it is closed, and gives the exit code."""
    complete(app)
    from desktop.app.single_instance import SingleInstance, bring_running_window_forward

    # One window holds no lock: that on the library of a newer Clearing.
    if bring_running_window_forward(library, early):
        return 0
    # From now on a second start is answered; its files wait with those of this one.
    one = SingleInstance(library, window)
    one.activation_requested.connect(window.come_forward)
    one.files_requested.connect(early.extend)
    _import_each(TO_READ)
    from desktop.app.library_reading import LibraryReading
    from desktop.content.stock import open_stock
    from desktop.live.clocks import SteadyClock

    clock = SteadyClock()
    reading = LibraryReading(partial(open_stock, library, clock.now, lock))
    _import_each(IN_STEPS)
    from desktop.app.clearing import Clearing
    from desktop.app.running import run_until_closed

    stock = reading.wait()
    if not window.isVisible():
        stock.repository.file.close()  # it was closed meanwhile
        return 0
    clearing = Clearing(stock, clock, wishes, look, window)
    return run_until_closed(app, clearing, one, early)


def _import_each(modules: tuple[str, ...]) -> None:
    """Imports modules, and lets the window paint itself in between."""
    for module in modules:
        import_module(module)
        QCoreApplication.processEvents(UNTOUCHED)
