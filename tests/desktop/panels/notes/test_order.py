"""Putting notes in another order, by keyboard and by hand: undone like every change, and followed by exports."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.live.runner import SessionRunner
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.pane import NotesPane
from formats.exports import Choices, summarise
from formats.exports.plain_text import write
from formats.exports.summary_document import document_of
from formats.library.repository import SessionRepository
from formats.session.notes import NoteKind
from tests.desktop.a_session import a_note

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notes(pane: NotesPane, runner: SessionRunner) -> NoteList:
    """The list with four notes, the latest on top and chosen."""
    for number, text in enumerate(("first", "second", "third", "fourth")):
        runner.notes.keep(a_note(number, text))
    found = pane.findChild(NoteList, "note-list")
    assert found is not None
    choose(found, 0)
    return found


def choose(notes: NoteList, row: int) -> None:
    notes.setFocus()
    notes.setCurrentIndex(notes.model().index(row, 0))


def shown(notes: NoteList) -> list[str]:
    model = notes.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def drop(notes: NoteList, row: int, below: int) -> None:
    """Lets go of the note of one row over the lower edge of another."""
    carried: QMimeData = notes.model().mimeData([notes.model().index(row, 0)])
    place = notes.visualRect(notes.model().index(below, 0)).bottomLeft()
    event = QDropEvent(
        QPointF(place.x() + 20, place.y()),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    notes.dropEvent(event)


def test_alt_and_an_arrow_put_a_note_one_place_on_and_it_stays_chosen(notes: NoteList) -> None:
    QTest.keyClick(notes, Qt.Key.Key_Down, ALT)
    assert shown(notes) == ["third", "fourth", "second", "first"]
    QTest.keyClick(notes, Qt.Key.Key_Down, ALT)
    assert shown(notes) == ["third", "second", "fourth", "first"]
    QTest.keyClick(notes, Qt.Key.Key_Up, ALT)
    assert shown(notes) == ["third", "fourth", "second", "first"]
    assert notes.currentIndex().data() == "fourth"


def test_at_either_end_a_note_stays(notes: NoteList) -> None:
    QTest.keyClick(notes, Qt.Key.Key_Up, ALT)
    choose(notes, 3)
    QTest.keyClick(notes, Qt.Key.Key_Down, ALT)
    assert shown(notes) == ["fourth", "third", "second", "first"]


def test_a_note_put_elsewhere_goes_back_with_undo(notes: NoteList) -> None:
    QTest.keyClick(notes, Qt.Key.Key_Down, ALT)
    QTest.keyClick(notes, Qt.Key.Key_Z, CONTROL)
    assert shown(notes) == ["fourth", "third", "second", "first"]
    QTest.keyClick(notes, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert shown(notes) == ["third", "fourth", "second", "first"]


@pytest.mark.parametrize(
    ("row", "below", "after"),
    [
        (0, 2, ["third", "second", "fourth", "first"]),
        (3, 0, ["fourth", "first", "third", "second"]),
        (0, 3, ["third", "second", "first", "fourth"]),
        (1, 1, ["fourth", "third", "second", "first"]),
    ],
)
def test_a_note_is_dragged_between_two_others(
    notes: NoteList, qtbot: QtBot, row: int, below: int, after: list[str]
) -> None:
    drop(notes, row, below)
    assert shown(notes) == after


def test_what_was_dragged_from_elsewhere_is_not_taken(notes: NoteList) -> None:
    model = notes.model()
    foreign = QMimeData()
    foreign.setText("n1")
    for action in (Qt.DropAction.MoveAction, Qt.DropAction.CopyAction):
        assert not model.canDropMimeData(foreign, action, 0, 0, model.index(-1, -1))
        assert not model.dropMimeData(foreign, action, 0, 0, model.index(-1, -1))
    assert shown(notes) == ["fourth", "third", "second", "first"]


def test_the_menu_moves_a_note_too(notes: NoteList, runner: SessionRunner) -> None:
    assert runner.session is not None
    menu = notes.menu_for(runner.session.notes[3])
    menu.down_act.trigger()
    assert shown(notes) == ["third", "fourth", "second", "first"]


def test_the_order_is_in_the_file_and_in_what_leaves(
    notes: NoteList, runner: SessionRunner, repository: SessionRepository
) -> None:
    QTest.keyClick(notes, Qt.Key.Key_Down, ALT)
    session = repository.session("february")
    assert session is not None
    said = write(document_of(summarise(session, Choices(), runner.now)))
    places = [said.index(text) for text in ("first", "second", "fourth", "third")]
    assert places == sorted(places)


def test_a_note_typed_later_comes_after_those_put_in_order(notes: NoteList, runner: SessionRunner) -> None:
    choose(notes, 3)
    for _ in range(3):
        QTest.keyClick(notes, Qt.Key.Key_Up, ALT)
    assert shown(notes)[0] == "first"
    runner.notes.keep(a_note(9, "ninth", NoteKind.IDEA))
    assert shown(notes)[0] == "ninth"
