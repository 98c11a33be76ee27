"""How long from the start of the process to the first painted frame? Clearing beside a bare Qt window, in one run.

    python -m tests.bench.start [--times 7] [--sessions 200]

Each start is a process of its own with the real command line; the three kinds take turns, so that whatever else
the machine does meets all of them. Offscreen unless QT_QPA_PLATFORM says otherwise. The middle one counts.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
GOAL = 0.8
NOTES = 30  # a session

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from tests.bench.start_timed import tell_first_frame
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1440, 900)
window.show()
tell_first_frame(window)
app.exec()
"""
CLEARING = """
import sys
from desktop.commands.command_line import run
from desktop.app.window import MainWindow
from tests.bench.start_timed import tell_first_frame
open_up = MainWindow.open_up
def timed(window):
    open_up(window)
    tell_first_frame(window)
MainWindow.open_up = timed
run(["--library", sys.argv[1]])
"""


def seconds_to_frame(script: str, *arguments: str, home: Path) -> float:
    """Starts a process and reads when it had painted."""
    # Its own home: no preferences of whoever measures, no other Clearing that is open.
    alone = os.environ | {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=alone,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return float(done.stdout.split()[-1]) - started


def fill(library: Path, sessions: int) -> None:
    """Writes a library of so many sessions, by the app's own means."""
    from desktop.content.catalogue import read_catalogue
    from formats.library.opening import open_library
    from formats.library.repository import SessionRepository
    from tests.bench.library import now
    from tests.desktop.a_session import a_note, a_session

    catalogue, file = read_catalogue(), open_library(library, now=now)
    repository = SessionRepository(file)
    for number in range(sessions):
        with file.saving(wait=False):
            notes = [a_note(number * NOTES + at, f"Note {at} of session {number}") for at in range(NOTES)]
            repository.keep_session(a_session(catalogue, *notes, session_id=f"session-{number}"))
    file.close()


def main() -> None:
    """All three, in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--sessions", type=int, default=200)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        home, empty, larger = Path(folder), Path(folder, "empty.json"), Path(folder, "larger.json")
        fill(empty, 0)
        fill(larger, asked.sessions)
        kinds = {
            "a bare Qt window": (BARE,),
            "Clearing, empty library": (CLEARING, str(empty)),
            f"Clearing, {asked.sessions} sessions of {NOTES} notes": (CLEARING, str(larger)),
        }
        for kind in kinds.values():
            seconds_to_frame(*kind, home=home)  # the disk is read once for all
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(asked.times):
            for name, kind in kinds.items():
                taken[name].append(seconds_to_frame(*kind, home=home))
    bare = median(next(iter(taken.values())))
    print(f"{'from process start to first painted frame':44}{'middle':>9}{'best':>9}{'x bare':>8}")
    for name, each in taken.items():
        within = f"   goal {GOAL} s: {'kept' if median(each) < GOAL else 'MISSED'}" if "Clearing" in name else ""
        print(f"{name:44}{median(each):7.2f} s{min(each):7.2f} s{median(each) / bare:8.1f}{within}")


if __name__ == "__main__":
    main()
