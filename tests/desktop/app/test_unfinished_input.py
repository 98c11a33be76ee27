"""What is typed in a dialog and could not be finished stands there again, whatever took the dialog away."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.app.clearing import Clearing
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.check_in import CheckInDialog
from desktop.dialogs.coming_and_going import ComingAndGoingDialog
from desktop.dialogs.frame import GIVEN_BACK, Dialog
from desktop.dialogs.give_session import GiveSessionDialog
from desktop.dialogs.next_session import NextSessionDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.dialogs.roster_answers import EditedRoster
from desktop.dialogs.roster_draft import with_changes, write_changes
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.live.earlier_sessions import EarlierSessions
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.widgets.words import Words
from formats.library.unfinished_texts import TABLE
from formats.session.roster.person_texts import with_text
from formats.session.roster.reading import read_pasted
from tests.desktop.a_session import a_session
from tests.desktop.the_app import the_app
from tests.waiting import wait_until

TYPED = "half a wo"


def check_in(app: Clearing) -> Dialog:
    assert app.runner.session is not None
    return CheckInDialog(app.look, app.catalogue, app.runner.session.agenda.stages[0], {}, 5, app.window)


def names(app: Clearing) -> Dialog:
    return AddPeopleDialog(app.look, (), frozenset(), app.window)


def side_timer(app: Clearing) -> Dialog:
    return SideTimerDialog(app.look, "Break", app.window)


def one_line(app: Clearing) -> Dialog:
    return OneLineDialog(app.look, "Another title", "Title", "Introductions", app.window)


def arrival(app: Clearing) -> Dialog:
    return ComingAndGoingDialog(app.look, app.runner, EarlierSessions(app.runner), parent=app.window)


def next_session(app: Clearing) -> Dialog:
    return NextSessionDialog(app.look, app.runner, app.window)


DIALOGS = {
    CheckInDialog: check_in,
    AddPeopleDialog: names,
    SideTimerDialog: side_timer,
    OneLineDialog: one_line,
    ComingAndGoingDialog: arrival,
    NextSessionDialog: next_session,
}


def power_cut(app: Clearing, library: Path) -> Path:
    """At most a second passes, and what is on the disk then is all there is."""
    wait_until(partial(_is_quiet, app))
    app.file.flush()
    return copytree(library.parent, library.parent.parent / "after") / library.name


def window_closed(app: Clearing, library: Path) -> Path:
    app.window.close()
    return library


def frame_closed(app: Clearing, library: Path) -> Path:
    """As a system does that shuts down: the dialog first."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    dialog.close()
    return window_closed(app, library)


def _is_quiet(app: Clearing) -> bool:
    QApplication.processEvents()
    return not any(timer.waiting for timer in app.window.findChildren(DraftTimer))


def field_of(dialog: Dialog) -> QLineEdit | QPlainTextEdit:
    fields = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)]
    return next(field for field in fields if field.isVisible())


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def begin(app: Clearing) -> None:
    if app.repository.session("february") is None:
        app.repository.keep_session(a_session(app.catalogue))
    app.runner.open(app.repository.session("february"))


def opened(app: Clearing, make: Callable[[Clearing], Dialog]) -> Dialog:
    dialog = make(app)
    dialog.open()
    return dialog


@pytest.mark.parametrize("way_out", [power_cut, window_closed, frame_closed])
@pytest.mark.parametrize("kind", DIALOGS)
def test_words_of_a_dialog_are_back_in_it_and_gone_once_it_is_cancelled(
    kind: type[Dialog], way_out: Callable[[Clearing, Path], Path], tmp_path: Path, look: Look
) -> None:
    library = tmp_path / "first" / "library.json"
    with the_app(library, look) as app:
        begin(app)
        dialog = opened(app, DIALOGS[kind])
        before = text_of(field_of(dialog))
        field_of(dialog).selectAll()
        QTest.keyClicks(field_of(dialog), TYPED)
        library = way_out(app, library)
    with the_app(library, look) as again:
        begin(again)
        dialog = opened(again, DIALOGS[kind])
        assert text_of(field_of(dialog)) == TYPED
        assert str(GIVEN_BACK) in [words.text() for words in dialog.findChildren(Words)]
        dialog.cancel.click()
        assert not again.file.all(TABLE)
        dialog = opened(again, DIALOGS[kind])
        assert text_of(field_of(dialog)) == before
        dialog.reject()


def pasted(app: Clearing, text: str = "") -> AddPeopleDialog:
    """The dialog for pasted names, with this list where one is copied."""
    QGuiApplication.clipboard().setText(text)
    app.window.show_place(PlaceName.PREPARE)
    prepare = app.window.places[PlaceName.PREPARE]
    assert isinstance(prepare, PreparePage)
    prepare.people.paste_names()
    dialog = prepare.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    return dialog


def type_in_cell(dialog: AddPeopleDialog, row: int, words: str) -> None:
    table = dialog.review.table
    table.setCurrentIndex(table.model().index(row, 0))
    table.edit(table.currentIndex())
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, words)


def names_shown(dialog: AddPeopleDialog) -> list[str]:
    model = dialog.review.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("way_out", [power_cut, window_closed, frame_closed])
