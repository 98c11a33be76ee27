"""Every act once, every key once, and all of them on one sheet."""

from collections import Counter

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.actions import ACTS, ActName, key_words
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.look import Look


def test_every_act_is_told_once() -> None:
    assert [act.name for act in ACTS] == list(dict.fromkeys(act.name for act in ACTS))
    assert {act.name for act in ACTS} == set(ActName)


def test_no_key_does_two_things() -> None:
    assert max(Counter(key for act in ACTS for key in act.keys).values()) == 1


def test_the_sheet_lists_every_key(qtbot: QtBot, look: Look) -> None:
    sheet = ShortcutSheet(look)
    qtbot.addWidget(sheet)
    shown = {button.text() for button in sheet.findChildren(QAbstractButton)}
    assert {key_words(key) for act in ACTS for key in act.keys} <= shown
