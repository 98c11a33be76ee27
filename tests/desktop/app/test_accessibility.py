"""Does everything work by keyboard, with a screen reader, and for eyes that need contrast?"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.palettes import DARK, LIGHT, Palette
from desktop.places.page import PlaceName
from desktop.widgets.tab_order import tab_stops
from formats.session.moves import Move
from formats.session.notes import NoteKind
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock

SMALLEST_TARGET = 24
TEXT, CONTROL = 4.5, 3.0
TEXT_ON_GROUND = [
    *((ink, "paper") for ink in ("ink", "ink_2", "moss", "lake", "amber", "clay")),
    *((ink, "surface") for ink in ("ink", "ink_2", "moss", "lake", "amber", "clay")),
    *((ink, "sunken") for ink in ("ink", "ink_2")),
    *((tint, f"{tint}_2") for tint in ("moss", "lake", "amber", "clay")),
    *(("ink", f"{tint}_2") for tint in ("moss", "lake", "amber", "clay")),
    ("ink_2", "moss_2"),
    *(("on_moss", filled) for filled in ("moss", "lake", "clay")),
]
CONTROL_ON_GROUND = [
    *(("line_strong", ground) for ground in ("paper", "surface", "sunken")),
    *((tint, "sunken") for tint in ("moss", "lake", "amber", "clay")),
]


@pytest.fixture
def clearing(look: Look, library_path: Path, clock: StandingClock, qtbot: QtBot) -> Iterator[Clearing]:
    """The whole app on a library with one session of eighteen people, read by a screen reader."""
    QAccessible.setActive(True)
    made = Clearing(library_path, clock, LivePreferences(None), look)
    notes = (a_note(1, "Ask who already trusts you"), a_note(2, "Write to Beth", NoteKind.NEXT_STEP))
    session = a_session(made.catalogue, *notes)
    made.repository.keep_session(session)
    made.runner.open(session)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    yield made
    made.window.close()
    made.room_display.deleteLater()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QAccessible.setActive(False)


def scenes(clearing: Clearing) -> Iterator[str]:
    """Every place of the window, and the running session in each of its forms."""
    for place in PlaceName:
        clearing.window.show_place(place)
        QApplication.processEvents()
        yield place.value
    clearing.window.show_place(PlaceName.RUN)
    session = clearing.runner.session
    assert session is not None
    clearing.runner.make(Move.START)
    for stage in session.agenda.stages[:3]:
        clearing.runner.go_to(stage.key)
        QApplication.processEvents()
        yield f"Run, {stage.title}"
    clearing.runner.make(Move.FINISH)
    QApplication.processEvents()
    yield "Run, finished"


def named(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def described(widget: QWidget) -> str:
    """A control, for the message of a test that fails."""
    around = type(widget.parentWidget()).__name__
    return f"{type(widget).__name__} “{widget.objectName() or named(widget)}” in {around}"


def picture(widget: QWidget) -> QImage:
    """A control and its closest surroundings, as they look now; a caret that blinks may not tell."""
    window = widget.window()
    box = widget.rect().adjusted(-4, -4, 4, 4)
    return window.grab(box.translated(widget.mapTo(window, QPoint(0, 0)))).toImage()


def _to_click(button: QAbstractButton) -> bool:
    """Whether a click does something; a chip that tells a fact and Qt's own cross in a field do not count."""
    fact = button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return button.isVisible() and button.isEnabled() and not fact and not isinstance(button.parent(), QLineEdit)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_controls_stand_out_from_their_ground(palette: Palette) -> None:
    pairs = [(*pair, TEXT) for pair in TEXT_ON_GROUND] + [(*pair, CONTROL) for pair in CONTROL_ON_GROUND]
    found = {(a, b): (contrast(getattr(palette, a), getattr(palette, b)), least) for a, b, least in pairs}
    assert {pair: round(seen, 2) for pair, (seen, least) in found.items() if seen < least} == {}


