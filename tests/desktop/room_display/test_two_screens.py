"""Two screens: the room display fills the other one, goes away with it, comes back with it, and is remembered."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from desktop.room_display.screens import index_of_known
from desktop.room_display.whereabouts import place_beside

ROOT = Path(__file__).parents[3]


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}


def on_screens(
    tmp_path: Path, screens: list[dict[str, object]], scales: str = "", play: str = "on_two_screens"
) -> list[str]:
    """What is told by the room display on these screens."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", f"tests.desktop.room_display.{play}", str(tmp_path)],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCREEN_SCALE_FACTORS": scales,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_it_fills_the_other_screen_and_follows_its_plug(tmp_path: Path) -> None:
    screens = [screen("laptop", 0, 1440, 900), screen("projector", 1440, 1920, 1080)]
    assert on_screens(tmp_path, screens)[:4] == [
        "opened projector full",
        "unplugged away full",
        "plugged projector full",
        "remembered True",
    ]


def test_a_session_gone_on_with_has_the_room_display_again_unless_it_was_put_away(tmp_path: Path) -> None:
    screens = [screen("laptop", 0, 1440, 900), screen("projector", 1440, 1920, 1080)]
    assert on_screens(tmp_path, screens, play="after_a_crash") == [
        "begun: projector",
        "started again: away",
        "gone on: projector",
        "closed and opened again: projector",
        "put away before: away",
    ]


def test_it_fills_screens_of_any_scale_and_is_sharp_on_each(tmp_path: Path) -> None:
    screens = [
        screen("laptop", 0, 2880, 1800),
        screen("projector", 2880, 1920, 1080),
        screen("television", 4800, 3840, 2160),
    ]
    assert on_screens(tmp_path, screens, "laptop=2;projector=1;television=1.5")[-2:] == [
        "projector (1920, 1080) drawn in (1920, 1080)",
        "television (2560, 1440) drawn in (3840, 2160)",
    ]


def test_a_screen_is_known_by_its_number_at_any_socket_and_not_by_its_socket_alone() -> None:
    known = "HDMI-1|Epson|EB-1|X123"
    assert index_of_known(["HDMI-1|Epson|EB-1|X123"], known) == 0
    assert index_of_known(["HDMI-1|Epson|EB-1|X999"], known) is None
    assert index_of_known(["DP-2|Epson|EB-1|X999", "DP-1|Epson|EB-1|X123"], known) == 1
    assert index_of_known(["DP-1|Epson|EB-1|X123", "HDMI-1|Epson|EB-1|X123"], known) == 1


def test_a_screen_without_a_number_is_known_by_its_socket() -> None:
    assert index_of_known(["DP-1|Epson|EB-1|", "HDMI-1|Epson|EB-1|"], "HDMI-1|Epson|EB-1|") == 1
    assert index_of_known(["DP-1|Epson|EB-1|"], "HDMI-1|Epson|EB-1|") is None


@pytest.mark.parametrize(
    ("own", "where"),
    [
        (QRect(0, 0, 1200, 1000), "right"),
        (QRect(720, 0, 1200, 1000), "left"),
        (QRect(0, 0, 1920, 650), "below"),
        (QRect(0, 0, 1920, 1040), "over the notes"),
    ],
)
def test_a_window_on_the_only_screen_stands_where_it_hides_least(own: QRect, where: str) -> None:
    free = QRect(0, 0, 1920, 1040)
    box = place_beside(free, own)
    assert free.contains(box)
    assert box.width() >= 480
    assert box.intersects(own) is (where == "over the notes")
    if where == "over the notes":
        # Below the header, above the line for notes, right of the acts.
        assert QRect(1400, 100, 520, 700).contains(box)
