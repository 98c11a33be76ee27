"""The wall while people work: the dial, the stage's title, what to do, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.room_display.blocks import (
    Block,
    bottom_of,
    first_lines,
    lines_of,
    stack_paragraphs,
    title_sizes,
    wall_font,
    widest_word,
    word_sizes,
)
from desktop.room_display.cards import Card, PlacedCard, place_cards
from desktop.wording import minutes_in_full
from formats.language import Message, tr
from formats.session.agenda import Stage
from formats.session.clock import Reading
from formats.session.run_state import ZERO

BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal
EDGE = 0.05
WHOLE_DIAL = (0.9, 0.85, 0.8)
"""Of the height: what the dial keeps beside generous words."""
SMALLER_DIAL = (0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4)
"""What it may give up to the smallest words."""
BELOW_TITLE_FROM = 0.6
"""Where less than this is left, the title may go above the dial, if that leaves more of it."""
ENOUGH_DIAL = 0.5
"""Where less is left, a question is not set as large as a title."""
MOST_FOOT_LINES = 2
LEAST_WORDS = 0.42
"""The narrowest column of words, against the height: in less of it every line has one word."""
LEAST_DIAL = 0.36
"""Where there is less room for it, what comes next is left out, then the instruction."""
LEAST_CLOCK = 0.3
"""Where even that leaves less of it, so does the end of the title."""
SHORT_TITLE_SHARE, SHORT_TITLE_LINES = 0.07, 2
"""Type of a title of any length, against the height; what its lines do not hold stands in Run and is heard."""

LEAST_SAID = timedelta(seconds=15)
"""Less is no half minute."""

Wording = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TimerLayout:
    """Where the dial goes, every line of words, and the thin line above what comes next."""

    dial: QRectF
    blocks: tuple[Block, ...]
    rule: QLineF | None = None
    cards: tuple[PlacedCard, ...] = ()
    whole: bool = True
    """Whether every word is there."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is to go beside the dial: a title, instructions, and what is said for a while."""

    title: str
    wall: tuple[str, ...]
    cards: tuple[Card, ...]


def _wordings(stage: Stage) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """Title and lines as the wall says them: in full, and where that is too much for it.

    Where a question is asked it is the title; a long one is a line, or all there is. What is said to the
    facilitator alone is never here, also where a stage has no line for the wall.
    """
    wall, question = stage.wall, stage.question
    if not question:
        return ((stage.title, wall),), ((stage.title, ()),)
    if stage.shows_question:
        # People work on it: it stays the largest words there are, and the stage's own title is in Run.
        return ((question, wall),), (("", (question, *wall)), (question, ()), ("", (question,)))
    return ((question, wall), (stage.title, (question, *wall))), ((stage.title, (question,)), ("", (question,)))


NEXT, NEXT_LASTING = Message("Next: {stage}"), Message("Next: {stage}, {length}")


def next_words(reading: Reading) -> tuple[str, ...]:
    """What comes next, in full and in brief: "Next: Clarifying questions, 5 minutes" and "Next: Questions, …"."""
    if not reading.following:
        return (tr("Last stage"),)
    following = reading.following[0]
    # After going back it has only what was not used of it.
    left = following.length - reading.position.used.get(following.key, ZERO)
    # A number and what it counts stay on one line.
    length = minutes_in_full(left).replace(" ", "\N{NO-BREAK SPACE}")
    said = NEXT_LASTING if left >= LEAST_SAID else NEXT
    return tuple(
        said.filled(stage=title, length=length) for title in dict.fromkeys((following.title, following.label))
    )


