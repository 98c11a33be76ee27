"""Writing notes down: kinds, rooms, next steps, and what a note stays bound to."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.panels.notes.pane import NotesPane
from formats.library.repository import SessionRepository
from formats.session.events import Finished, Moved
from formats.session.notes import Note, NoteKind
from tests.desktop.a_session import IDEAS, STARTS, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.settling import wait_until_still

NEXT_STAGE = "what-i-heard"
CONTROL = Qt.KeyboardModifier.ControlModifier


def noted(runner: SessionRunner) -> tuple[Note, ...]:
    assert runner.session is not None
    return runner.session.notes


def typed(line: QPlainTextEdit, text: str) -> None:
    for character in text:
        line.insertPlainText(character) if ord(character) > 127 else QTest.keyClicks(line, character)


def enter(line: QPlainTextEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_Return)


def press(pane: NotesPane, name: str) -> None:
    button = pane.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def field(pane: NotesPane, name: str) -> QLineEdit:
    found = pane.findChild(QLineEdit, name)
    assert found is not None
    return found


def move_on(runner: SessionRunner) -> None:
    assert runner.session is not None
    stage = runner.session.agenda.find_stage(NEXT_STAGE)
    assert stage is not None
    runner.record([Moved(runner.now, stage.key)])


def test_a_line_and_enter_make_a_note_of_this_stage(
    line: QPlainTextEdit, runner: SessionRunner, repository: SessionRepository
) -> None:
    typed(line, "Start with one story")
    enter(line)
    note = noted(runner)[0]
    assert (note.text, note.stage, line.toPlainText()) == ("Start with one story", IDEAS, "")
    kept = repository.session("february")
    assert kept is not None
    assert kept.notes == (note,)


class Drawn(QObject):
    """Notes whether the whole of a widget was drawn again."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.whole = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        assert isinstance(watched, QWidget)
        if isinstance(event, QPaintEvent) and event.rect().contains(watched.rect()):
            self.whole = True
        return False


def test_the_prompt_of_another_stage_is_drawn_and_not_only_set(
    qtbot: QtBot, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    wait_until_still(line.window())
    drawn, before = Drawn(line.viewport()), line.placeholderText()
    move_on(runner)
    assert line.placeholderText() != before
    qtbot.waitUntil(lambda: drawn.whole, timeout=500)


def test_shift_and_enter_break_the_line(line: QPlainTextEdit, runner: SessionRunner) -> None:
    typed(line, "one")
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    typed(line, "two")
    enter(line)
    assert noted(runner)[0].text == "one\ntwo"


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("! x", "insight"),
        ("* x", "idea"),
        ("?x", "question"),
        ("@x", "resource"),
        ("> x", "next step"),
        ('"x', "story"),
    ],
)
def test_the_first_sign_chooses_the_kind(
    line: QPlainTextEdit, runner: SessionRunner, sign: str, kind: str
) -> None:
    typed(line, sign)
    enter(line)
    assert (noted(runner)[0].kind, noted(runner)[0].text) == (NoteKind(kind), "x")


