"""What the group agreed, on the wall: few lines, very large, and whether it still holds."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from desktop.room_display.blocks import Block, bottom_of, stack_paragraphs, title_sizes, word_sizes
from desktop.wording import time_of_day
from formats.language import Message
from formats.session.session import Session
from formats.session.wording import join_list

BOLD, PLAIN = QFont.Weight.Bold, QFont.Weight.Normal
EDGE = 0.06
TITLE, ASKED = Message("What we agreed"), Message("Does this still hold for today?")
SHARES = (0.075, 0.068, 0.062, 0.056, 0.05, 0.044, 0.038, 0.032, 0.026)
"""Type of the lines against the height, the largest that lets all of them in: none is ever left out."""
MOST_GAP = 0.055


@dataclass(frozen=True, slots=True)
class AgreementLayout:
    """The words, and the thin rules between the lines."""

    blocks: tuple[Block, ...]
    rules: tuple[QLineF, ...]


def lay_out_agreement(size: QSizeF, lines: tuple[str, ...], asked: str, which: str) -> AgreementLayout:
    """All lines as large as there is room; below them what is `asked`, and which session this is."""
    high, edge = size.height(), size.height() * EDGE
    width = size.width() - 2 * edge
    title = stack_paragraphs(
        [(str(TITLE), title_sizes(high)[-1], BOLD, "ink")], QPointF(edge, edge * 0.8), width, 0
    )
    foot = _foot(size, asked, which)
    top, bottom = bottom_of(title) + edge * 0.5, min(block.box.top() for block in foot) - edge * 0.4
    for share in SHARES:
        pixels = round(high * share)
        placed = [stack_paragraphs([(line, pixels, BOLD, "ink")], QPointF(edge, 0), width, 0) for line in lines]
        taken = sum(map(bottom_of, placed))
        gap = (bottom - top - taken) / max(len(lines), 1)
        if gap >= high * 0.012:
            break
    gap = max(min(gap, high * MOST_GAP), 0)
    blocks, rules, y = [], [], top
    for line in placed:
        rules.append(QLineF(edge, y, edge + width, y))
        blocks += [replace(block, box=block.box.translated(0, y + gap / 2)) for block in line]
        y += bottom_of(line) + gap
    return AgreementLayout((*title, *blocks, *foot), tuple(rules))


def session_words(session: Session) -> str:
    """Which session this is, and when it begins: "February peer assist, 16:30"."""
    return join_list((session.title, time_of_day(session, session.starts_at)))


def _foot(size: QSizeF, asked: str, which: str) -> tuple[Block, ...]:
    high, edge = size.height(), size.height() * EDGE
    pixels, half = round(word_sizes(high)[-1] * 0.8), size.width() / 2 - edge
    made = []
    for text, left, align in (
        (asked, edge, Qt.AlignmentFlag.AlignLeft),
        (which, size.width() / 2, Qt.AlignmentFlag.AlignRight),
    ):
        words = stack_paragraphs([(text, pixels, PLAIN, "ink_2")], QPointF(left, 0), half, 0)[:1]
        made += [replace(block, align=align, box=_at_foot(block.box, high - edge * 0.6)) for block in words]
    return tuple(made)


def _at_foot(box: QRectF, bottom: float) -> QRectF:
    return QRectF(QPointF(box.left(), bottom - box.height()), box.size())
