"""The facilitator's hand on the clock: by key and by click, and never by accident."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit

from desktop.actions import ActName
from desktop.content.catalogue import Catalogue
from desktop.dialogs.one_line import OneLineDialog
from desktop.panels.countdown.dial import Countdown
from desktop.panels.countdown.face import DialShape
from desktop.places.page import PlaceName
from desktop.places.run.display_choice import DisplayChoice
from desktop.places.run.page import RunPage
from desktop.places.run.second_press import PATIENCE_MS
from desktop.room_display.views import WORDS, View
from desktop.widgets.buttons import ActionButton, Weight
from formats.session.clock import Phase
from formats.session.events import Corrected, Started
from formats.session.moves import Move
from tests.desktop.running import Hands


def phase(run: Hands) -> Phase:
    reading = run.runner.reading
    assert reading is not None
    return reading.phase


def remaining(run: Hands) -> int:
    reading = run.runner.reading
    assert reading is not None
    return reading.seconds_left


def test_space_starts_pauses_and_goes_on(run: Hands) -> None:
    assert run.button("go").text() == "Start session"
    run.key(Qt.Key.Key_Space)
    run.runner.make(Move.NEXT)
    assert phase(run) is Phase.RUNNING
    run.key(Qt.Key.Key_Space)
    assert phase(run) is Phase.PAUSED
    assert run.button("go").text() == "Resume"
    run.key(Qt.Key.Key_Space)
    assert phase(run) is Phase.RUNNING


def test_before_the_start_it_says_who_is_here_and_when_it_ends(run: Hands) -> None:
    assert run.words("who-is-here") == "18 people are here"
    assert "Planned from" in run.words("planned-times")


def test_nothing_on_the_table_offers_to_choose_a_session(run: Hands) -> None:
    run.runner.open(None)
    asked: list[object] = []
    run.place.page_requested.connect(asked.append)
    run.press("choose-session")
    assert asked == [PlaceName.SESSIONS]


def test_next_early_in_a_stage_asks_for_a_second_press(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=1)
    run.press("next")
    assert run.stage == "challenge"
    assert run.button("next").text() == "Press again to go to Questions"
    run.press("next")
    assert run.stage == "clarifying-questions"


def test_the_first_press_is_forgotten_after_a_while(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_N)
    assert run.place.commands.armed is not None
    run.qtbot.waitUntil(lambda: run.place.commands.armed is None, timeout=PATIENCE_MS + 2000)
    assert run.button("next").text() == "Next stage"
    assert run.stage == "challenge"


def test_another_act_in_between_makes_next_a_first_press_again(run: Hands) -> None:
    run.go_to("challenge")
    for key in (Qt.Key.Key_N, Qt.Key.Key_Plus, Qt.Key.Key_N):
        run.key(key)
    assert run.stage == "challenge"


def test_one_press_is_enough_near_the_end(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=4, seconds=10)
    run.key(Qt.Key.Key_N)
    assert run.stage == "clarifying-questions"


def test_a_press_that_waits_is_forgotten_when_one_is_enough(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=3, seconds=58)
    run.press("next")
    run.wait(seconds=5)
    assert run.button("next").text() == "Next stage"


def test_undo_takes_back_the_step_and_keeps_the_time(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=5, seconds=2)
    run.key(Qt.Key.Key_N)
    run.wait(seconds=3)
    run.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert run.stage == "challenge"
    assert phase(run) is Phase.OVERTIME
    assert run.face.digits == "0:05"


def test_back_and_the_minutes_by_key_and_click(run: Hands) -> None:
    run.go_to("clarifying-questions")
    run.key(Qt.Key.Key_Plus)
    assert remaining(run) == 6 * 60
    run.press("longer")
    assert remaining(run) == 7 * 60
    run.key(Qt.Key.Key_Minus)
    run.press("shorter")
    assert remaining(run) == 5 * 60
    run.key(Qt.Key.Key_P)
    run.key(Qt.Key.Key_P)
    assert run.stage == "challenge"
    run.press("back")
    run.press("back")
    assert run.stage == "introductions"


def test_back_asks_for_a_second_press_for_a_clicker_has_no_undo(run: Hands) -> None:
    run.go_to("clarifying-questions")
    run.wait(minutes=4, seconds=50)
    run.key(Qt.Key.Key_PageUp)
    assert run.stage == "clarifying-questions"
    assert run.button("back").text() == "Press again to go to Challenge"
    assert "Challenge" in run.words("passing-words")
    run.key(Qt.Key.Key_PageDown)
    assert run.button("back").text() == "Back"
    assert run.stage == "what-i-heard" or run.stage == "ideas-and-resources"


def test_a_double_click_on_back_is_one_press(run: Hands) -> None:
    run.go_to("clarifying-questions")
    run.qtbot.mouseDClick(run.button("back"), Qt.MouseButton.LeftButton)
    assert run.stage == "clarifying-questions"


def test_at_the_first_stage_back_says_so_and_asks_for_nothing(run: Hands) -> None:
    run.key(Qt.Key.Key_Space)
    run.key(Qt.Key.Key_PageUp)
    assert run.place.commands.armed is None
    assert run.words("passing-words") == "This is the first stage."


def test_the_button_says_that_the_wall_is_on_standby_and_brings_it_back(run: Hands) -> None:
    asked: list[ActName] = []
    run.place.room_act_requested.connect(asked.append)
    run.place.show_room_display(View.TIMER, True)
    button = run.button("room-display")
    assert (button.isChecked(), button.accessibleName()) == (True, "Room display, on")
    run.press("room-display")
    run.place.show_room_display(View.STANDBY, True)
    assert run.button("room-display").text() == "Timer hidden"
    run.press("room-display")
    assert run.button("room-display").text() == "Timer hidden"
    run.place.show_room_display(View.STANDBY, False)
    assert run.button("room-display").text() == "Room display"
    assert not run.button("room-display").isChecked()
    assert asked == [ActName.ROOM_DISPLAY, ActName.STANDBY]


def test_a_black_screen_button_with_no_wall_says_how_to_get_one(run: Hands) -> None:
    run.key(Qt.Key.Key_Period)
    assert run.words("passing-words") == "The room display is not on. R shows it."


def test_a_presenters_clicker_works_even_while_someone_types(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=5)
    run.key(Qt.Key.Key_M)
    assert isinstance(run.place.focusWidget(), QPlainTextEdit)
    run.key(Qt.Key.Key_PageDown)
    assert run.stage == "clarifying-questions"
    run.key(Qt.Key.Key_PageUp)
    run.key(Qt.Key.Key_PageUp)
    assert run.stage == "challenge"


def test_keys_are_silent_while_someone_types(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=5)
    run.key(Qt.Key.Key_M)
    line = run.place.focusWidget()
    assert isinstance(line, QPlainTextEdit)
    for character in "n bp.+-s5 r":
        run.qtbot.keyClicks(line, character)
    assert line.toPlainText() == "n bp.+-s5 r"
    assert run.stage == "challenge"
    assert len(run.session.events) == 1


def test_escape_leads_from_the_notes_back_to_the_session(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_M)
    run.key(Qt.Key.Key_Escape)
    run.key(Qt.Key.Key_Space)
    assert phase(run) is Phase.PAUSED


def test_space_presses_the_button_that_has_the_focus(run: Hands) -> None:
    run.go_to("challenge")
    run.button("longer").setFocus()
    run.key(Qt.Key.Key_Space)
    assert remaining(run) == 6 * 60
    assert phase(run) is Phase.RUNNING


def test_a_click_leaves_the_focus_where_it_was(run: Hands) -> None:
    run.go_to("challenge")
    run.press("longer")
    run.key(Qt.Key.Key_Space)
    assert phase(run) is Phase.PAUSED


def test_every_phase_has_its_word_and_its_shape(run: Hands) -> None:
    run.go_to("challenge")
    assert (run.face.digits, run.face.word, run.face.shape) == ("5:00", "", DialShape.RING)
    run.wait(minutes=4, seconds=6)
    assert (run.face.digits, run.face.word, run.face.shape) == ("0:54", "Last minute", DialShape.BEADS)
    run.wait(seconds=54 + 29)
    assert (run.face.digits, run.face.word, run.face.shape) == ("0:29", "over", DialShape.EMPTY)
    run.wait(minutes=1, seconds=37)
    assert (run.face.digits, run.face.word, run.face.shape) == ("2:06", "over", DialShape.BLOCK)
    run.runner.make(Move.LONGER)
    run.runner.make(Move.LONGER)
    run.runner.make(Move.LONGER)
    run.key(Qt.Key.Key_Space)
    run.wait(seconds=80)
    assert (run.face.digits, run.face.word, run.face.shape) == ("0:54", "Paused for 1:20", DialShape.HATCHED)


def test_finish_asks_twice_and_can_be_undone(run: Hands) -> None:
    run.go_to("close")
    run.wait(minutes=5)
    run.press("finish")
    assert phase(run) is Phase.OVERTIME
    run.press("finish")
    assert phase(run) is Phase.FINISHED
    assert "5 min" in run.words("used-time")
    run.press("undo-finish")
    assert run.stage == "close"
    assert phase(run) is Phase.OVERTIME


def test_the_end_leads_to_the_summary(run: Hands) -> None:
    run.go_to("close")
    run.runner.make(Move.FINISH)
    asked: list[object] = []
    run.place.page_requested.connect(asked.append)
    run.press("to-summary")
    assert asked == [PlaceName.SUMMARY]


def test_the_track_jumps_at_the_second_press(run: Hands) -> None:
    run.go_to("challenge")
    track = run.track
    reflect = next(s for s in track.segments if s.key.stage == "reflect")
    middle = reflect.left + reflect.width / 2
    for expected in ("challenge", "reflect"):
        run.qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=track.rect().topLeft() + _x(middle))
        assert run.stage == expected


def test_the_track_works_by_keyboard(run: Hands) -> None:
    run.go_to("challenge")
    track = run.track
    track.setFocus()
    run.key(Qt.Key.Key_Right)
    run.key(Qt.Key.Key_Return)
    run.key(Qt.Key.Key_Return)
    assert run.stage == "clarifying-questions"


def test_a_forgotten_start_is_back_dated(run: Hands) -> None:
    menu = run.menu
    menu.findChild(type(menu.undo), "earlier-2").trigger()
    assert isinstance(run.session.events[0], Started)
    assert remaining(run) == _opener_seconds(run) - 120
    menu.findChild(type(menu.undo), "earlier-1").trigger()
    assert isinstance(run.session.events[1], Corrected)
    assert remaining(run) == _opener_seconds(run) - 180


def test_a_stage_that_moves_on_by_itself_says_so_and_can_be_held(run: Hands) -> None:
    run.go_to("challenge")
    run.menu.moves_on.trigger()
    run.wait(minutes=4, seconds=56)
    assert run.sees("moving-on")
    run.key(Qt.Key.Key_H)
    assert not run.sees("moving-on")
    run.wait(seconds=10)
    assert run.stage == "challenge"
    assert phase(run) is Phase.OVERTIME


def test_a_stage_that_is_not_held_moves_on(run: Hands) -> None:
    run.go_to("challenge")
    run.menu.moves_on.trigger()
    run.wait(minutes=5, seconds=1)
    assert run.stage == "clarifying-questions"


def test_the_menu_says_what_undo_would_take_back(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_Plus)
    assert run.menu.undo.text() == "Undo the added minute\tCtrl+Z"


def test_the_menu_of_the_wall_marks_what_it_shows(run: Hands) -> None:
    menu = run.place.findChild(DisplayChoice).menu
    asked: list[tuple[View, str]] = []
    run.place.room_view_requested.connect(lambda view, line: asked.append((view, line)))
    # As the wall answers.
    run.place.room_view_requested.connect(lambda view, line: run.place.show_room_display(view, True))

    def choose(view: View) -> str:
        next(action for action in menu.actions() if action.text() == str(WORDS[view])).trigger()
        (marked,) = [action.text() for action in menu.actions() if action.isChecked()]
        return marked

    assert choose(View.ROOMS) == str(WORDS[View.ROOMS])
    assert choose(View.STANDBY) == str(WORDS[View.ROOMS])
    dialog = run.place.window().findChild(OneLineDialog)
    assert dialog is not None
    dialog.reject()
    assert choose(View.STANDBY) == str(WORDS[View.ROOMS])
    dialog = run.place.window().findChildren(OneLineDialog)[-1]
    run.qtbot.keyClicks(dialog.line, "Back at five")
    dialog.act.click()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [str(WORDS[View.STANDBY])]
    assert asked == [(View.ROOMS, ""), (View.STANDBY, "Back at five")]


def test_what_is_not_possible_is_said_in_a_sentence(run: Hands) -> None:
    run.go_to("challenge")
    run.wait(minutes=4, seconds=30)
    run.key(Qt.Key.Key_Minus)
    assert run.words("passing-words") == "Less than a minute is left. Next ends this stage."


def test_the_last_stage_says_that_it_is_the_last(run: Hands) -> None:
    run.go_to("next-steps")
    assert run.words("next-line").startswith("Next: Close and next date, 5 min at ")
    run.go_to("close")
    assert run.words("next-line") == "This is the last stage."


def filled(run: Hands) -> list[str]:
    """The filled buttons in view, by name."""
    buttons = run.place.findChildren(ActionButton)
    return [b.objectName() for b in buttons if b.weight is Weight.MAIN and b.isVisibleTo(run.place)]


@pytest.mark.parametrize(
    ("stage", "onward"), [("coherent-breathing", "next"), ("challenge", "next"), ("close", "finish")]
)
def test_the_filled_button_is_the_pause_until_the_time_is_up_and_the_way_on_after_it(
    run: Hands, stage: str, onward: str
) -> None:
    run.go_to(stage)
    run.key(Qt.Key.Key_G)
    assert filled(run) == ["go"]
    run.wait(minutes=6)
    assert filled(run) == [onward]


def test_a_place_that_opens_late_is_right_at_once(run: Hands, catalogue: Catalogue) -> None:
    run.go_to("challenge")
    run.wait(minutes=2)
    late = RunPage(run.place.look, run.runner, run.side_timers, catalogue, run.preferences)
    run.qtbot.addWidget(late)
    late.show()
    face = late.findChild(Countdown, "countdown").face
    assert face is not None
    assert face.digits == "3:00"


def _x(pixels: float) -> QPoint:
    return QPoint(round(pixels), 6)


def _opener_seconds(run: Hands) -> int:
    return int(run.session.agenda.stages[0].length.total_seconds())
