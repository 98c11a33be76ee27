"""Another language is chosen while a session runs: everything speaks it at once, and nothing is lost or stops."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.app.language_change import LanguageChange
from desktop.content.languages import dress
from desktop.live.bells import Bell
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.room_display.views import View
from formats.language import ENGLISH, speak, spoken
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app

ENGLISH_SETTINGS, GERMAN_SETTINGS = "Settings", "Einstellungen"


@dataclass
class Desk:
    """The app with a session that runs, in the place Settings."""

    app: Clearing
    clock: StandingClock
    qtbot: QtBot

    def choose(self, code: str) -> None:
        """Takes a line of the choice in Settings, as a person does."""
        self.app.window.show_place(PlaceName.SETTINGS)
        choice = self.language
        self.qtbot.waitUntil(lambda: choice.findData(code) >= 0)
        choice.setFocus()
        choice.setCurrentIndex(choice.findData(code))
        choice.activated.emit(choice.currentIndex())
        self.qtbot.waitUntil(lambda: self.language is not choice)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def language(self) -> QComboBox:
        page = self.app.window.places[PlaceName.SETTINGS]
        found = page.findChild(QComboBox, "language")
        assert found is not None
        return found

    def wait(self, **length: float) -> None:
        self.clock.move(**length)
        self.app.runner.catch_up()


@pytest.fixture
def desk(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Desk]:
    usual, direction = QLocale(), look.app.layoutDirection()
    with the_app(tmp_path / "library.json", look, LivePreferences(tmp_path / "kept.json"), clock) as app:
        app.repository.keep_session(a_session(app.catalogue))
        app.runner.open(app.repository.session("february"))
        app.runner.make(Move.START)
        LanguageChange(app)
        yield Desk(app, clock, qtbot)
    speak(ENGLISH)
    dress(look.app)
    QLocale.setDefault(usual)
    look.app.setLayoutDirection(direction)


def words(app: Clearing) -> set[str]:
    """What can be read in the window."""
    return {label.text() for label in app.window.findChildren(QLabel) if label.isVisible()}


def test_the_place_that_is_open_speaks_it_at_once_and_has_the_keys_where_they_were(desk: Desk) -> None:
    desk.choose("de")
    assert spoken().code == "de"
    assert desk.app.window.place is PlaceName.SETTINGS
    assert GERMAN_SETTINGS in words(desk.app)
    assert desk.app.window.focusWidget() is desk.language
    desk.choose("en")
    assert ENGLISH_SETTINGS in words(desk.app)


def test_the_window_stays_the_same_window_where_it_was(desk: Desk) -> None:
    window = desk.app.window
    window.resize(1100, 700)
    native, where = window.winId(), window.geometry()
    desk.choose("de")
    assert (window.winId(), window.geometry(), window.isVisible()) == (native, where, True)


def test_the_session_and_its_clock_go_on_untouched(desk: Desk) -> None:
    desk.wait(seconds=20)
    before, events = desk.app.runner.reading, desk.app.runner.session.events
    desk.choose("de")
    after = desk.app.runner.reading
    assert before is not None
    assert after is not None
    assert (after.stage, after.remaining) == (before.stage, before.remaining)
    assert desk.app.runner.session.events == events


def test_a_bell_rings_once_for_a_stage_that_ends_meanwhile(desk: Desk) -> None:
    rung: list[Bell] = []
    desk.app.bell_requested.connect(rung.append)
    stage = desk.app.runner.reading.stage
    desk.wait(seconds=stage.length.total_seconds() - 30)
    before = list(rung)
    desk.choose("de")
    assert rung == before
    desk.wait(seconds=31)
    assert rung == [*before, Bell.END]


def test_a_timer_at_the_side_goes_on_and_rings(desk: Desk) -> None:
    rung: list[Bell] = []
    desk.app.side_timers.start("Spare trio", timedelta(minutes=3))
    desk.choose("de")
    desk.app.bell_requested.connect(rung.append)
    assert [timer.name for timer in desk.app.side_timers.timers] == ["Spare trio"]
    desk.clock.move(minutes=3)
    desk.app.runner.catch_up()
    assert Bell.SOON in rung


def test_what_was_done_before_can_be_taken_back_after(desk: Desk) -> None:
    desk.wait(seconds=5)
    desk.app.runner.make(Move.PAUSE)
    desk.choose("de")
    assert not desk.app.runner.reading.position.running
    desk.app.runner.make(Move.UNDO)
    assert desk.app.runner.reading.position.running


def test_half_a_note_stands_in_its_line_again(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.RUN)
    line = desk.app.window.findChild(QPlainTextEdit, "note-line")
    assert line is not None
    QTest.keyClicks(line, "Ask who already tr")
    desk.choose("de")
    desk.app.window.show_place(PlaceName.RUN)
    again = desk.app.window.findChild(QPlainTextEdit, "note-line")
    assert again is not None
    assert again is not line
    assert again.toPlainText() == "Ask who already tr"


def test_a_field_half_typed_in_another_place_holds_it_still(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.PREPARE)
    name = desk.app.window.findChild(QLineEdit, "add-name")
    assert name is not None
    name.setFocus()
    QTest.keyClicks(name, "Ami")
    desk.choose("de")
    desk.app.window.show_place(PlaceName.PREPARE)
    again = desk.app.window.findChild(QLineEdit, "add-name")
    assert again is not None
    assert again.text() == "Ami"


def test_the_wall_stays_up_with_what_it_shows_and_says_it_in_the_language(desk: Desk) -> None:
    wall = desk.app.room_display
    wall.show_view(View.TIMER)
    native = wall.winId()
    title = wall.windowTitle()
    desk.choose("de")
    assert wall.isVisible()
    assert (wall.winId(), wall.chosen_view) == (native, View.TIMER)
    assert wall.windowTitle() != title


def test_structures_on_offer_are_said_in_it_and_those_of_the_session_stay(desk: Desk) -> None:
    before = [stage.title for stage in desk.app.runner.session.agenda.stages]
    ours = desk.app.catalogue.structures[0]
    desk.choose("de")
    assert desk.app.catalogue.structures[0].summary != ours.summary
    assert [stage.title for stage in desk.app.runner.session.agenda.stages] == before


def test_qts_own_words_and_the_side_it_begins_at_follow(desk: Desk) -> None:
    def said() -> str:
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    desk.choose("de")
    assert said() == "Abbrechen"
    assert desk.app.window.locale().language() is QLocale.Language.German
    desk.choose("en")
    assert said() == "Cancel"
    wishes = desk.app.preferences
    wishes.choose(replace(wishes.current, language="ar-XB"))
    desk.qtbot.waitUntil(lambda: spoken().code == "ar-XB")
    assert desk.app.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    rail = desk.app.window.findChild(QWidget, "rail")
    assert "border-left" in rail.styleSheet().partition("QFrame#rail")[2].partition("}")[0]


def test_the_choice_is_there_again_at_the_next_start(desk: Desk, tmp_path: Path) -> None:
    desk.choose("de")
    assert LivePreferences(tmp_path / "kept.json").current.language == "de"


def test_for_whom_the_summary_is_stays_chosen(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.SUMMARY)
    audience = desk.app.window.places[PlaceName.SUMMARY].findChild(QComboBox, "audience")
    audience.setCurrentIndex(audience.findData("anyone"))
    audience.activated.emit(audience.currentIndex())
    desk.choose("de")
    again = desk.app.window.places[PlaceName.SUMMARY].findChild(QComboBox, "audience")
    assert again.currentData() == "anyone"
