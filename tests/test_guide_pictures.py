"""The pictures of the guide: each is there in light and dark, small, and still made by the script."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.content.guide.markup import Picture
from desktop.content.guide.pages import read_guide
from tests.guide_pictures import FOLDER, SHOTS, THEMES
from tests.test_architecture import ROOT

MOST_BYTES = 3_000_000
NOT_THE_SAME = 24
"""A line more or less changes how high a part is; more than that is another picture."""
A_SHADE, MAY_DIFFER = 24, 0.002
"""Of 256 shades, and of all spots: a cursor that blinks is a tenth of that, a row or a button more is thrice."""


def named() -> set[str]:
    """The pictures that pages of the guide show."""
    return {block.name for page in read_guide().pages for block in page.blocks if isinstance(block, Picture)}


def test_every_picture_of_the_guide_is_there_in_light_and_dark_and_no_other() -> None:
    assert {file.stem for file in FOLDER.glob("*")} == {f"{name}-{theme}" for name in named() for theme in THEMES}
    assert {shot.name for shot in SHOTS} <= named()


def test_all_of_them_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*")) < MOST_BYTES


def test_the_script_still_takes_each_as_it_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    changed = changed_in(take(tmp_path / "once"))
    if changed:  # on a busy machine a picture may catch a message that was about to go
        changed &= changed_in(take(tmp_path / "twice"))
    assert not changed, "they show something else now: python -m tests.guide_pictures"


def take(folder: Path) -> Path:
    """Has the script take every picture into a folder."""
    subprocess.run(
        [sys.executable, "-m", "tests.guide_pictures", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
    return folder


def changed_in(folder: Path) -> set[str]:
    """The pictures that are not as the guide keeps them."""
    return {kept.name for kept in FOLDER.glob("*.png") if not are_alike(QImage(str(kept)), folder / kept.name)}


def are_alike(before: QImage, file: Path) -> bool:
    """Whether a picture was taken again; systems other than Linux draw letters in ways of their own."""
    now = QImage(str(file))
    same_size = before.width() == now.width() and abs(before.height() - now.height()) <= NOT_THE_SAME
    return same_size and (sys.platform != "linux" or share_that_differs(before, now) <= MAY_DIFFER)


def share_that_differs(one: QImage, other: QImage) -> float:
    """How much of two pictures is lighter or darker in the one than in the other, from 0 to 1."""
    pairs = list(zip(shades(one), shades(other), strict=False))
    return sum(abs(a - b) > A_SHADE for a, b in pairs) / len(pairs)


def shades(picture: QImage) -> bytes:
    """How light each spot of a picture is, at half its size, where no edge of a letter counts."""
    half = picture.scaledToWidth(picture.width() // 2, Qt.TransformationMode.SmoothTransformation)
    grey = half.convertToFormat(QImage.Format.Format_Grayscale8)
    line = grey.bytesPerLine()
    content = bytes(grey.constBits())
    return b"".join(content[row * line : row * line + grey.width()] for row in range(grey.height()))


def test_a_picture_with_another_word_in_it_is_told_from_the_one_before() -> None:
    before = QImage(str(FOLDER / "time-light.png"))
    now = before.copy()
    painter = QPainter(now)
    painter.fillRect(QRect(20, 20, 60, 14), Qt.GlobalColor.black)
    painter.end()
    assert share_that_differs(before, before) == 0
    assert share_that_differs(before, now) > MAY_DIFFER
