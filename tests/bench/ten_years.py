"""What does each act cost on the UI thread with ten years in the library? Processor time, and the longest block.

    python -m tests.bench.ten_years [--sessions 500] [--only TEXT] [--profile TEXT] [--keep FILE]

Three series of a third of the sessions each, 100 notes a session, the run log of a whole hour; made by the app's
own means. All is measured on one thread, so that background work and other programs do not count. `--keep` names a
library that is made there once and used again. `--profile` shows what takes the time of the acts with this text.
"""

import argparse
import cProfile
import os
import pstats
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.app.preload import modules
from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.places.page import Page, PlaceName
from desktop.preferences import Preferences
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKey
from formats.session.events import Event, Finished, Moved, Started
from formats.session.moves import Move
from formats.session.notes import Note, NoteKind
from formats.session.people import Person
from formats.session.session import Room, Session, as_planned
from tests.bench.library import WORDS, now
from tests.desktop.a_session import STARTS, a_session
from tests.desktop.conftest import StandingClock

SERIES = ("Network peers", "Carers' circle", "Ward leads")
NOTES = 100
PEOPLE = 60
KINDS = (NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE, NoteKind.NEXT_STEP, NoteKind.STORY)
KEYS = (("Pause", Qt.Key.Key_Space), ("Resume", Qt.Key.Key_Space), ("a minute more", Qt.Key.Key_Plus))
LOOKS = (
    ("dark", "dark", 1.0, False),
    ("200 %", "dark", 2.0, False),
    ("reduced motion", "dark", 2.0, True),
    ("light, 100 %", "light", 1.0, False),
)
BLOCK_MS = 50
T = TypeVar("T")


def fill(library: Path, sessions: int) -> None:
    """Writes the library, unless it is there."""
    if library.exists():
        return
    catalogue = read_catalogue()
    with open_library(library, now=now) as file:
        repository = SessionRepository(file)
        for session in ten_years(catalogue, sessions):
            with file.saving(wait=False):
                repository.keep_session(session)


def ten_years(catalogue: Catalogue, sessions: int) -> Iterator[Session]:
    """Sessions of a week each in turn for three series, held and noted, each with 18 of 60 people."""
    network = tuple(
        Person(f"n{each}", f"Person{each} Family{each % 17}", f"Trust {each % 9}") for each in range(PEOPLE)
    )
    model = a_session(catalogue)
    stages = [stage.key for stage in model.agenda.stages]
    for number in range(sessions):
        starts = STARTS + timedelta(weeks=number)
        first = number * 7 % PEOPLE
        people = tuple(network[(first + each) % PEOPLE] for each in range(len(model.people)))
        stand_in = {old.id: new.id for old, new in zip(model.people, people, strict=True)}
        rooms = tuple(
            replace(each, rooms=tuple(with_people(room, stand_in) for room in each.rooms)) for each in model.rooms
        )
        log: list[Event] = [Started(starts, stages[0])]
        log += [Moved(starts + timedelta(minutes=2 * at), key) for at, key in enumerate(stages[1:], 1)]
        log.append(Finished(starts + timedelta(hours=1)))
        notes = tuple(a_note(number, at, stages, starts) for at in range(NOTES))
        series = SERIES[number % 3]
        yield replace(
            model, id=f"session-{number}", title=f"{series} {number // 3 + 1}", series=series,
            starts_at=starts, people=people, rooms=rooms, events=tuple(log), notes=notes,
        )  # fmt: skip


def with_people(room: Room, stand_in: dict[str, str]) -> Room:
    """The room with others in their places."""
    people = tuple(stand_in[person] for person in room.people)
    return replace(room, people=people, presenter=stand_in.get(room.presenter, ""))


def a_note(session: int, at: int, stages: list[StageKey], starts: datetime) -> Note:
    """One of the hundred notes of a session."""
    words = [WORDS[(session + at * step) % len(WORDS)] for step in range(3, 15)]
    return Note(
        f"s{session}-{at}", KINDS[at % len(KINDS)], " ".join(words), starts + timedelta(seconds=30 * at),
        stages[at % len(stages)], at % 3 + 1, done=at % 12 == 4,
    )  # fmt: skip