def test_a_chip_chosen_for_this_note_leaves_its_signs_as_text(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    press(pane, "note-kind-insight")
    typed(line, "? is a sign here")
    enter(line)
    assert (noted(runner)[0].kind, noted(runner)[0].text) == (NoteKind.INSIGHT, "? is a sign here")


def test_control_and_a_figure_choose_the_kind(line: QPlainTextEdit, runner: SessionRunner) -> None:
    typed(line, "why")
    QTest.keyClick(line, Qt.Key.Key_3, CONTROL)
    enter(line)
    assert noted(runner)[0].kind is NoteKind.QUESTION


def test_a_note_stays_where_its_typing_began(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner, clock: StandingClock
) -> None:
    clock.move(minutes=3)
    typed(line, "begun in i")
    clock.move(minutes=9)
    move_on(runner)
    said = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    typed(line, "deas")
    enter(line)
    note = noted(runner)[0]
    assert (note.stage, note.began, note.text) == (IDEAS, STARTS + timedelta(minutes=3), "begun in ideas")
    assert "For Round 1, Ideas" in said


def test_the_room_is_remembered_and_names_the_presenter(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    rooms = pane.findChild(QComboBox, "note-room")
    assert rooms is not None
    assert runner.session is not None
    rooms.setCurrentIndex(rooms.findText("Room 2"))
    for text in ("one", "two"):
        typed(line, text)
        enter(line)
    presenter = runner.session.rooms_in(IDEAS)[1].presenter
    assert [(note.room, note.presenter) for note in noted(runner)] == [(2, presenter)] * 2


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)  # the offscreen one, of the list of names
def test_a_next_step_takes_a_person_and_a_day_as_typed(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    typed(line, "> Email members")
    QTest.keyClicks(field(pane, "note-owner"), "beth o'neill")
    QTest.keyClicks(field(pane, "note-due"), "2 march")
    QTest.keyClick(field(pane, "note-due"), Qt.Key.Key_Return)
    note = noted(runner)[0]
    assert (note.kind, note.text, note.owner, note.due) == (
        NoteKind.NEXT_STEP,
        "Email members",
        "p1",
        date(2023, 3, 2),
    )
    assert field(pane, "note-owner").text() == ""


def test_a_day_that_cannot_be_read_is_asked_for_again(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    typed(line, "> Email members")
    field(pane, "note-due").setText("31 February")
    enter(line)
    assert (noted(runner), line.toPlainText()) == ((), "> Email members")


def test_a_story_is_not_agreed_to_unless_ticked(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    for text in ('"The tea trolley', '"The raw one'):
        typed(line, text)
        if "tea" in text:
            press(pane, "note-agreed")
        enter(line)
    assert [note.agreed_to_share for note in noted(runner)] == [True, False]


def test_a_private_note_is_private_for_itself_alone(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    typed(line, "Room 3 ran hot")
    press(pane, "note-private")
    enter(line)
    typed(line, "all can read this")
    enter(line)
    assert [note.private for note in noted(runner)] == [True, False]


def test_a_key_drops_a_marker_and_leaves_the_line_alone(line: QPlainTextEdit, runner: SessionRunner) -> None:
    typed(line, "half a thou")
    QTest.keyClick(line, Qt.Key.Key_T, CONTROL)
    assert [(note.kind, note.text) for note in noted(runner)] == [(NoteKind.MARKER, "")]
    assert line.toPlainText() == "half a thou"


def test_notes_before_the_start_and_after_the_end_have_no_stage(
    line: QPlainTextEdit, runner: SessionRunner, repository: SessionRepository
) -> None:
    runner.record([Finished(runner.now)])
    typed(line, "after")
    enter(line)
    assert noted(runner)[0].stage is None


def test_what_is_typed_is_kept_as_a_draft_and_there_again(
    qtbot: QtBot, line: QPlainTextEdit, look: Look, runner: SessionRunner, repository: SessionRepository
) -> None:
    typed(line, "> an unfinished li")
    qtbot.waitUntil(lambda: repository.draft("february") is not None, timeout=1500)
    again = NotesPane(look, runner)
    qtbot.addWidget(again)
    field_again = again.findChild(QPlainTextEdit, "note-line")
    assert field_again is not None
    assert field_again.toPlainText() == "> an unfinished li"


def test_a_draft_is_saved_at_once_when_the_stage_changes(
    line: QPlainTextEdit, runner: SessionRunner, repository: SessionRepository
) -> None:
    typed(line, "half")
    assert repository.draft("february") is None
    move_on(runner)
    draft = repository.draft("february")
    assert draft is not None
    assert (draft.text, draft.stage) == ("half", IDEAS)


def test_no_draft_is_left_once_the_note_is_added(
    qtbot: QtBot, pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner, repository: SessionRepository
) -> None:
    typed(line, "whole")
    move_on(runner)
    enter(line)
    qtbot.waitUntil(lambda: not pane.findChild(DraftTimer).waiting)
    assert repository.draft("february") is None


def test_escape_goes_back_to_where_one_came_from(qtbot: QtBot, pane: NotesPane, line: QPlainTextEdit) -> None:
    with qtbot.waitSignal(pane.exit_requested):
        QTest.keyClick(line, Qt.Key.Key_Escape)


def test_the_kinds_of_a_check_in_begin_with_answers(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    assert runner.session is not None
    check_in = runner.session.agenda.find_stage("check-in")
    assert check_in is not None
    runner.record([Moved(runner.now, check_in.key)])
    typed(line, "sunnier weather")
    enter(line)
    assert noted(runner)[0].kind is NoteKind.ANSWER
    assert line.placeholderText() == "Nothing needs writing down. Only what people are happy to have noted."


@pytest.fixture
def large_text(look: Look) -> Iterator[None]:
    look.choose(theme="dark", scale=2.0, calm=True)
    yield
    look.choose(theme="light", scale=1.0, calm=False)


@pytest.mark.usefixtures("large_text")
def test_with_large_text_every_chip_is_inside_the_pane(pane: NotesPane, qtbot: QtBot) -> None:
    pane.resize(QSize(400, 640))
    wait_until_still(pane)
    for chip in pane.findChildren(QAbstractButton):
        if chip.isVisible() and chip.objectName().startswith("note-kind"):
            assert pane.rect().contains(chip.mapTo(pane, chip.rect().bottomRight()))


def test_another_session_has_another_line(
    line: QPlainTextEdit, runner: SessionRunner, repository: SessionRepository, catalogue: object
) -> None:
    typed(line, "of February")
    move_on(runner)
    assert runner.session is not None
    other = a_session(catalogue, session_id="april")  # type: ignore[arg-type]  # the fixture's own type
    repository.keep_session(other)
    runner.open(other)
    assert line.toPlainText() == ""
    runner.open(repository.session("february"))
    assert line.toPlainText() == "of February"
