"""The place Help: F1 finds the page of what is open and leads back, and ? shows every key, anywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.dialogs.guide_page import GuidePageDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.guide.key_rows import KeyRow
from desktop.guide.key_sheet import KeySheet
from desktop.keys import PLACES
from desktop.look import Look
from desktop.places.help.hit_delegate import SENTENCE
from desktop.places.help.page import GUIDE, SHORTCUTS, HelpPage
from desktop.places.help.printing import GuidePrinter
from desktop.places.page import PlaceName
from formats.session.events import Started
from tests.desktop.a_session import IDEAS, STARTS, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Clearing]:
    """The app with a session on the table, its window to the front."""
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        session = a_session(made.catalogue)
        made.repository.keep_session(session)
        made.runner.open(session)
        qtbot.waitExposed(made.window)
        yield made


def help_page(app: Clearing) -> HelpPage:
    page = app.window.places[PlaceName.HELP]
    assert isinstance(page, HelpPage)
    return page


def press(key: Qt.Key | str) -> None:
    """Presses a key where the keys are: in the dialog that is open, or in the window."""
    dialog = QApplication.activeModalWidget()
    widget = (dialog.focusWidget() or dialog) if dialog is not None else QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, key) if isinstance(key, str) else QTest.keyClick(widget, key)


def test_every_place_has_its_number() -> None:
    assert len(PlaceName) == PLACES


def test_f1_opens_the_page_about_a_place_and_esc_leads_back(app: Clearing) -> None:
    for place in (place for place in PlaceName if place is not PlaceName.HELP):
        app.window.show_place(place)
        press(Qt.Key.Key_F1)
        assert app.window.place is PlaceName.HELP
        assert help_page(app).tabs.currentIndex() == GUIDE
        press(Qt.Key.Key_Escape)
        assert app.window.place is place


def test_help_opened_for_itself_leads_back_nowhere(app: Clearing) -> None:
    app.window.show_place(PlaceName.PREPARE)
    press(Qt.Key.Key_F1)
    app.window.show_place(PlaceName.SESSIONS)
    app.window.show_place(PlaceName.HELP)
    assert help_page(app).back.isHidden()
    press(Qt.Key.Key_Escape)
    assert app.window.place is PlaceName.HELP


def test_a_running_clock_and_half_a_note_are_as_they_were(app: Clearing, clock: StandingClock) -> None:
    app.runner.record([Started(STARTS, IDEAS)])
    app.window.show_place(PlaceName.RUN)
    line = app.window.findChild(QPlainTextEdit, "note-line")
    line.setFocus()
    line.setPlainText("Half a th")
    assert QApplication.focusWidget() is line
    press(Qt.Key.Key_F1)
    clock.move(seconds=20)
    app.runner.catch_up()
    press(Qt.Key.Key_Escape)
    assert app.window.place is PlaceName.RUN
    assert line.toPlainText() == "Half a th"
    assert QApplication.focusWidget() is line
    assert app.runner.reading is not None
    assert app.runner.reading.live
    assert app.runner.reading.used.total_seconds() == 20


def test_over_a_dialog_the_page_opens_in_a_dialog_and_what_is_typed_stays(app: Clearing, qtbot: QtBot) -> None:
    dialog = OneLineDialog(app.look, "A title", "Name", "Keep", app.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.findChild(QLineEdit)
    field.setText("typed")
    press(Qt.Key.Key_F1)
    over = QApplication.activeModalWidget()
    assert isinstance(over, GuidePageDialog)
    qtbot.waitUntil(over.isActiveWindow)
    press(Qt.Key.Key_F1)
    assert QApplication.activeModalWidget() is over
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is dialog
    assert field.text() == "typed"
    dialog.reject()


def test_one_key_shows_the_sheet_in_every_place(app: Clearing) -> None:
    for place in PlaceName:
        app.window.show_place(place)
        press("?")
        assert isinstance(QApplication.activeModalWidget(), ShortcutSheet)
        press(Qt.Key.Key_Escape)
        assert QApplication.activeModalWidget() is None


def test_a_question_mark_can_be_typed(app: Clearing) -> None:
    app.window.show_place(PlaceName.SESSIONS)
    field = app.window.findChild(QLineEdit, "search")
    field.setFocus()
    press("?")
    assert field.text() == "?"
    assert QApplication.activeModalWidget() is None


def rows_in_view(page: QWidget) -> list[str]:
    return [row.line.word for row in page.findChildren(KeyRow) if not row.isHidden() and row.isVisibleTo(page)]


def test_the_sheet_is_searched_by_what_is_done_or_by_the_key(app: Clearing) -> None:
    app.window.show_place(PlaceName.HELP)
    page = help_page(app)
    page.tabs.setCurrentIndex(SHORTCUTS)
    page.search.setText("shift l")
    assert "Mute the bells" in rows_in_view(page.sheet)
    page.search.setText("mark as key")
    assert set(rows_in_view(page.sheet)) == {"Mark as key", "Mark as key, or not"}
    page.search.setText("no such thing")
    assert not rows_in_view(page.sheet)
    page.search.clear()
    assert len(rows_in_view(page.sheet)) > 40


def test_the_sheet_is_made_when_it_is_looked_at_and_takes_the_words_that_were_typed_before(app: Clearing) -> None:
    app.window.show_place(PlaceName.HELP)
    page = help_page(app)
    assert not page.findChildren(KeySheet)
    page.search.setText("mute")
    page.tabs.setCurrentIndex(SHORTCUTS)
    assert "Mute the bells" in rows_in_view(page.sheet)


def test_show_me_opens_the_place_a_page_tells_of(app: Clearing) -> None:
    app.window.show_place(PlaceName.HELP)
    help_page(app).guide.show_page("first-session")
    help_page(app).guide.show_me.click()
    assert app.window.place is PlaceName.SESSIONS


def test_words_are_found_anywhere_with_the_sentence_around_them(app: Clearing) -> None:
    app.window.show_place(PlaceName.HELP)
    contents = help_page(app).guide.contents
    contents.search.setText("THERAPY service")
    assert not contents.hits.isHidden()
    assert "It is not a crisis or therapy service." in contents.hits.item(0).data(SENTENCE)
    contents.search.setText("xyzzy")
    assert contents.hits.isHidden()
    press_escape_in(contents.search)
    assert contents.search.text() == ""
    assert not contents.pages.isHidden()


def press_escape_in(field: QLineEdit) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_sheet_is_written_to_be_printed(app: Clearing, tmp_path: Path) -> None:
    opened: list[QUrl] = []
    printer = GuidePrinter(app.window, opened.append)
    printer.ask_where(keys_only=True)
    assert printer.dialog is not None
    target = tmp_path / "keys.html"
    printer.dialog.fileSelected.emit(str(target))
    assert "Next stage" in target.read_text("utf-8")
    assert "A session in ten minutes" not in target.read_text("utf-8")
    assert [Path(url.toLocalFile()) for url in opened] == [target]


def test_a_guide_that_cannot_be_written_is_told(app: Clearing, tmp_path: Path) -> None:
    told: list[str] = []
    printer = GuidePrinter(app.window, lambda _url: None)
    printer.message.connect(told.append)
    printer.ask_where(keys_only=False)
    assert printer.dialog is not None
    printer.dialog.fileSelected.emit(str(tmp_path / "no such folder" / "guide.html"))
    assert told == ["guide.html could not be written there. Choose another folder."]


def test_f1_on_the_wall_opens_its_page_in_the_window_and_leads_back_to_run(app: Clearing) -> None:
    app.window.show_place(PlaceName.RUN)
    app.room_display.help_requested.emit()
    assert app.window.place is PlaceName.HELP
    assert help_page(app).guide.page.id == "display"
    press(Qt.Key.Key_Escape)
    assert app.window.place is PlaceName.RUN


def test_a_page_over_a_dialog_is_read_from_its_beginning(app: Clearing, qtbot: QtBot) -> None:
    dialog = GuidePageDialog(app.look, "agenda", app.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    bar = dialog.text.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    dialog.reject()


def test_the_contents_have_a_button_only_where_they_have_no_room(app: Clearing) -> None:
    for width, hidden in ((1440, True), (700, False)):
        app.window.setMinimumSize(0, 0)
        app.window.resize(width, 900)
        app.window.show_place(PlaceName.HELP)
        QApplication.processEvents()
        assert help_page(app).contents.isHidden() is hidden
