"""What is seen is heard too: what a screen reader is told, and what it finds in every place and on the wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.panels.countdown.dial import Countdown
from desktop.panels.stage.track import StageTrack
from desktop.places.page import PlaceName
from desktop.room_display.views import View
from formats.session.agreement import our_agreement
from formats.session.moves import Move
from tests.desktop.a_session import a_note, a_session
from tests.desktop.app.pressing import press_by_mouse, press_by_screen_reader, pressable
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app

Role = QAccessible.Role
FILLER = {Role.NoRole, Role.Client, Role.Pane, Role.LayeredPane, Role.Border, Role.Grouping}
TO_READ = {Role.Button, Role.CheckBox, Role.RadioButton, Role.ListItem, Role.Cell, Role.ComboBox, Role.Slider}


@pytest.fixture
def app(tmp_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Clearing]:
    """The app with the February session on the table, read by a screen reader."""
    QAccessible.setActive(True)
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        session = a_session(made.catalogue, a_note(1, "Ask who already trusts you"))
        made.repository.keep_session(session)
        made.runner.open(session)
        qtbot.waitExposed(made.window)
        yield made
        made.room_display.hide()
    QAccessible.setActive(False)


@pytest.fixture
def told(app: Clearing, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the screen reader is told to say at once, as it comes."""
    said: list[str] = []
    really = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        really(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def wait(app: Clearing, clock: StandingClock, **length: float) -> None:
    clock.move(**length)
    app.runner.catch_up()
    QApplication.processEvents()


def go_to(app: Clearing, stage: str) -> None:
    assert app.runner.session is not None
    found = app.runner.session.agenda.find_stage(stage)
    assert found is not None
    app.runner.go_to(found.key)
    QApplication.processEvents()


def readable(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that a screen reader finds in view, from the top down."""
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None and not child.state().invisible:
            yield from readable(child)


def faults(app: Clearing) -> set[str]:
    """What takes the keys and says not what it is, and what has a use and no name."""
    found = set()
    for one in readable(QAccessible.queryAccessibleInterface(app.window)):
        name, role = one.text(QAccessible.Text.Name).strip(), one.role()
        page = one.object() is app.window.places.stack.currentWidget()
        if one.state().focusable and role in FILLER and not page:
            found.add(f"filler that takes the keys: {role.name} {name}")
        if role in TO_READ and not name:
            found.add(f"nameless {role.name}")
    return found


def test_nothing_that_takes_the_keys_is_filler_and_nothing_of_use_is_nameless(app: Clearing) -> None:
    found = {}
    for place in PlaceName:
        app.window.show_place(place)
        QApplication.processEvents()
        found[place.value] = faults(app)
    app.window.show_place(PlaceName.RUN)
    app.runner.make(Move.START)
    for stage in ("check-in", "challenge", "ideas-and-resources"):
        go_to(app, stage)
        found[stage] = faults(app)
    assert {where: faulty for where, faulty in found.items() if faulty} == {}


def test_what_is_painted_says_what_it_is(app: Clearing) -> None:
    app.window.show_place(PlaceName.RUN)
    app.runner.make(Move.START)
    go_to(app, "challenge")
    dial = QAccessible.queryAccessibleInterface(app.window.findChild(Countdown, "countdown"))
    track = QAccessible.queryAccessibleInterface(app.window.findChild(StageTrack))
    assert (dial.role(), dial.text(QAccessible.Text.Name)) == (Role.StaticText, "5:00, of 5 minutes")
    assert track.role() is Role.Button
    assert track.text(QAccessible.Text.Name) == "Stages of the session: Challenge, round 1, 5 min"


def test_the_track_is_walked_and_pressed_by_screen_reader(app: Clearing) -> None:
    app.window.show_place(PlaceName.RUN)
    app.runner.make(Move.START)
    go_to(app, "challenge")
    track = app.window.findChild(StageTrack)
    acts = QAccessible.queryAccessibleInterface(track).actionInterface()
    acts.doAction("Increase")
    assert "Clarifying questions" in track.accessibleName()
    asked: list[object] = []
    track.jump_requested.connect(asked.append)
    press_by_screen_reader(track)
    assert [key.stage for key in asked] == ["clarifying-questions"]  # type: ignore[attr-defined]  # StageKey


def test_notices_and_trouble_with_saving_are_told(app: Clearing, told: list[str]) -> None:
    app.say("Everything is saved again.")
    app.window.alarm.say("The disk is full.", alarming=True)
    assert told == ["Everything is saved again.", "The disk is full."]


def test_why_an_act_is_refused_is_told(app: Clearing, told: list[str]) -> None:
    app.window.show_place(PlaceName.RUN)
    run = app.window.places[PlaceName.RUN]
    run.say("The room display is not on.")  # type: ignore[attr-defined]  # the page of Run says things
    assert told == ["The room display is not on."]


def test_stage_last_minute_and_time_are_told_with_who_speaks(
    app: Clearing, clock: StandingClock, told: list[str]
) -> None:
    app.runner.make(Move.START)
    go_to(app, "challenge")
    wait(app, clock, minutes=4)
    wait(app, clock, minutes=1, seconds=1)
    assert told[-3:] == [
        "Challenge, 5 min. Presenter speaks. Assisting group listens.",
        "One minute left in Challenge.",
        "Time is up: Challenge.",
    ]


def test_the_next_speaker_of_a_go_round_is_told(app: Clearing, told: list[str]) -> None:
    app.window.show_place(PlaceName.RUN)
    app.runner.make(Move.START)
    go_to(app, "check-in")
    told.clear()
    following = next(b for key, b in pressable(app.window).items() if key[1] == "next-person")
    press_by_mouse(following)
    assert len(told) == 1
    assert told[0] == "Beth speaks, then Callum."


def heard_on_wall(app: Clearing) -> list[str]:
    """The words that can be read on the wall, from the top down."""
    wall = QAccessible.queryAccessibleInterface(app.room_display)
    words = [one for one in readable(wall) if one.role() is Role.StaticText]
    return [one.text(QAccessible.Text.Name) for one in words]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen one, of windows
def test_stage_time_and_who_speaks_can_be_read_on_the_wall(app: Clearing, clock: StandingClock) -> None:
    app.room_display.show()
    assert heard_on_wall(app) == ["What we agreed", *our_agreement(), "February peer assist, 16:30"]
    app.runner.make(Move.START)
    go_to(app, "challenge")
    app.room_display.show_view(View.TIMER)
    QApplication.processEvents()
    title, roles = "Challenge", "Presenter speaks. Assisting group listens."
    assert heard_on_wall(app)[:3] == [title, "5:00 left", roles]
    assert heard_on_wall(app)[-1] == "Next: Clarifying questions, 5\N{NO-BREAK SPACE}minutes"
    wait(app, clock, minutes=1)
    app.runner.make(Move.PAUSE)
    QApplication.processEvents()
    assert heard_on_wall(app)[:3] == [title, "Paused, 4:00 left", roles]
    app.runner.make(Move.RESUME)
    wait(app, clock, minutes=4, seconds=40)
    assert heard_on_wall(app)[:3] == [title, "Time is up, 0:40 over", roles]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen one, of windows
def test_who_sits_where_can_be_read_on_the_wall(app: Clearing) -> None:
    app.room_display.show()
    app.runner.make(Move.START)
    go_to(app, "ideas-and-resources")
    app.room_display.show_view(View.ROOMS)
    QApplication.processEvents()
    rooms = [line for line in heard_on_wall(app) if line.startswith("Room ")]
    assert len(rooms) == 3
    assert sum(line.count(",") + line.count(" and ") + 1 for line in rooms) == 18


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen one, of windows
def test_the_wall_shows_no_other_words_for_those_that_are_read(app: Clearing) -> None:
    """They are read where the painting says them, and paint nothing themselves."""
    app.room_display.show()
    app.runner.make(Move.START)
    go_to(app, "challenge")
    app.room_display.show_view(View.TIMER)
    QApplication.processEvents()
    with_words = app.room_display.grab().toImage()
    for place in app.room_display.children():
        if type(place).__name__ == "HeardWords":
            place.hide()  # type: ignore[attr-defined]  # it is a widget
    assert app.room_display.grab().toImage() == with_words
