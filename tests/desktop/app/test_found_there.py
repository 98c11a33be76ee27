"""What a search found opens where it stands; what was restored is what every place shows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.panels.notes.note_list import NoteList
from desktop.places.page import PlaceName
from desktop.places.people.page import PeoplePage
from formats.library.restoring import restore
from formats.session.events import Finished, Started
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look) -> Iterator[Clearing]:
    """The app over one session that is finished."""
    with the_app(tmp_path / "library.json", look) as made:
        notes = [a_note(number, f"Note {number}") for number in range(30)]
        session = a_session(made.catalogue, *notes, a_note(40, "The heron by the weir"))
        made.repository.keep_session(replace(session, events=(Started(STARTS, IDEAS), Finished(STARTS))))
        yield made


def find(app: Clearing, words: str, qtbot: QtBot) -> None:
    """Types into the search and opens the first thing found, by key."""
    app.window.show_place(PlaceName.SESSIONS)
    field, found = app.window.findChild(QLineEdit, "search"), app.window.findChild(QListView, "found-list")
    assert field is not None
    assert found is not None
    QTest.keyClicks(field, words)
    qtbot.waitUntil(lambda: found.isVisible() and found.model().rowCount() == 1)
    QTest.keyClick(field, "\r")
    found.activated.emit(found.currentIndex())


def test_a_note_that_was_found_is_shown_among_the_notes(app: Clearing, qtbot: QtBot) -> None:
    find(app, "heron weir", qtbot)
    assert app.window.place is PlaceName.RUN
    notes = app.window.findChild(NoteList)
    assert notes is not None
    assert notes.isVisible()
    assert notes.chosen_note is not None
    assert notes.chosen_note.text == "The heron by the weir"
    assert notes.viewport().rect().intersects(notes.visualRect(notes.currentIndex()))


def test_somebody_who_was_found_is_chosen_among_the_people(app: Clearing, qtbot: QtBot) -> None:
    find(app, "novakova", qtbot)
    people = app.window.places[PlaceName.PEOPLE]
    assert app.window.place is PlaceName.PEOPLE
    assert isinstance(people, PeoplePage)
    member = people.table.model().member(people.table.currentIndex())
    assert member.person.name == "Hana Nováková"


def test_after_going_back_to_a_copy_every_place_shows_what_was_then(app: Clearing, qtbot: QtBot) -> None:
    app.window.show_place(PlaceName.SETTINGS)
    make, back = (app.window.findChild(QAbstractButton, name) for name in ("make-backup", "restore"))
    assert make is not None
    assert back is not None
    make.click()
    qtbot.waitUntil(lambda: len(app.file.backups.all()) == 1 and make.isEnabled())
    app.runner.open(app.repository.session("february"))
    app.runner.notes.keep(a_note(41, "Written after the copy"))
    app.repository.keep_session(a_session(app.catalogue, session_id="later"))
    back.click()
    settings = app.window.places[PlaceName.SETTINGS]
    settings.backups.dialog.accept()  # type: ignore[attr-defined]  # the page is SettingsPage
    qtbot.waitUntil(lambda: app.repository.session("later") is None)
    session = app.repository.session("february")
    qtbot.waitUntil(lambda: app.runner.session == session)
    assert session is not None
    assert "Written after the copy" not in {note.text for note in session.notes}
    find(app, "heron", qtbot)
    undo = max(app.file.backups.all(), key=lambda each: each.made)
    assert restore(app.file, undo).state.saved  # nothing was lost by it
