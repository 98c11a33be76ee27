"""A structure or an opener of one's own is a form: checked at its fields, kept whole, shared as a file."""

import wave
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget, QTabBar
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.content.own_entries import OwnEntries, OwnKind, template
from desktop.dialogs.choose_opener import ChooseOpenerDialog
from desktop.dialogs.frame import GIVEN_BACK, Dialog
from desktop.dialogs.leave_form import LeaveFormDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.library.form.editors import ThreeEditor
from desktop.places.library.form.page import EntryForm
from desktop.places.library.form.recording_field import RecordingEditor
from desktop.places.library.page import OPENERS, STRUCTURES, LibraryPage
from desktop.widgets.words import Words
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.structures.opener_files import parse_opener
from tests.desktop.conftest import StandingClock


@pytest.fixture
def catalogue() -> Catalogue:
    """One of its own, for these tests add to it."""
    return read_catalogue()


def a_page(
    look: Look, catalogue: Catalogue, runner: SessionRunner, repository: SessionRepository, qtbot: QtBot
) -> LibraryPage:
    made = LibraryPage(look, catalogue, runner, repository)
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    return made


def put_away(page: LibraryPage) -> None:
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def library(
    qtbot: QtBot, look: Look, catalogue: Catalogue, runner: SessionRunner, repository: SessionRepository
) -> Iterator[LibraryPage]:
    made = a_page(look, catalogue, runner, repository, qtbot)
    yield made
    put_away(made)


