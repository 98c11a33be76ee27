"""Where the system asks for high contrast, every word stands out more, in light and in dark."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.look import Look
from desktop.palettes import DARK_CONTRAST, LIGHT_CONTRAST, Palette
from tests.walk.contrast import contrast

TEXT, CONTROL = 7.0, 4.5
TINTS = ("moss", "lake", "amber", "clay")
TEXT_ON_GROUND = [
    *((ink, ground) for ink in ("ink", "ink_2", *TINTS) for ground in ("paper", "surface")),
    *((ink, "sunken") for ink in ("ink", "ink_2")),
    *((tint, f"{tint}_2") for tint in TINTS),
    *(("ink", f"{tint}_2") for tint in TINTS),
    *(("on_moss", filled) for filled in ("moss", "lake", "clay")),
]
CONTROL_ON_GROUND = [("line_strong", ground) for ground in ("paper", "surface", "sunken")]


@pytest.mark.parametrize("palette", [LIGHT_CONTRAST, DARK_CONTRAST], ids=["light", "dark"])
def test_high_contrast_is_high(palette: Palette) -> None:
    pairs = [(*pair, TEXT) for pair in TEXT_ON_GROUND] + [(*pair, CONTROL) for pair in CONTROL_ON_GROUND]
    faint = {
        (one, other): round(seen, 1)
        for one, other, least in pairs
        if (seen := contrast(QColor(getattr(palette, one)), QColor(getattr(palette, other)))) < least
    }
    assert faint == {}


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT_CONTRAST), ("dark", DARK_CONTRAST)])
def test_it_is_worn_when_asked_for(qapp: QApplication, theme: str, palette: Palette) -> None:
    assert Look(qapp, theme, high_contrast=True).palette is palette
    assert Look(qapp, theme, high_contrast=False).palette is not palette


def test_unless_it_is_given_the_system_decides(qapp: QApplication) -> None:
    assert not Look(qapp, "light").high_contrast, "nobody asks for it here"
