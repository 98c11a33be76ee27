"""How long from the start of the process to the first painted frame, and until all is in it? What memory is held?

    python -m tests.bench.start [--times 7] [--sessions 250 500 1000] [--keep FOLDER]

Clearing with an empty library and with years in it (those of `ten_years`), beside a bare Qt window with a label.
Each start is a process of its own with the real command line; the kinds take turns, so that whatever else the
machine does meets all of them. The middle one counts. Bytecode is compiled, whatever the environment says.
Offscreen unless QT_QPA_PLATFORM says otherwise. `--keep` names a folder for the libraries, to be used again.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.start_timed import AT_REST, FILLED, FRAME

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
EMPTY_GOAL, FULL_GOAL = (2.0, 1.4), (2.2, 2.5)
"""First frame and memory against the bare window, at most: with an empty library, and with ten years in it."""
GROWTH_GOAL = 1.1
TEN_YEARS = 500

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv[:1])
window = QLabel("Clearing")
window.resize(1440, 900)
window.show()
from tests.bench.start_timed import tell_first_frame
tell_first_frame(window)
app.exec()
"""
CLEARING = """
import sys
from desktop.__main__ import main
from desktop.commands import display_check
def at_rest():
    tell(AT_REST)
    QCoreApplication.quit()
def watch_the_rest():  # only now, for the first frame is painted without all that this imports
    from desktop.app.clearing import Clearing
    from desktop.app.places_ahead import PlacesAhead
    start, begin = Clearing.start, PlacesAhead.begin
    def timed_start(clearing):
        start(clearing)
        QTimer.singleShot(0, lambda: tell(FILLED))
    def timed_begin(ahead):
        ahead.steps.finished.connect(at_rest)
        begin(ahead)
    Clearing.start, PlacesAhead.begin = timed_start, timed_begin
def watch_the_window():
    global QCoreApplication, QTimer, AT_REST, FILLED, tell
    from PySide6.QtCore import QCoreApplication, QTimer
    from desktop.app.window import MainWindow
    from tests.bench.start_timed import AT_REST, FILLED, tell, tell_first_frame
    open_up = MainWindow.open_up
    def timed_open(window):
        open_up(window)
        tell_first_frame(window, watch_the_rest)
    MainWindow.open_up = timed_open
def watched_check():  # nothing of Qt is imported before the app itself does so
    from desktop.app import override_guard
    guard = override_guard.guard_overrides
    def watched_guard():
        guard()
        watch_the_window()
    override_guard.guard_overrides = watched_guard
    return check()
check = display_check.why_no_window
display_check.why_no_window = watched_check
sys.argv = ["clearing", "--library", sys.argv[1]]
main()
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a process said of one moment: seconds since it was begun, its processor seconds, its memory in MB."""

    wall: float
    cpu: float
    memory: float


Start = Mapping[str, Moment]


