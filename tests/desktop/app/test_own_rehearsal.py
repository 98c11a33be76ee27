"""A session of one's own is rehearsed with a copy: the real library stays to the byte, and the copy goes."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ActName
from desktop.app.clearing import Clearing
from desktop.app.own_rehearsal import FOLDER, FastClock, OwnRehearsal, clear_away_rehearsals
from desktop.dialogs.rehearse import RehearseDialog
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.sessions.page import SessionsPage
from formats.session.closing_round import ClosingRound
from formats.session.moves import Move
from formats.session.session import Session, as_rehearsed
from tests.desktop.a_session import STARTS, a_note, a_session
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look) -> Iterator[Clearing]:
    """The app with the February session in its library, and nothing on the table."""
    with the_app(tmp_path / "library.json", look) as made:
        made.repository.keep_session(a_session(made.catalogue, a_note(1, "Ask who already trusts you")))
        yield made


@pytest.fixture
def rehearsal(app: Clearing, look: Look) -> Iterator[OwnRehearsal]:
    made = OwnRehearsal(look, app)
    yield made
    made.end()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def february(app: Clearing) -> Session:
    session = app.repository.session("february")
    assert session is not None
    return session


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of the real library."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def marks(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel, "mark") if label.isVisibleTo(window)]


def test_the_real_library_stays_as_it_is_to_the_byte_and_the_copy_goes(
    app: Clearing, rehearsal: OwnRehearsal, tmp_path: Path
) -> None:
    before = bytes_of(tmp_path)
    rehearsal.begin(february(app), 60.0)
    copy = rehearsal.clearing
    assert copy is not None
    folder = copy.file.path.parent
    assert folder.is_dir()
    assert folder != tmp_path
    copy.runner.make(Move.START)
    copy.runner.notes.keep(a_note(2, "Said in the rehearsal"))
    copy.runner.make(Move.NEXT)
    assert len(february(app).notes) == 1
    rehearsal.end()
    assert rehearsal.clearing is None
    assert not folder.exists()
    assert bytes_of(tmp_path) == before


def test_window_and_wall_say_that_it_is_a_rehearsal(app: Clearing, rehearsal: OwnRehearsal) -> None:
    rehearsal.begin(february(app), 5.0)
    copy = rehearsal.clearing
    assert copy is not None
    assert copy.window.place is PlaceName.RUN
    assert copy.window.windowTitle().startswith("This is a rehearsal")
    assert marks(copy.window) == ["This is a rehearsal with a copy. Nothing in it is kept."]
    assert marks(copy.room_display) == ["This is a rehearsal with a copy"]
    assert marks(app.window) == []


def test_each_wall_leaves_the_keys_to_its_own_window(qtbot: QtBot, app: Clearing, rehearsal: OwnRehearsal) -> None:
    rehearsal.begin(february(app), 5.0)
    copy = rehearsal.clearing
    assert copy is not None
    for one in (copy, app):
        one.window.activateWindow()
        qtbot.waitUntil(one.window.isActiveWindow)
        one.room_display.do(ActName.ROOM_DISPLAY)
        one.room_display.activateWindow()  # as some window managers do to whatever comes up
        qtbot.waitUntil(lambda wall=one.room_display: QApplication.activeWindow() not in (None, wall))
        assert QApplication.activeWindow() is one.window


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_one_waits_until_the_first_is_closed(app: Clearing, rehearsal: OwnRehearsal) -> None:
    rehearsal.begin(february(app), 5.0)
    first = rehearsal.clearing
    rehearsal.begin(february(app), 5.0)
    assert rehearsal.clearing is first


def test_what_a_killed_rehearsal_left_is_taken_away_and_one_that_goes_on_stays(
    app: Clearing, rehearsal: OwnRehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, other = tmp_path / f"{FOLDER}left", tmp_path / "other"
    for folder in (left, other):
        folder.mkdir()
        (folder / "library.json").write_text("{}")
        (folder / "library.json.lock").touch()
    rehearsal.begin(february(app), 5.0)
    copy = rehearsal.clearing
    assert copy is not None
    assert not left.exists()
    clear_away_rehearsals()
    assert copy.file.path.is_file()
    assert other.is_dir()


def test_the_clock_begins_at_the_planned_start_and_runs_as_fast_as_chosen() -> None:
    steady = iter((100.0, 100.0, 103.0))
    clock = FastClock(STARTS, 20.0, lambda: next(steady))
    assert clock.now() == STARTS
    assert clock.now() == STARTS + timedelta(minutes=1)


def test_nothing_that_happened_goes_into_the_copy(app: Clearing) -> None:
    real = replace(february(app), closing_round=ClosingRound((0, 0, 0, 0, 9), ("heard",)))
    copy = as_rehearsed(real)
    assert (copy.events, copy.notes, copy.closing_round.counted, copy.closing_round.words) == ((), (), 0, ())
    assert (copy.agenda, copy.people, copy.rooms) == (real.agenda, real.people, real.rooms)


def test_it_is_asked_for_in_the_menu_of_a_session_with_a_speed(app: Clearing) -> None:
    page = app.window.places[PlaceName.SESSIONS]
    assert isinstance(page, SessionsPage)
    asked: list[tuple[str, float]] = []
    app.rehearsal_requested.connect(lambda session, speed: asked.append((session.id, speed)))
    page.commands.ask_to_rehearse(app.repository.cards()[0])
    dialog = page.findChild(RehearseDialog)
    assert isinstance(dialog, RehearseDialog)
    QTest.keyClick(dialog.speed, Qt.Key.Key_Return)
    assert asked == [("february", 20.0)]
