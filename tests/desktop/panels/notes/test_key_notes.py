"""A note is marked as key with one key, shown so by a sign and in words, and taken back like every act."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.live.runner import SessionRunner
from desktop.panels.notes.head import NotesHead
from desktop.panels.notes.key_mark import said_of_mark, with_key_toggled
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.pane import NotesPane
from formats.session.notes import Note
from tests.desktop.a_session import a_note


@pytest.fixture
def notes(pane: NotesPane, runner: SessionRunner) -> NoteList:
    """The list with one note, chosen."""
    runner.notes.keep(a_note(0, "Ask who already trusts you"))
    found = pane.findChild(NoteList, "note-list")
    assert found is not None
    found.setCurrentIndex(found.model().index(0, 0))
    return found


def the_note(runner: SessionRunner) -> Note:
    assert runner.session is not None
    return runner.session.notes[0]


def first_row(notes: NoteList) -> QModelIndex:
    return notes.model().index(0, 0)


def test_one_key_marks_a_note_and_the_same_key_takes_the_mark_off(notes: NoteList, runner: SessionRunner) -> None:
    QTest.keyClick(notes, Qt.Key.Key_K)
    assert the_note(runner).is_key
    QTest.keyClick(notes, Qt.Key.Key_K)
    assert not the_note(runner).is_key


def test_the_mark_is_taken_back_by_undo(notes: NoteList, runner: SessionRunner) -> None:
    QTest.keyClick(notes, Qt.Key.Key_K)
    QTest.keyClick(notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not the_note(runner).is_key


def test_k_with_another_key_held_marks_nothing(notes: NoteList, runner: SessionRunner) -> None:
    QTest.keyClick(notes, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not the_note(runner).is_key


def test_a_screen_reader_is_told_that_a_note_is_key(notes: NoteList) -> None:
    QTest.keyClick(notes, Qt.Key.Key_K)
    row = QAccessible.queryAccessibleInterface(notes).child(0)
    assert row is not None
    assert "Key note" in row.text(QAccessible.Text.Name)


def test_what_changed_is_said_once(notes: NoteList, runner: SessionRunner) -> None:
    before = the_note(runner)
    after = with_key_toggled(before)
    assert said_of_mark(before, after).startswith("Marked as key")
    assert said_of_mark(after, before) == "No longer a key note."
    assert said_of_mark(after, after) == ""


def test_a_key_note_has_a_star_below_its_sign(notes: NoteList) -> None:
    plain = notes.viewport().grab().toImage()
    QTest.keyClick(notes, Qt.Key.Key_K)
    assert notes.viewport().grab().toImage() != plain


def test_its_menu_shows_the_mark_and_the_key(notes: NoteList, runner: SessionRunner) -> None:
    QTest.keyClick(notes, Qt.Key.Key_K)
    acts = {action.text(): action for action in notes.menu_for(the_note(runner)).actions()}
    assert acts["Key note\tK"].isChecked()
    acts["Key note\tK"].trigger()
    assert not the_note(runner).is_key


def test_a_marked_note_is_taller_than_its_star(notes: NoteList, runner: SessionRunner) -> None:
    QTest.keyClick(notes, Qt.Key.Key_K)
    row = first_row(notes)
    assert notes.visualRect(row).height() >= 60


def test_the_first_note_stands_right_below_the_head(pane: NotesPane, notes: NoteList) -> None:
    head = pane.findChild(NotesHead)
    assert head is not None
    assert notes.geometry().top() == head.geometry().bottom() + 1