def start_once(script: str, *arguments: str, home: Path) -> Start:
    """Starts a process and reads what it says of its moments."""
    # Its own home: no preferences of whoever measures, no other Clearing that is open.
    alone = os.environ | {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    alone |= {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=alone,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    rows = (line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 3)
    return {name: Moment(float(wall) - begun, float(cpu), float(memory)) for name, wall, cpu, memory in rows}


def middle(starts: Sequence[Start], moment: str, of: Callable[[Moment], float]) -> float:
    """The middle of what many starts say of one moment."""
    return median(of(start[moment]) for start in starts)


def in_turns(kinds: Mapping[str, tuple[str, ...]], times: int, home: Path) -> dict[str, list[Start]]:
    """Starts each kind so many times."""
    for script, *arguments in kinds.values():
        start_once(script, *arguments, home=home)  # the disk is read once for all, and all is compiled
    taken: dict[str, list[Start]] = {name: [] for name in kinds}
    for _ in range(times):
        for name, (script, *arguments) in kinds.items():
            taken[name].append(start_once(script, *arguments, home=home))
    return taken


def show(taken: Mapping[str, Sequence[Start]], bare: Sequence[Start]) -> None:
    """The table, with everything against the bare window."""
    columns = (
        ("frame, s", FRAME, wall_of),
        ("frame, CPU s", FRAME, cpu_of),
        ("all there, s", FILLED, wall_of),
        ("its CPU s", FILLED, cpu_of),
        ("MB", FILLED, memory_of),
        ("MB at rest", AT_REST, memory_of),
    )
    print(f"{'from the start of the process to':28}" + "".join(f"{title:>20}" for title, _, _ in columns))
    for name, starts in taken.items():
        row = f"{name:28}"
        for _, moment, of in columns:
            if moment not in starts[0]:
                row += f"{'':20}"
                continue
            figure, beside = middle(starts, moment, of), middle(bare, FRAME, of)
            row += f"{figure:12.2f}{figure / beside:6.2f} x"
        print(row)


def wall_of(moment: Moment) -> float:
    """Seconds since the process was begun."""
    return moment.wall


def cpu_of(moment: Moment) -> float:
    """Its processor seconds."""
    return moment.cpu


def memory_of(moment: Moment) -> float:
    """The memory held, in MB."""
    return moment.memory


def judge(name: str, starts: Sequence[Start], bare: Sequence[Start], goals: tuple[float, float]) -> None:
    """Whether the goals are kept."""
    frame = middle(starts, FRAME, wall_of) / middle(bare, FRAME, wall_of)
    memory = middle(starts, FILLED, memory_of) / middle(bare, FRAME, memory_of)
    for what, ratio, goal in (("first frame", frame, goals[0]), ("memory", memory, goals[1])):
        print(f"{name}: {what} {ratio:.2f} x, goal {goal} x: {'kept' if ratio <= goal else 'MISSED'}")


def growth(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The exponent with which a cost grows: 0 where it stays, 1 where it doubles with the size."""
    return log(max(costs[-1], 1e-3) / max(costs[0], 1e-3)) / log(sizes[-1] / sizes[0])


def show_growth(taken: Mapping[int, Sequence[Start]], empty: Sequence[Start]) -> None:
    """How what comes on top of an empty library grows with the number of sessions."""
    sizes = sorted(taken)
    for what, moment, of in (
        ("first frame, CPU", FRAME, cpu_of),
        ("all there, CPU", FILLED, cpu_of),
        ("memory", FILLED, memory_of),
    ):
        whole = [middle(taken[size], moment, of) for size in sizes]
        above = [each - middle(empty, moment, of) for each in whole]
        exponents = f"{growth(sizes, whole):5.2f}, above an empty library {growth(sizes, above):5.2f}"
        print(f"{what}: grows with exponent {exponents} (goal {GROWTH_GOAL})")


def main() -> None:
    """All kinds, in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--sessions", type=int, nargs="+", default=[250, 500, 1000])
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    from tests.bench.years.library import Size, fill

    with TemporaryDirectory() as home:
        kept = asked.keep or Path(home, "libraries")
        kept.mkdir(exist_ok=True, parents=True)
        names = {size: f"Clearing, {size} sessions" for size in (0, *asked.sessions)}
        kinds: dict[str, tuple[str, ...]] = {"a bare window with a label": (BARE,)}
        for size, name in names.items():
            fill(kept / f"{size}.json", Size(sessions=size))
            kinds[name] = (CLEARING, str(kept / f"{size}.json"))
        taken = in_turns(kinds, asked.times, Path(home))
    bare, empty = taken["a bare window with a label"], taken[names[0]]
    show(taken, bare)
    judge(names[0], empty, bare, EMPTY_GOAL)
    if TEN_YEARS in names:
        judge(names[TEN_YEARS], taken[names[TEN_YEARS]], bare, FULL_GOAL)
    if len(asked.sessions) > 1:
        show_growth({size: taken[names[size]] for size in asked.sessions}, empty)


if __name__ == "__main__":
    main()
