"""The sheet and the keys that are really bound are the same: none is missing on it, and none of it is false."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import ACTS, ActName
from desktop.app.clearing import Clearing
from desktop.content.own_entries import OwnKind
from desktop.keys import KeyGroup, key_lines
from desktop.look import Look
from desktop.places.library.page import LibraryPage
from desktop.places.page import PlaceName
from formats.session.events import Started
from tests.desktop.a_session import IDEAS, STARTS, a_note, a_session
from tests.desktop.at_spi.dialogs import DialogScenes
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app
from tests.test_architecture import ROOT, modules, tree

G = KeyGroup
PRESSED_IN = {
    "desktop/dialogs/add_people.py": {G.FIELDS},
    "desktop/dialogs/frame.py": {G.FIELDS},
    "desktop/dialogs/wall_line.py": {G.ROOM_DISPLAY},
    "desktop/panels/closing_round/words_given.py": {G.CLOSING},
    "desktop/panels/notes/delegate.py": {G.NOTE_LIST},
    "desktop/panels/notes/key_mark.py": {G.NOTE_LIST, G.SUMMARY},
    "desktop/panels/notes/line.py": {G.NOTES},
    "desktop/panels/notes/note_list.py": {G.NOTE_LIST, G.SUMMARY},
    "desktop/panels/notes/owner_field.py": {G.NOTES},
    "desktop/panels/side_timers/card.py": {G.RUN},
    "desktop/panels/stage/still_to_come.py": {G.FIELDS},
    "desktop/panels/stage/track.py": {G.RUN},
    "desktop/panels/stage/votes.py": {G.FIELDS},
    "desktop/places/library/form/typed_line.py": {G.FORM},
    "desktop/places/library/form/rows.py": {G.FORM},
    "desktop/places/help/contents.py": {G.LISTS},
    "desktop/places/help/page.py": {G.ANYWHERE},
    "desktop/places/people/page.py": {G.LISTS},
    "desktop/places/prepare/people_table.py": {G.PREPARE},
    "desktop/places/run/page.py": {G.RUN},
    "desktop/places/sessions/page.py": {G.LISTS},
    "desktop/places/sessions/table.py": {G.LISTS},
    "desktop/places/summary/key_notes.py": {G.SUMMARY},
    "desktop/room_display/counted_hands.py": {G.CLOSING},
    "desktop/room_display/window.py": {G.ROOM_DISPLAY, G.ANYWHERE},
    "desktop/widgets/month_calendar.py": {G.FIELDS},
    "desktop/widgets/own_undo.py": {G.FIELDS},
    "desktop/widgets/press_button.py": {G.FIELDS},
    "desktop/widgets/reorder.py": {G.PREPARE, G.FORM},
    "desktop/widgets/typed_field.py": {G.FIELDS},
}
"""The modules that read a key from a press, and the parts of the sheet that tell of it."""
ASK_FOR_NONE = {
    "desktop/actions.py": "turns keys into the acts of the table",
    "desktop/rehearsal/hands.py": "presses keys, as a person does",
    "desktop/rehearsal/player.py": "as above",
    "desktop/widgets/any_layout.py": "finds out which key was meant",
    "desktop/widgets/sides.py": "says which way an arrow key goes",
}
STANDARD = {"Undo": "Z", "Redo": "Z", "Paste": "V"}
"""Some systems have other keys for them too, Ctrl+Y for one."""
ENTER_OF_THE_NUMBER_PAD = "Ctrl+Enter"
SAME = {"Enter": "Return", "0": "1"}
"""The number pad has a key of its own; digits are counted from 0."""
GROUPS_OF_PLACES = {
    PlaceName.SESSIONS: {G.LISTS},
    PlaceName.PREPARE: {G.PREPARE},
    PlaceName.RUN: {G.RUN, G.OPENER, G.ROOM_DISPLAY, G.CLOSING},
    PlaceName.SUMMARY: {G.SUMMARY},
    PlaceName.LIBRARY: {G.FORM},
    PlaceName.PEOPLE: {G.LISTS},
}


def last_key(key: str) -> str:
    """The key itself, without what is held down with it."""
    return key if key == "+" else key.rpartition("+")[2] or "+"


def on_the_sheet(groups: set[KeyGroup]) -> set[str]:
    """Every key of some parts of the sheet; a range with all that is between its ends."""
    found: set[str] = set()
    for line in key_lines():
        if line.group in groups:
            found |= set(line.keys)
            if line.is_range:
                held, first, last = line.keys[0][:-1], line.keys[0][-1], line.keys[-1][-1]
                found |= {f"{held}{number}" for number in range(int(first), int(last) + 1)}
    return found


def keys_read_in(path: Path) -> set[str]:
    """The keys that a module names, as Qt spells them."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and node.attr.startswith("Key_") and node.attr != "Key_unknown":
            found.add(QKeySequence(getattr(Qt.Key, node.attr)).toString())
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("StandardKey"):
            found.add(STANDARD[node.attr])
        elif isinstance(node, ast.Name) and node.id == "step_sideways":
            found |= {"Left", "Right"}
    return {SAME.get(key, key) for key in found}


