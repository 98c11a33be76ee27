"""Every act once, every key once, and all of them on one sheet."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.actions import ACTS, ActName, go_words, key_words
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.look import Look
from formats.session.clock import read_clock
from formats.session.events import Event, Finished, Paused, Started
from formats.session.moves import Move, main_move, possible_moves
from tests.builders import a_session, at, key


def test_every_act_is_told_once() -> None:
    assert [act.name for act in ACTS] == list(dict.fromkeys(act.name for act in ACTS))
    assert {act.name for act in ACTS} == set(ActName)


def test_no_key_does_two_things() -> None:
    assert max(Counter(key for act in ACTS for key in act.keys).values()) == 1


STARTED, PAUSED = Started(at("16:30"), key("challenge")), Paused(at("16:31"))


@pytest.mark.parametrize(
    ("events", "move", "words"),
    [
        ((), Move.START, "Start session"),
        ((STARTED,), Move.PAUSE, "Pause"),
        ((STARTED, PAUSED), Move.RESUME, "Resume"),
        ((STARTED, Finished(at("16:32"))), None, "Pause"),
    ],
)
def test_go_says_what_it_does_now(events: tuple[Event, ...], move: Move | None, words: str) -> None:
    session = a_session(events=events)
    reading = read_clock(session.agenda, session.events, at("16:33"))
    assert main_move(reading) is move
    assert go_words(reading).word == words
    possible = possible_moves(reading, session.events)
    assert move in possible if move else not possible & {Move.START, Move.PAUSE, Move.RESUME}


def test_the_sheet_lists_every_key(qtbot: QtBot, look: Look) -> None:
    sheet = ShortcutSheet(look)
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {key_words(key) for act in ACTS for key in act.keys} <= shown
