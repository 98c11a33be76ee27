"""While one window holds a library, everything else only reads it: a second window, and the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tinydb import TinyDB

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.places.page import PlaceName
from desktop.places.people.page import PeoplePage
from desktop.places.sessions.page import SessionsPage
from formats.library.status import OpenOutcome
from formats.session.moves import Move
from tests.desktop.a_session import a_note
from tests.desktop.rehearsal.conftest import clearing
from tests.desktop.the_app import the_app

ROOT = Path(__file__).parents[3]
READ_ONLY = "Your data is open in another window. You can read it here and change it there."


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A library that a window in another process holds."""
    library = tmp_path_factory.mktemp("held") / "library.json"
    command = [sys.executable, "-m", "tests.desktop.app.holding_window", str(library)]
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=offscreen) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "held\n"
        yield library
        window.kill()


@pytest.fixture
def second(held: Path, look: Look) -> Iterator[Clearing]:
    """A second window on it, as another user or a copy without the socket would have."""
    with the_app(held, look) as app:
        app.runner.open(app.repository.session("february"))
        yield app


def test_the_second_window_says_that_it_only_reads(second: Clearing) -> None:
    assert second.file.open_report.opened is OpenOutcome.READ_ONLY_HELD
    assert second.window.alarm.sentence == READ_ONLY
    assert [card.title for card in second.repository.cards()] == ["February peer assist"]


def test_no_act_of_the_second_window_changes_anything(second: Clearing, qtbot: QtBot) -> None:
    session, tables = second.runner.session, second.file.snapshot()
    assert session is not None
    second.window.alarm.hide()
    with qtbot.waitSignal(second.runner.act_refused) as refused:
        assert not second.runner.make(Move.START)
    assert refused.args == [READ_ONLY]
    assert second.window.alarm.sentence == READ_ONLY  # said again
    second.runner.notes.keep(a_note(2, "Must not get in"))
    second.runner.notes.drop("n1")
    second.runner.amend(lambda before: before.with_rooms(()).without_note("n1"))
    sessions, people = second.window.places[PlaceName.SESSIONS], second.window.places[PlaceName.PEOPLE]
    assert isinstance(sessions, SessionsPage)
    assert isinstance(people, PeoplePage)
    sessions.commands.repeat(second.repository.cards()[0])
    sessions.sample_requested.emit()
    sessions.commands.exchange.receive_session()
    people.pane.person_edited.emit(session.people[0])
    assert second.runner.session == session
    assert second.file.snapshot() == tables
    assert second.file.state.saved


def test_what_cannot_be_kept_cannot_be_typed(second: Clearing) -> None:
    second.window.show_place(PlaceName.RUN)
    line = second.window.findChild(NoteLine)
    assert line is not None
    assert not line.isEnabled()


def test_copies_cannot_be_restored_or_made_from_the_second_window(second: Clearing) -> None:
    second.window.show_place(PlaceName.SETTINGS)
    for name in ("restore", "make-backup"):
        button = second.window.findChild(QAbstractButton, name)
        assert button is not None
        assert not (button.isVisible() and button.isEnabled()), name


def test_closing_the_second_window_asks_nothing_and_writes_nothing(second: Clearing, held: Path) -> None:
    before = held.with_name("library.json.journal").read_bytes()
    assert second.window.close()
    assert held.with_name("library.json.journal").read_bytes() == before


def test_list_export_and_check_read_what_the_window_holds(held: Path, tmp_path: Path) -> None:
    listed = clearing(tmp_path, "list", "--json", "--library", held)
    assert [each["title"] for each in json.loads(listed.stdout)] == ["February peer assist"]
    summary = clearing(tmp_path, "export", "last", "--library", held, "--to", tmp_path / "out.md")
    assert summary.returncode == 0, summary.stderr
    assert "Said in the first window" in (tmp_path / "out.md").read_text("utf-8")
    file = clearing(tmp_path, "export", "february", "--library", held, "--to", tmp_path / "out.clearing")
    assert file.returncode == 0, file.stderr
    assert json.loads((tmp_path / "out.clearing").read_bytes())["clearing"] == "note pack"
    assert clearing(tmp_path, "check", held).returncode == 0


def test_a_newer_library_opens_to_be_read_and_is_left_as_it_is(tmp_path: Path, look: Look) -> None:
    library = tmp_path / "library.json"
    clearing(tmp_path, "rehearse", "--speed", "4000", "--library", library)
    with TinyDB(library) as plain:
        plain.table("_meta").update({"schema": 99})
    before = library.read_bytes()
    with the_app(library, look) as app:
        assert "was saved by a newer version of Clearing" in app.window.alarm.sentence
        assert len(app.repository.cards()) == 1
        app.runner.open(app.repository.session(app.repository.cards()[0].id))
        assert not app.runner.make(Move.UNDO)
    assert library.read_bytes() == before
    assert clearing(tmp_path, "list", "--library", library).returncode == 0
    done = clearing(tmp_path, "export", "last", "--library", library, "--to", tmp_path / "out.md")
    assert done.returncode == 0, done.stderr
    assert library.read_bytes() == before