def reading() -> Iterator[tuple[str, set[str]]]:
    """Every module of the app that names a key, and which."""
    for path in modules("desktop"):
        if (keys := keys_read_in(path)) and (name := path.relative_to(ROOT).as_posix()) not in ASK_FOR_NONE:
            yield name, keys


def takes_enter(path: Path) -> bool:
    """Whether Qt tells a module of Enter in a field."""
    return any(
        isinstance(node, ast.Attribute) and node.attr in {"returnPressed", "editingFinished"}
        for node in ast.walk(tree(path))
    )


def test_every_module_that_reads_keys_is_told_of_on_the_sheet(qapp: QApplication) -> None:
    assert {name for name, _ in reading()} == set(PRESSED_IN)


@pytest.mark.parametrize("name", PRESSED_IN)
def test_every_key_that_is_read_is_on_the_sheet(name: str, qapp: QApplication) -> None:
    keys = keys_read_in(ROOT / name)
    told = {last_key(key) for key in on_the_sheet(PRESSED_IN[name])}
    assert keys <= told, f"the sheet says nothing of {keys - told}: desktop/keys.py"


@pytest.fixture
def app(tmp_path: Path, look: Look, clock: StandingClock) -> Iterator[Clearing]:
    """The app with a session that runs."""
    with the_app(tmp_path / "library.json", look, clock=clock) as made:
        session = a_session(made.catalogue, a_note(1, "Something"))
        made.repository.keep_session(session)
        made.runner.open(session)
        made.runner.record([Started(STARTS, IDEAS)])
        yield made


def bound_in(widget: QWidget, *, apart_from: QWidget | None = None) -> set[str]:
    """The keys of all shortcuts below a widget, but for those below another one."""
    return {
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for shortcut in widget.findChildren(QShortcut)
        if apart_from is None or not is_below(shortcut.parent(), apart_from)
        for key in shortcut.keys()  # noqa: SIM118  # a shortcut is no dict
    } - {ENTER_OF_THE_NUMBER_PAD}


def is_below(child: object, widget: QWidget) -> bool:
    return isinstance(child, QWidget) and (child is widget or widget.isAncestorOf(child))


def write_a_structure(app: Clearing) -> None:
    """Opens the form."""
    library = app.window.places[PlaceName.LIBRARY]
    assert isinstance(library, LibraryPage)
    library.own.write(OwnKind.STRUCTURE)


def test_every_shortcut_of_a_place_is_on_the_sheet(app: Clearing) -> None:
    write_a_structure(app)
    for place in PlaceName:
        app.window.show_place(place)
        told = on_the_sheet(GROUPS_OF_PLACES.get(place, set()) | {G.FIELDS})
        assert bound_in(app.window.places[place]) <= told, place


def test_the_shortcuts_of_the_window_are_those_for_anywhere(app: Clearing) -> None:
    bound = bound_in(app.window, apart_from=app.window.places.stack)
    assert bound == on_the_sheet({G.ANYWHERE}) - {"Esc"}


def test_every_shortcut_of_a_dialog_is_on_the_sheet(app: Clearing) -> None:
    told = on_the_sheet({G.FIELDS, G.ANYWHERE, G.ROOM_DISPLAY})
    scenes = DialogScenes(app)
    opened = 0
    for name, show in (*scenes.before_the_session(), *scenes.in_the_session()):
        show()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            opened += 1
            assert bound_in(dialog) <= told, name
    scenes.close()
    assert opened > 20


def test_no_line_of_the_sheet_is_false(app: Clearing) -> None:
    """Each of its keys is bound where it says, or read from a press there."""
    for place in PlaceName:
        app.window.show_place(place)
    write_a_structure(app)
    for group in KeyGroup:
        there = {key for name, keys in reading() if group in PRESSED_IN[name] for key in keys}
        if any(takes_enter(ROOT / name) for name, groups in PRESSED_IN.items() if group in groups):
            there.add("Return")
        pages = [place for place, groups in GROUPS_OF_PLACES.items() if group in groups]
        there |= {last_key(key) for place in pages for key in bound_in(app.window.places[place])}
        if group is G.ANYWHERE:
            there |= {last_key(key) for key in bound_in(app.window, apart_from=app.window.places.stack)}
        if group is G.FIELDS:
            there.add("Space")  # Qt's own buttons and boxes take it
            there.add("Esc")  # Qt's own dialogs close with it
        told = {last_key(key) for key in on_the_sheet({group})}
        false = {SAME.get(key, key) for key in told} - there
        assert not false, f"nothing in {group.heading} is done by {false}"


def test_keys_in_menus_and_on_buttons_are_on_the_sheet() -> None:
    told = on_the_sheet(set(KeyGroup))
    shown: set[str] = set()
    for path in modules("desktop"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("\t") == 1:
                shown.add(node.value.partition("\t")[2])
            elif isinstance(node, ast.keyword) and node.arg == "key" and isinstance(node.value, ast.Constant):
                shown.add(str(node.value.value))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "key_words":
                shown.update(said.value for said in node.args if isinstance(said, ast.Constant))
    assert {key for key in shown if key} <= told


def test_every_act_stands_under_the_part_of_the_app_it_belongs_to() -> None:
    lines = {line.word: line for line in key_lines()}
    assert all(lines[act.word].keys == act.keys for act in ACTS if act.keys and act.name is not ActName.UNDO)
