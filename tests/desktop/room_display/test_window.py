"""The second window: follows the session, shows what was chosen, and never a note; Esc ends nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ACTS, Act, ActName
from desktop.live.runner import SessionRunner
from desktop.room_display.heard import heard_lines
from desktop.room_display.resting_mouse import RestingMouse
from desktop.room_display.screens import screen_for_the_room
from desktop.room_display.timer_view import next_words
from desktop.room_display.views import View
from desktop.room_display.wall import starts_words, wall_face
from desktop.room_display.way_back import WayBack
from desktop.room_display.window import TAKING_KEYS_MS, RoomDisplay
from desktop.widgets.buttons import ActionButton
from desktop.widgets.words import Words
from formats.session.agenda import StageKey
from formats.session.moves import Move
from tests.desktop.a_session import a_note
from tests.desktop.conftest import StandingClock
from tests.desktop.settling import wait_for_rest
from tests.walk.painted import painted_texts


def picture(display: RoomDisplay) -> QImage:
    return display.grab().toImage()


def go_to(runner: SessionRunner, stage: str) -> None:
    assert runner.session is not None
    named = runner.session.agenda.find_stage(stage)
    assert named is not None
    runner.go_to(named.key)


def test_it_follows_the_stage(display: RoomDisplay, runner: SessionRunner) -> None:
    assert display.view is View.AGREEMENT
    runner.make(Move.START)
    assert display.view is View.OPENER
    runner.make(Move.NEXT)
    assert display.view is View.TIMER
    runner.make(Move.FINISH)
    assert display.view is View.STANDBY


def test_a_chosen_view_stays_until_another_is_chosen(display: RoomDisplay, runner: SessionRunner) -> None:
    go_to(runner, "challenge")
    for view in (View.DISC, View.ROOMS, View.STANDBY, View.TIMER):
        display.show_view(view)
        assert display.view is view
    display.show_view(View.ROOMS)
    runner.make(Move.NEXT)
    assert display.view is View.ROOMS
    display.show_view(View.FOLLOW)
    assert display.view is View.TIMER


def test_it_says_where_to_sit_while_people_change_rooms_and_then_what_to_do(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    shown = []
    for stage in ("check-in", "introductions", "challenge"):
        go_to(runner, stage)
        for _ in range(2):
            shown.append((stage, display.view))
            clock.move(seconds=50)
            runner.catch_up()
    assert shown == [
        ("check-in", View.TIMER),
        ("check-in", View.TIMER),
        ("introductions", View.ROOMS),
        ("introductions", View.TIMER),
        ("challenge", View.TIMER),
        ("challenge", View.TIMER),
    ]


def test_another_round_in_other_rooms_sends_people_there(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    session = runner.session
    assert session is not None
    part = session.agenda.structures[0]
    first = session.rooms[0]
    others = replace(first, round=2, rooms=tuple(replace(r, people=r.people[::-1]) for r in first.rooms))
    runner.amend(lambda s: replace(s, agenda=s.agenda.with_part(part.with_another_round()), rooms=(first, others)))
    shown = []
    for stage in part.with_another_round().stages:
        runner.go_to(stage.key)
        shown += [(stage.key.stage, stage.key.round)] if display.view is View.ROOMS else []
        clock.move(seconds=50)
        runner.catch_up()
    assert shown == [("introductions", 1), ("challenge", 2)]


@pytest.mark.parametrize(
    ("used", "lasts"), [(0, ", 5\N{NO-BREAK SPACE}minutes"), (2, ", 3\N{NO-BREAK SPACE}minutes"), (6, "")]
)
def test_after_going_back_the_wall_says_what_the_next_stage_has_left(
    runner: SessionRunner, display: RoomDisplay, clock: StandingClock, used: int, lasts: str
) -> None:
    go_to(runner, "challenge")
    clock.move(minutes=used)
    go_to(runner, "introductions")
    assert runner.reading is not None
    assert next_words(runner.reading) == (f"Next: Challenge{lasts}",)


def test_a_chosen_opener_gives_way_when_the_opener_is_over(display: RoomDisplay, runner: SessionRunner) -> None:
    display.show_view(View.OPENER)
    go_to(runner, "challenge")
    assert display.view is View.TIMER


def test_a_note_changes_nothing_on_the_wall(display: RoomDisplay, runner: SessionRunner) -> None:
    go_to(runner, "ideas-and-resources")
    for view in View:
        display.show_view(view, "Back at five")
        picture(display)  # the first drawing of a type may differ from the next in a shade of its edges
        before = picture(display)
        runner.notes.keep(a_note(1, "Nobody in the room may read this"))
        assert picture(display) == before
        runner.notes.drop("n1")


def test_the_facilitators_own_line_stands_on_the_standby_card(display: RoomDisplay, runner: SessionRunner) -> None:
    go_to(runner, "challenge")
    display.show_view(View.STANDBY)
    empty = picture(display)
    display.show_view(View.STANDBY, "Back at five")
    assert picture(display) != empty
    scene = display.scene()
    assert scene is not None
    size = display.size().toTuple()
    assert size == (1920, 1080)


def test_the_standby_card_says_how_to_join_until_the_session_runs(
    display: RoomDisplay, runner: SessionRunner
) -> None:
    display.show_view(View.STANDBY)
    said = []
    for joining in ("", "https://meet.example/abc", "https://teams.example/" + "a1" * 100):
        runner.amend(lambda session, line=joining: replace(session, joining=line))
        scene = display.scene()
        assert scene is not None
        words = " ".join(block.text for block in display.wall.standby(QSizeF(1920, 1080), scene))
        said.append(words.partition(". ")[2])
    assert said == [
        "",
        "Join online: https://meet.example/abc",
        "Join online by the link in your invitation.",  # nobody types a link that long from a wall
    ]
    go_to(runner, "challenge")
    running = picture(display)
    runner.amend(lambda session: replace(session, joining="https://meet.example/abc"))
    assert picture(display) == running


def test_lists_on_the_wall_say_who_joins_online_where_not_everyone_does(
    display: RoomDisplay, runner: SessionRunner
) -> None:
    def listed() -> list[str]:
        scene = display.scene()
        assert scene is not None
        pages = display.wall.rooms(QSizeF(1920, 1080), scene)
        assert any("Hana" in line for line in heard_lines(scene, None))
        return [block.text for page in pages for block in page.blocks if block.text.startswith("Hana")]

    display.show_view(View.ROOMS)
    assert listed() == ["Hana"]
    runner.amend(lambda session: replace(session, online=frozenset({"p6"})))
    assert listed() == ["Hana (online)"]
    runner.amend(lambda session: replace(session, online=frozenset(one.id for one in session.people)))
    assert listed() == ["Hana"]


def test_escape_puts_it_away_and_the_session_goes_on(
    qtbot: QtBot, display: RoomDisplay, runner: SessionRunner
) -> None:
    go_to(runner, "challenge")
    qtbot.keyClick(display, Qt.Key.Key_Escape)
    assert not display.isVisible()
    assert runner.live
    assert runner.session is not None
    assert len(runner.session.events) == 1


def test_toggle_shows_it_and_puts_it_away(display: RoomDisplay) -> None:
    display.do(ActName.ROOM_DISPLAY)
    assert not display.isVisible()
    display.do(ActName.ROOM_DISPLAY)
    assert display.isVisible()


def test_a_clicker_that_reaches_this_window_is_passed_on(qtbot: QtBot, display: RoomDisplay) -> None:
    asked: list[ActName] = []
    display.act_requested.connect(asked.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
        qtbot.keyClick(display, key)
    assert asked == [ActName.NEXT, ActName.BACK, ActName.GO]


@pytest.mark.parametrize("act", [act for act in ACTS if act.keys], ids=lambda act: act.name.value)
def test_the_facilitators_keys_work_on_the_wall_too(qtbot: QtBot, display: RoomDisplay, act: Act) -> None:
    asked: list[ActName] = []
    display.act_requested.connect(asked.append)
    for key in act.keys:
        combined = QKeySequence(key)[0]
        qtbot.keyClick(display, combined.key(), combined.keyboardModifiers())
    assert asked == [act.name] * len(act.keys)


def test_a_sign_that_needs_shift_on_some_keyboards_is_the_same_sign(qtbot: QtBot, display: RoomDisplay) -> None:
    asked: list[ActName] = []
    display.act_requested.connect(asked.append)
    qtbot.keyClick(display, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(display, Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClick(display, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert asked == [ActName.LONGER] * 2


def test_an_act_that_needs_the_facilitators_window_gives_it_the_keys(qtbot: QtBot, display: RoomDisplay) -> None:
    window = QWidget()
    window.show()
    display.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is display)
    qtbot.keyClick(display, Qt.Key.Key_N)
    assert QApplication.activeWindow() is display
    qtbot.keyClick(display, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.close()
    window.deleteLater()


def test_a_wall_in_a_window_takes_no_key_from_who_types(qtbot: QtBot, display: RoomDisplay) -> None:
    display.showFullScreen()
    qtbot.keyClick(display, Qt.Key.Key_F11)
    display.hide()
    window = QWidget()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    display.do(ActName.PRESENT)
    # As window managers do with a window that comes up, whatever it asks for.
    display.activateWindow()
    wait_for_rest(QApplication.activeWindow)
    assert QApplication.activeWindow() is window
    coming_up = next(timer for timer in display.findChildren(QTimer) if timer.interval() == TAKING_KEYS_MS)
    qtbot.waitUntil(lambda: not coming_up.isActive())
    # Who clicks on it later may use its keys.
    display.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is display)
    window.close()
    window.deleteLater()


def shown_on_the_only_screen(qtbot: QtBot, display: RoomDisplay) -> QWidget:
    """A facilitator's window, and the wall over it."""
    display.hide()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    display.do(ActName.PRESENT)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is display)
    return window