def test_every_control_that_takes_the_keys_has_a_name(clearing: Clearing) -> None:
    nameless = {
        f"{scene}: {described(stop)}"
        for scene in scenes(clearing)
        for stop in tab_stops(clearing.window)
        if not named(stop).strip()
    }
    assert nameless == set()


def test_whatever_has_the_keys_shows_it(clearing: Clearing) -> None:
    unseen = set()
    for scene in scenes(clearing):
        for stop in tab_stops(clearing.window):
            clearing.window.setFocus()
            without = picture(stop)
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            if stop.hasFocus() and picture(stop) == without and not stop.visibleRegion().isEmpty():
                unseen.add(f"{scene}: {described(stop)}")
    assert unseen == set()


def test_tab_goes_round_through_every_control_and_back(clearing: Clearing, qtbot: QtBot) -> None:
    clearing.window.show_place(PlaceName.PREPARE)
    QApplication.processEvents()
    clearing.window.findChild(QWidget, "rail").nextInFocusChain().setFocus()
    # From now on the rail is one stop, as Qt has it for buttons of which one is chosen; arrows go along it.
    stops = tab_stops(clearing.window)
    stops[0].setFocus()
    for expected in [*stops[1:], stops[0]]:
        qtbot.keyClick(clearing.window.focusWidget(), Qt.Key.Key_Tab)
        assert clearing.window.focusWidget() is expected, described(expected)
    qtbot.keyClick(clearing.window.focusWidget(), Qt.Key.Key_Backtab)
    assert clearing.window.focusWidget() is stops[-1]


def test_tab_reads_the_agenda_from_the_top_before_the_people(clearing: Clearing) -> None:
    clearing.window.show_place(PlaceName.PREPARE)
    QApplication.processEvents()
    place = clearing.window.places[PlaceName.PREPARE]
    stops = [stop for stop in tab_stops(place) if isinstance(stop, QAbstractButton | QLineEdit)]
    names = [stop.objectName() for stop in stops]
    assert names.index("details") < names.index("paste") < names.index("add-name") < names.index("start")
    tops = [stop.mapTo(place, QPoint(0, 0)).y() for stop in stops[: names.index("paste")]]
    assert tops == sorted(tops) or max(b - a for a, b in zip(tops[1:], tops, strict=False)) < SMALLEST_TARGET


def test_enter_presses_a_button_as_space_does(clearing: Clearing, qtbot: QtBot) -> None:
    clearing.window.show_place(PlaceName.SESSIONS)
    button = clearing.window.findChild(QAbstractButton, "start-from-peer-assist")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert clearing.window.place is PlaceName.PREPARE


def test_no_label_reads_markup(clearing: Clearing) -> None:
    rich = {
        f"{scene}: {described(label)}: {label.text()[:40]}"
        for scene in scenes(clearing)
        for label in clearing.window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    }
    assert rich == set()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_to_click_is_smaller_than_a_fingertip(clearing: Clearing, look: Look, scale: float) -> None:
    look.choose(theme="light", scale=scale, calm=False)
    small = {
        f"{scene}: {described(button)} {button.width()} x {button.height()}"
        for scene in scenes(clearing)
        for button in clearing.window.findChildren(QAbstractButton)
        if _to_click(button) and min(button.width(), button.height()) < SMALLEST_TARGET
    }
    assert small == set()


def test_the_session_reads_the_same_whoever_looks_away(clearing: Clearing) -> None:
    """Someone marked away is told by a word, not by a paler colour alone."""
    session = clearing.runner.session
    assert session is not None
    away = session.people[0].id
    clearing.runner.amend(lambda now: replace(now, away=frozenset({away})))
    clearing.window.show_place(PlaceName.PREPARE)
    people = clearing.window.findChild(QWidget, "people")
    words = [people.model().index(0, column).data() for column in range(people.model().columnCount())]
    assert "Away" in words
