"""Places are built behind the window: the one that is open stays, and the first visit finds another drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.app.places_ahead import PlacesAhead
from desktop.look import Look
from desktop.places.page import PlaceName
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Clearing]:
    """The app in Sessions, with all other places built behind it."""
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        qtbot.waitExposed(made.window)
        ahead = PlacesAhead(made)
        with qtbot.waitSignal(ahead.steps.finished, timeout=60_000):
            ahead.begin(0)
        yield made
        made.runner.open(None)
        made.room_display.deleteLater()


def draws_of(app: Clearing, name: PlaceName) -> list[str]:
    """Which of the places are drawn from now on."""
    drawn: list[str] = []
    app.window.places[name].redraw.due.connect(lambda: drawn.append(name.value))
    return drawn


def test_the_place_that_is_open_keeps_the_window_and_the_keys(app: Clearing) -> None:
    assert app.window.place is PlaceName.SESSIONS
    assert len(app.window.places.built) == len(PlaceName)
    focused = QApplication.focusWidget()
    assert focused is None or app.window.places[PlaceName.SESSIONS].isAncestorOf(focused)


@pytest.mark.parametrize("name", [PlaceName.PREPARE, PlaceName.RUN, PlaceName.PEOPLE, PlaceName.HELP])
def test_a_first_visit_finds_the_place_drawn(app: Clearing, name: PlaceName) -> None:
    drawn = draws_of(app, name)
    app.window.show_place(name)
    assert drawn == []


def test_a_session_that_is_opened_is_drawn_in_the_places_that_are_not_seen(app: Clearing, qtbot: QtBot) -> None:
    prepare, run = draws_of(app, PlaceName.PREPARE), draws_of(app, PlaceName.RUN)
    session = a_session(app.catalogue)
    app.repository.keep_session(session)
    app.runner.open(session)
    assert (prepare, run) == ([], [])
    qtbot.waitUntil(lambda: bool(prepare and run))
    assert app.window.place is PlaceName.SESSIONS


def test_places_that_are_let_go_of_while_they_are_made_ready_are_left_alone(app: Clearing, qtbot: QtBot) -> None:
    ahead = app.findChild(PlacesAhead)
    session = a_session(app.catalogue)
    app.repository.keep_session(session)
    app.runner.open(session)
    app.speak_anew()
    assert len(app.window.places.built) < len(PlaceName)
    with qtbot.waitSignal(ahead.steps.finished, timeout=60_000):
        ahead.build_again()
    assert len(app.window.places.built) == len(PlaceName)


def test_what_is_read_only_when_asked_for_waits_for_its_visit(app: Clearing) -> None:
    year = draws_of(app, PlaceName.YEAR)
    app.window.show_place(PlaceName.YEAR)
    assert year == [PlaceName.YEAR.value]
