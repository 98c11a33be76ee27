"""What is done with the app in ten years: every place twice, the hour, search, another look, and closing."""

import cProfile
import pstats
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import thread_time
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.app.clearing import Clearing
from desktop.app.last_save import LastSave
from desktop.app.places_ahead import PlacesAhead
from desktop.content.catalogue import read_catalogue
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.places.page import Page, PlaceName
from desktop.places.people.page import PeoplePage
from desktop.places.sessions.page import SessionsPage
from formats.session.moves import Move
from formats.session.session import Session
from tests.bench.years.library import AFTER_ALL, Size, coming_session
from tests.bench.years.watching import Spent, Watch, settle
from tests.desktop.conftest import StandingClock

KEYS = (("Pause", Qt.Key.Key_Space), ("Resume", Qt.Key.Key_Space), ("a minute more", Qt.Key.Key_Plus))
LOOKS = (
    ("dark", "dark", 1.0, False),
    ("200 %", "dark", 2.0, False),
    ("reduced motion", "dark", 2.0, True),
    ("light, 100 %", "light", 1.0, False),
)
STAGES_ON = 4
T = TypeVar("T")


class Years:
    """The app on a library of many years; what each act costs is kept in `spent`."""

    def __init__(self, library: Path, look: Look, size: Size, *, profiled: str = "", quiet: bool = False) -> None:
        self.clock = StandingClock(AFTER_ALL)
        self.spent: list[Spent] = []
        self._profiled, self._size = profiled, size
        self._watch = Watch()
        if quiet:
            self._watch.told = lambda _: None
        self.app = self.measure("the app is built and shown", partial(self._start, library, look))
        self.measure("all places are built behind the window", partial(PlacesAhead(self.app).begin, 0))
        self.coming = self._coming()

    @property
    def chapters(self) -> dict[str, Callable[[], None]]:
        """What can be done, by name, in the order in which it is done."""
        return {
            "places": self.walk_places,
            "lists": self.walk_lists,
            "run": self.run_the_hour,
            "search": self.search,
            "look": self.change_look,
            "close": self.close,
        }

    def measure(self, name: str, act: Callable[[], T]) -> T:
        """Does it until all is done that it asked for."""
        profile = cProfile.Profile(thread_time) if self._profiled and self._profiled in name else None
        if profile:
            profile.enable()
        result, spent = self._watch.measure(name, act)
        self.spent.append(spent)
        if profile:
            profile.disable()
            for order in ("tottime", "cumulative"):
                pstats.Stats(profile).sort_stats(order).print_stats(40)
        return result

    def page(self, place: PlaceName) -> Page:
        """The page of a place."""
        return self.app.window.places[place]

    def walk_places(self) -> None:
        """Every place twice, the next session of a series of a third of all on the table."""
        self.measure(
            "a session with a third of all before it is opened", partial(self.app.runner.open, self.coming)
        )
        for visit in ("first", "second"):
            for place in PlaceName:
                self.measure(f"{place.value}, {visit} visit", partial(self.app.window.show_place, place))

    def walk_lists(self) -> None:
        """The long lists: open next steps, and one person after the other."""
        self.app.window.show_place(PlaceName.SESSIONS)
        sessions = self.page(PlaceName.SESSIONS)
        assert isinstance(sessions, SessionsPage)
        for visit in ("first", "second"):
            self.measure(f"Next steps, {visit} visit", sessions.show_open_steps)
            self.app.window.show_place(PlaceName.SESSIONS)
        self.app.window.show_place(PlaceName.PEOPLE)
        people = self.page(PlaceName.PEOPLE)
        assert isinstance(people, PeoplePage)
        for name, key in (("the next person", Qt.Key.Key_Down), ("the last person", Qt.Key.Key_End)):
            self.measure(name, partial(QTest.keyClick, people.table, key))
        self.measure("a letter in People's search", partial(QTest.keyClicks, people.search, "f"))
        people.search.clear()

    def run_the_hour(self) -> None:
        """What a facilitator and a note-taker do in the hour, Prepare having been open."""
        for place in (PlaceName.PREPARE, PlaceName.RUN):
            self.app.window.show_place(place)
        run = self.page(PlaceName.RUN)
        self.app.window.activateWindow()
        self.measure("Start", partial(self.app.runner.make, Move.START))
        self.clock.move(seconds=90)
        self.measure("a second passes", self.app.runner.catch_up)
        for name, key in KEYS:
            self.measure(name, partial(QTest.keyClick, run, key))
        for stage in range(STAGES_ON):
            self.clock.move(seconds=30)
            self.measure(f"Next stage, {stage + 1}", partial(self.app.runner.make, Move.NEXT))
        for name, key in KEYS:
            self.measure(f"{name}, in a round", partial(QTest.keyClick, run, key))
        line = next(found for found in run.findChildren(NoteLine) if found.isVisible())
        line.setFocus()
        for number in range(2):
            self.measure(f"a letter of note {number + 1}", partial(QTest.keyClicks, line, "a"))
            QTest.keyClicks(line, " thing worth keeping")
            self.measure(f"Enter on note {number + 1}", partial(QTest.keyClick, line, Qt.Key.Key_Return))

    def search(self) -> None:
        """Letters into the search of Sessions."""
        self.app.window.show_place(PlaceName.SESSIONS)
        settle()
        page = self.page(PlaceName.SESSIONS)
        field = next(f for f in page.findChildren(QLineEdit, "search") if f.isVisible())
        field.setFocus()
        for letter in "garden":
            self.measure(f"“{letter}” of garden in search", partial(QTest.keyClicks, field, letter))
        self.measure("search is emptied", field.clear)

    def change_look(self) -> None:
        """Theme, text size and motion with every place built."""
        for place in (PlaceName.RUN, PlaceName.PREPARE):
            self.app.window.show_place(place)
            for name, theme, scale, calm in LOOKS:
                choose = partial(self.app.look.choose, theme=theme, scale=scale, calm=calm)
                self.measure(f"{name}, {place.value} in sight", choose)

    def close(self) -> None:
        """Puts all away."""
        self.app.window.close()
        self.measure("the table is put away", self.app.put_away)
        self.measure("the app is closed", LastSave(self.app.file, self.app.look).write)

    def _start(self, library: Path, look: Look) -> Clearing:
        app = Clearing(library, self.clock, LivePreferences(None), look)
        app.start()
        return app

    def _coming(self) -> Session:
        session = coming_session(read_catalogue(), self._size)
        self.app.repository.keep_session(session)
        return session
