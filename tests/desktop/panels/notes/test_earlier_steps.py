"""Next steps that earlier sessions of the series left open come back, to be ticked, kept or let go."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QTabBar
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.pane import NotesPane
from desktop.panels.notes.rows import NoteRole
from formats.library.repository import SessionRepository
from formats.session.notes import Note, NoteKind
from tests.desktop.a_session import STARTS, a_note, a_session

MONTH = timedelta(weeks=4)
OPEN = a_note(1, "Email members", NoteKind.NEXT_STEP, owner="p4", due=date(2023, 3, 2))
DONE = a_note(2, "Book the hall", NoteKind.NEXT_STEP, done=True)
INSIGHT = a_note(3, "Begin where trust is")


@pytest.fixture
def steps(
    qtbot: QtBot, look: Look, runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository
) -> Iterator[NoteList]:
    """The tab of next steps of the March session; February of the same series left one open."""
    february = replace(a_session(catalogue, OPEN, DONE, INSIGHT), series="Weaving")
    elsewhere = a_note(7, "Not ours", NoteKind.NEXT_STEP)
    other = replace(a_session(catalogue, elsewhere, session_id="other"), series="Knitting")
    march = replace(a_session(catalogue, session_id="march"), series="weaving ", starts_at=STARTS + MONTH)
    later = a_note(8, "From later on", NoteKind.NEXT_STEP)
    april = replace(
        a_session(catalogue, later, session_id="april"), series="Weaving", starts_at=STARTS + 2 * MONTH
    )
    for session in (february, other, march, april):
        repository.keep_session(session)
    runner.open(march)
    pane = NotesPane(look, runner)
    pane.resize(366, 820)
    pane.show()
    qtbot.waitExposed(pane)
    tabs = pane.findChild(QTabBar, "note-tabs")
    assert tabs is not None
    tabs.setCurrentIndex(2)
    found = pane.findChild(NoteList, "note-list")
    assert found is not None
    found.setFocus()
    found.setCurrentIndex(found.model().index(0, 0))
    yield found
    pane.close()
    pane.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(notes: NoteList) -> list[str]:
    model = notes.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def saved(repository: SessionRepository) -> Note:
    session = repository.session("february")
    assert session is not None
    return session.notes[0]


def act(notes: NoteList, repository: SessionRepository, words: str) -> QAction:
    menu = notes.menu_for(saved(repository))
    return next(action for action in menu.actions() if action.text().split("\t")[0] == words)


def test_only_the_open_ones_of_earlier_sessions_of_the_series_come_back(steps: NoteList) -> None:
    assert shown(steps) == ["Email members"]
    facts = steps.model().index(0, 0).data(NoteRole.FACTS)
    assert facts == "From 23 Feb · Dele Adeyemi · by 2 Mar"


def test_a_tick_is_saved_where_the_step_came_from_and_can_be_undone(
    steps: NoteList, repository: SessionRepository
) -> None:
    QTest.keyClick(steps, Qt.Key.Key_Space)
    assert saved(repository).done
    assert shown(steps) == ["Email members"]
    assert "done" in steps.model().index(0, 0).data(NoteRole.FACTS)
    QTest.keyClick(steps, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not saved(repository).done


def test_it_is_kept_or_let_go_by_the_menu(steps: NoteList, repository: SessionRepository) -> None:
    act(steps, repository, "Drop this step").trigger()
    assert saved(repository).let_go
    assert not saved(repository).done
    act(steps, repository, "Keep open").trigger()
    assert saved(repository).is_open


def test_deleting_it_here_lets_it_go_and_leaves_it_in_its_session(
    steps: NoteList, repository: SessionRepository, runner: SessionRunner
) -> None:
    QTest.keyClick(steps, Qt.Key.Key_Delete)
    assert saved(repository).let_go
    assert runner.session is not None
    assert runner.session.notes == ()


def test_its_words_are_mended_where_it_belongs(
    steps: NoteList, repository: SessionRepository, runner: SessionRunner
) -> None:
    QTest.keyClick(steps, Qt.Key.Key_F2)
    editor = steps.findChild(QPlainTextEdit, "note-editor")
    assert editor is not None
    editor.setPlainText("Ring members")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert saved(repository).text == "Ring members"
    assert shown(steps) == ["Ring members"]


def test_what_was_taken_or_let_go_does_not_come_back_again(
    steps: NoteList, repository: SessionRepository, runner: SessionRunner
) -> None:
    assert [card.open_next_steps for card in repository.cards() if card.id == "february"] == [1]
    act(steps, repository, "Drop this step").trigger()
    assert [card.open_next_steps for card in repository.cards() if card.id == "february"] == [0]
    assert runner.notes.earlier_steps() == ()


def test_own_steps_stand_above_and_all_open_ones_are_counted(steps: NoteList, runner: SessionRunner) -> None:
    runner.notes.keep(replace(a_note(20, "Our own", NoteKind.NEXT_STEP), began=STARTS + MONTH))
    assert shown(steps) == ["Our own", "Email members"]
    chips = steps.window().findChildren(QAbstractButton)
    assert any(chip.accessibleName() == "2 open" for chip in chips)


def test_what_is_ticked_elsewhere_is_gone_when_the_pane_comes_back(
    steps: NoteList, repository: SessionRepository
) -> None:
    pane = steps.window()
    pane.hide()
    repository.keep_note("february", replace(saved(repository), done=True))
    pane.show()
    assert shown(steps) == []


def test_undo_reaches_a_step_that_is_no_longer_listed_and_leaves_it_where_it_belongs(
    steps: NoteList, repository: SessionRepository, runner: SessionRunner
) -> None:
    QTest.keyClick(steps, Qt.Key.Key_Space)
    pane = steps.window()
    pane.hide()
    pane.show()
    assert shown(steps) == []
    line = pane.findChild(QPlainTextEdit, "note-line")
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert saved(repository).is_open
    assert shown(steps) == ["Email members"]
    assert runner.session is not None
    assert runner.session.notes == ()
