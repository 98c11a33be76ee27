"""A start builds and imports what is in the first frame and nothing else; what comes later is there in time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.before_places import SENTENCE, BeforePlaces
from desktop.app.library_reading import LibraryReading
from desktop.content.catalogue import read_catalogue
from desktop.content.own_entries import OwnEntries, OwnKind, template
from desktop.content.stock import Stock, open_stock
from desktop.look import Look
from desktop.places.page import Page, PlaceName
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
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
from desktop.app.preload import read_modules
for _ in read_modules():
    pass
print(*sys.modules, sep="\\n")
"""


FRAME = """
import sys
from desktop.app import first_frame
from desktop.commands.command_line import run
def painted(frame):
    wait(frame)
    print(*sys.modules, sep="\\n")
    sys.exit()
wait = first_frame.FirstFrame.wait
first_frame.FirstFrame.wait = painted
run(["--library", sys.argv[1]])
"""
AFTER_THE_FRAME = (
    "tinydb", "msgspec", "formats.library.opening", "formats.session.agenda", "formats.session.session",
    "desktop.keys", "desktop.app.clearing", "desktop.content.catalogue", "desktop.places.sessions.page",
)  # fmt: skip


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


def test_the_window_is_painted_before_anything_of_the_sessions_is_read(tmp_path: Path) -> None:
    loaded = modules_after(FRAME, tmp_path)
    assert "desktop.app.window" in loaded
    assert loaded & set(AFTER_THE_FRAME) == set()


def test_reading_gives_what_was_read_or_raises_what_went_wrong(tmp_path: Path, qapp: QApplication) -> None:
    with open_stock(tmp_path / "library.json", lambda: STARTS).repository.file as file:
        stock = Stock(SessionRepository(file), read_catalogue())
        assert LibraryReading(lambda: stock).wait() is stock

    def fail() -> Stock:
        raise RuntimeError("not to be read")

    with pytest.raises(RuntimeError, match="not to be read"):
        LibraryReading(fail).wait()


def test_what_is_waited_for_is_said_only_where_it_takes_long(look: Look, qtbot: QtBot) -> None:
    ground = BeforePlaces(look)
    qtbot.addWidget(ground)
    ground.show()
    assert not ground.words.isVisible()
    qtbot.waitUntil(ground.words.isVisible)
    assert ground.words.text() == str(SENTENCE)
