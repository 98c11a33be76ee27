"""Every place, dialog, the wall and two menus, read from another process over AT-SPI in a virtual X server."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

import pytest

from desktop.places.page import PlaceName
from tests.desktop.at_spi.scenes import SYSTEM_PYTHON

ROOT = Path(__file__).parents[3]
HEARD = Path(__file__).with_name("dialogs.txt")
BUS = Path("/usr/libexec/at-spi-bus-launcher")
FILLER = {"filler", "panel", "unknown", "invalid", "layered pane"}
OF_USE = {
    "push button", "check box", "radio button", "toggle button", "combo box", "text", "entry", "spin button",
    "password text", "slider", "table cell", "list item", "page tab", "menu item",
}  # fmt: skip
WITHOUT_WORDS_BESIDE = {
    "18 people",
    "Up to 60 min",
    "By name",
    "older than 3 years",
    "Everyone",
    "Name",
    "Organisation",
}
"""Choices that are heard by what they hold alone."""
ROWS = {"list item", "table cell"}
"""As many as there is room for; that they have names is seen below."""
MENUS = ("Run, More", "a note's menu")
Thing = dict[str, object]
Read = dict[str, list[Thing]]


class Scene(TypedDict):
    """As `scenes.py` prints it; `offered` are the lines of a menu."""

    scene: str
    read: list[Thing]
    offered: list[str] | None


def heard_in_dialogs() -> dict[str, tuple[str, list[str]]]:
    """For each scene with a dialog its title, and all that takes the keys, in the order of the tree."""
    found = {}
    for part in HEARD.read_text("utf-8").split("\n\n"):
        first, *controls = part.strip().splitlines()
        scene, _, title = first.partition(" = ")
        found[scene] = (title, controls)
    return found


DIALOGS = heard_in_dialogs()


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """Every scene, with what a screen reader finds in it."""
    gi = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    has_gi = Path(SYSTEM_PYTHON).exists() and subprocess.run(gi, check=False, capture_output=True).returncode == 0
    if not (has_gi and BUS.exists() and shutil.which("dbus-run-session") and shutil.which("Xvfb")):
        pytest.skip("at-spi2-core, dbus, gir1.2-atspi-2.0, python3-gi and xvfb are not all installed")
    with a_display() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = [sys.executable, "-m", "tests.desktop.at_spi.scenes", str(tmp_path_factory.mktemp("library"))]
        words = ["dbus-run-session", "--", "sh", "-c", f'{BUS} --launch-immediately & "$@"', "scenes", *program]
        done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert done.returncode == 0, done.stderr
    assert found, done.stderr
    if not any(scene["read"] for scene in found):
        pytest.skip("no bus for AT-SPI can be started here")
    return {scene["scene"]: scene for scene in found}


@pytest.fixture(scope="module")
def read(scenes: dict[str, Scene]) -> Read:
    """What a screen reader finds in each scene."""
    return {name: scene["read"] for name, scene in scenes.items()}


@contextmanager
def a_display() -> Iterator[str]:
    """A virtual X server for as long as it is needed."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1500x1000x24"]
    silent = subprocess.DEVNULL
    with subprocess.Popen(words, pass_fds=(write,), stdout=silent, stderr=silent) as server:
        os.close(write)
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
        server.kill()


def names(read: Read, scene: str) -> list[object]:
    return [one["name"] for one in read[scene]]


def test_every_place_and_stage_and_the_wall_was_read(read: Read) -> None:
    others = read.keys() - DIALOGS.keys() - set(MENUS)
    assert len(others) == 17
    assert {scene for scene in others if len(read[scene]) < 10 or read[scene][0]["role"] != "frame"} == set()


def test_every_dialog_says_its_title(read: Read) -> None:
    first = {scene: (read[scene][0]["role"], read[scene][0]["name"]) for scene in DIALOGS if scene in read}
    assert first == {scene: ("dialog", title) for scene, (title, _) in DIALOGS.items()}


@pytest.mark.parametrize("scene", DIALOGS)
def test_a_dialog_offers_its_controls_each_in_its_role(read: Read, scene: str) -> None:
    heard = [f"{one['role']}: {one['name']}" for one in read[scene] if one["keys"] and one["role"] not in ROWS]
    assert heard == DIALOGS[scene][1]


@pytest.mark.parametrize("name", MENUS)
def test_each_line_of_a_menu_is_announced_as_the_arrows_come_to_it(scenes: dict[str, Scene], name: str) -> None:
    heard = [str(one["name"]).partition("\t")[0] for one in scenes[name]["read"]]
    assert heard
    assert heard == scenes[name]["offered"]


def test_a_choice_says_what_it_is_for_and_not_only_what_it_holds(read: Read) -> None:
    wrong = {
        f"{scene}: {one['name']}"
        for scene, found in read.items()
        for one in found
        if one["role"] == "combo box" and not one["labels"] and one["name"] not in WITHOUT_WORDS_BESIDE
    }
    assert wrong == set()


def test_nothing_that_takes_the_keys_is_filler(read: Read) -> None:
    wrong = {
        f"{scene}: {one['role']} {one['name']}"
        for scene, found in read.items()
        for one in found
        if one["keys"] and one["role"] in FILLER
    }
    assert wrong == set()


def test_nothing_of_use_is_nameless(read: Read) -> None:
    wrong = {
        f"{scene}: {one['role']}"
        for scene, found in read.items()
        for one in found
        if one["role"] in OF_USE and not str(one["name"]).strip()
    }
    assert wrong == set()


def test_the_rail_is_a_list_of_places(read: Read) -> None:
    rail = [one["name"] for one in read["Sessions"] if one["role"] == "list item"]
    assert rail[: len(PlaceName)] == [place.value for place in PlaceName]


@pytest.mark.parametrize(("scene", "said"), [("wall, paused", "Paused"), ("wall, over", "0:40")])
def test_the_facilitators_window_says_that_the_clock_stands_or_is_over(read: Read, scene: str, said: str) -> None:
    own = [str(name) for name in names(read, scene)]
    own = own[: next(number for number, name in enumerate(own) if name.startswith("Room display: "))]
    assert [name for name in own if said in name]


@pytest.mark.parametrize(
    ("scene", "time"),
    [
        ("wall, running", "5:00 left"),
        ("wall, paused", "Paused, 4:00 left"),
        ("wall, over", "Time is up, 0:40 over"),
    ],
)
def test_the_wall_says_stage_time_and_who_speaks(read: Read, scene: str, time: str) -> None:
    said = names(read, scene)
    wall = said[next(number for number, name in enumerate(said) if str(name).startswith("Room display: ")) :]
    assert wall[1:4] == ["Challenge", time, "Presenter speaks. Assisting group listens."]