def lay_out_timer(size: QSizeF, stage: Stage, *following: str, cards: tuple[Card, ...] = ()) -> TimerLayout:
    """All words of the stage, unless they leave next to nothing of the clock; `following` is full, then brief."""
    full, brief = _wordings(stage)
    wanted = [(ENOUGH_DIAL, wording) for wording in full]
    wanted += [(LEAST_DIAL, wording) for wording in (*reversed(full), *brief)]
    layouts = []
    for least, (title, wall) in wanted:
        layout = _lay_out(size, Said(title, wall, cards), following)
        if layout.whole and layout.dial.height() >= size.height() * least:
            return layout
        layouts.append(layout)
    best = max(layouts, key=_worth)
    if best.dial.height() >= size.height() * LEAST_CLOCK or stage.question:
        return best
    return _lay_out_below_short_title(size, Said(*full[0], cards), following)


def _worth(layout: TimerLayout) -> tuple[bool, float]:
    return layout.whole, layout.dial.height()


def _lay_out(size: QSizeF, said: Said, following: tuple[str, ...]) -> TimerLayout:
    """Words beside the dial, as large as leaves it whole; where they cannot stand there, the title above."""
    high = size.height()
    titles, words = title_sizes(high), word_sizes(high)
    # The title gives way before the instruction does: it is the larger of the two.
    sizes = (*((title, words[0]) for title in titles), *((titles[-1], pixels) for pixels in words[1:]))
    tries = (*product(WHOLE_DIAL, sizes), *product(SMALLER_DIAL, sizes[-1:]))
    below = None
    for share, (title_pixels, pixels) in tries:
        if share < BELOW_TITLE_FROM:
            below = below or _lay_out_below_title(size, said, following)
            if below.whole and below.dial.height() >= high * share:
                return below
        layout = _lay_out_beside(size, said, following, high * share, title_pixels, pixels)
        if layout is not None:
            return layout
    return below or _lay_out_below_title(size, said, following)


def _lay_out_beside(
    size: QSizeF,
    said: Said,
    following: tuple[str, ...],
    side: float,
    title_pixels: int,
    pixels: int,
) -> TimerLayout | None:
    high, edge = size.height(), size.height() * EDGE
    left = edge + side + edge * 1.5
    width = size.width() - edge - left
    needed = max(
        widest_word(said.title, wall_font(title_pixels, BOLD)),
        *(widest_word(line, wall_font(pixels)) for line in (*said.wall, "")),
    )
    if width < max(needed + 2, high * LEAST_WORDS):
        return None
    paragraphs = [(said.title, title_pixels, BOLD, "ink")] if said.title else []
    paragraphs += [(line, pixels, PLAIN, "ink") for line in said.wall]
    blocks = stack_paragraphs(paragraphs, QPointF(left, edge), width, high * 0.025)
    cards = place_cards(said.cards, QPointF(left, bottom_of(blocks) + edge), width, high, pixels)
    foot, rule = _foot(following, left, width, high)
    if _bottom(blocks, cards) > rule.y1() - edge / 2:
        return None
    return TimerLayout(QRectF(edge, (high - side) / 2, side, side), (*blocks, *foot), rule, cards)


def _lay_out_below_title(size: QSizeF, said: Said, following: tuple[str, ...]) -> TimerLayout:
    title = (said.title,) if said.title else ()
    return _lay_out_below(_heading(size, title, title_sizes(size.height())[-1]), size, said, following)


def _lay_out_below_short_title(size: QSizeF, said: Said, following: tuple[str, ...]) -> TimerLayout:
    """Below two lines of a title that is longer than a wall can show, with the instruction where it has room."""
    pixels = ceil(size.height() * SHORT_TITLE_SHARE)
    width = size.width() - 2 * size.height() * EDGE
    heading = _heading(size, first_lines(said.title, wall_font(pixels, BOLD), width, SHORT_TITLE_LINES), pixels)
    with_words = _lay_out_below(heading, size, said, following)
    return with_words if with_words.whole else _lay_out_below(heading, size, replace(said, wall=()), following)


