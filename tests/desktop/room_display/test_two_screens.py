"""Two screens: the room display fills the other one, goes away with it, comes back with it, and is remembered."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}


def test_it_fills_the_other_screen_and_follows_its_plug(tmp_path: Path) -> None:
    screens = [screen("laptop", 0, 1440, 900), screen("projector", 1440, 1920, 1080)]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.room_display.on_two_screens", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "opened projector full",
        "unplugged away full",
        "plugged projector full",
        "remembered True",
    ]
