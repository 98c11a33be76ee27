"""The closing round: hands by keys and buttons, words without names, and nothing else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.places.prepare.agenda_changes import with_closing_stage
from desktop.places.prepare.page import PreparePage
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKind
from formats.structures.unfold import closing_round_stage
from tests.desktop.places.preparing import begin, on_table
from tests.desktop.running import Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def closing(run: Hands) -> Hands:
    """Run in the closing round of the February session."""
    run.runner.amend(lambda s: replace(s, agenda=with_closing_stage(s.agenda, closing_round_stage())))
    run.go_to("closing-round")
    return run


def field(closing: Hands) -> QLineEdit:
    """The line for a word, with the keys in it."""
    found = closing.place.findChild(QLineEdit, "closing-word")
    assert isinstance(found, QLineEdit)
    found.setFocus()
    return found


def test_the_question_stands_large_and_the_clock_beside_it(closing: Hands) -> None:
    assert closing.words("closing-question") == "How useful was today?"
    assert closing.sees("closing-countdown")


def test_a_key_for_each_number_counts_a_hand_and_with_shift_takes_one_away(closing: Hands) -> None:
    for key in (Qt.Key.Key_5, Qt.Key.Key_5, Qt.Key.Key_3, Qt.Key.Key_1):
        closing.key(key)
    closing.key(Qt.Key.Key_1, SHIFT)
    assert closing.session.closing_round.hands == (0, 0, 1, 0, 2)
    assert closing.words("counted-5") == "2"
    assert closing.stage == "closing-round"


def test_buttons_do_the_same_and_say_what_they_do(closing: Hands) -> None:
    closing.press("more-4")
    closing.press("more-4")
    closing.press("fewer-4")
    assert closing.session.closing_round.hands == (0, 0, 0, 1, 0)
    assert closing.button("more-4").accessibleName() == "One hand more: 4 fingers, useful"
    assert not closing.button("fewer-2").isEnabled()


def test_five_changes_no_opener_there_and_does_again_in_one(closing: Hands) -> None:
    closing.key(Qt.Key.Key_5)
    assert closing.session.closing_round.counted == 1
    closing.go_to(closing.session.agenda.stages[0].key.stage)
    closing.key(Qt.Key.Key_5)
    assert closing.session.agenda.stages[0].opener == "five-senses"
    assert closing.session.closing_round.counted == 1


def test_under_five_hands_it_says_that_there_is_no_average(closing: Hands) -> None:
    closing.key(Qt.Key.Key_4)
    assert closing.words("hands-counted").startswith("1 of 18 counted. Under five hands there is no average.")


def test_words_are_kept_by_the_alphabet_and_digits_are_silent_while_one_is_typed(closing: Hands) -> None:
    for word in ("tea", "lighter", "5 out of 5"):
        line = field(closing)
        closing.qtbot.keyClicks(line, word)
        closing.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert closing.session.closing_round.words == ("5 out of 5", "lighter", "tea")
    assert closing.session.closing_round.counted == 0


def test_a_word_that_is_still_typed_is_kept_when_the_session_moves_on(closing: Hands) -> None:
    closing.qtbot.keyClicks(field(closing), "less alone")
    closing.go_to("close")
    assert closing.session.closing_round.words == ("less alone",)


def test_escape_takes_the_word_back_and_gives_the_keys_to_the_session(closing: Hands) -> None:
    line = field(closing)
    closing.qtbot.keyClicks(line, "hm")
    closing.qtbot.keyClick(line, Qt.Key.Key_Escape)
    closing.key(Qt.Key.Key_2)
    assert closing.session.closing_round.words == ()
    assert closing.session.closing_round.hands == (0, 1, 0, 0, 0)


def test_undo_takes_back_hands_and_words_one_after_the_other(closing: Hands) -> None:
    closing.key(Qt.Key.Key_4)
    closing.qtbot.keyClicks(field(closing), "heard")
    closing.qtbot.keyClick(field(closing), Qt.Key.Key_Return)
    closing.press("word-0")
    closing.press("undo-hands")
    assert closing.session.closing_round.words == ("heard",)
    closing.press("undo-hands")
    closing.press("undo-hands")
    assert closing.session.closing_round.words == ()
    assert closing.session.closing_round.counted == 0
    assert closing.stage == "closing-round"


def test_what_was_counted_is_in_the_library_and_says_nothing_of_who_or_when(
    closing: Hands, repository: SessionRepository
) -> None:
    events = closing.session.events
    closing.key(Qt.Key.Key_4)
    kept = repository.file.get("sessions", closing.session.id)
    assert kept is not None
    assert kept["closing_round"] == {
        "hands": [0, 0, 0, 1, 0],
        "words": [],
        "in_minutes": False,
        "in_year": True,
        "words_in_year": True,
    }
    assert closing.session.events == events


def test_prepare_adds_the_closing_round_once(place: PreparePage) -> None:
    begin(place)
    place.agenda.additions.add_closing_round()
    stage = on_table(place).agenda.stages[-1]
    assert (stage.kind, stage.title) == (StageKind.CLOSING_ROUND, "Closing round")
    offered = {action.text(): action.isEnabled() for action in place.agenda.menu_of_additions().actions()}
    assert offered["Closing round by hands"] is False
    assert offered["Closing stage…"] is True
