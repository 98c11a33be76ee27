"""What is read while a note is written: composing, wide signs, owner and day of a sentence, and pasted lines."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.panels.notes.owner_field import OwnerField
from desktop.panels.notes.pane import NotesPane
from formats.session.events import Moved
from formats.session.notes import Note, NoteKind
from tests.desktop.a_session import IDEAS

CONTROL = Qt.KeyboardModifier.ControlModifier
TWENTY = "\n".join(f"{'!?*'[n % 3]} thought number {n}" for n in range(20))


def noted(runner: SessionRunner) -> tuple[Note, ...]:
    """The notes of the session."""
    assert runner.session is not None
    return runner.session.notes


def compose(line: QPlainTextEdit, composed: str, commit: str = "") -> None:
    """An input method shows what is being composed, and gives what is done."""
    event = QInputMethodEvent(composed, [])
    event.setCommitString(commit)
    QApplication.sendEvent(line, event)


def enter(line: QPlainTextEdit) -> None:
    QTest.keyClick(line, Qt.Key.Key_Return)


def move_on(runner: SessionRunner) -> None:
    """The session goes on to the next stage."""
    assert runner.session is not None
    stage = runner.session.agenda.find_stage("what-i-heard")
    assert stage is not None
    runner.record([Moved(runner.now, stage.key)])


def button(pane: NotesPane, name: str) -> QAbstractButton:
    found = pane.findChild(QAbstractButton, name)
    assert found is not None
    return found


def field(pane: NotesPane, name: str) -> QLineEdit:
    found = pane.findChild(QLineEdit, name)
    assert found is not None
    return found


def people_of(runner: SessionRunner) -> tuple[str, str]:
    """The first person of the session: the name that people call out, and the id."""
    assert runner.session is not None
    person = runner.session.people[0]
    return person.name, person.id


def test_what_is_composed_belongs_to_the_stage_in_which_that_began(
    line: QPlainTextEdit, runner: SessionRunner
) -> None:
    compose(line, "ni")
    move_on(runner)
    compose(line, "nihao")
    compose(line, "", "你好")
    enter(line)
    assert (noted(runner)[0].text, noted(runner)[0].stage) == ("你好", IDEAS)


def test_composing_that_is_given_up_binds_nothing(line: QPlainTextEdit, runner: SessionRunner) -> None:
    compose(line, "ni")
    compose(line, "")
    move_on(runner)
    line.insertPlainText("later")
    enter(line)
    assert noted(runner)[0].stage != IDEAS


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("！", NoteKind.INSIGHT),
        ("＊", NoteKind.IDEA),
        ("？", NoteKind.QUESTION),
        ("＠", NoteKind.RESOURCE),
        ("＞", NoteKind.NEXT_STEP),
        ("＂", NoteKind.STORY),
    ],
)
def test_a_wide_sign_is_the_same_sign(
    line: QPlainTextEdit, runner: SessionRunner, sign: str, kind: NoteKind
) -> None:
    line.insertPlainText(f"{sign} 一")
    enter(line)
    assert (noted(runner)[0].kind, noted(runner)[0].text) == (kind, "一")


def test_owner_and_day_of_a_sentence_are_chips_and_part_of_the_step(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    name, person = people_of(runner)
    QTest.keyClicks(line, f"> {name} to email members by 2 March")
    assert button(pane, "note-read-owner").isVisible()
    assert button(pane, "note-read-owner").text() == name
    assert button(pane, "note-read-due").isVisible()
    enter(line)
    note = noted(runner)[0]
    assert note.owner == person
    assert note.due is not None
    assert (note.due.day, note.due.month) == (2, 3)
    assert note.text == f"{name} to email members by 2 March"
    assert not button(pane, "note-read-owner").isVisible()


def test_a_key_takes_off_what_was_read(pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner) -> None:
    name, person = people_of(runner)
    QTest.keyClicks(line, f"> {name} to email members by 2 March")
    QTest.keyClick(line, Qt.Key.Key_0, CONTROL)
    QTest.keyClicks(line, " at last")
    assert not button(pane, "note-read-due").isVisible()
    enter(line)
    assert (noted(runner)[0].owner, noted(runner)[0].due) == (person, None)


def test_a_chip_is_pressed_and_gone(pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner) -> None:
    name, _ = people_of(runner)
    QTest.keyClicks(line, f"> {name} to email members")
    button(pane, "note-read-owner").click()
    enter(line)
    assert noted(runner)[0].owner == ""


def test_what_is_typed_into_a_field_counts_more_than_the_sentence(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    name, _ = people_of(runner)
    QTest.keyClicks(line, f"> {name} to email members by 2 March")
    field(pane, "note-owner").setText("Somebody Else")
    QTest.keyClicks(field(pane, "note-due"), "2023-04-05")
    enter(line)
    assert (noted(runner)[0].owner, noted(runner)[0].due) == ("Somebody Else", date(2023, 4, 5))


def test_letters_and_tab_take_the_name_that_is_offered(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    assert runner.session is not None
    name = runner.session.people[1].name
    QTest.keyClicks(line, "> email members")
    owner = field(pane, "note-owner")
    owner.setFocus()
    owner.setText(name[:3].lower())
    QTest.keyClick(owner, Qt.Key.Key_Tab)
    assert owner.text() == name
    enter(line)
    assert noted(runner)[0].owner == runner.session.people[1].id


def test_the_name_that_tab_takes_stands_first_in_the_list_under_the_field(look: Look, qtbot: QtBot) -> None:
    owner = OwnerField(look)
    qtbot.addWidget(owner)
    owner.offer(["Jordan Smith", "Ann Danby", "Daniela Ruiz"])
    owner.setText("dan")
    owner.textEdited.emit("dan")
    names = owner.completer().model()
    assert [names.index(row, 0).data() for row in range(3)] == ["Daniela Ruiz", "Ann Danby", "Jordan Smith"]
    QTest.keyClick(owner, Qt.Key.Key_Tab)
    assert owner.text() == "Daniela Ruiz"


def test_twenty_pasted_lines_offer_to_be_twenty_notes(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    QGuiApplication.clipboard().setText(TWENTY)
    line.paste()
    assert button(pane, "note-split").text() == "Make 20 notes"
    button(pane, "note-split").click()
    notes = sorted(noted(runner), key=lambda note: note.stands_at)
    assert [note.text for note in notes] == [f"thought number {n}" for n in range(20)]
    assert [note.kind for note in notes[:3]] == [NoteKind.INSIGHT, NoteKind.QUESTION, NoteKind.IDEA]
    assert len({note.id for note in notes}) == 20
    assert line.toPlainText() == ""
    assert not button(pane, "note-split").isVisible()


def test_twenty_notes_made_at_once_are_taken_back_at_once_and_come_again_at_once(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    QTest.keyClicks(line, "one before")
    enter(line)
    QGuiApplication.clipboard().setText(TWENTY)
    line.paste()
    button(pane, "note-split").click()
    line.undo_requested.emit()
    assert [note.text for note in noted(runner)] == ["one before"]
    line.redo_requested.emit()
    assert len(noted(runner)) == 21


def test_pasted_lines_stay_one_note_where_nobody_takes_the_offer(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    QGuiApplication.clipboard().setText("one\ntwo")
    line.paste()
    enter(line)
    assert [note.text for note in noted(runner)] == ["one\ntwo"]
    assert not button(pane, "note-split").isVisible()


def test_each_pasted_line_is_read_as_a_note_of_its_own(
    pane: NotesPane, line: QPlainTextEdit, runner: SessionRunner
) -> None:
    name, person = people_of(runner)
    QGuiApplication.clipboard().setText(f"- > {name} to write\n2. ! start small\n\n")
    line.paste()
    button(pane, "note-split").click()
    step, insight = sorted(noted(runner), key=lambda note: note.stands_at)
    assert (step.kind, step.owner, step.text) == (NoteKind.NEXT_STEP, person, f"{name} to write")
    assert (insight.kind, insight.text) == (NoteKind.INSIGHT, "start small")
