"""Drawings of a document in the preview: in the colours of the look, with no ground of their own."""

import pytest
from PySide6.QtGui import QImage

from desktop.look import Look
from desktop.palettes import DARK, DARK_CONTRAST, LIGHT, Palette
from desktop.places.summary.drawn import draw_picture, in_palette
from formats.exports.document import Picture
from formats.exports.year_pictures import draw_steps, draw_themes

DRAWINGS = [draw_steps(2, 3, 1), draw_themes([("listening", 3), ("travel", 1)])]


@pytest.mark.parametrize("palette", [DARK, DARK_CONTRAST])
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_no_colour_of_the_light_palette_is_left_in_a_dark_drawing(drawing: Picture, palette: Palette) -> None:
    drawn = in_palette(drawing.svg, palette)
    light = {LIGHT.ink, LIGHT.ink_2, LIGHT.moss, LIGHT.amber_2, LIGHT.line_strong}
    assert [colour for colour in light if colour in drawn] == []


def test_in_the_light_palette_a_drawing_is_as_it_leaves_the_machine() -> None:
    assert in_palette(DRAWINGS[0].svg, LIGHT) == DRAWINGS[0].svg


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_drawing_stands_on_the_ground_of_the_preview(look: Look, theme: str) -> None:
    look.choose(theme=theme, scale=1.0, calm=False)
    image = draw_picture(DRAWINGS[0], look, 640)
    assert isinstance(image, QImage)
    assert image.pixelColor(image.width() - 1, image.height() - 1).alpha() == 0
