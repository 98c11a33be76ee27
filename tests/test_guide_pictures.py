"""The pictures of the guide: each is there in light and dark, small, and still made by the script."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.content.guide.markup import Picture
from desktop.content.guide.pages import read_guide
from tests.guide_pictures import FOLDER, SHOTS, THEMES
from tests.test_architecture import ROOT

MOST_BYTES = 3_000_000
NOT_THE_SAME = 24
"""A line more or less changes how high a part is; more than that is another picture."""


def named() -> set[str]:
    """The pictures that pages of the guide show."""
    return {block.name for page in read_guide().pages for block in page.blocks if isinstance(block, Picture)}


def test_every_picture_of_the_guide_is_there_in_light_and_dark_and_no_other() -> None:
    assert {file.stem for file in FOLDER.glob("*")} == {f"{name}-{theme}" for name in named() for theme in THEMES}
    assert {shot.name for shot in SHOTS} <= named()


def test_all_of_them_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*")) < MOST_BYTES


def test_the_script_still_takes_each(tmp_path: Path, qtbot: QtBot) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.guide_pictures", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
    for kept in FOLDER.glob("*.png"):
        before, now = QImage(str(kept)), QImage(str(tmp_path / kept.name))
        assert before.width() == now.width(), f"{kept.name} looks otherwise now: python -m tests.guide_pictures"
        assert abs(before.height() - now.height()) <= NOT_THE_SAME, kept.name
