"""Key notes in Summary: one key or one click marks a note, and the page that leaves follows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.summary.key_notes import KeyNoteList
from desktop.places.summary.page import SummaryPage
from formats.library.repository import SessionRepository
from formats.session.notes import NoteKind
from tests.desktop.a_session import a_note, a_session

NOTES = (
    a_note(1, "Start with one story"),
    a_note(2, "Ask who already trusts you"),
    a_note(3, "Room 3 ran hot", private=True),
    a_note(4, "still raw", NoteKind.STORY),
    a_note(5, "Write to all", NoteKind.NEXT_STEP),
)


@pytest.fixture
def place(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue
) -> Iterator[SummaryPage]:
    session = a_session(catalogue, *NOTES)
    repository.keep_session(session)
    runner.open(session)
    made = SummaryPage(look, runner, repository, LivePreferences(None))
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: listed(made) != [])
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def notes_of(place: SummaryPage) -> KeyNoteList:
    found = place.findChild(KeyNoteList, "key-note-list")
    assert found is not None
    return found


def listed(place: SummaryPage) -> list[str]:
    model = notes_of(place).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def page(place: SummaryPage) -> str:
    found = place.findChild(QTextBrowser, "paper")
    assert found is not None
    return found.toPlainText()


def advice(place: SummaryPage) -> str:
    found = place.findChild(QLabel, "key-notes-said")
    assert found is not None
    return found.text()


def choose(place: SummaryPage, row: int) -> KeyNoteList:
    notes = notes_of(place)
    notes.setCurrentIndex(notes.model().index(row, 0))
    return notes


def test_only_what_may_leave_and_is_no_next_step_is_listed_the_first_note_on_top(place: SummaryPage) -> None:
    assert listed(place) == ["Start with one story", "Ask who already trusts you"]


def test_with_none_marked_it_says_how(place: SummaryPage) -> None:
    assert "Press K" in advice(place)
    assert "What we take with us" not in page(place)


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_Space])
def test_one_key_marks_a_note_and_the_page_opens_with_it(
    place: SummaryPage, runner: SessionRunner, qtbot: QtBot, key: Qt.Key
) -> None:
    QTest.keyClick(choose(place, 1), key)

    qtbot.waitUntil(lambda: "What we take with us" in page(place))
    assert page(place).index("Ask who already trusts you") < page(place).index("Write to all")
    assert runner.session is not None
    assert [note.text for note in runner.session.notes if note.is_key] == ["Ask who already trusts you"]
    assert "One to three" in advice(place)


def test_a_click_on_the_star_marks_a_note_and_one_beside_it_does_not(
    place: SummaryPage, runner: SessionRunner
) -> None:
    notes = notes_of(place)
    row = notes.visualRect(notes.model().index(0, 0))
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert runner.session is not None
    assert not any(note.is_key for note in runner.session.notes)
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(30, 24))
    assert any(note.is_key for note in runner.session.notes)


def test_alt_and_an_arrow_put_key_notes_in_order_on_the_page(place: SummaryPage, qtbot: QtBot) -> None:
    for row in (0, 1):
        QTest.keyClick(choose(place, row), Qt.Key.Key_K)
    QTest.keyClick(choose(place, 1), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: listed(place)[0] == "Ask who already trusts you")
    qtbot.waitUntil(lambda: page(place).index("Ask who") < page(place).index("Start with one"))


def test_in_a_narrow_window_they_stand_behind_a_tab(place: SummaryPage, qtbot: QtBot) -> None:
    tabs = place.findChild(QTabBar, "summary-tabs")
    assert tabs is not None
    assert not tabs.isVisible()
    place.resize(950, 560)
    qtbot.waitUntil(tabs.isVisible)
    assert not notes_of(place).isVisible()
    tabs.setCurrentIndex(1)
    assert notes_of(place).isVisible()
    place.resize(1364, 840)
    qtbot.waitUntil(lambda: not tabs.isVisible())
    assert notes_of(place).isVisible()


def test_signs_that_no_font_can_print_are_said_before_the_export(
    place: SummaryPage, runner: SessionRunner, qtbot: QtBot
) -> None:
    runner.notes.keep(a_note(9, "a sign from nowhere: \U000f1234"))

    said = place.findChild(QLabel, "export-warning")
    assert said is not None
    qtbot.waitUntil(lambda: "No font on this computer" in said.text(), timeout=20_000)
