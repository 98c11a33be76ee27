"""How long is it from people coming onto the list to a plan painted in Prepare, and to the best one there?

    python -m tests.bench.rooms_on_screen [--times 3]

The place Prepare is open at 1364 x 900, drawn in software on the offscreen platform, on a real library file.
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.app.application import application
from desktop.content.catalogue import read_catalogue
from desktop.live.clocks import SteadyClock
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.prepare.page import PreparePage
from desktop.preferences import Preferences
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda, Part, PartKind, RoomNeeds, Stage, StageKey, StageKind
from formats.session.session import Session
from tests.builders import minutes
from tests.desktop.places.preparing import people

CASES = (
    (24, 4, RoomNeeds(4, 4, 4)),
    (30, 9, RoomNeeds(5, 5, 5)),
    (200, 8, RoomNeeds(4, 5, 6)),
    (500, 8, RoomNeeds(4, 5, 6)),
)
GOAL = 0.3
LONGEST = 60.0


class FirstPaint(QObject):
    """Notes when somebody's name is first painted in a room."""

    def __init__(self, place: PreparePage) -> None:
        super().__init__()
        self._place = place
        self.at: float | None = None
        self.planned_at: float | None = None
        place.planner.plan_changed.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None:
            self.at = perf_counter()
        return False

    def _watch(self) -> None:
        cards = self._place.people.rooms.cards
        if self.planned_at is None and cards and any(cell.seats for cell in cards[1].cells):
            self.planned_at = perf_counter()
            for cell in cards[1].cells:
                cell.installEventFilter(self)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    _, look = application(Preferences())
    print(f"{'people':>7}{'rounds':>7}{'in place':>10}{'painted':>10}{'searching then':>16}{'ended':>9}")
    for count, rounds, needs in CASES:
        for _ in range(asked.times):
            with TemporaryDirectory() as folder:
                measure(Path(folder), look, count, rounds, needs)


def measure(folder: Path, look: Look, count: int, rounds: int, needs: RoomNeeds) -> None:
    """One session from an empty list of people to the end of the search, as one line."""
    clock = SteadyClock()
    with open_library(folder / "library.json", now=clock.now) as file:
        repository = SessionRepository(file)
        runner = SessionRunner(repository, clock)
        place = PreparePage(look, runner, read_catalogue(), repository)
        place.resize(1364, 900)
        place.show()
        session = a_session(clock, rounds, needs)
        repository.keep_session(session)
        runner.open(session)
        turn(0.5)
        first = FirstPaint(place)
        began = perf_counter()
        place.people.add_people(people(count))
        while first.at is None and perf_counter() - began < LONGEST:
            QApplication.processEvents()
        still = "yes" if place.planner.searching else "no"
        while (place.planner.busy or place.planner.searching) and perf_counter() - began < LONGEST:
            QApplication.processEvents()
        ended = perf_counter()
        placed, painted = (first.planned_at or ended) - began, (first.at or ended) - began
        figures = f"{count:7}{rounds:7}{placed:9.3f}s{painted:9.3f}s{still:>16}{ended - began:8.2f}s"
        print(figures + ("" if painted <= GOAL else f"  over {GOAL:g} s"), flush=True)
        runner.open(None)
        place.close()
        place.deleteLater()
        turn(0.2)


def a_session(clock: SteadyClock, rounds: int, needs: RoomNeeds) -> Session:
    """Nobody on the list, and so many rounds of one structure."""
    talk = Stage(
        StageKey("work", "talk"), StageKind.WORK, "Talk", minutes(10), minutes(5), minutes(15), repeats=True
    )
    part = Part("work", PartKind.STRUCTURE, "Work", (talk,), rooms=needs).with_rounds(rounds)
    made = Session("bench", "Rooms on screen", clock.now(), "Europe/London", minutes(60), agenda=Agenda((part,)))
    return replace(made, apart_by="")


def turn(seconds: float) -> None:
    """Lets the event loop turn for a while."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        QApplication.processEvents()


if __name__ == "__main__":
    main()
