"""The window around the places: the time of a running session is seen from each of them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.app.rail import RailButton
from desktop.look import Look
from desktop.places.page import Page, PlaceName
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look, clock: StandingClock) -> Iterator[Clearing]:
    """The app with a session of ideas on the table, in the place Sessions."""
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        session = a_session(made.catalogue)
        made.repository.keep_session(session)
        made.runner.open(session)
        yield made


def on_the_rail(app: Clearing) -> str:
    return next(b.text() for b in app.window.findChildren(RailButton) if b.place is PlaceName.RUN)


def wait(app: Clearing, clock: StandingClock, **length: float) -> None:
    clock.move(**length)
    app.runner.catch_up()


def test_the_time_left_is_on_the_rail_wherever_one_looks_and_not_beside_the_dial(
    app: Clearing, clock: StandingClock
) -> None:
    stage = app.runner.session.agenda.stages[0]  # type: ignore[union-attr]  # there is one
    assert on_the_rail(app) == "Run"
    app.runner.make(Move.START)
    wait(app, clock, seconds=20)
    left = (stage.length - timedelta(seconds=20)) // timedelta(seconds=1)
    assert on_the_rail(app) == f"{left // 60}:{left % 60:02}"
    app.window.show_place(PlaceName.RUN)
    assert on_the_rail(app) == "Run"
    app.window.show_place(PlaceName.PREPARE)
    wait(app, clock, seconds=left + 40)
    assert on_the_rail(app) == "+0:40"
    app.runner.make(Move.PAUSE)
    assert on_the_rail(app) == "Paused"


def test_without_a_running_session_the_rail_names_the_place(app: Clearing, clock: StandingClock) -> None:
    app.runner.make(Move.START)
    wait(app, clock, seconds=5)
    assert on_the_rail(app) != "Run"
    app.runner.open(None)
    assert on_the_rail(app) == "Run"


def test_what_is_said_in_run_lies_over_its_title_and_moves_nothing(app: Clearing, qtbot: QtBot) -> None:
    app.window.show_place(PlaceName.RUN)
    app.runner.make(Move.START)
    run, notice = app.window.places[PlaceName.RUN], app.window.notice
    qtbot.waitExposed(app.window)
    before = standing(run)
    app.say("Four session files will be opened when this session is over.", "Open now")

    assert notice.isVisible()
    assert run.isAncestorOf(notice)
    assert standing(run) == before
    app.window.show_place(PlaceName.SESSIONS)
    assert notice.isVisible()
    assert notice.geometry().bottom() < app.window.places.stack.geometry().top()
    app.window.show_place(PlaceName.RUN)
    assert run.isAncestorOf(notice)


def standing(run: Page) -> list[QRect]:
    """Where the clock, the track and the acts of Run are."""
    QApplication.processEvents()
    parts = [run.findChild(QWidget, name) for name in ("countdown", "controls")]
    return [QRect(part.mapTo(run, QPoint()), part.size()) for part in parts]
