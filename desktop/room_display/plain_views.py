"""The wall with a few words only: the opener's invitation and line, and the standby card."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from desktop.room_display.blocks import (
    TITLE_SHARE,
    WORDS_SHARE,
    Block,
    bottom_of,
    pixels_for_capitals,
    stacked,
)

BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal
EDGE = 0.06


def lay_out_card(size: QSizeF, title: str, sentences: tuple[str, ...]) -> tuple[Block, ...]:
    """A title and sentences, centred on the wall."""
    high, edge = size.height(), size.height() * EDGE
    paragraphs = [(title, pixels_for_capitals(high * TITLE_SHARE, BOLD), BOLD, "ink")] if title else []
    paragraphs += [(text, pixels_for_capitals(high * WORDS_SHARE), PLAIN, "ink_2") for text in sentences if text]
    blocks = stacked(paragraphs, QPointF(edge, 0), size.width() - 2 * edge, high * 0.03)
    down = max((high - bottom_of(blocks)) / 2, edge / 2)
    return tuple(_centred(block, down) for block in blocks)


def lay_out_line(size: QSizeF, line: str) -> tuple[QRectF, tuple[Block, ...]]:
    """The opener: where the shape goes, and the line to hear below it."""
    high, edge = size.height(), size.height() * EDGE
    pixels = pixels_for_capitals(high * WORDS_SHARE)
    blocks = stacked([(line, pixels, PLAIN, "ink")], QPointF(edge, 0), size.width() - 2 * edge, 0)
    # Two lines are kept free, so that the shape stays where it is when the words change.
    space = max(bottom_of(blocks), 2 * pixels * 1.22)
    top = high - edge * 0.6 - space
    return QRectF(edge, edge * 0.3, size.width() - 2 * edge, top - edge * 0.4), tuple(
        _centred(block, top) for block in blocks
    )


def _centred(block: Block, down: float) -> Block:
    box = block.box.translated(0, down)
    return Block(block.text, box, block.pixels, block.weight, block.role, Qt.AlignmentFlag.AlignHCenter)
