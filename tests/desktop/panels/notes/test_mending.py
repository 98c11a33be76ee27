"""Reading and mending notes: edit in place, delete and undo, move, a thousand of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QPlainTextEdit, QStyleOptionViewItem, QTabBar

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.delegate import NoteDelegate
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.pane import NotesPane
from formats.library.repository import SessionRepository
from formats.library.status import NotSavedCause, SaveState
from formats.session.notes import Note, NoteKind
from tests.desktop.a_session import a_note
from tests.desktop.settling import wait_until_still

MANY = 1000
Index = QModelIndex | QPersistentModelIndex
HOSTILE = "<b>bold</b> <img src='file:///etc/passwd'> [x](http://example.org) ‮ & = شبكة"


@pytest.fixture
def notes(pane: NotesPane, runner: SessionRunner) -> NoteList:
    """The list, with three notes; the latest stands first."""
    for number, text in enumerate(("first", "second", HOSTILE)):
        runner.notes.keep(a_note(number, text))
    found = pane.findChild(NoteList, "note-list")
    assert found is not None
    found.setCurrentIndex(found.model().index(0, 0))
    return found


def shown(notes: NoteList) -> list[str]:
    model = notes.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def note(runner: SessionRunner, note_id: str) -> Note:
    assert runner.session is not None
    return next(note for note in runner.session.notes if note.id == note_id)


def acts(notes: NoteList, of: Note) -> dict[str, QAction]:
    menu = notes.menu_for(of)
    inner = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    return {action.text().split("\t")[0]: action for action in (*menu.actions(), *inner)}


def test_the_latest_note_stands_on_top_as_it_was_typed(notes: NoteList) -> None:
    assert shown(notes) == [HOSTILE, "second", "first"]


def test_a_note_is_edited_where_it_stands(notes: NoteList, runner: SessionRunner) -> None:
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_F2)
    editor = notes.findChild(QPlainTextEdit, "note-editor")
    assert editor is not None
    editor.setPlainText("better\nwords")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert note(runner, "n2").text == "better\nwords"


def test_a_deleted_note_comes_back_to_its_place(notes: NoteList, runner: SessionRunner) -> None:
    notes.setCurrentIndex(notes.model().index(1, 0))
    QTest.keyClick(notes, Qt.Key.Key_Delete)
    assert shown(notes) == [HOSTILE, "first"]
    QTest.keyClick(notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(notes) == [HOSTILE, "second", "first"]
    QTest.keyClick(notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert shown(notes) == [HOSTILE, "first"]


def test_the_line_after_a_deletion_takes_it_back(pane: NotesPane, notes: NoteList) -> None:
    QTest.keyClick(notes, Qt.Key.Key_Delete)
    undo = pane.findChild(QAbstractButton, "note-undo")
    assert undo is not None
    assert undo.isVisible()
    undo.click()
    assert len(shown(notes)) == 3
    assert not undo.isVisible()


def test_undo_in_an_empty_line_takes_back_the_note_just_added(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    QTest.keyClicks(line, "too soon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert runner.session is not None
    assert runner.session.notes == ()


def test_the_menu_changes_kind_room_stage_and_privacy(notes: NoteList, runner: SessionRunner) -> None:
    for words in ("Idea", "Room 3", "Round 1, Reflect", "Private, never leaves"):
        of = note(runner, "n1")
        acts(notes, of)[words].trigger()
    changed = note(runner, "n1")
    assert changed.stage is not None
    assert (changed.kind, changed.room, changed.stage.stage, changed.private) == (
        NoteKind.IDEA,
        3,
        "reflect",
        True,
    )
    assert runner.session is not None
    assert changed.presenter == runner.session.rooms_in(changed.stage)[2].presenter


def test_space_ticks_a_next_step(pane: NotesPane, notes: NoteList, runner: SessionRunner) -> None:
    runner.notes.keep(a_note(9, "do it", NoteKind.NEXT_STEP))
    notes.setCurrentIndex(notes.model().index(0, 0))
    QTest.keyClick(notes, Qt.Key.Key_Space)
    assert note(runner, "n9").done


def test_a_click_on_its_sign_ticks_a_next_step_and_only_that(
    pane: NotesPane, notes: NoteList, runner: SessionRunner
) -> None:
    runner.notes.keep(a_note(9, "do it", NoteKind.NEXT_STEP))
    box = notes.visualRect(notes.model().index(0, 0))
    for x, done in ((box.left() + 30, True), (box.left() + 120, True), (box.left() + 30, False)):
        QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.top() + 24))
        assert note(runner, "n9").done is done


def test_the_tabs_show_this_round_all_rounds_and_next_steps(
    pane: NotesPane, notes: NoteList, runner: SessionRunner
) -> None:
    runner.notes.keep(replace(a_note(7, "before it all"), stage=None))
    runner.notes.keep(a_note(8, "do it", NoteKind.NEXT_STEP))
    tabs = pane.findChild(QTabBar, "note-tabs")
    assert tabs is not None
    assert shown(notes) == ["do it", HOSTILE, "second", "first"]
    tabs.setCurrentIndex(1)
    assert shown(notes) == ["do it", "before it all", HOSTILE, "second", "first"]
    tabs.setCurrentIndex(2)
    assert shown(notes) == ["do it"]


def test_what_is_not_saved_is_said_with_the_reason(
    pane: NotesPane, runner: SessionRunner, repository: SessionRepository
) -> None:
    chip = pane.findChild(QAbstractButton, "note-save-state")
    assert chip is not None
    path = repository.file.path
    runner.library.tell_save_state(SaveState(path, waiting=1, cause=NotSavedCause.FULL))
    assert chip.text() == "Not saved"
    runner.library.tell_save_state(SaveState(path))
    assert chip.text() == "Saved"


class DrawnRows(NoteDelegate):
    """Draws as always, and remembers which rows."""

    def __init__(self, look: Look, view: NoteList) -> None:
        super().__init__(look, view)
        self.rows: set[int] = set()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.rows.add(index.row())
        super().paint(painter, option, index)


def test_a_thousand_notes_scroll_and_take_one_more_and_only_those_in_view_are_drawn(
    notes: NoteList, runner: SessionRunner, repository: SessionRepository, look: Look
) -> None:
    """How smoothly, the bench of notes measures."""
    assert runner.session is not None
    many = tuple(a_note(n, f"note {n} of many that take two lines in the narrow pane") for n in range(MANY))
    with repository.file.saving():
        for one in many:
            repository.keep_note("february", one)
    runner.reload()
    wait_until_still(notes)
    QAbstractItemModelTester(notes.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert notes.model().rowCount() == MANY
    bar = notes.verticalScrollBar()
    drawn = DrawnRows(look, notes)
    notes.setItemDelegate(drawn)
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
        drawn.rows.clear()
        notes.viewport().repaint()
        assert 0 < len(drawn.rows) < 30
    runner.notes.keep(a_note(MANY, "one more"))
    assert notes.model().rowCount() == MANY + 1
    assert notes.model().index(0, 0).data() == "one more"
