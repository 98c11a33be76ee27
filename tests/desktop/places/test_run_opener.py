"""The opener: an invitation first, a shape that is the breath, one key to skip, one to change."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel

from desktop.content.catalogue import Catalogue
from desktop.panels.opener.breath_paint import shape_diameter, shape_strength
from desktop.panels.opener.panel import InvitationCard
from desktop.panels.opener.script import OpenerScript
from desktop.panels.opener.shape import BreathingShape
from desktop.places.run.more_menu import MoreMenu
from formats.session.clock import Phase
from formats.session.moves import Move
from formats.structures.breathing import breath_at
from tests.desktop.running import Hands


def begin(run: Hands) -> BreathingShape:
    run.runner.make(Move.START)
    run.wait(seconds=20)
    run.press("begin-opener")
    shape = run.place.findChild(BreathingShape)
    assert isinstance(shape, BreathingShape)
    return shape


def script(run: Hands) -> OpenerScript:
    found = run.place.findChild(OpenerScript)
    assert isinstance(found, OpenerScript)
    return found


def test_the_invitation_comes_first_in_plain_words(run: Hands) -> None:
    run.runner.make(Move.START)
    assert run.sees("invitation")
    card = run.place.findChild(InvitationCard)
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Eyes open is fine" in said
    assert "sit this out" in said
    assert "You can stop" in said


def test_beginning_gives_the_opener_its_full_length(run: Hands) -> None:
    begin(run)
    assert not run.sees("invitation")
    reading = run.runner.reading
    assert reading is not None
    assert reading.used == timedelta()


def test_space_on_the_card_begins(run: Hands) -> None:
    run.runner.make(Move.START)
    run.key(Qt.Key.Key_Space)
    assert not run.sees("invitation")
    assert run.runner.reading is not None
    assert run.runner.reading.phase is Phase.RUNNING


def test_when_the_session_ends_stays_in_view_from_the_invitation_on(run: Hands) -> None:
    run.runner.make(Move.START)
    card = run.words("opener-ends")
    run.key(Qt.Key.Key_G)
    run.wait(minutes=1)
    assert card.startswith("Ends at ")
    assert run.words("opener-ends") == card
    run.key(Qt.Key.Key_Space)
    run.wait(minutes=3)
    assert run.words("opener-ends") != card


def test_a_clicker_begins_from_the_card_and_then_asks_before_it_goes_on(run: Hands) -> None:
    run.runner.make(Move.START)
    run.key(Qt.Key.Key_PageDown)
    assert not run.sees("invitation")
    here = run.stage
    run.key(Qt.Key.Key_PageDown)
    assert run.stage == here
    assert run.button("next").accessibleName() == "Press again to go to check-in"
    run.key(Qt.Key.Key_PageDown)
    assert run.stage == "check-in"


def test_next_on_a_card_that_is_paused_leaves_the_clock_alone(run: Hands) -> None:
    run.runner.make(Move.START)
    run.runner.make(Move.PAUSE)
    before = run.session.events
    run.key(Qt.Key.Key_N)
    assert run.session.events == before
    assert run.button("next").accessibleName() == "Press again to go to check-in"


def test_that_f_wants_a_second_press_is_said_while_an_opener_runs_too(run: Hands) -> None:
    shape = begin(run)
    before = shape.geometry()
    run.key(Qt.Key.Key_F)
    QApplication.processEvents()
    assert shape.geometry() == before
    assert run.words("passing-words") == "Press F once more to finish the session."
    run.key(Qt.Key.Key_F)
    run.key(Qt.Key.Key_F)
    assert run.runner.reading is not None
    assert run.runner.reading.phase is Phase.FINISHED


def test_the_shape_is_the_breath_at_every_moment(run: Hands, catalogue: Catalogue) -> None:
    shape = begin(run)
    opener = catalogue.preferred_opener
    length = run.session.agenda.stages[0].length
    passed = timedelta()
    for step in (0.3, 2.2, 3.1, 0.7, 4.9, 11.0):
        run.wait(seconds=step)
        passed += timedelta(seconds=step)
        assert shape.breath == breath_at(opener, passed, length)


def test_frames_are_drawn_only_while_it_runs_and_can_be_seen(run: Hands) -> None:
    shape = begin(run)
    assert shape.moving
    run.key(Qt.Key.Key_Space)
    assert not shape.moving
    run.key(Qt.Key.Key_Space)
    assert shape.moving
    run.place.hide()
    assert not shape.moving


def test_no_seconds_stand_on_the_shape_and_little_says_what_is_left(run: Hands) -> None:
    begin(run)
    run.wait(seconds=22)
    assert run.words("opener-left") == "2:38 left"


def test_while_people_are_invited_the_script_stands_at_its_first_line(run: Hands) -> None:
    run.key(Qt.Key.Key_Space)
    run.wait(minutes=3)
    assert [number for number, line in enumerate(script(run).lines) if line.current] == [0]


def test_the_script_marks_the_line_of_the_moment(run: Hands, catalogue: Catalogue) -> None:
    begin(run)
    run.wait(seconds=30)
    marked = [number for number, line in enumerate(script(run).lines) if line.current]
    opener = catalogue.preferred_opener
    assert marked == [opener.line_index(timedelta(minutes=3), timedelta(seconds=30))]
    assert run.words("opener-line") == opener.lines_for(timedelta(minutes=3))[marked[0]].text


def test_the_length_can_be_chosen_and_the_lines_scale(run: Hands) -> None:
    begin(run)
    menu = script(run).length_menu()
    next(action for action in menu.actions() if action.text() == "5 minutes").trigger()
    run.wait(seconds=1)
    assert run.words("opener-left") == "4:59 left"


def test_one_key_skips_it(run: Hands) -> None:
    begin(run)
    run.key(Qt.Key.Key_S)
    assert run.stage == "check-in"


def test_one_key_changes_to_five_senses(run: Hands) -> None:
    shape = begin(run)
    run.wait(seconds=40)
    run.key(Qt.Key.Key_5)
    assert run.session.agenda.stages[0].opener == "five-senses"
    assert not shape.moving
    assert run.runner.reading is not None
    assert run.runner.reading.used == timedelta()


def test_the_way_back_from_five_senses_is_in_view_after_a_restart_of_the_app_too(run: Hands) -> None:
    begin(run)
    assert run.button("five-senses").text() == "Five senses"
    run.press("five-senses")
    assert run.button("five-senses").text() == "Coherent breathing"
    session = run.session
    run.runner.open(None)
    run.runner.open(session)
    run.press("five-senses")
    assert run.session.agenda.stages[0].opener == "coherent-breathing"
    assert run.button("five-senses").text() == "Five senses"


def test_it_never_runs_into_the_next_stage_by_itself(run: Hands) -> None:
    begin(run)
    run.wait(minutes=30)
    assert run.session.agenda.stages[0].key == run.runner.reading.position.current  # type: ignore[union-attr]  # one runs
    assert run.words("opener-left") == "27:00 over"


def test_reduced_motion_keeps_the_size_and_changes_brightness(run: Hands, catalogue: Catalogue) -> None:
    begin(run)
    run.place.look.calm = True
    opener = catalogue.preferred_opener
    empty, full = (breath_at(opener, timedelta(seconds=s)) for s in (0, 5.5))
    assert shape_diameter(400, empty, calm=True) == shape_diameter(400, full, calm=True)
    assert shape_strength(empty, calm=True) < shape_strength(full, calm=True)
    assert shape_diameter(400, empty, calm=False) < shape_diameter(400, full, calm=False)


def test_the_check_in_shows_the_question_and_whose_turn_it_is(run: Hands) -> None:
    run.go_to("check-in")
    assert run.words("check-in-question") == run.session.agenda.stages[1].question
    assert run.words("speaking-now") == "Amina speaks"
    run.press("next-person")
    run.press("passes")
    assert run.words("speaking-now") == "Callum speaks"
    run.press("turn-p1")
    assert run.words("speaking-now") == "Beth speaks"


def test_a_forgotten_start_can_be_back_dated_while_the_opener_runs(run: Hands) -> None:
    begin(run)
    run.wait(seconds=30)
    menu = run.place.findChild(MoreMenu, "more-menu")
    assert isinstance(menu, MoreMenu)
    assert run.sees("more")

    earlier = menu.findChild(QAction, "earlier-2")
    assert isinstance(earlier, QAction)
    assert earlier.isEnabled()
    earlier.trigger()

    reading = run.runner.reading
    assert reading is not None
    assert reading.used == timedelta(minutes=2, seconds=30)


@pytest.mark.usefixtures("in_german")
def test_in_another_language_the_opener_is_shown_in_english_and_back(run: Hands, catalogue: Catalogue) -> None:
    run.runner.make(Move.START)
    said = " ".join(label.text() for label in run.place.findChild(InvitationCard).findChildren(QLabel))
    assert "Eyes open is fine" not in said
    button = script(run).original
    assert button.text() == "In English"
    button.click()
    said = " ".join(label.text() for label in run.place.findChild(InvitationCard).findChildren(QLabel))
    assert "Eyes open is fine" in said
    run.press("begin-opener")
    stage = run.runner.reading.stage
    english = catalogue.english_opener(stage.opener or stage.key.stage)
    assert english is not None
    assert english.lines[0].text in {line.findChild(QLabel).text() for line in script(run).lines}
    button.click()
    assert english.lines[0].text not in {line.findChild(QLabel).text() for line in script(run).lines}


def test_in_english_the_opener_offers_no_other_language(run: Hands) -> None:
    run.runner.make(Move.START)
    assert not script(run).original.isVisible()
