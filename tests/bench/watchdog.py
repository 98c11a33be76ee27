"""Does anything hold the UI thread over 50 ms, anywhere in the app, with ten years in the library?

    python -m tests.bench.watchdog [--keep FILE] [--sessions 500]

Goes the whole way of `tests.walk`, through every place, dialog, menu and message, on a library of many years, a
third of it in the series of the session on the table. Each way to a stop that holds the thread is told with its
longest block, in processor time, and the calls that took it. The exit code is 1 where there is one.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QWidget

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.app.places_ahead import PlacesAhead
from desktop.app.preload import modules
from desktop.content.catalogue import read_catalogue
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.preferences import Preferences
from tests.bench.years.library import AFTER_ALL, Size, coming_session, fill
from tests.bench.years.watching import BLOCK_MS, Spent, Watch, settle, told_stacks
from tests.desktop.conftest import StandingClock
from tests.walk.stops_around import around_the_session
from tests.walk.stops_before import before_the_session
from tests.walk.stops_in_run import in_run
from tests.walk.stops_on_wall import on_the_wall
from tests.walk.visit import Visitor
from tests.walk.walker import Walker

QUIET_SECONDS = 0.05
PARTS: tuple[Callable[[Walker], None], ...] = (before_the_session, in_run, on_the_wall, around_the_session)


class Watcher(Visitor):
    """Stops where the walk stops, and looks at the clock instead of the window."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._watch = Watch(QUIET_SECONDS)
        self._watch.told = self._keep
        self.spent: list[Spent] = []
        self._watch.begin()

    def visit(self, name: str, window: QWidget) -> None:
        """What was done on the way here is one act."""
        self.settle(window)
        self.stops.append(name)
        self._watch.end(name)
        self._watch.begin()

    def settle(self, window: QWidget) -> None:
        """Lets the loop come round until nothing happens any more."""
        self._watch.come_round()

    def come_round(self) -> None:
        """The same."""
        self._watch.come_round()

    def _keep(self, spent: Spent) -> None:
        self.spent.append(spent)
        if spent.longest > BLOCK_MS:
            print(spent.line, flush=True)


def main() -> int:
    """Every stop that was too slow, and the worst of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=Size().sessions)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    size = Size(sessions=asked.sessions, coming_notes=40)
    _, look = application(Preferences(theme="light"))
    for module in modules():
        import_module(module)
    with TemporaryDirectory() as folder:
        made = asked.keep or Path(folder, "made.json")
        fill(made, size)
        library = Path(folder, "library.json")
        shutil.copy(made, library)
        clock = StandingClock(AFTER_ALL)
        app = Clearing(library, clock, LivePreferences(None), look)
        app.start()
        PlacesAhead(app).begin(0)
        settle()
        session = coming_session(read_catalogue(), size)
        app.repository.keep_session(session)
        watcher = Watcher(look)
        walker = Walker(app, clock, watcher, session)
        for part in PARTS:
            try:
                part(walker)
            except AssertionError as missing:  # what the walk makes ready for itself is not in this library
                print(f"{part.__name__} ended: {missing!r}")
        print(told_stacks(watcher.spent))
    slow = sum(spent.longest > BLOCK_MS for spent in watcher.spent)
    print(f"{len(watcher.stops)} stops, {slow} of them over {BLOCK_MS:.0f} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
