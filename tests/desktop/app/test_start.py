"""A start builds and imports what is in the first frame and nothing else; what comes later is there in time."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.content.own_entries import OwnEntries, OwnKind, template
from desktop.look import Look
from desktop.places.page import Page, PlaceName
from formats.library.opening import open_library
from tests.desktop.a_session import STARTS, a_session
from tests.desktop.the_app import the_app

ROOT = Path(__file__).parents[3]
LATER = (
    "docx", "openpyxl", "typst", "pypdf", "jinja2", "icalendar", "lxml", "nacl", "miniaudio", "wakepy", "numpy",
    "desktop.places.prepare.page", "desktop.places.run.page", "desktop.places.summary.page",
    "desktop.places.library.page", "desktop.places.people.page", "desktop.places.settings.page",
    "desktop.room_display.window", "formats.exports.writers",
)  # fmt: skip
START = """
import sys
from PySide6.QtCore import QTimer
from desktop.commands.command_line import run
from desktop.app.window import MainWindow
open_up = MainWindow.open_up
def shown(window):
    open_up(window)
    QTimer.singleShot(0, window.close)
MainWindow.open_up = shown
run(["--library", sys.argv[1]])
print(*sys.modules, sep="\\n")
"""
AHEAD = """
import sys
from PySide6.QtCore import QCoreApplication
from desktop.app.preload import Preloader
app = QCoreApplication([])
ahead = Preloader(app)
ahead.finished.connect(app.quit)
app.exec()
print(*sys.modules, sep="\\n")
"""


def modules_after(script: str, tmp_path: Path) -> set[str]:
    """What a process of its own has imported when it has run a script."""
    alone = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "library.json")],
        cwd=ROOT,
        env=os.environ | alone,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(done.stdout.split())


def places_in(window: QWidget) -> list[str]:
    """The kinds of places that have been built."""
    return [type(place).__name__ for place in window.findChildren(Page)]


def test_the_app_starts_without_what_the_first_frame_does_not_need(tmp_path: Path) -> None:
    loaded = modules_after(START, tmp_path)
    assert "desktop.places.sessions.page" in loaded
    assert loaded & set(LATER) == set()


def test_the_places_are_read_ahead_once_the_window_is_there(tmp_path: Path) -> None:
    assert {name for name in LATER if name.startswith("desktop.places.")} <= modules_after(AHEAD, tmp_path)


def test_a_place_is_built_when_it_is_first_opened_and_only_once(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        assert places_in(app.window) == ["SessionsPage"]
        app.window.show_place(PlaceName.PEOPLE)
        people = app.window.places[PlaceName.PEOPLE]
        app.window.show_place(PlaceName.SESSIONS)
        app.window.show_place(PlaceName.PEOPLE)
        assert app.window.places[PlaceName.PEOPLE] is people
        assert app.window.place is PlaceName.PEOPLE
        assert people.isVisible()
        assert places_in(app.window) == ["SessionsPage", "PeoplePage"]


def test_a_session_on_the_table_needs_no_place(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        app.runner.open(a_session(app.catalogue))
        assert places_in(app.window) == ["SessionsPage"]


def test_structures_of_ones_own_are_offered_before_the_library_is_opened(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        own = OwnEntries(app.file, app.catalogue).keep(OwnKind.STRUCTURE, template(OwnKind.STRUCTURE))
        app.file.flush()
    open_library(tmp_path / "library.json", now=lambda: STARTS).close()
    with the_app(tmp_path / "library.json", look) as app:
        assert app.catalogue.structure(own.id) is not None
        assert "LibraryPage" not in places_in(app.window)
