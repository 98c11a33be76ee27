"""The wall hears the same keys as Run, whatever alphabet the keyboard writes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.actions import ActName
from desktop.live.runner import SessionRunner
from desktop.places.prepare.agenda_changes import with_closing_stage
from desktop.room_display.window import RoomDisplay
from formats.session.moves import Move
from formats.structures.unfold import closing_round_stage
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


def test_digits_on_the_wall_count_hands_in_the_closing_round_and_there_alone(
    display: RoomDisplay, runner: SessionRunner
) -> None:
    counted: list[tuple[int, int]] = []
    acts: list[ActName] = []
    display.hands_changed.connect(lambda fingers, more: counted.append((fingers, more)))
    display.act_requested.connect(acts.append)
    press(display, "5", "5")
    runner.amend(lambda s: replace(s, agenda=with_closing_stage(s.agenda, closing_round_stage())))
    assert runner.session is not None
    runner.make(Move.START)
    runner.go_to(runner.session.agenda.stages[-1].key)
    press(display, "5", "5")
    press(display, "(", "5")  # a French keyboard
    press(display, "%", "5", SHIFT)
    press(display, "6", "6")
    assert counted == [(5, 1), (5, 1), (5, -1)]
    assert acts == [ActName.FIVE_SENSES]


def test_f1_on_the_wall_asks_for_its_page_of_the_guide(display: RoomDisplay, qtbot: QtBot) -> None:
    with qtbot.waitSignal(display.help_requested):
        qtbot.keyClick(display, Qt.Key.Key_F1)


def test_shift_f1_on_the_wall_asks_for_the_sheet_and_not_for_a_page(display: RoomDisplay, qtbot: QtBot) -> None:
    heard: list[ActName] = []
    display.act_requested.connect(heard.append)
    with qtbot.assertNotEmitted(display.help_requested):
        qtbot.keyClick(display, Qt.Key.Key_F1, SHIFT)
    assert heard == [ActName.SHORTCUTS]
