"""Screens that are really pulled and plugged: a virtual X server whose monitors come and go."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.actions import ActName, act
from desktop.commands.display_check import NEEDED_FOR_A_WINDOW, why_no_window
from desktop.room_display.whereabouts import ANOTHER_CAME, SCREEN_WENT

ROOT = Path(__file__).parents[3]
PROGRAMS = ("Xvfb", "xrandr")
DESK = "4320x900x24"
MODES = {"coarse": (1280, 720), "fine": (1440, 900), "over both": (2880, 900)}


@pytest.fixture
def bare_desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """The environment of a desk with room for three screens."""
    if missing := [program for program in PROGRAMS if not shutil.which(program)]:
        pytest.skip(f"{' and '.join(missing)} not installed")
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", DESK, "+extension", "RANDR"]
    silent = subprocess.DEVNULL
    with subprocess.Popen(words, pass_fds=(write,), stdout=silent, stderr=silent) as server:
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        monkeypatch.setenv("DISPLAY", f":{number}")
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        if reason := why_no_window():
            server.kill()
            pytest.skip(f"{reason} Needed: {', '.join(NEEDED_FOR_A_WINDOW.values())}")
        yield {**os.environ, "QT_QPA_PLATFORM": "xcb"}
        server.kill()


@pytest.fixture
def desk(bare_desk: dict[str, str]) -> dict[str, str]:
    """A laptop and a projector are plugged in."""
    places = {"laptop": ("1440/300x900/200+0+0", "screen"), "projector": ("1280/300x720/200+1440+0", "none")}
    for name, (place, output) in places.items():
        subprocess.run(["xrandr", "--setmonitor", name, place, output], env=bare_desk, check=True)
    return bare_desk


@pytest.fixture
def changing_desk(bare_desk: dict[str, str]) -> dict[str, str]:
    """A laptop, and left of it a projector that knows several resolutions."""
    for name, (width, height) in MODES.items():
        lines = [*[str(width)] * 4, *[str(height)] * 4]
        subprocess.run(["xrandr", "--newmode", name, "1", *lines], env=bare_desk, check=True)
        subprocess.run(["xrandr", "--addmode", "screen", name], env=bare_desk, check=True)
    projector = ["--fb", DESK.removesuffix("x24"), "--output", "screen", "--mode", "coarse"]
    subprocess.run(["xrandr", *projector], env=bare_desk, check=True)
    laptop = ["--setmonitor", "laptop", "1440/300x900/200+1440+0", "none"]
    subprocess.run(["xrandr", *laptop], env=bare_desk, check=True)
    return bare_desk


def played(desk: dict[str, str], *words: str) -> list[str]:
    """What was told while both windows were played with on this desk."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.room_display.on_a_virtual_desk", *words],
        cwd=ROOT,
        env=desk,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_room_display_follows_its_screen_and_never_covers_the_facilitators(
    desk: dict[str, str], tmp_path: Path
) -> None:
    assert played(desk, str(tmp_path), "year") == [
        "opened, projector, fills, free",
        str(SCREEN_WENT),
        "resolution changed, projector, fills, free",
        str(SCREEN_WENT),
        "unplugged, away, full, free",
        "plugged in, projector, fills, free",
        "put away, then plugged in, away, full, free",
        "remembered among three, projector, fills, free",
        "another one unplugged, projector, fills, free",
        "one screen only, laptop, fills, COVERS",
        "Esc, away, full, free",
        "the session goes on",
    ]


def test_it_fills_a_screen_that_changes_and_goes_away_where_it_would_cover_the_facilitators(
    changing_desk: dict[str, str], tmp_path: Path
) -> None:
    assert played(changing_desk, str(tmp_path), "changes") == [
        "opened, screen, fills, free",
        "finer, screen, fills, free",
        "coarser, screen, fills, free",
        "lies over the facilitator's, away, full, free",
        "apart again, screen, fills, free",
        "put away, then coarser, away, full, free",
        "opened where both lie over each other, laptop, fills, COVERS",
        "the session goes on",
    ]


def test_over_the_controls_only_where_that_was_asked_for_and_no_longer_than_needed(
    desk: dict[str, str], tmp_path: Path
) -> None:
    assert played(desk, str(tmp_path), "one") == [
        "one screen only, laptop, fills, COVERS",
        "F11, laptop, a window, free",
        "F11 again, laptop, fills, COVERS",
        "a projector plugged in, projector, fills, free",
        str(SCREEN_WENT),
        "unplugged, away, full, free",
        ANOTHER_CAME.filled(key=act(ActName.ROOM_DISPLAY).key),
        "another one plugged in, away, full, free",
        "its own again, projector, fills, free",
        "asked for where it never was, television, fills, free",
        "the laptop’s lid closed, away, full, free",
        "the session goes on",
    ]
