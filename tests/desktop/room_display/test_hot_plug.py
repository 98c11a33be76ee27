"""Screens that are really pulled and plugged: a virtual X server whose monitors come and go."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.screen import NEEDED_FOR_A_WINDOW, why_no_window

ROOT = Path(__file__).parents[3]
PROGRAMS = ("Xvfb", "xrandr")
DESK = "4320x900x24"


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """The environment of a desk with room for three screens, a laptop and a projector plugged in."""
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
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
        places = {"laptop": ("1440/300x900/200+0+0", "screen"), "projector": ("1280/300x720/200+1440+0", "none")}
        for name, (place, output) in places.items():
            subprocess.run(["xrandr", "--setmonitor", name, place, output], env=environment, check=True)
        yield environment
        server.kill()


def test_the_room_display_follows_its_screen_and_never_covers_the_facilitators(
    desk: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.room_display.on_a_virtual_desk", str(tmp_path)],
        cwd=ROOT,
        env=desk,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "opened, projector, fills, free",
        "resolution changed, projector, fills, free",
        "unplugged, away, full, free",
        "plugged in, projector, fills, free",
        "put away, then plugged in, away, full, free",
        "remembered among three, projector, fills, free",
        "another one unplugged, projector, fills, free",
        "one screen only, laptop, a window, free",
        "Esc, away, a window, free",
        "the session goes on",
    ]