@pytest.mark.parametrize("copied_later", ["", "Nina Okafor"])
def test_a_list_that_was_pasted_is_back_with_the_cell_half_typed(
    way_out: Callable[[Clearing, Path], Path], copied_later: str, tmp_path: Path, look: Look
) -> None:
    library = tmp_path / "first" / "library.json"
    with the_app(library, look) as app:
        begin(app)
        dialog = pasted(app, "Zora Neale\nBo Diddley\nCleo Laine")
        dialog.review.model.setData(dialog.review.model.index(2, 0), 0, Qt.ItemDataRole.CheckStateRole)
        type_in_cell(dialog, 1, "Bo Did")
        library = way_out(app, library)
    with the_app(library, look) as again:
        begin(again)
        people = again.runner.session
        dialog = pasted(again, copied_later)
        assert names_shown(dialog) == ["Zora Neale", "Bo Did", "Cleo Laine"]
        assert dialog.review.count == 2
        assert dialog.review.isVisible()
        assert again.runner.session == people
        dialog.cancel.click()
        assert not again.file.all(TABLE)
        assert names_shown(pasted(again, copied_later)) == ([copied_later] if copied_later else [])


def test_a_name_half_typed_for_a_line_that_was_not_read_is_back_and_stays_beside_other_answers(
    tmp_path: Path, look: Look
) -> None:
    library = tmp_path / "first" / "library.json"
    with the_app(library, look) as app:
        begin(app)
        dialog = pasted(app, "Zora Neale\nHello all, see below\nBest wishes from all of us here\nCleo Laine")
        first, second = dialog.review.attention.rows
        first.type_name.click()
        QTest.keyClicks(first.name, "Bo Did")
        wait_until(partial(_is_quiet, app))
        second.leave.click()
        (row,) = dialog.review.attention.rows
        assert (row.name.text(), row.name.isHidden()) == ("Bo Did", False)
        library = power_cut(app, library)
    with the_app(library, look) as again:
        begin(again)
        dialog = pasted(again)
        (row,) = dialog.review.attention.rows
        assert (row.name.text(), row.name.isHidden()) == ("Bo Did", False)
        assert names_shown(dialog) == ["Zora Neale", "Cleo Laine"]
        row.type_name.click()
        assert names_shown(dialog) == ["Zora Neale", "Bo Did", "Cleo Laine"]
        dialog.cancel.click()
        assert not again.file.all(TABLE)


@pytest.mark.parametrize("written", ["", "[]", "{", '{"entries": 3}', '{"settled": {}, "answers": [[1, 2]]}'])
def test_changes_of_a_list_that_a_disk_has_altered_change_nothing(written: str) -> None:
    edited = EditedRoster().read_again(read_pasted("Zora Neale\nBo Diddley"))
    assert with_changes(edited, written) == edited


def test_every_change_of_a_list_is_written_down() -> None:
    read = EditedRoster().read_again(read_pasted("Zora Neale\nHello all, see below\nBo Diddley"))
    assert write_changes(read) == ""
    (line,) = read.unread
    changed = (
        read.with_name_typed("a line", "Ze")
        .with_line_settled(line.key, "Cleo Laine")
        .with_taken(0, False)
        .with_answer(("known", "x"), True)
    )
    changed = changed.with_draft(2, with_text(changed.entries[2].draft, "name", "Bo"))
    assert with_changes(read, write_changes(changed)) == changed


def test_words_stay_with_the_session_they_were_typed_over(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        begin(app)
        app.repository.keep_session(a_session(app.catalogue, session_id="march"))
        dialog = opened(app, check_in)
        QTest.keyClicks(field_of(dialog), TYPED)
        dialog.close()
        app.runner.open(app.repository.session("march"))
        assert TYPED not in text_of(field_of(opened(app, check_in)))
        (kept,) = app.file.all(TABLE)
        assert kept["session"] == "february"


def test_a_length_half_typed_in_a_dialog_is_back_too(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        begin(app)
        dialog = opened(app, side_timer)
        assert isinstance(dialog, SideTimerDialog)
        dialog.length.selectAll()
        QTest.keyClicks(dialog.length, "1h")
        dialog.close()
        again = opened(app, side_timer)
        assert isinstance(again, SideTimerDialog)
        assert again.length.text() == "1h"
        again.accept()
        assert again.length.value.total_seconds() == 3600


def test_a_secret_is_kept_nowhere(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        begin(app)
        dialog = Dialog(app.look, "A secret", "Keep", app.window)
        words, secret = QLineEdit(), QLineEdit()
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (words, secret):
            dialog.body.addWidget(field)
        dialog.open()
        QTest.keyClicks(words, TYPED)
        QTest.keyClicks(secret, "open sesame")
        dialog.close()
        (kept,) = app.file.all(TABLE)
        assert list(kept["texts"].values()) == [TYPED]


def test_a_dialog_for_a_passphrase_keeps_no_draft_at_all() -> None:
    assert not PassphraseDialog.keeps_draft
    assert not GiveSessionDialog.keeps_draft
