"""The wall hears the same keys as Run, whatever alphabet the keyboard writes."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.actions import ActName
from desktop.room_display.window import RoomDisplay
from tests.desktop.any_keyboard import KEYPAD, LETTERS, SHIFT, press


@pytest.mark.parametrize("layout", LETTERS)
def test_the_wall_hears_any_alphabet(display: RoomDisplay, layout: str) -> None:
    heard: list[ActName] = []
    display.act_requested.connect(heard.append)
    press(display, LETTERS[layout]["N"], "N")
    press(display, LETTERS[layout]["L"], "L")
    assert heard == [ActName.NEXT, ActName.BELL]


@pytest.mark.parametrize(("sign", "what"), [("L", "Hebrew"), ("/", "Arabic"), ("Д", "Russian"), ("Λ", "Greek")])
def test_shift_and_a_letter_mutes_whatever_the_layout_gives_there(
    display: RoomDisplay, sign: str, what: str
) -> None:
    heard: list[ActName] = []
    display.act_requested.connect(heard.append)
    press(display, sign, "L", SHIFT)
    assert heard == [ActName.MUTE], what


def test_digits_plus_and_minus_of_the_number_pad(display: RoomDisplay, qtbot: QtBot) -> None:
    heard: list[ActName] = []
    display.act_requested.connect(heard.append)
    for key in (Qt.Key.Key_5, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(display, key, KEYPAD)
    assert heard == [ActName.FIVE_SENSES, ActName.LONGER, ActName.SHORTER]
