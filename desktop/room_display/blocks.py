"""Words on the wall: how large they must be to be read, and how they go into a space."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.look import TEXT_FAMILY, Look, tabular_font
from desktop.widgets.sides import Mirror

TITLE_SHARE, WORDS_SHARE = 0.10, 0.05
"""Type of a title is never under a tenth of the height, that of instructions and names never under a twentieth.

Decided: these are sizes of type. Capitals of that height are for where the dial stays whole beside them, for the
clock is what a room looks for first.
"""
LEADING = 1.22


@dataclass(frozen=True, slots=True)
class Block:
    """Some words, where they stand and in which type."""

    text: str
    box: QRectF
    pixels: int
    weight: QFont.Weight
    role: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    @property
    def font(self) -> QFont:
        """The type it is set in."""
        return wall_font(self.pixels, self.weight)

    @property
    def capital_height(self) -> float:
        """How high its capitals are, in pixels."""
        return QFontMetricsF(self.font).capHeight()


def wall_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The type of the wall at a size; the wall has its own sizes, whatever the facilitator's text size is."""
    return tabular_font(QFont(TEXT_FAMILY), pixels, weight)


@lru_cache(maxsize=64)
def pixels_for_capitals(height: float, weight: QFont.Weight = QFont.Weight.Normal) -> int:
    """The smallest type whose capitals are at least so high."""
    pixels = max(1, round(height))
    while QFontMetricsF(wall_font(pixels, weight)).capHeight() < height:
        pixels += 1
    return pixels


def word_sizes(high: float) -> tuple[int, ...]:
    """Sizes to try for names and instructions on a wall so high, the most legible first.

    The first has capitals of a twentieth of the height, the last is type of a twentieth: never less.
    """
    return _generous_to_least(high * WORDS_SHARE, QFont.Weight.Normal)


def title_sizes(high: float) -> tuple[int, ...]:
    """The same for a title, which has a tenth."""
    return _generous_to_least(high * TITLE_SHARE, QFont.Weight.Bold)


def _generous_to_least(height: float, weight: QFont.Weight) -> tuple[int, ...]:
    generous, least = pixels_for_capitals(height, weight), ceil(height)
    return (generous, (generous + least) // 2, least)


def lines_of(text: str, font: QFont, width: float) -> list[str]:
    """The text broken where the width ends; a word that is too long for a line is broken inside."""
    found = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for paragraph in text.splitlines():
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return found


def first_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in so many lines at most; what has no room there ends in an ellipsis."""
    lines = lines_of(text, font, width)
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return [*lines[: most - 1], QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def widest_word(text: str, font: QFont) -> float:
    """How wide a space must be so that no word is broken."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def stack_paragraphs(
    paragraphs: Iterable[tuple[str, int, QFont.Weight, str]], corner: QPointF, width: float, gap: float
) -> list[Block]:
    """Paragraphs of (text, pixels, weight, role) under each other from `corner`, line by line."""
    blocks: list[Block] = []
    y = corner.y()
    for text, pixels, weight, role in paragraphs:
        line_height = ceil(pixels * LEADING)
        for line in lines_of(text, wall_font(pixels, weight), width):
            box = QRectF(QPointF(corner.x(), y), QSizeF(width, line_height))
            blocks.append(Block(line, box, pixels, weight, role))
            y += line_height
        y += gap
    return blocks


def bottom_of(blocks: Iterable[Block]) -> float:
    """Where the lowest of the blocks ends."""
    return max((block.box.bottom() for block in blocks), default=0.0)


def paint_blocks(painter: QPainter, blocks: Iterable[Block], look: Look, mirror: Mirror) -> None:
    """Draws the words; the mirror is that of the wall, for blocks stand as they do from the left."""
    for block in blocks:
        painter.setFont(block.font)
        painter.setPen(look.colour(block.role))
        mirror.draw_words_in(painter, block.box, block.align | Qt.AlignmentFlag.AlignVCenter, block.text)
