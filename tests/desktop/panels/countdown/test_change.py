"""Drawing only what a second changed gives the same picture, to the pixel, as drawing the whole dial."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QRegion

from desktop.look import Look
from desktop.panels.countdown.change import changed_dial_region
from desktop.panels.countdown.face import DialFace, DialShape, face_of
from desktop.panels.countdown.paint import BAND, RING_SHARE, paint_dial
from desktop.room_display.blocks import wall_font
from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey, StageKind
from formats.session.clock import read_clock
from formats.session.events import Started

BEGAN = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
KEY = StageKey("part", "stage")
SIZE = 440
BOX = QRectF(3, 7, 420.5, 411)


def face(minutes: int, seconds: float) -> DialFace:
    """The dial of a stage, so long after its start."""
    length = timedelta(minutes=minutes)
    stage = Stage(KEY, StageKind.WORK, "Stage", length, length, length)
    agenda = Agenda((Part("part", PartKind.STRUCTURE, "Part", (stage,)),))
    return face_of(read_clock(agenda, (Started(BEGAN, KEY),), BEGAN + timedelta(seconds=seconds)))


def draw(picture: QImage, shown: DialFace, look: Look, region: QRegion, words: int, *, digits: bool) -> None:
    painter = QPainter(picture)
    painter.setClipRegion(region)
    painter.fillRect(picture.rect(), look.colour("paper"))
    paint_dial(painter, BOX, shown, look, with_digits=digits, word_pixels=words)
    painter.end()


def blank() -> QImage:
    return QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)


@pytest.mark.parametrize("digits", [True, False])
@pytest.mark.parametrize("word_pixels", [0, 30])
@pytest.mark.parametrize(
    ("minutes", "begin", "step", "looks"),
    [(1, 0.0, 1.0, 75), (5, 0.2, 7.0, 50), (61, 30.5, 59.0, 70), (10, 585.0, 0.9, 40)],
)
def test_the_picture_is_the_same_as_if_all_of_it_were_drawn(
    look: Look, minutes: int, begin: float, step: float, looks: int, word_pixels: int, digits: bool
) -> None:
    everything, kept, whole = QRegion(0, 0, SIZE, SIZE), blank(), blank()
    before = face(minutes, begin)
    draw(kept, before, look, everything, word_pixels, digits=digits)
    for number in range(1, looks):
        now = face(minutes, begin + step * number)
        draw(kept, now, look, changed_dial_region(BOX, before, now), word_pixels, digits=digits)
        draw(whole, now, look, everything, word_pixels, digits=digits)
        assert kept == whole, f"{now.digits} after {before.digits}"
        before = now


def test_a_second_changes_less_than_two_fifths_of_the_dial() -> None:
    region = changed_dial_region(BOX, face(10, 100.0), face(10, 101.0))
    area = sum(part.width() * part.height() for part in region)

    assert area < BOX.width() * BOX.height() * 2 / 5


def rows_of_the_word(picture: QImage, side: float, look: Look) -> list[int]:
    """Where there is something in amber inside the ring."""
    amber, middle = look.colour("amber").rgb(), QPointF(side / 2, side / 2)
    reach = side * RING_SHARE * (0.5 - 2 * BAND)
    inside = (
        (x, y) for y in range(round(side)) for x in range(round(side))
        if (x - middle.x()) ** 2 + (y - middle.y()) ** 2 < reach**2
    )  # fmt: skip
    return sorted({y for x, y in inside if picture.pixel(x, y) == amber})


@pytest.mark.parametrize("share", [0.4, 0.45, 0.5, 0.6, 0.9])
@pytest.mark.parametrize("minutes", [4, 10])
def test_the_word_of_a_small_dial_keeps_a_twentieth_of_the_walls_height(
    look: Look, minutes: int, share: float
) -> None:
    high = 768
    side, pixels = high * share, 39
    shown = face(minutes, minutes * 60 - 20)
    assert shown.word == ("Nearly time" if minutes == 4 else "Last minute")
    picture = QImage(round(side), round(side), QImage.Format.Format_RGB32)
    picture.fill(look.colour("paper"))
    painter = QPainter(picture)
    paint_dial(painter, QRectF(0, 0, side, side), shown, look, word_pixels=pixels)
    painter.end()
    rows = rows_of_the_word(picture, side, look)
    least = QFontMetricsF(wall_font(pixels, QFont.Weight.Bold)).tightBoundingRect("Last minute").height()
    assert rows[-1] - rows[0] + 1 >= least - 2


@pytest.mark.parametrize("side", [300, 2000])
def test_a_paused_dial_is_as_strong_in_colour_on_a_large_wall_as_in_a_small_window(look: Look, side: int) -> None:
    shown = replace(face(10, 60), shape=DialShape.HATCHED, word="Paused")
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(look.colour("paper"))
    painter = QPainter(picture)
    paint_dial(painter, QRectF(0, 0, side, side), shown, look, with_digits=False)
    painter.end()
    # Across the band and along it, left of the middle, where the ring is whole.
    left, band = side * (1 - RING_SHARE) / 2, side * RING_SHARE * BAND
    spots = [
        picture.pixelColor(round(left + band * part / 10), round(side / 2 + band * step / 20))
        for part in range(2, 9)
        for step in range(-20, 21)
    ]
    strong, soft = look.colour("moss"), look.colour("moss_2")
    middle = (strong.lightness() + soft.lightness()) / 2
    assert 0.35 <= sum(spot.lightness() < middle for spot in spots) / len(spots) <= 0.65
