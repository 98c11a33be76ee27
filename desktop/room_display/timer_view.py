"""The wall while people work: the dial, the stage's title, what to do, and what comes next."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from desktop.room_display.blocks import (
    TITLE_SHARE,
    WORDS_SHARE,
    Block,
    bottom_of,
    pixels_for_capitals,
    stacked,
    wall_font,
    widest_word,
    word_sizes,
)
from desktop.wording import minutes_count
from formats.session.agenda import Stage, StageKind
from formats.session.clock import Reading

BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal
EDGE = 0.05
MOST_FOR_THE_DIAL = 0.54
LEAST_DIAL = 0.36
"""Of the height: where there is less room for it, what comes next is left out."""


@dataclass(frozen=True, slots=True)
class TimerLayout:
    """Where the dial goes, and every line of words."""

    dial: QRectF
    blocks: tuple[Block, ...]


def words_for(stage: Stage) -> tuple[str, tuple[str, ...]]:
    """Title and instructions of a stage as the wall says them; a check-in has its question for a title."""
    if stage.kind is StageKind.CHECK_IN and stage.question:
        return stage.question, stage.wall
    return stage.title, stage.wall or ((stage.instruction,) if stage.instruction else ())


def next_words(reading: Reading) -> str:
    """What comes next: "Next: What I heard, 5 minutes"."""
    if not reading.following:
        return "Last step"
    following = reading.following[0]
    count = minutes_count(following.length)
    return f"Next: {following.title}, {count} {'minute' if count in ('1', '½') else 'minutes'}"


def lay_out_timer(size: QSizeF, stage: Stage, following: str) -> TimerLayout:
    """Words beside the dial where they fit, else the title above; never smaller words."""
    beside = _beside(size, stage, following)
    return beside if beside is not None else _below_title(size, stage, following)


def _beside(size: QSizeF, stage: Stage, following: str) -> TimerLayout | None:
    high, wide, edge = size.height(), size.width(), size.height() * EDGE
    title, wall = words_for(stage)
    title_pixels = pixels_for_capitals(high * TITLE_SHARE, BOLD)
    width = max(widest_word(title, wall_font(title_pixels, BOLD)) + 2, wide * (1 - MOST_FOR_THE_DIAL) - 2 * edge)
    dial_side = min(wide - width - 3 * edge, high - 2 * edge)
    if dial_side < high * 0.6:
        return None
    left = wide - edge - width
    blocks = _title_and_wall(title, wall, QPointF(left, edge), width, high)
    foot = _foot(following, QPointF(left, 0), width, high)
    if bottom_of(blocks) > foot[0].box.top() - edge / 2:
        return None
    dial = QRectF(edge, (high - dial_side) / 2, left - 2 * edge, dial_side)
    return TimerLayout(dial, (*blocks, *foot))


def _below_title(size: QSizeF, stage: Stage, following: str) -> TimerLayout:
    """The dial gives way to the words; only where that is not enough the words get smaller, down to the least."""
    high, wide, edge = size.height(), size.width(), size.height() * EDGE
    title, wall = words_for(stage)
    heading = stacked(
        [(title, pixels_for_capitals(high * TITLE_SHARE, BOLD), BOLD, "ink")],
        QPointF(edge, edge * 0.6),
        wide - 2 * edge,
        0,
    )
    top = bottom_of(heading) + edge * 0.4
    foot = _foot(following, QPointF(edge, 0), wide - 2 * edge, high)
    bottom = foot[0].box.top() - edge * 0.4
    if bottom - top < high * LEAST_DIAL:
        # A long question in a small picture: what comes next gives way to the dial.
        foot, bottom = [], high - edge * 0.6
    room = QRectF(edge, top, wide - 2 * edge, bottom - top)
    largest = min(room.height(), wide * 0.46)
    for pixels in word_sizes(high):
        for share in (1.0, 0.85, 0.7):
            dial = QRectF(room.left(), room.top(), largest * share, largest * share)
            words = _words_beside(room, dial, wall, pixels, edge)
            if bottom_of(words) <= room.bottom():
                return TimerLayout(dial, (*heading, *words, *foot))
    return TimerLayout(dial, (*heading, *(b for b in words if b.box.bottom() <= room.bottom()), *foot))


def _words_beside(room: QRectF, dial: QRectF, wall: tuple[str, ...], pixels: int, edge: float) -> list[Block]:
    left = dial.right() + edge
    corner = QPointF(left, room.top())
    return stacked([(line, pixels, PLAIN, "ink") for line in wall], corner, room.right() - left, edge * 0.4)


def _title_and_wall(title: str, wall: tuple[str, ...], corner: QPointF, width: float, high: float) -> list[Block]:
    title_pixels = pixels_for_capitals(high * TITLE_SHARE, BOLD)
    pixels = pixels_for_capitals(high * WORDS_SHARE)
    paragraphs = [(title, title_pixels, BOLD, "ink"), *((line, pixels, PLAIN, "ink") for line in wall)]
    return stacked(paragraphs, corner, width, high * 0.025)


def _foot(words: str, corner: QPointF, width: float, high: float) -> list[Block]:
    pixels = pixels_for_capitals(high * WORDS_SHARE)
    blocks = stacked([(words, pixels, PLAIN, "ink_2")], corner, width, 0)
    down = high * (1 - EDGE * 0.8) - bottom_of(blocks)
    return [_moved(block, down) for block in blocks]


def _moved(block: Block, down: float) -> Block:
    return Block(block.text, block.box.translated(0, down), block.pixels, block.weight, block.role, block.align)


def centred_dial(size: QSizeF) -> QRectF:
    """Disc only: the dial alone, as large as there is room."""
    side = min(size.width(), size.height()) * 0.92
    return QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
