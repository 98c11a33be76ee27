"""What ships in resources/ is whole: structures, openers, fonts, icons and sounds."""

import wave
from array import array
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tests.make_bells import all_sounds

RESOURCES = Path(str(files("resources")))
ICONS = sorted(RESOURCES.glob("icons/*.svg"))
SHAPES = {"svg", "path", "circle", "ellipse", "line", "polyline", "polygon", "rect", "title"}
FONTS = {
    "AtkinsonHyperlegibleNext-Regular.ttf": "Atkinson Hyperlegible Next",
    "AtkinsonHyperlegibleNext-SemiBold.ttf": "Atkinson Hyperlegible Next",
    "AtkinsonHyperlegibleNext-Bold.ttf": "Atkinson Hyperlegible Next",
    "Inter-SemiBold.ttf": "Inter",
}


def test_every_icon_draws_and_runs_nothing(qtbot: QtBot):
    assert len(ICONS) > 100
    for icon in ICONS:
        for element in ElementTree.parse(icon).iter():
            assert element.tag.rpartition("}")[2] in SHAPES, icon.name
            assert not [name for name in element.attrib if name.startswith("on") or "href" in name], icon.name
        assert QSvgRenderer(str(icon)).isValid(), icon.name


def test_the_app_icon_is_there_as_a_picture(qtbot: QtBot):
    picture = QImage(str(RESOURCES / "icons" / "clearing.png"))
    assert (picture.width(), picture.height()) == (256, 256)
    assert picture.hasAlphaChannel()


@pytest.mark.parametrize(("file", "family"), FONTS.items())
def test_a_font_opens_under_its_family_name(file: str, family: str, qtbot: QtBot):
    number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / file))
    assert QFontDatabase.applicationFontFamilies(number)[0].removesuffix(" SemiBold") == family


def test_every_font_and_icon_brings_its_licence():
    for licence in ("fonts/AtkinsonHyperlegibleNext-OFL.txt", "fonts/Inter-OFL.txt"):
        assert "SIL OPEN FONT LICENSE" in (RESOURCES / licence).read_text(encoding="utf-8")
    assert "ISC License" in (RESOURCES / "icons/LICENSE.txt").read_text(encoding="utf-8")


def test_the_sounds_are_the_ones_our_own_synthesis_makes():
    for name, made in all_sounds().items():
        with wave.open(str(RESOURCES / "sounds" / name)) as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
            kept = array("h", file.readframes(file.getnframes()))
        assert len(kept) == len(made)
        assert max(abs(a - b) for a, b in zip(kept, made, strict=True)) <= 1, name


@pytest.mark.parametrize("name", ["bell-soon.wav", "bell-end.wav", "tone-in.wav", "tone-out.wav"])
def test_a_sound_begins_and_ends_softly_and_stays_small(name: str):
    assert (RESOURCES / "sounds" / name).stat().st_size < 400_000
    with wave.open(str(RESOURCES / "sounds" / name)) as file:
        kept = array("h", file.readframes(file.getnframes()))
    steps = max(abs(a - b) for a, b in pairwise(kept))
    assert abs(kept[0]) <= 1
    assert abs(kept[-1]) <= 1
    assert max(map(abs, kept)) < 20_000
    assert steps < 4_000, "a jump between two samples is a click"
