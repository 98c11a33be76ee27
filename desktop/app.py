"""The one place that builds the parts of the app and wires them together."""

import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.catalogue import read_catalogue
from desktop.clocks import SessionClock
from desktop.look import Look, load_fonts
from desktop.new_session import today
from desktop.places.library import LibraryPlace
from desktop.places.people import PeoplePlace
from desktop.places.place import Place, PlaceName
from desktop.places.prepare.place import PreparePlace
from desktop.places.run import RunPlace
from desktop.places.sessions import SessionsPlace
from desktop.places.settings import SettingsPlace
from desktop.places.summary import SummaryPlace
from desktop.preferences import Preferences
from desktop.room_display.window import RoomDisplay
from desktop.runner import SessionRunner
from desktop.safekeeping import Safekeeping
from desktop.session_files import sample_script
from desktop.window import MainWindow
from desktop.wishes import Wishes
from formats.library.misfits import set_misfits_aside
from formats.library.opening import open_library
from formats.library.shelf import Progress, Shelf
from formats.library.standing import SaveState


def application(preferences: Preferences) -> tuple[QApplication, Look]:
    """The Qt application, dressed. Call once in a process, before any widget is made."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Clearing")
    app.setStyle("Fusion")
    load_fonts()
    picture = QPixmap()
    picture.loadFromData(files("resources").joinpath("icons", "clearing.png").read_bytes())
    app.setWindowIcon(QIcon(picture))
    look = Look(preferences.theme, preferences.text_scale, preferences.reduced_motion)
    look.apply()
    return app, look


class Clearing(QObject):
    """The app, built: one library, one live session, one window and the room display."""

    def __init__(self, library: Path, clock: SessionClock, wishes: Wishes, look: Look) -> None:
        super().__init__()
        self._runner: SessionRunner | None = None
        self.file = open_library(library, now=clock.now, listener=self._tell_save_state)
        self._apart = set_misfits_aside(self.file)
        self.shelf = Shelf(self.file)
        self.runner = self._runner = SessionRunner(self.shelf, clock, self)
        self.catalogue = read_catalogue()
        self.look, self.wishes = look, wishes
        self.room_display = RoomDisplay(look, self.runner, self.catalogue, wishes)
        self.window = MainWindow(look, self._places(clock))
        self.safekeeping = Safekeeping(self.window, self.runner, self.file, wishes)
        self._on_answer: Callable[[], None] | None = None
        self._wire()

    def start(self) -> None:
        """Shows the window, says what happened to the library, and offers to go on with what was running."""
        self.window.open_up()
        told = self.safekeeping.begin()
        unfinished = "" if self.file.standing.read_only else self._take_up()
        if said := " ".join(filter(None, (told, self._apart, unfinished))):
            act = ("Go on", self._go_on) if unfinished else ("", None)
            self.say(said, *act)

    def stop(self) -> None:
        """Writes everything into the plain library file and lets go of it."""
        self.room_display.close()
        self.runner.open(None)
        self.file.close()

    def _places(self, clock: SessionClock) -> dict[PlaceName, Place]:
        look, runner, shelf, catalogue = self.look, self.runner, self.shelf, self.catalogue
        return {
            PlaceName.SESSIONS: SessionsPlace(look, shelf, runner, catalogue, clock),
            PlaceName.PREPARE: PreparePlace(look, runner, catalogue, shelf),
            PlaceName.RUN: RunPlace(look, runner, catalogue, self.wishes),
            PlaceName.SUMMARY: SummaryPlace(look, runner, shelf),
            PlaceName.LIBRARY: LibraryPlace(look, catalogue, runner, shelf),
            PlaceName.PEOPLE: PeoplePlace(look, shelf, runner),
            PlaceName.SETTINGS: SettingsPlace(look, self.wishes, self.file),
        }

    def _wire(self) -> None:
        sessions, run = self.window.places[PlaceName.SESSIONS], self.window.places[PlaceName.RUN]
        assert isinstance(sessions, SessionsPlace)
        assert isinstance(run, RunPlace)
        settings, people = self.window.places[PlaceName.SETTINGS], self.window.places[PlaceName.PEOPLE]
        assert isinstance(settings, SettingsPlace)
        assert isinstance(people, PeoplePlace)
        sessions.sample_wanted.connect(self._open_sample)
        sessions.note_found.connect(run.notes.show_note)
        sessions.person_found.connect(people.show_person)
        run.room_display_wanted.connect(self.room_display.toggle)
        run.room_view_wanted.connect(self.room_display.show_view)
        self.room_display.act_wanted.connect(run.do)
        self.wishes.changed.connect(self._dress)
        self.runner.save_state_changed.connect(settings.show_save_state)
        settings.library_changed.connect(self.runner.reload)
        self.window.notice.answered.connect(self._answer)
        self.window.closing.connect(self.stop)

    def _open_sample(self) -> None:
        if self.runner.refuses():
            return
        session = today(sample_script(self.catalogue, self.shelf.people()).session, self.runner.now)
        self.shelf.keep_whole(session)
        self.runner.open(session)
        self.window.show_place(PlaceName.PREPARE)

    def _take_up(self) -> str:
        """Puts the session that was running on the table, and says which; empty where there is none."""
        running = [card for card in self.shelf.cards() if card.progress is Progress.RUNNING]
        if not running:
            return ""
        self.runner.open(self.shelf.session(running[0].id))
        stage = self.runner.reading.stage if self.runner.reading else None
        if stage is None:
            return ""
        return f"{running[0].title} was not finished when Clearing stopped. It is in “{stage.title}” now."

    def _go_on(self) -> None:
        self.window.show_place(PlaceName.RUN)

    def say(self, sentence: str, act: str = "", on_answer: Callable[[], None] | None = None) -> None:
        """Says a sentence above the place that is open, and offers an act where there is one."""
        self._on_answer = on_answer
        self.window.notice.say(sentence, act)

    def take_back(self, on_answer: Callable[[], None]) -> None:
        """Hides what was said with this answer, where it still stands: it no longer holds."""
        if self._on_answer == on_answer:
            self._on_answer = None
            self.window.notice.hide()

    def _answer(self) -> None:
        self.window.notice.hide()
        if self._on_answer is not None:
            self._on_answer()

    def _dress(self, preferences: Preferences) -> None:
        self.look.choose(theme=preferences.theme, scale=preferences.text_scale, calm=preferences.reduced_motion)

    def _tell_save_state(self, state: SaveState) -> None:
        # The library speaks while it opens, before there is a runner to pass it on.
        if self._runner is not None:
            self._runner.tell_save_state(state)
