"""A window is never larger than the screen it opens on, and has all of the rail within it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OPENED = """
import json, sys
from pathlib import Path
from desktop.app.application import application
from desktop.app.clearing import Clearing
from desktop.app.rail import RailButton
from desktop.live.clocks import SteadyClock
from desktop.live_preferences import LivePreferences
from desktop.preferences import Preferences

app, look = application(Preferences())
made = Clearing(Path(sys.argv[1]), SteadyClock(), LivePreferences(None), look)
made.start()
app.processEvents()
window, screen = made.window, made.window.screen().availableGeometry()
print(json.dumps({
    "window": [window.width(), window.height()],
    "least": [window.minimumWidth(), window.minimumHeight()],
    "rail": [window.rect().contains(b.geometry().translated(b.parentWidget().pos()))
             for b in window.findChildren(RailButton)],
}))
made.window.close()
"""


@pytest.mark.parametrize(("width", "height"), [(1024, 600), (1280, 672), (1366, 768), (1440, 900), (800, 480)])
def test_it_opens_within_its_screen(tmp_path: Path, width: int, height: int) -> None:
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    described = tmp_path / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}), "utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={described}"}

    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(tmp_path / "library.json")],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )

    told = json.loads(done.stdout.splitlines()[-1])
    assert told["window"][0] <= width
    assert told["window"][1] <= height
    assert told["least"] == [min(1024, width), min(600, height)]
    assert all(told["rail"])
