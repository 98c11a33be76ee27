"""How much Python does one change cost? Counted, not timed: the same on every machine.

    python -m tests.bench.redraws [--profile]

Calls of our functions, modules they are in, and redraws of the page in sight, for: Pause, from the key to the
digits on the screen; a second that passes, Run in sight or not; a roster of 18 that is added while Run is hidden.
Each with only the place in question built, and with all seven. Nothing is searched in the background meanwhile.
`--profile` lists what was called most.
"""

import argparse
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.preferences import Preferences
from formats.session.moves import Move
from formats.session.people import Person
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock

ROOT = Path(__file__).parents[2]
OURS = ("desktop", "formats")
OF_RUN = ("desktop/places/run", "desktop/panels")
REFRESH = "Page.refresh"


@dataclass
class Cost:
    """What was called, by module and name."""

    calls: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, frame: FrameType, event: str, _argument: object) -> None:
        """Notes one call: give it to `sys.setprofile`."""
        path = frame.f_code.co_filename
        if event == "call" and path.startswith(str(ROOT)):
            module = str(Path(path).relative_to(ROOT))
            if module.startswith(OURS):
                self.calls[module, frame.f_code.co_qualname] += 1

    def within(self, *folders: str) -> "Cost":
        """What of it was called in these folders."""
        return Cost(Counter({call: n for call, n in self.calls.items() if call[0].startswith(folders)}))

    def report(self, name: str) -> None:
        """One line of the table."""
        redraws = sum(count for (_, called), count in self.calls.items() if called.endswith(REFRESH))
        modules = len({module for module, _ in self.calls})
        print(f"{name:52}{self.calls.total():8}{modules:9}{redraws:9}", flush=True)


def cost_of(act: Callable[[], object]) -> Cost:
    """What an act calls, until all that it asked for is drawn."""
    QApplication.processEvents()
    cost = Cost()
    sys.setprofile(cost.take)
    act()
    QApplication.processEvents()
    sys.setprofile(None)
    return cost


@contextmanager
def no_background() -> Iterator[None]:
    """Keeps the one worker busy: what is searched there answers when it likes, and would be counted by chance."""
    over, pool = threading.Event(), QThreadPool.globalInstance()
    pool.setMaxThreadCount(1)
    pool.start(over.wait)
    try:
        yield
    finally:
        pool.clear()
        over.set()


class Bench:
    """The app on a library of its own, with a session of 18 on the table."""

    def __init__(self, folder: Path, look: Look, places: tuple[PlaceName, ...]) -> None:
        self.clock = StandingClock()
        self.app = Clearing(folder / "library.json", self.clock, LivePreferences(None), look)
        self.app.start()
        session = a_session(self.app.catalogue)
        self.app.repository.keep_session(session)
        self.app.runner.open(session)
        for place in places:
            self.app.window.show_place(place)
            QApplication.processEvents()

    def pause(self) -> Cost:
        """A key of the facilitator's."""
        self.begin()
        self.app.window.activateWindow()
        QTest.qWaitForWindowActive(self.app.window)
        run = self.app.window.places[PlaceName.RUN]
        return cost_of(lambda: QTest.keyClick(run, Qt.Key.Key_Space))

    def second(self, place: PlaceName) -> Cost:
        """One second passes while a place is in sight."""
        self.begin()
        self.app.window.show_place(place)
        QApplication.processEvents()
        self.clock.move(seconds=1)
        return cost_of(self.app.runner.catch_up)

    def begin(self) -> None:
        """Run in sight, half a minute after the start."""
        self.app.window.show_place(PlaceName.RUN)
        if not self.app.runner.live:
            self.app.runner.make(Move.START)
            self.clock.move(seconds=30)
        self.app.runner.catch_up()
        QApplication.processEvents()

    def roster(self) -> Cost:
        """A list of names is accepted in Prepare."""
        self.app.window.show_place(PlaceName.PREPARE)
        prepare = self.app.window.places[PlaceName.PREPARE]
        assert isinstance(prepare, PreparePage)
        joining = tuple(Person(f"new{n}", f"Newcomer {chr(65 + n)}. Example") for n in range(18))
        return cost_of(lambda: prepare.people.add_people(joining))

    def close(self) -> None:
        """Puts all away."""
        self.app.stop()
        self.app.window.close()
        self.app.room_display.deleteLater()
        self.app.window.deleteLater()


def measure(look: Look, *, profile: bool) -> None:
    """The table."""
    print(f"{'':52}{'calls':>8}{'modules':>9}{'redraws':>9}")
    for built, places in (("few places built", ()), ("all places built", tuple(PlaceName))):
        with TemporaryDirectory() as folder:
            bench = Bench(Path(folder), look, (*places, PlaceName.RUN, PlaceName.PREPARE))
            added = bench.roster()
            costs = {"18 people are added in Prepare": added, "  of these for Run, hidden": added.within(*OF_RUN)}
            bench.close()
        with TemporaryDirectory() as folder:
            bench = Bench(Path(folder), look, places)
            costs["Pause, from key to digits"] = bench.pause()
            bench.close()
        with TemporaryDirectory() as folder:
            bench = Bench(Path(folder), look, places)
            costs["a second passes in Run"] = bench.second(PlaceName.RUN)
            costs["a second passes in Sessions"] = bench.second(PlaceName.SESSIONS)
            bench.close()
        for name, cost in costs.items():
            cost.report(f"{name}, {built}")
            if profile:
                for (module, called), count in cost.calls.most_common(25):
                    print(f"{count:12}  {module}:{called}")


def main() -> None:
    """Counts on apps of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    _, look = application(Preferences(theme="light"))
    with no_background():
        measure(look, profile=asked.profile)


if __name__ == "__main__":
    main()