def way_back(display: RoomDisplay) -> WayBack:
    return display.findChild(WayBack)


def test_the_only_screen_is_filled_and_says_how_to_come_back(qtbot: QtBot, display: RoomDisplay) -> None:
    window = shown_on_the_only_screen(qtbot, display)
    assert display.isFullScreen()
    assert way_back(display).isVisible()
    assert display.rect().contains(way_back(display).geometry())
    qtbot.keyClick(display, Qt.Key.Key_Escape)
    assert not display.isVisible()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def test_the_way_back_goes_and_comes_again_when_the_mouse_moves(qtbot: QtBot, display: RoomDisplay) -> None:
    shown_on_the_only_screen(qtbot, display)
    way_back(display).findChild(QTimer).setInterval(1)
    way_back(display).offer()
    qtbot.waitUntil(lambda: not way_back(display).isVisible())
    qtbot.mouseMove(display, QPoint(30, 30))
    qtbot.mouseMove(display, QPoint(60, 60))
    assert way_back(display).isVisible()
    qtbot.mouseClick(way_back(display).findChild(ActionButton, "back-to-controls"), Qt.MouseButton.LeftButton)
    assert not display.isVisible()


def test_a_mouse_that_rests_on_the_wall_is_not_seen(qtbot: QtBot, display: RoomDisplay) -> None:
    qtbot.mouseMove(display, QPoint(30, 30))
    qtbot.mouseMove(display, QPoint(60, 60))
    assert display.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert not way_back(display).isVisible(), "on a screen of its own it covers nothing"
    mouse = display.findChild(RestingMouse)
    mouse.rest.setInterval(1)
    mouse.rest.start()
    qtbot.waitUntil(lambda: display.cursor().shape() is Qt.CursorShape.BlankCursor)


