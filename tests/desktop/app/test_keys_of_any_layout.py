"""Keys under every alphabet, on a French row of digits and on the number pad; what typing takes back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.places.page import PlaceName
from desktop.widgets.any_layout import meant_keys
from desktop.widgets.chips import Chip
from formats.session.moves import Move
from tests.desktop.a_session import a_session
from tests.desktop.any_keyboard import CONTROL, KEYPAD, LETTERS, NONE, SHIFT, key_event, press
from tests.desktop.the_app import the_app

FRENCH = "&é\"'(-è_ç"


@pytest.fixture
def app(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Clearing]:
    """The app in Run, with the February session started."""
    with the_app(tmp_path / "library.json", look) as made:
        session = a_session(made.catalogue)
        made.repository.keep_session(session)
        made.runner.open(session)
        made.runner.make(Move.START)
        made.window.show_place(PlaceName.RUN)
        made.window.activateWindow()
        qtbot.waitActive(made.window)
        yield made


def note_line(app: Clearing) -> NoteLine:
    """The line for notes, with the keys in it."""
    line = app.window.findChild(NoteLine)
    assert isinstance(line, NoteLine)
    line.setFocus()
    return line


def kind_in_use(app: Clearing) -> str:
    """The kind that the next note will have."""
    chips = [c for c in app.window.findChildren(Chip) if c.objectName().startswith("note-kind-")]
    return next(chip.objectName() for chip in chips if chip.isChecked())


@pytest.mark.parametrize("layout", LETTERS)
def test_a_letter_does_its_act_under_any_alphabet(app: Clearing, layout: str) -> None:
    press(app.window, LETTERS[layout]["M"], "M")
    assert app.window.focusWidget() is app.window.findChild(NoteLine), "M goes to the notes"


@pytest.mark.parametrize("layout", LETTERS)
def test_it_is_a_letter_where_someone_types(app: Clearing, layout: str) -> None:
    line = note_line(app)
    press(app.window, LETTERS[layout]["N"], "N")
    press(app.window, LETTERS[layout]["L"], "L")
    assert line.text == LETTERS[layout]["N"] + LETTERS[layout]["L"]


def test_a_latin_letter_is_what_it_is_wherever_it_stands() -> None:
    for sign, place in (("q", "A"), ("ö", "L"), ("ı", "I"), ("é", "W"), (",", "M"), (";", "Z")):
        assert meant_keys(key_event(QEvent.Type.KeyPress, sign, place, NONE)) is None, sign


@pytest.mark.parametrize("number", range(1, 7))
def test_on_a_french_keyboard_ctrl_and_a_digit_chooses_the_kind_with_shift_and_without(
    app: Clearing, number: int
) -> None:
    line, digit = note_line(app), str(number)
    press(app.window, digit, digit, CONTROL)
    chosen = kind_in_use(app)
    for modifiers, sign in ((CONTROL, FRENCH[number - 1]), (CONTROL | SHIFT, digit)):
        press(app.window, "6" if number == 1 else "1", "6" if number == 1 else "1", CONTROL)
        assert kind_in_use(app) != chosen
        press(app.window, sign, digit, modifiers)
        assert kind_in_use(app) == chosen
    assert app.window.place is PlaceName.RUN
    assert line.hasFocus()


def test_on_a_french_keyboard_ctrl_and_a_digit_opens_a_place_where_nobody_types(app: Clearing) -> None:
    press(app.window, "é", "2", CONTROL)
    assert app.window.place is PlaceName.PREPARE


def test_digits_plus_and_minus_of_the_number_pad(app: Clearing, qtbot: QtBot) -> None:
    reading = app.runner.reading
    assert reading is not None
    lengths = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(app.window, key, KEYPAD)
        lengths.append(app.runner.reading.remaining - reading.remaining)  # type: ignore[union-attr]  # it runs
    assert lengths == [timedelta(minutes=1), timedelta()]
    line = note_line(app)
    qtbot.keyClick(line, Qt.Key.Key_3, CONTROL | KEYPAD)
    assert kind_in_use(app) == "note-kind-question"


def test_what_is_typed_is_taken_back_word_by_word_and_comes_back(app: Clearing, qtbot: QtBot) -> None:
    line = note_line(app)
    qtbot.keyClicks(line, "ask Beth first")
    seen = []
    for keys in (CONTROL, CONTROL, CONTROL, CONTROL | SHIFT, CONTROL | SHIFT, CONTROL | SHIFT):
        qtbot.keyClick(line, Qt.Key.Key_Z, keys)
        seen.append(line.text)
    assert seen == ["ask Beth ", "ask ", "", "ask ", "ask Beth ", "ask Beth first"]


@pytest.mark.parametrize("layout", LETTERS)
def test_undo_of_what_is_typed_works_under_any_alphabet(app: Clearing, qtbot: QtBot, layout: str) -> None:
    line = note_line(app)
    qtbot.keyClicks(line, "ask Beth")
    press(app.window, LETTERS[layout]["Z"], "Z", CONTROL)
    assert line.text == "ask "
    session = app.runner.session
    assert session is not None
    assert session.events, "the session itself was not taken back"


@pytest.mark.parametrize("layout", LETTERS)
def test_a_marker_is_dropped_under_any_alphabet(app: Clearing, layout: str) -> None:
    note_line(app)
    press(app.window, LETTERS[layout]["T"], "T", CONTROL)
    session = app.runner.session
    assert session is not None
    assert len(session.notes) == 1


def test_a_dialog_takes_back_what_was_typed_in_it_under_any_alphabet(app: Clearing, qtbot: QtBot) -> None:
    dialog = SideTimerDialog(app.look, "Break", app.window)
    dialog.open()
    qtbot.waitActive(dialog)
    name = dialog.findChild(QLineEdit, "side-timer-name")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    qtbot.keyClicks(name, "Tea")
    press(dialog, "я", "Z", CONTROL)
    assert name.text() == "Break"
    dialog.reject()
