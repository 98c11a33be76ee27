"""What is typed in a dialog and could not be finished stands there again, whatever took the dialog away."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
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
from desktop.dialogs.own_entry import OwnEntryDialog
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.live.earlier_sessions import EarlierSessions
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.widgets.words import Words
from formats.library.unfinished_texts import TABLE
from tests.desktop.a_session import a_session
from tests.desktop.the_app import the_app
from tests.waiting import wait_until

TYPED = "half a wo"


def check_in(app: Clearing) -> Dialog:
    assert app.runner.session is not None
    return CheckInDialog(app.look, app.catalogue, app.runner.session.agenda.stages[0], {}, 5, app.window)


def names(app: Clearing) -> Dialog:
    return AddPeopleDialog(app.look, (), frozenset(), app.window)


def own_structure(app: Clearing) -> Dialog:
    return OwnEntryDialog(app.look, "A structure of your own", "title", str, app.window)


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
    OwnEntryDialog: own_structure,
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
        assert GIVEN_BACK in [words.text() for words in dialog.findChildren(Words)]
        dialog.cancel.click()
        assert not again.file.all(TABLE)
        dialog = opened(again, DIALOGS[kind])
        assert text_of(field_of(dialog)) == before
        dialog.reject()


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
