"""The style sheet is put on where it can be seen at once, and behind that one place after the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.dressing import Dressing

SMALL, LARGE = "QLabel { font-size: 10px; }", "QLabel { font-size: 30px; }"


@pytest.fixture
def dressing(qapp: QApplication) -> Iterator[Dressing]:
    """One that gives small text at first."""
    made = Dressing(qapp)
    made.change(SMALL)
    yield made
    made.dress_waiting()
    made.setParent(None)


def a_place(dressing: Dressing, qtbot: QtBot) -> QLabel:
    """The words of a place that is dressed."""
    place = QWidget()
    qtbot.addWidget(place)
    words = QLabel("words", place)
    dressing.dress(place)
    return words


def size_of(words: QLabel) -> int:
    """The size of text that the words have, in pixels."""
    words.ensurePolished()
    return words.font().pixelSize()


def test_what_can_be_seen_wears_another_sheet_at_once_and_what_is_hidden_soon(
    dressing: Dressing, qtbot: QtBot
) -> None:
    seen, hidden = a_place(dressing, qtbot), a_place(dressing, qtbot)
    seen.window().show()
    assert (size_of(seen), size_of(hidden)) == (10, 10)
    dressing.change(LARGE)
    assert (size_of(seen), size_of(hidden)) == (30, 10)
    qtbot.waitUntil(lambda: size_of(hidden) == 30)


def test_what_is_shown_before_its_turn_wears_it_when_it_is_seen(dressing: Dressing, qtbot: QtBot) -> None:
    hidden = a_place(dressing, qtbot)
    size_of(hidden)
    dressing.change(LARGE)
    hidden.window().show()
    assert size_of(hidden) == 30


def test_what_is_asked_for_before_its_turn_has_it(dressing: Dressing, qtbot: QtBot) -> None:
    hidden = a_place(dressing, qtbot)
    size_of(hidden)
    dressing.change(LARGE)
    dressing.dress(hidden.window())
    assert size_of(hidden) == 30


def test_what_is_gone_before_its_turn_holds_nobody_up(dressing: Dressing, qtbot: QtBot) -> None:
    gone, hidden = a_place(dressing, qtbot), a_place(dressing, qtbot)
    size_of(hidden)
    dressing.change(LARGE)
    gone.window().deleteLater()
    qtbot.waitUntil(lambda: size_of(hidden) == 30)


def test_it_is_said_once_that_what_was_hidden_can_be_measured(dressing: Dressing, qtbot: QtBot) -> None:
    places = [a_place(dressing, qtbot) for _ in range(3)]
    told: list[list[int]] = []
    dressing.caught_up.connect(lambda: told.append([size_of(words) for words in places]))
    dressing.change(LARGE)
    qtbot.waitUntil(lambda: told == [[30, 30, 30]])


def test_a_place_that_is_visited_meanwhile_can_be_measured_at_once(dressing: Dressing, qtbot: QtBot) -> None:
    places = [a_place(dressing, qtbot) for _ in range(3)]
    told: list[int] = []
    dressing.change(LARGE)
    dressing.caught_up.connect(lambda: told.append(size_of(places[2])))
    dressing.dress(places[2].window())
    assert told == [30]
