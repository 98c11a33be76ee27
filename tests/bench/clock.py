"""What do the running clock and the breathing shape cost? CPU of a core, beside an empty Qt window, in one run.

    python -m tests.bench.clock [--seconds 20] [--profile]

Run place at 1440 x 900 and room display at 1920 x 1080 are open, drawn in software on the offscreen platform.
`--profile` lists instead where the time of the running clock goes.
"""

import argparse
import cProfile
import os
import pstats
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.app.application import application
from desktop.content.catalogue import read_catalogue
from desktop.live.clocks import SteadyClock
from desktop.live.runner import SessionRunner
from desktop.live.side_timers import SideTimers
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.run.page import RunPage
from desktop.preferences import Preferences
from desktop.room_display.views import View
from desktop.room_display.window import RoomDisplay
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.library.side_timers import SideTimerRepository
from formats.session.agenda import Stage, StageKind
from formats.session.events import Restarted
from formats.session.moves import Move
from formats.session.session import Session
from tests.desktop.a_session import a_session

CLOCK_GOAL, BREATH_GOAL = 1.0, 15.0
SETTLING = 5.0


class Windows(QObject):
    """The Run place and the room display with a session that runs on the real clock."""

    def __init__(self, folder: Path, look: Look) -> None:
        super().__init__()
        clock, catalogue, wishes = SteadyClock(), read_catalogue(), LivePreferences(None)
        self.file = open_library(folder / "library.json", now=clock.now)
        self.runner = SessionRunner(SessionRepository(self.file), clock)
        timers = SideTimers(self.runner, SideTimerRepository(self.file), self)
        self.run = RunPage(look, self.runner, timers, catalogue, wishes)
        self.display = RoomDisplay(look, self.runner, catalogue, wishes)
        session = replace(a_session(catalogue), starts_at=clock.now())
        SessionRepository(self.file).keep_session(session)
        self.runner.open(session)
        self.run.resize(1364, 900)
        self.run.show()
        self.display.show_view(View.FOLLOW)
        self.display.showNormal()
        self.display.resize(1920, 1080)
        self.runner.make(Move.START)

    def go_to(self, kind: StageKind) -> None:
        """Goes to the first stage of a kind; an opener begins without its invitation."""
        stage = next(stage for stage in self.session.agenda.stages if stage.kind is kind)
        self.runner.go_to(stage.key)
        if kind is StageKind.OPENER:
            self.runner.record((Restarted(self.runner.now),))

    def breathe_with(self, opener: str) -> None:
        """Makes the first stage an opener, as the library has it."""

        def changed(session: Session) -> Session:
            first, *others = session.agenda.parts
            stage = replace(first.stages[0], kind=StageKind.OPENER, opener=opener)
            part = replace(first, stages=(stage, *first.stages[1:]))
            return replace(session, agenda=replace(session.agenda, parts=(part, *others)))

        self.runner.amend(changed)

    @property
    def session(self) -> Session:
        """What is on the table."""
        assert self.runner.session is not None
        return self.runner.session

    def close(self) -> None:
        """Puts everything away."""
        self.runner.open(None)
        self.run.close()
        self.display.close()
        self.file.close()


def working(stage: Stage) -> bool:
    """Whether a stage is a long one of the structure."""
    return stage.kind is StageKind.WORK and stage.length.total_seconds() >= 300


def let_run(seconds: float) -> None:
    """Runs Qt's event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def percent_of_a_core(seconds: float) -> float:
    """CPU time of this process, all its threads, while the event loop runs."""
    let_run(SETTLING)
    cpu, wall = time.process_time(), time.perf_counter()
    let_run(seconds)
    return 100 * (time.process_time() - cpu) / (time.perf_counter() - wall)


def frames_a_second(widget: QWidget, frames: QTimer) -> float:
    """How often a timer fired in two seconds."""
    seen: list[float] = []

    def note() -> None:
        seen.append(time.perf_counter())

    frames.timeout.connect(note)
    let_run(2)
    frames.timeout.disconnect(note)
    return (len(seen) - 1) / (seen[-1] - seen[0]) if len(seen) > 1 else 0.0


def report(name: str, percent: float, empty: float, goal: float | None = None) -> None:
    """One line of the table."""
    ratio = f"{percent / empty:8.1f}" if empty else "       -"
    within = "" if goal is None else f"   goal {goal:g} %: {'kept' if percent < goal else 'MISSED'}"
    print(f"{name:52}{percent:7.2f} %{ratio}{within}", flush=True)


def measure(look: Look, folder: Path, seconds: float) -> None:
    """The table."""
    print(f"{'':52}{'of a core':>9}{'x empty':>8}")
    window = QWidget()
    window.resize(1364, 900)
    window.show()
    empty = percent_of_a_core(seconds)
    report("an empty window", empty, 0)
    window.close()
    windows = Windows(folder, look)
    windows.runner.go_to(next(stage.key for stage in windows.session.agenda.stages if working(stage)))
    report("the clock, both windows open", percent_of_a_core(seconds), empty, CLOCK_GOAL)
    windows.display.hide()
    report("the clock, Run place alone", percent_of_a_core(seconds), empty)
    windows.display.show()
    windows.breathe_with("coherent-breathing")
    windows.go_to(StageKind.OPENER)
    assert windows.display.view is View.OPENER
    windows.run.hide()
    report("the breathing shape at 1920 x 1080 alone", percent_of_a_core(seconds), empty, BREATH_GOAL)
    rate = frames_a_second(windows.display, windows.display.findChild(QTimer))
    windows.run.show()
    report("the same, and the shape in the Run place", percent_of_a_core(seconds), empty)
    print(f"{'frames a second':52}{rate:7.1f}")
    windows.close()


def profile(look: Look, folder: Path, seconds: float, go: Callable[[Windows], None]) -> None:
    """Where the time goes, by what was called."""
    windows = Windows(folder, look)
    go(windows)
    let_run(SETTLING)
    watch = cProfile.Profile()
    watch.enable()
    let_run(seconds)
    watch.disable()
    pstats.Stats(watch, stream=sys.stdout).sort_stats("cumulative").print_stats(35)
    windows.close()


def to_work(windows: Windows) -> None:
    """The clock of a long stage."""
    windows.runner.go_to(next(stage.key for stage in windows.session.agenda.stages if working(stage)))


def main() -> None:
    """Both, in one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    _, look = application(Preferences(theme="light"))
    with TemporaryDirectory() as folder:
        if asked.profile:
            profile(look, Path(folder), asked.seconds, to_work)
        else:
            measure(look, Path(folder), asked.seconds)


if __name__ == "__main__":
    main()