class Bench:
    """The app on such a library, with the last session of a series on the table, its hour begun."""

    def __init__(self, library: Path, look: Look, profiled: str) -> None:
        self.clock = StandingClock(STARTS + timedelta(weeks=520))
        self._profiled = profiled
        self.rows: list[tuple[str, float, float]] = []
        self.app = self.measure("the app is built and shown", lambda: self._start(library, look))

    def _start(self, library: Path, look: Look) -> Clearing:
        app = Clearing(library, self.clock, LivePreferences(None), look)
        app.start()
        return app

    def measure(self, name: str, act: Callable[[], T]) -> T:
        """Does it until all is done that it asked for; notes processor time and the longest block."""
        settle()
        profile = cProfile.Profile() if self._profiled and self._profiled in name else None
        if profile:
            profile.enable()
        began = thread_time()
        result = act()
        blocks = [thread_time() - began, *settle()]
        if profile:
            profile.disable()
        self.rows.append((name, sum(blocks) * 1000, max(blocks) * 1000))
        flag = "  <-- over 50 ms" if max(blocks) * 1000 > BLOCK_MS else ""
        print(f"{name:58}{sum(blocks) * 1000:9.1f}{max(blocks) * 1000:9.1f}{flag}", flush=True)
        if profile:
            pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
        return result

    def show(self, place: PlaceName, visit: str) -> None:
        """A place is opened from the rail."""
        self.measure(f"{place.value}, {visit} visit", lambda: self.app.window.show_place(place))

    def page(self, place: PlaceName) -> Page:
        """The page of a place."""
        return self.app.window.places[place]

    def open_last(self) -> None:
        """The last session, not begun, follows on 166 others."""
        model = self.app.repository.session(self.app.repository.cards()[0].id)
        assert model is not None
        coming = replace(as_planned(model), id="coming", title="The next one", starts_at=self.clock.now())
        self.app.repository.keep_session(coming)
        self.measure("a session with a third of all before it is opened", lambda: self.app.runner.open(coming))

    def walk_places(self) -> None:
        """Every place twice."""
        for visit in ("first", "second"):
            for place in PlaceName:
                self.show(place, visit)

    def run_acts(self) -> None:
        """What a facilitator and a note-taker do in the hour, Prepare having been open."""
        self.app.window.show_place(PlaceName.RUN)
        run = self.page(PlaceName.RUN)
        self.app.window.activateWindow()
        self.measure("Start", lambda: self.app.runner.make(Move.START))
        self.clock.move(seconds=90)
        self.measure("a second passes", self.app.runner.catch_up)
        for name, key in KEYS:
            self.measure(name, lambda key=key: QTest.keyClick(run, key))
        self.measure("Next stage", lambda: self.app.runner.make(Move.NEXT))
        line = next(found for found in run.findChildren(NoteLine) if found.isVisible())
        line.setFocus()
        self.measure("a letter of a note", lambda: QTest.keyClicks(line, "a"))
        QTest.keyClicks(line, " thing worth keeping")
        self.measure("Enter on a note", lambda: QTest.keyClick(line, Qt.Key.Key_Return))

    def search(self) -> None:
        """Letters into the search of Sessions."""
        self.app.window.show_place(PlaceName.SESSIONS)
        settle()
        field = next(f for f in self.page(PlaceName.SESSIONS).findChildren(QLineEdit) if f.isVisible())
        field.setFocus()
        for letter in "garden":
            self.measure(f"“{letter}” of garden in search", lambda letter=letter: QTest.keyClicks(field, letter))
        field.clear()

    def change_look(self) -> None:
        """Theme, text size and motion with every place built."""
        for place in (PlaceName.RUN, PlaceName.PREPARE):
            self.app.window.show_place(place)
            for name, theme, scale, calm in LOOKS:
                choose = partial(self.app.look.choose, theme=theme, scale=scale, calm=calm)
                self.measure(f"{name}, {place.value} in sight", choose)

    def close(self) -> None:
        """Puts all away."""
        self.measure("the app is closed", self.app.stop)
        self.app.window.close()


def settle() -> list[float]:
    """Takes events until nothing is left to do, in the background neither; the seconds of each look."""
    spent: list[float] = []
    quiet = 0
    while quiet < 3:
        QThreadPool.globalInstance().waitForDone(5000)
        began = thread_time()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        spent.append(thread_time() - began)
        quiet = quiet + 1 if spent[-1] < 0.002 else 0
        if len(spent) > 200:
            break
    return spent


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=500)
    parser.add_argument("--profile", default="")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    _, look = application(Preferences(theme="light"))
    for module in modules():
        import_module(module)
    with TemporaryDirectory() as folder:
        made = asked.keep or Path(folder, "made.json")
        fill(made, asked.sessions)
        library = Path(folder, "library.json")
        shutil.copy(made, library)
        print(f"{'':58}{'ms':>9}{'block':>9}")
        bench = Bench(library, look, asked.profile)
        bench.open_last()
        bench.walk_places()
        bench.run_acts()
        bench.search()
        bench.change_look()
        bench.close()


if __name__ == "__main__":
    main()