def test_over_the_controls_the_wall_says_that_an_act_waits_for_its_second_press(
    qtbot: QtBot, display: RoomDisplay
) -> None:
    shown_on_the_only_screen(qtbot, display)
    display.ask(ActName.BACK)
    said = [words.text() for words in way_back(display).findChildren(Words) if words.isVisible()]
    assert said == ["A second press goes back"]
    display.ask(None)
    assert not [words for words in way_back(display).findChildren(Words) if words.isVisible()]


def test_what_needs_the_controls_brings_them_back(qtbot: QtBot, display: RoomDisplay) -> None:
    shown_on_the_only_screen(qtbot, display)
    qtbot.keyClick(display, Qt.Key.Key_N)
    assert display.isVisible()
    qtbot.keyClick(display, Qt.Key.Key_M)
    assert not display.isVisible()


def test_on_the_only_screen_it_can_be_a_window_and_stays_one(qtbot: QtBot, display: RoomDisplay) -> None:
    shown_on_the_only_screen(qtbot, display)
    qtbot.keyClick(display, Qt.Key.Key_F11)
    assert display.isVisible()
    assert not display.isFullScreen()
    assert not way_back(display).isVisible()
    display.do(ActName.ROOM_DISPLAY)
    display.do(ActName.ROOM_DISPLAY)
    assert not display.isFullScreen()
    qtbot.keyClick(display, Qt.Key.Key_F11)
    assert display.isFullScreen()


def test_a_black_screen_button_quiets_the_wall_and_brings_back_what_was_there(
    qtbot: QtBot, display: RoomDisplay, runner: SessionRunner
) -> None:
    display.act_requested.connect(display.do)
    go_to(runner, "challenge")
    display.show_view(View.ROOMS)
    for key in (Qt.Key.Key_Period, Qt.Key.Key_B):
        qtbot.keyClick(display, key)
        assert display.view is View.STANDBY
        qtbot.keyClick(display, key)
        assert display.view is View.ROOMS
    assert runner.session is not None
    assert len(runner.session.events) == 1