def press(place: LibraryPage, name: str) -> None:
    button = next(one for one in place.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def show_tab(place: LibraryPage, tab: int) -> None:
    tabs = place.findChild(QTabBar)
    assert tabs is not None
    tabs.setCurrentIndex(tab)


def form_of(place: LibraryPage) -> EntryForm:
    assert place.own.form is not None
    return place.own.form


def said_of_recording(form: EntryForm) -> str:
    editor = form.editor_of(("recording",))
    assert isinstance(editor, RecordingEditor)
    return editor.says.text()


def write_opener(place: LibraryPage, title: str) -> None:
    show_tab(place, OPENERS)
    press(place, "write-own")
    model = form_of(place).model
    model.choose(("title",), title)
    model.choose(("lines", 0, "text"), "Welcome.")
    press(place, "form-save")


def type_over(text: str) -> None:
    """Types where the keys are, as a person does."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focus, text)


def test_an_opener_is_written_from_nothing_and_is_offered_with_the_others(
    qtbot: QtBot, look: Look, library: LibraryPage, catalogue: Catalogue
) -> None:
    write_opener(library, "Candle and quiet")
    assert library.opener is not None
    assert library.opener.title == "Candle and quiet"
    chooser = ChooseOpenerDialog(look, catalogue)
    qtbot.addWidget(chooser)
    chooser.search.setText("candle")
    assert chooser.opener == library.opener


def test_a_structure_is_written_by_keys_alone_and_begins_a_session(
    library: LibraryPage, runner: SessionRunner
) -> None:
    show_tab(library, STRUCTURES)
    press(library, "write-own")
    form = form_of(library)
    type_over("Kitchen table consult")
    form.rows.entry_rows[0].take_keys()
    type_over("Settle")
    assert form.side is not None
    form.side.editors[0].take_keys()
    type_over("Everyone arrives.")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    type_over("Case")
    form.side.editors[0].take_keys()
    type_over("One tells, the others listen.")
    assert form.foot.says.text() == "Ready to use. 2 stages."
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    press(library, "new-from-this")
    assert runner.session is not None
    part = runner.session.agenda.structures[0]
    assert part.title == "Kitchen table consult"
    assert [stage.title for stage in part.stages] == ["Settle", "Case"]


def test_what_is_wrong_stands_beside_its_field_is_counted_and_cannot_be_kept(library: LibraryPage) -> None:
    press(library, "write-own")
    form = form_of(library)
    form.model.choose(("title",), "Peer Assist")
    form.model.choose(("sizes", "minimum"), "some")
    said = {str(editor.field.label): editor.fault_words for editor in form.head}
    assert said["Name"] == "“Peer Assist” is there already; choose another title."
    assert said["People in a room"] == "Write how many people, up to 1000."
    assert form.foot.says.text().startswith("2 things to correct")
    assert form.foot.says.text().endswith("2 things to fill in.")
    press(library, "form-save")
    assert form_of(library) is form
    assert form.head[0].control.hasFocus()


def faults_said(form: EntryForm) -> dict[str, str]:
    assert form.side is not None
    row = form.rows.open_row
    editors = [*form.head, *(row.editors if row else ()), *form.side.editors]
    return {str(editor.field.label): editor.fault_words for editor in editors if editor.fault_words}


def test_a_new_form_is_calm_until_an_empty_field_was_left_or_saving_was_tried(library: LibraryPage) -> None:
    press(library, "write-own")
    form = form_of(library)
    assert faults_said(form) == {}
    assert form.foot.says.text() == "3 things to fill in."
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert list(faults_said(form)) == ["Name"]
    assert form.foot.says.text() == "1 thing to correct: Write something here. 2 things to fill in."
    press(library, "form-save")
    assert set(faults_said(form)) == {"Name", "Stage", "For the facilitator"}
    assert form.foot.says.text().startswith("3 things to correct")


def test_nothing_moves_under_a_click_that_leaves_an_empty_field(library: LibraryPage) -> None:
    press(library, "write-own")
    form = form_of(library)
    form.head[0].notice_left(Qt.FocusReason.MouseFocusReason)
    assert faults_said(form) == {}
    form.model.choose(("summary",), "For one case.")
    assert list(faults_said(form)) == ["Name"]


def test_a_field_that_was_left_says_so_in_its_row_wherever_that_goes(library: LibraryPage) -> None:
    press(library, "write-own")
    form = form_of(library)
    form.rows.entry_rows[0].editors[0].notice_left(Qt.FocusReason.TabFocusReason)
    assert form.model.fault(("stages", 0, "title")) == "Write something here."
    form.rows.add_after({"title": "", "minutes": 5, "instruction": "Talk."})
    assert form.model.fault(("stages", 1, "title")) == ""
    QTest.keyClick(form.rows.entry_rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.model.fault(("stages", 1, "title")) == "Write something here."
    assert form.model.fault(("stages", 0, "title")) == ""


def test_ours_cannot_be_changed_and_a_copy_of_it_can(library: LibraryPage, catalogue: Catalogue) -> None:
    assert not library.findChild(QAbstractButton, "change-own").isVisible()
    press(library, "copy-own")
    form_of(library).model.choose(("stages", 0, "minutes", "usual"), 4)
    press(library, "form-save")
    copy, ours = catalogue.structure("peer-assist-our-way"), catalogue.structure("peer-assist")
    assert copy is not None
    assert ours is not None
    assert [stage.id for stage in copy.stages] == [stage.id for stage in ours.stages]
    assert copy.stages[0].lengths.usual == timedelta(minutes=4)
    assert ours.stages[0].lengths.usual == timedelta(minutes=2)


def test_a_new_title_keeps_the_name_that_sessions_know_it_by(library: LibraryPage, catalogue: Catalogue) -> None:
    write_opener(library, "Candle and quiet")
    press(library, "change-own")
    form_of(library).model.choose(("title",), "Candle")
    press(library, "form-save")
    opener = catalogue.opener("candle-and-quiet")
    assert opener is not None
    assert opener.title == "Candle"
    press(library, "take-out-own")
    assert library.own.dialog is not None
    library.own.dialog.accept()
    assert catalogue.opener("candle-and-quiet") is None


def test_ones_own_is_there_again_after_a_restart(
    library: LibraryPage, library_path: Path, repository: SessionRepository, clock: StandingClock
) -> None:
    write_opener(library, "Candle and quiet")
    repository.file.close()
    again = read_catalogue()
    with open_library(library_path, now=clock.now, retry_seconds=None) as file:
        OwnEntries(file, again)
    assert again.opener("candle-and-quiet") is not None


def test_the_templates_open_in_the_form_without_a_fault(
    repository: SessionRepository, catalogue: Catalogue
) -> None:
    entries = OwnEntries(repository.file, catalogue)
    for kind in OwnKind:
        entry = entries.keep(kind, template(kind))
        assert entries.check_table(kind, entries.table(kind, entry.id), entry.id).faults == ()


def test_each_step_is_taken_back_and_taken_again(library: LibraryPage) -> None:
    press(library, "copy-own")
    form, model = form_of(library), form_of(library).model
    before = model.table
    form.rows.duplicate_open()
    assert len(form.rows.entry_rows) == len(model.rows) == 8
    model.choose(("title",), "Another")
    QTest.keyClick(form, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.table == before
    assert len(form.rows.entry_rows) == 7
    QTest.keyClick(form, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(form.rows.entry_rows) == 8


def test_one_length_for_all_three_stays_one_and_what_cannot_be_read_stays_as_it_was_typed(
    library: LibraryPage,
) -> None:
    press(library, "write-own")
    form = form_of(library)
    row = form.rows.entry_rows[0]
    lengths = row.editors[1]
    lengths.take_keys()
    type_over("8½")
    assert form.model.value(("stages", 0, "minutes")) == 8.5
    type_over("soon")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "soon"
    assert lengths.fault_words == "Write minutes, up to 600."


def test_stages_change_places_by_keys_and_the_keys_go_along(library: LibraryPage) -> None:
    press(library, "copy-own")
    form = form_of(library)
    titles = [row["title"] for row in form.model.rows]
    row = form.rows.entry_rows[2]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one["title"] for one in form.model.rows][1:3] == [titles[2], titles[1]]
    assert form.rows.entry_rows[1].hasFocus()


def test_a_click_on_the_strip_opens_its_stage(library: LibraryPage) -> None:
    press(library, "copy-own")
    form = form_of(library)
    QTest.mouseClick(
        form.scale.strip, Qt.MouseButton.LeftButton, pos=form.scale.strip.boxes()[3].center().toPoint()
    )
    assert form.model.row == 3
    assert form.rows.open_row is form.rows.entry_rows[3]


def test_what_is_saved_is_said_in_passing_and_the_keys_are_in_the_list(library: LibraryPage) -> None:
    write_opener(library, "Candle and quiet")
    assert library.passing.words.text() == "“Candle and quiet” is saved."
    assert library.passing.isVisible()
    assert library.notice.sentence == ""
    assert library.findChild(QListWidget, "library-list").hasFocus()


def test_what_is_being_written_is_shared_from_the_form_once_nothing_is_to_be_mended(
    library: LibraryPage, tmp_path: Path
) -> None:
    show_tab(library, OPENERS)
    press(library, "write-own")
    form = form_of(library)
    press(library, "share-own")
    assert library.own.dialog is None
    assert form.model.fault(("title",))
    form.model.choose(("title",), "Candle")
    form.model.choose(("lines", 0, "text"), "Welcome.")
    press(library, "share-own")
    library.own.share_to(str(tmp_path / "candle.toml"))
    assert parse_opener((tmp_path / "candle.toml").read_bytes(), "candle").title == "Candle"
    assert library.own.form is form


def test_an_opener_is_made_as_long_as_its_recording(library: LibraryPage, tmp_path: Path) -> None:
    file = tmp_path / "quiet.wav"
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(2 * 8000 * 200))
    show_tab(library, OPENERS)
    press(library, "write-own")
    form = form_of(library)
    form.model.choose(("recording",), str(file))
    assert (
        said_of_recording(form)
        == "quiet.wav, 3:20. That is 1:20 more than the opener takes: its end would be cut off."
    )
    press(library, "take-recording-length")
    assert said_of_recording(form) == "quiet.wav, 3:20"
    lengths = form.editor_of(("minutes",))
    assert isinstance(lengths, ThreeEditor)
    assert {line.text() for line in lengths.lines.values()} == {"3:20"}


def test_an_opener_without_words_yet_takes_no_time_to_read(library: LibraryPage) -> None:
    show_tab(library, OPENERS)
    press(library, "write-own")
    assert form_of(library).scale.beside.text() == ""
    form_of(library).model.choose(("lines", 0, "text"), "Welcome, all of you.")
    assert form_of(library).scale.beside.text() == "Read aloud it takes 0:02."


def test_the_facts_of_closed_rows_stand_in_columns_where_there_is_room(library: LibraryPage) -> None:
    press(library, "copy-own")
    form = form_of(library)
    row = form.rows.entry_rows[3]
    assert row.cells.isVisible()
    assert [words.text() for words in row.cells.words] == ["6", "10", "15", "assisting group", "Each round", "Yes"]
    library.resize(700, 600)
    assert not row.cells.isVisible()


def test_a_damaged_file_is_refused_in_plain_words(library: LibraryPage, tmp_path: Path) -> None:
    (tmp_path / "theirs.toml").write_text('title = "Theirs\n', encoding="utf-8")
    library.own.open_file(str(tmp_path / "theirs.toml"))
    assert library.own.form is None
    assert library.notice.sentence.startswith("theirs.toml is damaged, or is no structure or opener.")
    assert "TOML" not in library.notice.sentence


def test_a_copy_that_was_not_touched_is_left_without_a_question(library: LibraryPage) -> None:
    press(library, "copy-own")
    press(library, "form-cancel")
    assert library.own.form is None


def test_in_a_narrow_window_the_name_has_the_room_of_what_stands_beside_it(
    library: LibraryPage, look: Look
) -> None:
    press(library, "copy-own")
    said = [words for words in library.header.findChildren(Words) if words.text() == "a structure of your own"]
    assert [words.isVisible() for words in said] == [True]
    look.choose(theme="light", scale=2.0, calm=False)
    library.resize(1024, 600)
    assert not any(words.text() == "a structure of your own" and words.isVisible() for words in said)


def test_the_fields_of_a_stage_stand_in_one_line_where_there_is_room(library: LibraryPage) -> None:
    press(library, "copy-own")
    row = form_of(library).rows.open_row
    assert row is not None
    assert len({editor.y() for editor in row.editors}) == 1


def test_leaving_with_changes_asks_and_without_any_does_not(library: LibraryPage) -> None:
    press(library, "write-own")
    press(library, "form-cancel")
    assert library.own.form is None
    press(library, "write-own")
    form_of(library).model.choose(("title",), "Half an idea")
    press(library, "form-cancel")
    dialog = library.own.dialog
    assert isinstance(dialog, LeaveFormDialog)
    dialog.act.click()
    assert library.own.form is not None
    press(library, "form-cancel")
    dialog = library.own.dialog
    assert isinstance(dialog, LeaveFormDialog)
    dialog.give_up.click()
    assert library.own.form is None


def test_what_was_being_written_is_there_again_after_a_crash(
    library: LibraryPage,
    qtbot: QtBot,
    look: Look,
    catalogue: Catalogue,
    runner: SessionRunner,
    repository: SessionRepository,
) -> None:
    press(library, "write-own")
    model = form_of(library).model
    model.choose(("title",), "Half an idea")
    model.choose(("sizes", "usual"), "abou")
    model.end_step()
    again = a_page(look, catalogue, runner, repository, qtbot)
    assert form_of(again).model.table == model.table
    assert again.notice.sentence == str(GIVEN_BACK)
    again.own.leave()
    put_away(again)
    last = a_page(look, catalogue, runner, repository, qtbot)
    assert last.own.form is None
    put_away(last)


def test_one_shared_as_a_file_opens_in_the_form_of_another_without_the_place_of_a_recording(
    library: LibraryPage, catalogue: Catalogue, tmp_path: Path
) -> None:
    write_opener(library, "Candle and quiet")
    press(library, "change-own")
    form_of(library).model.choose(("recording",), "/home/me/quiet.ogg")
    press(library, "form-save")
    assert library.opener is not None
    press(library, "share-own")
    library.own.share_to(str(tmp_path / "candle.toml"))
    text = (tmp_path / "candle.toml").read_bytes()
    assert b"quiet.ogg" not in text
    assert library.notice.sentence.endswith("Your recording is not in it.")
    assert parse_opener(text, "candle").title == "Candle and quiet"
    library.own.open_file(str(tmp_path / "candle.toml"))
    asked = library.own.dialog
    assert isinstance(asked, Dialog)
    asked.cancel.click()
    form = form_of(library)
    assert form.model.fault(("title",)) == "“Candle and quiet” is there already; choose another title."
    form.model.choose(("title",), "Candle, theirs")
    press(library, "form-save")
    assert catalogue.opener("candle-theirs") is not None
    assert catalogue.opener("candle-and-quiet") is not None


def test_a_file_with_faults_opens_with_what_could_be_read_and_each_fault_at_its_field(
    library: LibraryPage, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.toml"
    file.write_text(
        'title = "Theirs"\nspeed = 3\nsizes = "many"\nroles = 3\n'
        '[[stages]]\ntitle = "Talk"\nminutes = -2\ninstruction = "Talk."\nspeaks = ["nobody"]\n',
        encoding="utf-8",
    )
    library.own.open_file(str(file))
    form = form_of(library)
    assert form.model.value(("title",)) == "Theirs"
    assert form.model.fault(("stages", 0, "minutes"))
    assert form.model.fault(("stages", 0, "speaks"))
    assert form.model.fault(("sizes",))
    assert "speed, sizes, roles" in library.notice.sentence
    placed = {form.editor_of(fault.path) for fault in form.model.faults}
    assert None not in placed


ODD_FILES = {
    "empty": b"",
    "no text": b"\xff\xfe\x00",
    "huge": b"x" * 300_000,
    "deep": b"a = " + b"[" * 50_000,
    "a date": b"title = 1979-05-27T07:32:00Z",
    "many tables": b"[[stages]]\n" * 900,
}


@pytest.mark.parametrize("content", ODD_FILES.values(), ids=ODD_FILES)
def test_no_file_brings_the_form_down(library: LibraryPage, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(content)
    library.own.open_file(str(file))
    if library.own.form is None:
        assert library.notice.sentence.endswith("Nothing was changed.")
    else:
        before = library.own.form
        press(library, "form-save")
        assert library.own.form is before
        library.own.leave()
