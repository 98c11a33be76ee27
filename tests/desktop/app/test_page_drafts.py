"""What is half typed in a page stands there again after a crash, and is entered by nobody but the person."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.open_input import DraftTimer
from desktop.places.page import PlaceName
from desktop.widgets.typed_field import BACK, TypedField
from formats.library.erasing import erase_everywhere
from formats.library.unfinished_texts import TABLE
from formats.session.session import Session
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app
from tests.waiting import wait_until


def begin(app: Clearing) -> None:
    for session_id in ("march", "february"):
        if app.repository.session(session_id) is None:
            app.repository.keep_session(a_session(app.catalogue, session_id=session_id))
    app.runner.open(app.repository.session("february"))
    app.window.show()


def minutes(app: Clearing) -> QLineEdit:
    app.window.show_place(PlaceName.PREPARE)
    return next(field for field in fields_of(app) if field.accessibleName().startswith("Minutes for"))


def somebody(app: Clearing) -> QLineEdit:
    app.window.show_place(PlaceName.PREPARE)
    return named(app, "Add somebody by name")


def began(app: Clearing) -> QLineEdit:
    app.window.show_place(PlaceName.RUN)
    return named(app, "When did it begin?")


def next_step_day(app: Clearing) -> QLineEdit:
    app.window.show_place(PlaceName.RUN)
    return named(app, "By when, such as 2 March, tomorrow or Friday")


def first_day(app: Clearing) -> QLineEdit:
    app.window.show_place(PlaceName.YEAR)
    return named(app, "First day")


def closing_word(app: Clearing) -> QLineEdit:
    app.window.show_place(PlaceName.RUN)
    return named(app, "One word, if someone wishes")


def named(app: Clearing, name: str) -> QLineEdit:
    return next(field for field in fields_of(app) if field.accessibleName() == name)


def fields_of(app: Clearing) -> list[QLineEdit]:
    return app.window.findChildren(QLineEdit)


EDITORS = {
    "minutes in Prepare": (minutes, "1"),
    "minutes that cannot be read": (minutes, "1h:"),
    "somebody by name": (somebody, "Ami"),
    "when it began": (began, "1"),
    "the day of a next step": (next_step_day, "2 Ma"),
    "a day of the year": (first_day, "3"),
    "a word of the closing round": (closing_word, "cal"),
}


def type_in(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def power_cut(app: Clearing, library: Path) -> Path:
    """At most a second passes, and what is on the disk then is all there is."""
    wait_until(partial(_is_quiet, app))
    app.file.flush()
    return copytree(library.parent, library.parent.parent / "after") / library.name


def _is_quiet(app: Clearing) -> bool:
    QApplication.processEvents()
    return not any(timer.waiting for timer in app.window.findChildren(DraftTimer))


def stored(app: Clearing) -> Session:
    session = app.repository.session("february")
    assert session is not None
    return session


@pytest.mark.parametrize("editor", EDITORS)
def test_words_half_typed_in_a_page_are_back_after_a_power_cut_and_not_entered(
    editor: str, tmp_path: Path, look: Look
) -> None:
    find, words = EDITORS[editor]
    library = tmp_path / "first" / "library.json"
    clock = StandingClock()
    with the_app(library, look, clock=clock) as app:
        begin(app)
        before = stored(app)
        type_in(find(app), words)
        library = power_cut(app, library)
    with the_app(library, look, clock=clock) as again:
        begin(again)
        field = find(again)
        assert field.text() == words
        assert field.isModified()
        assert stored(again) == before
        if isinstance(field, TypedField):
            assert field.accessibleDescription() == str(BACK)


def test_minutes_that_are_back_can_be_finished_or_given_up(tmp_path: Path, look: Look) -> None:
    library = tmp_path / "first" / "library.json"
    with the_app(library, look) as app:
        begin(app)
        type_in(minutes(app), "1")
        library = power_cut(app, library)
    with the_app(library, look) as again:
        begin(again)
        field = minutes(again)
        field.setFocus()
        field.end(False)
        QTest.keyClicks(field, "7")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert stored(again).agenda.stages[0].length.total_seconds() == 17 * 60
        assert not again.file.all(TABLE)
        QTest.keyClicks(field, "3")
        wait_until(lambda: bool(again.file.all(TABLE)) or _is_quiet(again))
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not again.file.all(TABLE)


def close(app: Clearing) -> None:
    app.window.close()


def leave(app: Clearing) -> None:
    app.window.show_place(PlaceName.SETTINGS)


@pytest.mark.parametrize("way_out", [close, leave])
def test_minutes_entered_by_a_way_out_leave_no_draft(
    way_out: Callable[[Clearing], None], tmp_path: Path, look: Look
) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        begin(app)
        type_in(minutes(app), "7")
        wait_until(partial(_is_quiet, app))
        assert app.file.all(TABLE)
        way_out(app)
        assert stored(app).agenda.stages[0].length.total_seconds() == 7 * 60
        assert not app.file.all(TABLE)


def test_a_name_half_typed_stays_with_its_session(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        begin(app)
        type_in(somebody(app), "Ami")
        app.runner.open(app.repository.session("march"))
        assert somebody(app).text() == ""
        type_in(somebody(app), "Bo")
        app.runner.open(app.repository.session("february"))
        assert somebody(app).text() == "Ami"
        assert {record["session"] for record in app.file.all(TABLE)} == {"february", "march"}
        erase_everywhere(app.file, "march")
        assert {record["session"] for record in app.file.all(TABLE)} == {"february"}


def test_a_name_added_is_no_longer_half_typed(tmp_path: Path, look: Look) -> None:
    with the_app(tmp_path / "library.json", look) as app:
        begin(app)
        type_in(somebody(app), "Zora Neale")
        wait_until(partial(_is_quiet, app))
        assert app.file.all(TABLE)
        QTest.keyClick(somebody(app), Qt.Key.Key_Return)
        assert not app.file.all(TABLE)
        assert stored(app).people[-1].name == "Zora Neale"