def test_it_tells_what_it_shows_and_whether_it_is_on(display: RoomDisplay) -> None:
    told: list[tuple[View, bool]] = []
    display.state_changed.connect(lambda view, on: told.append((view, on)))
    display.show_view(View.STANDBY, "Back at five")
    display.do(ActName.ROOM_DISPLAY)
    assert told == [(View.STANDBY, True), (View.STANDBY, False)]


def test_a_clickers_start_button_shows_the_wall_and_never_puts_it_away(
    qtbot: QtBot, display: RoomDisplay, runner: SessionRunner
) -> None:
    display.act_requested.connect(display.do)
    go_to(runner, "challenge")
    qtbot.keyClick(display, Qt.Key.Key_Escape)
    display.do(ActName.PRESENT)
    qtbot.keyClick(display, Qt.Key.Key_F5)
    qtbot.keyClick(display, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert display.isVisible()
    assert runner.session is not None
    assert len(runner.session.events) == 1


def test_the_facilitators_screen_is_never_covered(display: RoomDisplay) -> None:
    own = display.screen()
    assert screen_for_the_room([own], own, "") is None


def test_without_a_session_it_is_an_empty_wall(display: RoomDisplay, runner: SessionRunner) -> None:
    runner.open(None)
    assert display.scene() is None
    display.grab()


def test_find_your_room_says_when_it_starts(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    go_to(runner, "check-in")
    clock.move(seconds=30)
    scene = display.scene()
    assert scene is not None
    assert starts_words(scene) == "starts in 4:30"


def test_find_your_room_says_that_the_clock_stands_or_that_time_is_over(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    def said() -> str:
        scene = display.scene()
        assert scene is not None
        return starts_words(scene)

    go_to(runner, "challenge")
    clock.move(minutes=1)
    assert said() == "4:00"
    runner.make(Move.PAUSE)
    clock.move(minutes=3)
    assert said() == "Paused, 4:00"
    runner.make(Move.RESUME)
    clock.move(minutes=4, seconds=40)
    assert said() == "0:40 over"
    runner.make(Move.PAUSE)
    assert said() == "Paused, 0:40 over"
    go_to(runner, "check-in")
    runner.make(Move.PAUSE)
    assert said() == "Paused, starts in 5:00"


@pytest.mark.parametrize(
    ("stage", "size", "message"),
    [
        ("coherent-breathing", QSize(1024, 600), ""),
        ("check-in", QSize(1024, 600), ""),
        ("challenge", QSize(1024, 600), ""),
        ("challenge", QSize(1440, 900), ""),
        ("challenge", QSize(1440, 900), "Two more minutes, then find a last word"),
    ],
)
def test_the_way_back_lies_over_nothing_that_is_to_be_read(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock, stage: str, size: QSize, message: str
) -> None:
    go_to(runner, stage)
    clock.move(seconds=50)
    display.wall_line.show(message)
    display.resize(size)
    hidden = []
    for view in View:
        display.show_view(view)
        way_back(display).offer()
        lies = QRectF(way_back(display).geometry())
        way_back(display).leave()
        hidden += [(view, each.text) for each in painted_texts(display)[1] if each.box.intersects(lies)]
    assert hidden == []


def test_the_wall_says_the_phase_in_one_word(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    go_to(runner, "challenge")
    clock.move(minutes=4, seconds=30)
    assert runner.reading is not None
    assert wall_face(runner.reading).word == "Last minute"
    clock.move(minutes=1)
    assert wall_face(runner.reading).word == "over"
    runner.make(Move.PAUSE)
    clock.move(seconds=65)
    assert wall_face(runner.reading).word == "Paused"


def test_frames_are_drawn_only_while_a_breath_can_be_seen(display: RoomDisplay, runner: SessionRunner) -> None:
    runner.make(Move.START)
    assert not display.is_animated
    runner.make(Move.RESTART)
    assert runner.session is not None
    runner.go_to(StageKey("opening", runner.session.agenda.stages[0].key.stage))
    assert display.is_animated
    display.hide()
    assert not display.is_animated


def test_pages_of_names_turn_also_while_the_session_waits(display: RoomDisplay) -> None:
    display.show_view(View.ROOMS)
    assert display.is_turning_pages
    display.show_view(View.FOLLOW)
    assert not display.is_turning_pages
