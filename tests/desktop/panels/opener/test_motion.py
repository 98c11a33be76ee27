"""Drawing only the rim of the breathing shape gives the same picture, to the pixel, as drawing all of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.panels.opener.breath_paint import FROM_AFAR, RING, BreathBackground, paint_breath, ring_box
from desktop.panels.opener.motion import changed_breath_region
from formats.structures.breathing import Breath, BreathPhase, breath_at
from formats.structures.opener import Opener

SIZE = 420
BOX = QRectF(0, 0, SIZE, SIZE)
FRAME = timedelta(milliseconds=33)
LONG = timedelta(minutes=3)


class Picture:
    """One picture that is drawn again and again."""

    def __init__(self, look: Look, opener: Opener, word_pixels: int) -> None:
        self.image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        self._look, self._opener, self._words, self._ground = look, opener, word_pixels, BreathBackground(look)

    def draw(self, breath: Breath, region: QRegion) -> None:
        painter = QPainter(self.image)
        painter.setClipRegion(region)
        painter.fillRect(BOX, self._look.colour("paper"))
        paint_breath(painter, BOX, self._opener, breath, self._look, self._ground, word_pixels=self._words)
        painter.end()


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("word_pixels", [0, 40])
@pytest.mark.parametrize("name", ["coherent-breathing", "box-breathing"])
def test_the_picture_is_the_same_as_if_all_of_it_were_drawn(
    look: Look, catalogue: Catalogue, name: str, word_pixels: int, calm: bool
) -> None:
    look.calm = calm
    opener, everything = catalogue.opener(name), QRegion(BOX.toRect())
    assert opener is not None
    assert opener.pace is not None
    kept, whole = Picture(look, opener, word_pixels), Picture(look, opener, word_pixels)
    ring = ring_box(BOX, FROM_AFAR if word_pixels else RING)
    before = breath_at(opener, timedelta(), LONG)
    kept.draw(before, everything)
    for frame in range(1, opener.pace.cycle // FRAME + 5):
        now = breath_at(opener, frame * FRAME, LONG)
        kept.draw(now, changed_breath_region(ring, before, now, calm=calm))
        whole.draw(now, everything)
        assert kept.image == whole.image, f"frame {frame}"
        before = now


def test_a_frame_that_is_drawn_a_little_late_leaves_no_trace(look: Look, catalogue: Catalogue) -> None:
    opener, everything = catalogue.opener("coherent-breathing"), QRegion(BOX.toRect())
    assert opener is not None
    kept, whole = Picture(look, opener, 0), Picture(look, opener, 0)
    before, late = breath_at(opener, timedelta(), LONG), timedelta(milliseconds=3)
    kept.draw(before, everything)
    for frame in range(1, 150):
        asked = breath_at(opener, frame * FRAME, LONG)
        drawn = breath_at(opener, frame * FRAME + late, LONG)
        kept.draw(drawn, changed_breath_region(ring_box(BOX), before, asked, calm=False))
        whole.draw(drawn, everything)
        assert kept.image == whole.image, f"frame {frame}"
        before = asked


def test_a_breath_that_is_held_is_not_drawn_again(look: Look, catalogue: Catalogue) -> None:
    opener = catalogue.opener("box-breathing")
    assert opener is not None
    assert opener.pace is not None
    held = [breath_at(opener, opener.pace.breathe_in + frame * FRAME, LONG) for frame in (1, 2)]
    assert held[0].phase is held[1].phase is BreathPhase.HOLD
    assert changed_breath_region(ring_box(BOX), *held, calm=False).isEmpty()
    first = breath_at(opener, opener.pace.breathe_in - FRAME / 2, LONG)
    assert not changed_breath_region(ring_box(BOX), first, held[0], calm=False).isEmpty(), "the word is a new one"