def _heading(size: QSizeF, lines: Iterable[str], pixels: int) -> list[Block]:
    edge = size.height() * EDGE
    paragraphs = [(line, pixels, BOLD, "ink") for line in lines]
    return stack_paragraphs(paragraphs, QPointF(edge, edge * 0.6), size.width() - 2 * edge, 0)


def _lay_out_below(heading: list[Block], size: QSizeF, said: Said, following: tuple[str, ...]) -> TimerLayout:
    """The dial gives way to the words; only where that is not enough the words get smaller, down to the least."""
    high, wide, edge = size.height(), size.width(), size.height() * EDGE
    top = bottom_of(heading) + edge * 0.4
    foot, rule = _foot(following, edge, wide - 2 * edge, high)
    line: QLineF | None = rule
    bottom = rule.y1() - edge * 0.4
    if bottom - top < high * LEAST_DIAL:
        # A long title in a small picture: what comes next gives way to the dial.
        foot, line, bottom = [], None, high - edge * 0.6
    room = QRectF(edge, top, wide - 2 * edge, bottom - top)
    largest = max(min(room.height(), wide * 0.46), 1)
    for pixels in word_sizes(high):
        for share in (1.0, 0.85, 0.7):
            dial = QRectF(room.left(), room.top(), largest * share, largest * share)
            words, cards = _words_beside(room, dial, said, pixels, high)
            if _bottom(words, cards) <= room.bottom():
                return TimerLayout(dial, (*heading, *words, *foot), line, cards)
    # What is said for this moment stands before what is there all along.
    words, cards = _words_beside(room, dial, Said(said.title, (), said.cards), pixels, high)
    if not cards or _bottom(words, cards) > room.bottom():
        words, cards = _words_beside(room, dial, Said(said.title, said.wall, ()), pixels, high)
    kept = (block for block in words if block.box.bottom() <= room.bottom())
    return TimerLayout(dial, (*heading, *kept, *foot), line, cards, whole=False)


def _words_beside(
    room: QRectF, dial: QRectF, said: Said, pixels: int, high: float
) -> tuple[list[Block], tuple[PlacedCard, ...]]:
    left, gap = dial.right() + high * EDGE, high * EDGE * 0.4
    width = room.right() - left
    blocks = stack_paragraphs(
        [(line, pixels, PLAIN, "ink") for line in said.wall], QPointF(left, room.top()), width, gap
    )
    below = bottom_of(blocks) + gap if blocks else room.top()
    return blocks, place_cards(said.cards, QPointF(left, below), width, high, pixels)


def _bottom(blocks: list[Block], cards: tuple[PlacedCard, ...]) -> float:
    return max(bottom_of(blocks), *(card.box.bottom() for card in cards), 0.0)


def _foot(following: tuple[str, ...], left: float, width: float, high: float) -> tuple[list[Block], QLineF]:
    """What comes next, quiet at the foot below a thin line; of a long one the title is cut, not the minutes."""
    pixels = word_sizes(high)[-1]
    font = wall_font(pixels)
    fitting = (words for words in following if len(lines_of(words, font, width)) <= MOST_FOOT_LINES)
    if not (words := next(fitting, "")):
        what, comma, minutes = following[-1].rpartition(", ")
        room = MOST_FOOT_LINES * width * 0.8 - QFontMetricsF(font).horizontalAdvance(comma + minutes)
        words = QFontMetricsF(font).elidedText(what, Qt.TextElideMode.ElideRight, room) + comma + minutes
    blocks = stack_paragraphs([(words, pixels, PLAIN, "ink_2")], QPointF(left, 0), width, 0)
    down = round(high * (1 - EDGE) - bottom_of(blocks))
    y = round(down - high * EDGE * 0.4)
    moved = [replace(block, box=block.box.translated(0, down)) for block in blocks]
    return moved, QLineF(left, y, left + width, y)


def centred_dial(size: QSizeF) -> QRectF:
    """Disc only: the dial alone, as large as there is room."""
    side = min(size.width(), size.height()) * 0.92
    return QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
