"""The wall while people work: the dial, the stage's title, what to do, and what comes next."""

from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from desktop.room_display.blocks import (
    Block,
    bottom_of,
    stacked,
    title_sizes,
    wall_font,
    widest_word,
    word_sizes,
)
from desktop.wording import minutes_count
from formats.session.agenda import Stage, StageKind
from formats.session.clock import Reading

BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal
EDGE = 0.05
WHOLE_DIAL = (0.9, 0.85, 0.8)
"""Of the height: what the dial keeps beside generous words."""
SMALLER_DIAL = (0.75, 0.7, 0.65, 0.6)
"""What it may give up to the smallest words, before the title goes above it."""
LEAST_WORDS = 0.42
"""The narrowest column of words, against the height: in less of it every line has one word."""
LEAST_DIAL = 0.36
"""Where there is less room for it, what comes next is left out."""


@dataclass(frozen=True, slots=True)
class TimerLayout:
    """Where the dial goes, every line of words, and the thin line above what comes next."""

    dial: QRectF
    blocks: tuple[Block, ...]
    rule: QLineF | None = None


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
    # A number and what it counts stay on one line.
    return f"Next: {following.title}, {count}\N{NO-BREAK SPACE}{'minute' if count in ('1', '½') else 'minutes'}"


def lay_out_timer(size: QSizeF, stage: Stage, following: str) -> TimerLayout:
    """Words beside the dial, as large as leaves it whole; where they cannot stand there, the title above."""
    high = size.height()
    titles, words = title_sizes(high), word_sizes(high)
    # The title gives way before the instruction does: it is the larger of the two.
    sizes = (*((title, words[0]) for title in titles), *((titles[-1], pixels) for pixels in words[1:]))
    tries = (*product(WHOLE_DIAL, sizes), *product(SMALLER_DIAL, sizes[-1:]))
    for share, (title_pixels, pixels) in tries:
        layout = _beside(size, stage, following, high * share, title_pixels, pixels)
        if layout is not None:
            return layout
    return _below_title(size, stage, following)


def _beside(
    size: QSizeF, stage: Stage, following: str, side: float, title_pixels: int, pixels: int
) -> TimerLayout | None:
    high, edge = size.height(), size.height() * EDGE
    left = edge + side + edge * 1.5
    width = size.width() - edge - left
    title, wall = words_for(stage)
    needed = max(
        widest_word(title, wall_font(title_pixels, BOLD)),
        *(widest_word(line, wall_font(pixels)) for line in (*wall, "")),
    )
    if width < max(needed + 2, high * LEAST_WORDS):
        return None
    paragraphs = [(title, title_pixels, BOLD, "ink"), *((line, pixels, PLAIN, "ink") for line in wall)]
    blocks = stacked(paragraphs, QPointF(left, edge), width, high * 0.025)
    foot, rule = _foot(following, left, width, high)
    if bottom_of(blocks) > rule.y1() - edge / 2:
        return None
    return TimerLayout(QRectF(edge, (high - side) / 2, side, side), (*blocks, *foot), rule)


def _below_title(size: QSizeF, stage: Stage, following: str) -> TimerLayout:
    """The dial gives way to the words; only where that is not enough the words get smaller, down to the least."""
    high, wide, edge = size.height(), size.width(), size.height() * EDGE
    title, wall = words_for(stage)
    heading = stacked([(title, title_sizes(high)[-1], BOLD, "ink")], QPointF(edge, edge * 0.6), wide - 2 * edge, 0)
    top = bottom_of(heading) + edge * 0.4
    foot, rule = _foot(following, edge, wide - 2 * edge, high)
    line: QLineF | None = rule
    bottom = rule.y1() - edge * 0.4
    if bottom - top < high * LEAST_DIAL:
        # A long question in a small picture: what comes next gives way to the dial.
        foot, line, bottom = [], None, high - edge * 0.6
    room = QRectF(edge, top, wide - 2 * edge, bottom - top)
    largest = min(room.height(), wide * 0.46)
    for pixels in word_sizes(high):
        for share in (1.0, 0.85, 0.7):
            dial = QRectF(room.left(), room.top(), largest * share, largest * share)
            words = _words_beside(room, dial, wall, pixels, edge)
            if bottom_of(words) <= room.bottom():
                return TimerLayout(dial, (*heading, *words, *foot), line)
    kept = (block for block in words if block.box.bottom() <= room.bottom())
    return TimerLayout(dial, (*heading, *kept, *foot), line)


def _words_beside(room: QRectF, dial: QRectF, wall: tuple[str, ...], pixels: int, edge: float) -> list[Block]:
    left = dial.right() + edge
    corner = QPointF(left, room.top())
    return stacked([(line, pixels, PLAIN, "ink") for line in wall], corner, room.right() - left, edge * 0.4)


def _foot(words: str, left: float, width: float, high: float) -> tuple[list[Block], QLineF]:
    """What comes next, quiet at the foot, and the thin line above it."""
    blocks = stacked([(words, word_sizes(high)[-1], PLAIN, "ink_2")], QPointF(left, 0), width, 0)
    down = round(high * (1 - EDGE) - bottom_of(blocks))
    y = round(down - high * EDGE * 0.4)
    moved = [replace(block, box=block.box.translated(0, down)) for block in blocks]
    return moved, QLineF(left, y, left + width, y)


def centred_dial(size: QSizeF) -> QRectF:
    """Disc only: the dial alone, as large as there is room."""
    side = min(size.width(), size.height()) * 0.92
    return QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
