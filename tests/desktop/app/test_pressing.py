"""A screen reader or a switch that presses a control does what a mouse does, in every place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QDesktopServices
from pytestqt.exceptions import TimeoutError as NeverAlike
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.app.rail import Rail, RailButton
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.widgets.chips import Chip
from formats.session.moves import Move
from formats.session.notes import NoteKind
from tests.desktop.a_session import a_note, a_session
from tests.desktop.app.pressing import (
    Key,
    is_pressable,
    name_of,
    press_by_mouse,
    press_by_screen_reader,
    pressable,
    put_away,
    seen,
)
from tests.desktop.the_app import the_app

Scene = tuple[PlaceName, Callable[[Clearing], object]]


def _as_it_is(app: Clearing) -> None:
    """Nothing is begun."""


def _at(stage: str) -> Callable[[Clearing], None]:
    def go(app: Clearing) -> None:
        app.runner.make(Move.START)
        assert app.runner.session is not None
        found = app.runner.session.agenda.find_stage(stage)
        assert found is not None
        app.runner.go_to(found.key)

    return go


def _finished(app: Clearing) -> None:
    app.runner.make(Move.START)
    app.runner.make(Move.FINISH)


SCENES: dict[str, Scene] = {
    **{place.value: (place, _as_it_is) for place in PlaceName},
    "Run, ideas": (PlaceName.RUN, _at("ideas-and-resources")),
    "Run, finished": (PlaceName.RUN, _finished),
    "Summary of what was held": (PlaceName.SUMMARY, _finished),
}


@pytest.fixture
def two_apps(tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Clearing, Clearing]]:
    """Two of the app with equal libraries: one for the mouse, one for the screen reader."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    QAccessible.setActive(True)
    with an_app(tmp_path / "one", look) as by_mouse, an_app(tmp_path / "two", look) as by_reader:
        yield by_mouse, by_reader
    QAccessible.setActive(False)


@contextmanager
def an_app(folder: Path, look: Look) -> Iterator[Clearing]:
    """The app with the February session on the table."""
    folder.mkdir()
    with the_app(folder / "library.json", look) as app:
        notes = (
            a_note(1, "Ask who already trusts you"),
            a_note(2, "Write to Beth", NoteKind.NEXT_STEP),
            a_note(3, "The day the hall was flooded", NoteKind.STORY),
        )
        session = replace(a_session(app.catalogue, *notes), series="Nurturing")
        app.repository.keep_session(session)
        app.runner.open(session)
        yield app
        app.room_display.hide()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen one, of menus
@pytest.mark.parametrize("scene", SCENES)
def test_a_press_by_screen_reader_is_a_press_by_mouse(
    two_apps: tuple[Clearing, Clearing], qtbot: QtBot, scene: str
) -> None:
    place, prepare = SCENES[scene]
    by_mouse, by_reader = two_apps
    for app in two_apps:
        prepare(app)
        put_away(app, place)
    tried: set[Key] = set()
    unlike: dict[Key, object] = {}
    rail = "" if place is PlaceName.SESSIONS else RailButton.__name__  # the same everywhere
    while left := [key for key in pressable(by_mouse.window) if key not in tried and key[0] != rail]:
        key = left[0]
        tried.add(key)
        press_by_mouse(pressable(by_mouse.window)[key])
        press_by_screen_reader(pressable(by_reader.window)[key])
        try:
            qtbot.waitUntil(lambda: seen(by_mouse) == seen(by_reader), timeout=3000)
        except NeverAlike:
            unlike[key] = sorted(set(seen(by_mouse)) ^ set(seen(by_reader)))
        for app in two_apps:
            put_away(app, place)
    assert tried, "there is something to press"
    assert unlike == {}


def test_the_rail_is_a_list_of_places_of_which_one_is_chosen(two_apps: tuple[Clearing, Clearing]) -> None:
    window = two_apps[0].window
    window.show_place(PlaceName.PREPARE)
    rail = QAccessible.queryAccessibleInterface(window.findChild(Rail))
    places = [rail.child(number) for number in range(rail.childCount())]
    assert rail.role() is QAccessible.Role.List
    assert [place.text(QAccessible.Text.Name) for place in places] == [name.value for name in PlaceName]
    assert {place.role() for place in places} == {QAccessible.Role.ListItem}
    assert not any(place.state().checkable for place in places)
    chosen = [place.text(QAccessible.Text.Name) for place in places if place.state().selected]
    assert chosen == ["Prepare"]


def test_a_chip_that_tells_a_fact_offers_no_press(two_apps: tuple[Clearing, Clearing]) -> None:
    window = two_apps[0].window
    window.show_place(PlaceName.RUN)
    facts = [chip for chip in window.findChildren(Chip) if chip.isVisible() and not is_pressable(chip)]
    assert facts, "there are some"
    for fact in facts:
        interface = QAccessible.queryAccessibleInterface(fact)
        assert interface.role() is QAccessible.Role.StaticText, name_of(fact)
        assert "Press" not in interface.actionInterface().actionNames()
