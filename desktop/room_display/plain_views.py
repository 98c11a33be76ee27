"""The wall with a few words only: the opener's invitation and line, and the standby card."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from desktop.room_display.blocks import Block, bottom_of, stack_paragraphs, title_sizes, word_sizes

BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal
EDGE = 0.06
LONG_LINE_SHARES = (0.085, 0.07, 0.06)


def lay_out_card(size: QSizeF, title: str, sentences: tuple[str, ...]) -> tuple[Block, ...]:
    """A title and sentences, centred on the wall: generous, unless they are too many; a very long title is cut."""
    high, edge = size.height(), size.height() * EDGE
    sizes = tuple(zip(title_sizes(high), word_sizes(high), strict=True))
    words = title.split()
    tries = [(title, *pair) for pair in sizes]
    tries += [(" ".join(words[:count]) + "…", *sizes[-1]) for count in range(len(words) - 1, 0, -1)]
    for said, title_pixels, pixels in tries:
        paragraphs = [(said, title_pixels, BOLD, "ink")] if said else []
        paragraphs += [(text, pixels, PLAIN, "ink_2") for text in sentences if text]
        blocks = stack_paragraphs(paragraphs, QPointF(edge, 0), size.width() - 2 * edge, high * 0.03)
        if bottom_of(blocks) <= high - edge:
            break
    down = max((high - bottom_of(blocks)) / 2, edge / 2)
    return tuple(_centre(block, down) for block in blocks)


def lay_out_own_line(size: QSizeF, line: str) -> tuple[Block, ...]:
    """The facilitator's own line on the standby card: as large as a title, smaller only where it is very long."""
    high, edge = size.height(), size.height() * EDGE
    for pixels in (*title_sizes(high), *(round(high * share) for share in LONG_LINE_SHARES), word_sizes(high)[-1]):
        blocks = stack_paragraphs([(line, pixels, BOLD, "ink")], QPointF(edge, 0), size.width() - 2 * edge, 0)
        if bottom_of(blocks) <= high - edge:
            break
    down = max((high - bottom_of(blocks)) / 2, edge / 2)
    return tuple(_centre(block, down) for block in blocks)


def lay_out_line(size: QSizeF, line: str) -> tuple[QRectF, tuple[Block, ...]]:
    """The opener: where the shape goes, and the line to hear below it."""
    high, edge = size.height(), size.height() * EDGE
    # The least size, for the shape is to be seen from afar, and the facilitator says the line.
    pixels = word_sizes(high)[-1]
    blocks = stack_paragraphs([(line, pixels, PLAIN, "ink")], QPointF(edge, 0), size.width() - 2 * edge, 0)
    # Two lines are kept free, so that the shape stays where it is when the words change.
    space = max(bottom_of(blocks), 2 * pixels * 1.22)
    top = high - edge * 0.6 - space
    return QRectF(edge, edge * 0.3, size.width() - 2 * edge, top - edge * 0.4), tuple(
        _centre(block, top) for block in blocks
    )


def _centre(block: Block, down: float) -> Block:
    box = block.box.translated(0, down)
    return Block(block.text, box, block.pixels, block.weight, block.role, Qt.AlignmentFlag.AlignHCenter)
