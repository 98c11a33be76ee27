"""How much Python does one change cost? Calls, modules and redraws, counted: they are the same on every machine.

    python -m tests.bench.redraws [--profile]

Pause, from the key to the digits on the screen, with the Run place in view; a note; and a roster of 18 people
that is added in Prepare while Run has been built and is hidden. `--profile` lists what was called most.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.clearing import Clearing, application
from desktop.live_preferences import LivePreferences
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.places.run.page import RunPage
from desktop.preferences import Preferences
from formats.session.moves import Move
from formats.session.people import Person
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock

OURS = ("desktop", "formats")
ROOT = Path(__file__).parents[2]


@dataclass
class Cost:
    """What was called, and in which modules of ours."""

    calls: Counter[str] = field(default_factory=Counter)
    modules: Counter[str] = field(default_factory=Counter)

    def take(self, frame: FrameType, event: str, _argument: object) -> None:
        """Notes one call: give it to `sys.setprofile`."""
        path = frame.f_code.co_filename
        if event == "call" and path.startswith(str(ROOT)):
            module = str(Path(path).relative_to(ROOT))
            if module.startswith(OURS):
                self.calls[f"{module}:{frame.f_code.co_qualname}"] += 1
                self.modules[module] += 1


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.count[type(watched).__name__] += 1
        return False


def cost_of(act: Callable[[], object]) -> Cost:
    """What an act calls, until all that it asked for is drawn."""
    QApplication.processEvents()
    cost = Cost()
    sys.setprofile(cost.take)
    act()
    QApplication.processEvents()
    sys.setprofile(None)
    return cost


def report(name: str, cost: Cost, redrawn: str) -> None:
    """One line of the table."""
    drawn = sum(count for call, count in cost.calls.items() if call.endswith(redrawn))
    print(f"{name:44}{cost.calls.total():8}{len(cost.modules):9}{drawn:9}", flush=True)


def new_people(count: int) -> tuple[Person, ...]:
    """Names that are not on the list yet."""
    return tuple(Person(f"new{number}", f"Newcomer {chr(65 + number)}. Example") for number in range(count))


def measure(app: Clearing, clock: StandingClock, *, profile: bool) -> None:
    """The table."""
    session = a_session(app.catalogue)
    app.repository.keep_session(session)
    app.runner.open(session)
    app.window.show_place(PlaceName.PREPARE)
    prepare, run = app.window.places[PlaceName.PREPARE], app.window.places[PlaceName.RUN]
    assert isinstance(prepare, PreparePage)
    assert isinstance(run, RunPage)
    print(f"{'':44}{'calls':>8}{'modules':>9}{'redraws':>9}")
    costs = {}
    costs["18 people added, Run hidden"] = added = cost_of(lambda: prepare.people.add_people(new_people(18)))
    report("18 people added, Run hidden: in all", added, "PreparePage.refresh")
    hidden = Cost(
        Counter({call: count for call, count in added.calls.items() if is_of_run(call)}),
        Counter({module: count for module, count in added.modules.items() if is_of_run(module)}),
    )
    report("  of these in Run and its panels", hidden, "RunPage.refresh")
    app.window.show_place(PlaceName.RUN)
    app.runner.make(Move.START)
    clock.move(seconds=30)
    app.runner.catch_up()
    for name, key in (("Pause, from key to digits", Qt.Key.Key_Space), ("Go on", Qt.Key.Key_Space)):
        costs[name] = cost_of(lambda key=key: QTest.keyClick(run, key))
        report(name, costs[name], "RunPage.refresh")
    clock.move(seconds=1)
    costs["a second passes"] = cost_of(app.runner.catch_up)
    report("a second passes", costs["a second passes"], "RunPage.refresh")
    app.window.show_place(PlaceName.SUMMARY)
    clock.move(seconds=1)
    costs["a second passes, Run hidden"] = cost_of(app.runner.catch_up)
    report("a second passes, Run hidden", costs["a second passes, Run hidden"], "RunPage.refresh")
    if profile:
        for name, cost in costs.items():
            print(f"\n{name}")
            for call, count in cost.calls.most_common(25):
                print(f"{count:8}  {call}")


def is_of_run(name: str) -> bool:
    """Whether a call is made for the Run place."""
    return name.startswith(("desktop/places/run", "desktop/panels"))


def main() -> None:
    """Counts on an app of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    qt, look = application(Preferences(theme="light"))
    clock = StandingClock()
    with TemporaryDirectory() as folder:
        app = Clearing(Path(folder) / "library.json", clock, LivePreferences(None), look)
        app.start()
        qt.processEvents()
        measure(app, clock, profile=asked.profile)
        app.stop()
        app.window.close()


if __name__ == "__main__":
    main()
