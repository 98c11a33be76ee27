"""Closing the window while files are being written: it waits for each that was asked for, and says so."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.app.unfinished_work import UnfinishedWorkGuard
from desktop.background import Background
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.summary.page import SummaryPage
from tests.desktop.a_session import a_session
from tests.desktop.the_app import the_app

KINDS = ("pdf", "docx", "md", "html", "xlsx")


@pytest.fixture
def app(tmp_path: Path, look: Look) -> Iterator[Clearing]:
    with the_app(tmp_path / "library.json", look) as made:
        session = a_session(made.catalogue)
        made.repository.keep_session(session)
        made.runner.open(session)
        made.window.show_place(PlaceName.SUMMARY)
        yield made


@pytest.fixture
def guard(app: Clearing, look: Look) -> Iterator[UnfinishedWorkGuard]:
    guard = UnfinishedWorkGuard(app.window, look)
    yield guard
    app.window.removeEventFilter(guard)
    QThreadPool.globalInstance().waitForDone()


def export(app: Clearing, *targets: Path) -> None:
    page = app.window.places[PlaceName.SUMMARY]
    assert isinstance(page, SummaryPage)
    for target in targets:
        page.exports.export_to(target)


def test_each_file_that_was_asked_for_is_there_before_the_window_closes(
    app: Clearing, guard: UnfinishedWorkGuard, qtbot: QtBot, tmp_path: Path
) -> None:
    targets = [tmp_path / f"minutes.{kind}" for kind in KINDS]
    export(app, *targets)
    assert not app.window.close()
    assert guard.dialog is not None
    assert guard.dialog.words.text() == (
        "Writing minutes.pdf, minutes.docx and 3 more… Clearing closes when that is done."
    )
    assert not app.window.close()
    qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=20_000)
    assert all(target.exists() for target in targets)


def test_a_file_that_cannot_be_written_is_said_and_the_window_stays(
    app: Clearing, guard: UnfinishedWorkGuard, qtbot: QtBot, tmp_path: Path
) -> None:
    export(app, tmp_path / "nowhere" / "minutes.md", tmp_path / "minutes.txt")
    app.window.close()
    dialog = guard.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "Clearing is still open" in dialog.words.text())
    assert dialog.words.text().startswith("minutes.md: The folder")
    assert (tmp_path / "minutes.txt").exists()
    dialog.act.click()
    assert app.window.isVisible()
    assert app.window.close()


def test_nobody_has_to_wait(app: Clearing, guard: UnfinishedWorkGuard, tmp_path: Path) -> None:
    export(app, tmp_path / "minutes.pdf", tmp_path / "minutes.docx")
    app.window.close()
    assert guard.dialog is not None
    guard.dialog.cancel.click()
    assert not app.window.isVisible()


def test_who_stays_keeps_the_window_and_gets_the_files(
    app: Clearing, guard: UnfinishedWorkGuard, qtbot: QtBot, tmp_path: Path
) -> None:
    export(app, tmp_path / "minutes.pdf")
    app.window.close()
    assert guard.dialog is not None
    guard.dialog.act.click()
    qtbot.waitUntil((tmp_path / "minutes.pdf").exists)
    assert app.window.isVisible()


def test_where_a_place_says_what_came_of_other_work_the_window_stays_to_be_read(
    app: Clearing, guard: UnfinishedWorkGuard, qtbot: QtBot
) -> None:
    may_end = Event()
    work = Background(app.window)
    work.ask(may_end.wait, doing="A session is being deleted.")
    assert not app.window.close()
    assert guard.dialog is not None
    assert guard.dialog.words.text().startswith("A session is being deleted.")
    with qtbot.waitSignal(work.finished):
        may_end.set()
    assert guard.dialog is None
    assert app.window.isVisible()


def test_a_system_that_shuts_down_waits_for_the_files_and_is_not_asked(
    app: Clearing, look: Look, tmp_path: Path
) -> None:
    guard = UnfinishedWorkGuard(app.window, look, is_shutting_down=lambda: True)
    targets = [tmp_path / f"minutes.{kind}" for kind in KINDS]
    export(app, *targets)
    assert app.window.close()
    assert guard.dialog is None
    assert all(target.exists() for target in targets)
    app.window.removeEventFilter(guard)
