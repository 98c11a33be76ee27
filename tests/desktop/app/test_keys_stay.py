"""After an act the keys stay where they were: on the control that was pressed, though it was drawn anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.live.opener_now import is_inviting
from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.places.page import PlaceName
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.app.pressing import name_of
from tests.desktop.the_app import the_app


@pytest.fixture
def app(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Clearing]:
    """The app with the February session on the table and nothing begun."""
    with the_app(tmp_path / "library.json", look) as made:
        session = a_session(made.catalogue)
        made.repository.keep_session(session)
        made.runner.open(session)
        made.window.showNormal()  # the screen of a test is small: wide enough for both columns all the same
        made.window.resize(1280, 800)
        made.window.activateWindow()
        qtbot.waitActive(made.window)
        yield made


def open_place(app: Clearing, place: PlaceName) -> QWidget:
    app.window.show_place(place)
    QApplication.processEvents()
    return app.window.places[place]


def control(place: QWidget, name: str) -> QWidget:
    """The control in view that a screen reader calls so, or that is called so in the code."""
    found = [one for one in place.findChildren(QWidget) if name in (name_of(one), one.objectName())]
    return next(one for one in found if one.isVisible())


def focused(app: Clearing) -> str:
    """What has the keys, by name."""
    QApplication.processEvents()
    widget = app.window.focusWidget()
    return name_of(widget) or widget.objectName() if widget else ""


def press(app: Clearing, place: QWidget, name: str, qtbot: QtBot) -> None:
    """Presses a control by keyboard."""
    button = control(place, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)


STAYING = [
    (PlaceName.PREPARE, "Fit to time"),
    (PlaceName.PREPARE, "More: rounds of Peer Assist"),
    (PlaceName.PREPARE, "More: people in a room"),
    (PlaceName.PREPARE, "Shuffle"),
    (PlaceName.PREPARE, "Lock round 1"),
    (PlaceName.SETTINGS, "Larger text"),
    (PlaceName.SETTINGS, "Dark"),
    (PlaceName.SETTINGS, "Reduce motion"),
]
INSTEAD = {"Lock round 1": "Unlock round 1", "Fit to time": "Usual minutes"}
"""Acts in whose place the act that takes them back comes."""


@pytest.mark.parametrize(("name", "act"), STAYING)
def test_the_keys_stay_on_what_was_pressed(app: Clearing, qtbot: QtBot, name: PlaceName, act: str) -> None:
    place = open_place(app, name)
    press(app, place, act, qtbot)
    qtbot.waitUntil(lambda: focused(app) in (act, INSTEAD.get(act)), timeout=2000)
    QApplication.processEvents()
    assert app.window.place is name


def test_they_stay_in_the_line_where_the_control_has_no_more_to_give(app: Clearing, qtbot: QtBot) -> None:
    place = open_place(app, PlaceName.SETTINGS)
    while control(place, "Larger text").isEnabled():
        press(app, place, "Larger text", qtbot)
    assert focused(app) == "Smaller text"


RECALLING = ["Fit to time", "More: rounds of Peer Assist", "Minutes for Check-in"]


@pytest.mark.parametrize("name", RECALLING)
def test_they_stay_where_they_are_when_something_is_taken_back(app: Clearing, qtbot: QtBot, name: str) -> None:
    place = open_place(app, PlaceName.PREPARE)
    press(app, place, "More: rounds of Peer Assist", qtbot)
    QApplication.processEvents()
    here = control(place, name)
    here.setFocus(Qt.FocusReason.TabFocusReason)
    before = app.runner.session
    qtbot.keyClick(here, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert app.runner.session != before, "it was taken back"
    assert focused(app) == name


def test_a_button_that_undoes_and_goes_leaves_the_keys_in_its_place(app: Clearing, qtbot: QtBot) -> None:
    place = open_place(app, PlaceName.PREPARE)
    press(app, place, "More: rounds of Peer Assist", qtbot)
    QApplication.processEvents()
    press(app, place, "undo", qtbot)
    QApplication.processEvents()
    widget = app.window.focusWidget()
    assert widget is not None
    assert place.isAncestorOf(widget), focused(app)


def test_space_after_an_act_of_run_is_still_the_clocks(app: Clearing, qtbot: QtBot) -> None:
    place = open_place(app, PlaceName.RUN)
    app.runner.make(Move.START)
    for key, modifiers in (
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):
        qtbot.keyClick(app.window.focusWidget() or app.window, key, modifiers)
        QApplication.processEvents()
        assert app.window.focusWidget() is place
    buttons = [b for b in place.findChildren(QAbstractButton) if b.hasFocus()]
    assert buttons == []


def test_space_after_a_forgotten_start_begins_the_opener(app: Clearing, qtbot: QtBot) -> None:
    place = open_place(app, PlaceName.RUN)
    control(place, "go").setFocus(Qt.FocusReason.TabFocusReason)
    app.runner.make(Move.START)
    QApplication.processEvents()
    qtbot.keyClick(app.window.focusWidget() or place, Qt.Key.Key_Space)
    reading = app.runner.reading
    assert reading is not None
    assert reading.stage is not None
    assert reading.stage.opener != "five-senses"
    assert not is_inviting(reading)


def test_a_field_takes_back_what_was_typed_in_it_before_the_page_takes_back_an_act(
    app: Clearing, qtbot: QtBot
) -> None:
    place = open_place(app, PlaceName.PREPARE)
    press(app, place, "More: rounds of Peer Assist", qtbot)
    changed = app.runner.session
    name = control(place, "Add somebody by name")
    name.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(name, "Zoe")
    qtbot.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert name.text() == ""  # type: ignore[attr-defined]  # it is a field
    assert app.runner.session == changed
    qtbot.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.runner.session != changed
    assert focused(app) == "Add somebody by name"


def test_a_half_written_note_has_the_keys_again_when_one_comes_back(app: Clearing, qtbot: QtBot) -> None:
    app.runner.make(Move.START)
    app.runner.make(Move.NEXT)
    run = open_place(app, PlaceName.RUN)
    qtbot.keyClick(run, Qt.Key.Key_M)
    line = QApplication.focusWidget()
    assert isinstance(line, NoteLine)
    qtbot.keyClicks(line, "What if we")

    open_place(app, PlaceName.PREPARE)
    open_place(app, PlaceName.RUN)

    assert QApplication.focusWidget() is line


def test_a_place_that_was_left_with_nothing_written_has_its_own_keys(app: Clearing, qtbot: QtBot) -> None:
    app.runner.make(Move.START)
    app.runner.make(Move.NEXT)
    run = open_place(app, PlaceName.RUN)
    qtbot.keyClick(run, Qt.Key.Key_M)
    assert isinstance(QApplication.focusWidget(), NoteLine)

    open_place(app, PlaceName.PREPARE)
    open_place(app, PlaceName.RUN)

    assert QApplication.focusWidget() is run
