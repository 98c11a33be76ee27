"""Beside the clock: timers of their own, bells muted by one press, and words for who cannot see the dial."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from desktop.dialogs.side_timer import SideTimerDialog
from desktop.panels.notes.line import NoteLine
from desktop.panels.side_timers.card import SideTimerCard
from desktop.panels.side_timers.panel import SideTimersPanel
from desktop.places.run.announcer import Announcer
from desktop.places.run.bell_choice import BellChoice
from formats.session.moves import Move
from tests.desktop.running import Hands
from tests.desktop.settling import wait_until_still


@pytest.fixture
def heard(run: Hands) -> list[str]:
    said: list[str] = []
    announcer = Announcer(run.place, run.runner)
    announcer.message.connect(said.append)
    return said


def test_putting_a_side_timer_away_leaves_the_keys_where_they_were(run: Hands) -> None:
    run.go_to("challenge")
    start_side_timer(run, "Spare trio", 5)
    run.place.notes.focus_line()
    assert isinstance(run.place.focusWidget(), NoteLine)
    run.press("side-timer-drop")
    wait_until_still(run.place)
    assert isinstance(run.place.focusWidget(), NoteLine)


def test_of_many_side_timers_those_in_view_count_and_others_once_they_are_scrolled_to(run: Hands) -> None:
    for number in range(40):
        run.side_timers.start(f"Trio {number + 1}", timedelta(minutes=5))
    wait_until_still(run.place)
    run.wait(seconds=1)
    run.side_timers.change(run.side_timers.timers[0])
    assert (left_on(run, 1), left_on(run, 40)) == ("4:59", "5:00")
    panel = run.place.findChild(SideTimersPanel)
    panel.verticalScrollBar().setValue(panel.verticalScrollBar().maximum())
    assert left_on(run, 40) == "4:59"


def test_all_side_timers_count_for_a_screen_reader(run: Hands) -> None:
    for number in range(40):
        run.side_timers.start(f"Trio {number + 1}", timedelta(minutes=5))
    wait_until_still(run.place)
    QAccessible.setActive(True)
    run.wait(seconds=1)
    run.side_timers.change(run.side_timers.timers[0])
    QAccessible.setActive(False)
    assert run.place.findChild(SideTimerCard, "side-timer-40").accessibleName() == "Side timer Trio 40, 4:59"


def left_on(run: Hands, number: int) -> str:
    """What the card of a timer says."""
    card = run.place.findChild(SideTimerCard, f"side-timer-{number}")
    return card.findChild(QLabel, "side-timer-left").text()


def test_a_stage_that_will_move_on_by_itself_is_heard_five_seconds_before_and_once(
    run: Hands, heard: list[str]
) -> None:
    run.go_to("challenge")
    run.place.commands.stages.let_move_on(True)
    run.wait(minutes=4, seconds=54)
    heard.clear()
    for _ in range(4):
        run.wait(seconds=1)
    assert heard == ["Clarifying questions begins in 5 seconds. H stops that: Stay here."]


def start_side_timer(run: Hands, name: str, minutes: int) -> None:
    run.key(Qt.Key.Key_T)
    dialog = run.place.window().findChildren(SideTimerDialog)[-1]
    field, length = (
        dialog.findChild(QLineEdit, "side-timer-name"),
        dialog.findChild(QLineEdit, "side-timer-length"),
    )
    field.clear()
    run.qtbot.keyClicks(field, name)
    length.selectAll()
    run.qtbot.keyClicks(length, str(minutes))
    run.qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)


def side(run: Hands) -> list[str]:
    cards = [card for card in run.place.findChildren(SideTimerCard) if card.isVisibleTo(run.place)]
    return [" ".join(label.text() for label in card.findChildren(QLabel)) for card in cards]


def press_on(run: Hands, number: int, name: str) -> None:
    card = run.place.findChild(SideTimerCard, f"side-timer-{number}")
    run.qtbot.mouseClick(card.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_side_timers_run_beside_the_session_and_never_touch_it(run: Hands) -> None:
    run.go_to("challenge")
    before = run.session
    start_side_timer(run, "Spare trio", 10)
    start_side_timer(run, "Break", 5)
    run.wait(seconds=61)
    assert side(run) == ["Spare trio 8:59", "Break 3:59"]
    press_on(run, 1, "side-timer-longer")
    press_on(run, 2, "side-timer-shorter")
    assert side(run) == ["Spare trio 9:59", "Break 2:59"]
    assert run.session == before
    assert run.face.digits == "3:59"


def test_a_side_timer_goes_on_while_the_session_is_paused_or_put_away(run: Hands) -> None:
    run.go_to("challenge")
    start_side_timer(run, "Break", 5)
    run.key(Qt.Key.Key_Space)
    run.wait(minutes=2)
    run.runner.open(None)
    run.clock.move(minutes=1)
    run.qtbot.waitUntil(lambda: side(run) == ["Break 2:00"], timeout=3000)


def test_a_side_timer_survives_a_look_at_another_place(run: Hands) -> None:
    start_side_timer(run, "Spare trio", 3)
    run.place.hide()
    run.wait(minutes=1)
    run.place.show()
    run.qtbot.waitUntil(lambda: side(run) == ["Spare trio 2:00"], timeout=3000)


def test_its_time_is_up_once_and_it_counts_on(run: Hands) -> None:
    rung: list[bool] = []
    run.side_timers.timer_ended.connect(lambda: rung.append(True))
    run.go_to("challenge")
    start_side_timer(run, "Break", 1)
    for _ in range(80):
        run.wait(seconds=1)
    assert rung == [True]
    assert side(run) == ["Break 0:20 over"]
    press_on(run, 1, "side-timer-longer")
    assert side(run) == ["Break 1:00 left"]
    press_on(run, 1, "side-timer-drop")
    assert side(run) == []
    assert not run.sees("side-timers")


def test_the_last_minute_of_a_side_timer_has_a_word_and_a_ground_of_its_own(run: Hands) -> None:
    run.go_to("challenge")
    start_side_timer(run, "Break", 2)
    card = run.place.findChild(SideTimerCard)
    seen = []
    for wait in (59, 1, 60):
        run.wait(seconds=wait)
        seen.append((side(run)[0], card.property("role")))
    assert seen == [("Break 1:01", "card"), ("Break 1:00 left", "notice"), ("Break 0:00 over", "alarm")]


def test_a_long_name_leaves_room_for_the_next_side_timer(run: Hands) -> None:
    for name in ("Spare trio in the corridor, with Maximilian and all others", "Break", "Quiet"):
        run.side_timers.start(name, run.session.slot)
    wait_until_still(run.place)
    rows = {card.y() for card in run.place.findChildren(SideTimerCard)}
    assert len(rows) == 1


def test_many_side_timers_leave_the_clock_in_view(run: Hands) -> None:
    run.go_to("challenge")
    for number in range(12):
        run.side_timers.start(f"A trio with quite a long name {number}", run.session.slot)
    wait_until_still(run.place)
    strip = run.place.findChild(QWidget, "side-timers")
    assert strip.height() < run.place.height() * 0.2


def test_one_key_mutes_the_bells_and_the_header_shows_it(run: Hands) -> None:
    run.go_to("challenge")
    run.key(Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert not run.preferences.current.sound
    assert run.button("mute").text() == "Muted"
    run.press("mute")
    assert run.preferences.current.sound
    assert run.button("mute").accessibleName() == "Bells ring"


def test_a_room_with_bells_of_its_own_is_muted_by_itself(run: Hands) -> None:
    wishes = run.preferences
    wishes.choose(replace(wishes.current, room_device="Loudspeakers"))
    run.place.findChild(BellChoice).room.trigger()
    assert wishes.current.sound
    assert not wishes.current.room_sound


def test_every_change_of_stage_and_phase_is_said_once(run: Hands, heard: list[str]) -> None:
    run.go_to("challenge")
    for _ in range(12):
        run.wait(seconds=30)
    run.runner.make(Move.NEXT)
    run.key(Qt.Key.Key_Space)
    run.wait(seconds=30)
    run.key(Qt.Key.Key_Space)
    assert heard == [
        "Challenge, 5 min. Presenter speaks. Assisting group listens.",
        "One minute left in Challenge.",
        "Time is up: Challenge.",
        "Clarifying questions, 5 min. Assisting group speaks. Presenter speaks.",
        "Paused.",
        "Resumed.",
    ]


def test_opening_a_session_in_the_middle_says_nothing(run: Hands, heard: list[str]) -> None:
    run.go_to("challenge")
    heard.clear()
    session = run.session
    run.runner.open(None)
    run.runner.open(session)
    assert heard == []


def test_large_text_in_a_small_window_leaves_room_for_the_clock(run: Hands) -> None:
    look = run.place.look
    look.choose(theme="light", scale=2.0, calm=False)
    run.place.resize(924, 700)
    run.go_to("challenge")
    run.side_timers.start("Spare trio", timedelta(minutes=3))
    run.side_timers.start("Break", timedelta(minutes=3))
    wait_until_still(run.place)
    least = run.place.minimumSizeHint().height()
    card = run.place.findChild(SideTimerCard, "side-timer-1")
    next(action for action in card.menu.actions() if action.text() == "One minute more").trigger()
    look.choose(theme="light", scale=1.0, calm=False)
    assert least <= 700
    assert side(run)[0] == "Spare trio 4:00"
