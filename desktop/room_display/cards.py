"""What stands beside the clock on the wall for a while: whose turn it is, and a line of the facilitator's own."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter

from desktop.live.go_round_now import go_round_now
from desktop.look import Look
from desktop.room_display.blocks import Block, bottom_of, stack_paragraphs, word_sizes
from desktop.widgets.sides import Mirror
from formats.language import Message, tr
from formats.session.clock import Reading
from formats.session.people import short_names
from formats.session.session import Session

BOLD = QFont.Weight.Bold
PADDING, BAR, GAP = 0.028, 0.008, 0.03
"""Of the wall's height: around the words of a card, the bar at its left, and between two of them."""
TURN_TINT, MESSAGE_TINT = "moss", "lake"
HAD_A_TURN = Message("Everyone has had a turn.")


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence on a ground of its own; `tint` is its colour in the look."""

    text: str
    tint: str


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card where it stands, and its words."""

    box: QRectF
    tint: str
    blocks: tuple[Block, ...]


def turn_words(session: Session, reading: Reading) -> str:
    """Who speaks in the go-round and who is next: "Amina speaks, then Beth."; "" outside one."""
    turns = go_round_now(session, reading)
    if turns is None or not turns.people:
        return ""
    names = short_names(session.present)
    if not turns.speaker:
        return str(HAD_A_TURN)
    speaker = names[turns.speaker]
    if not turns.following:
        return tr("{person} speaks.", person=speaker)
    return tr("{person} speaks, then {next}.", person=speaker, next=names[turns.following])


def cards_for(turns: str, line: str) -> tuple[Card, ...]:
    """The cards of this moment."""
    return tuple(card for card in (Card(turns, TURN_TINT), Card(line, MESSAGE_TINT)) if card.text)


def place_cards(
    cards: Iterable[Card], corner: QPointF, width: float, high: float, pixels: int
) -> tuple[PlacedCard, ...]:
    """The cards below each other from `corner`, each as high as its words."""
    placed, top = [], corner.y()
    for card in cards:
        padding, bar = high * PADDING, high * BAR
        words = QPointF(corner.x() + bar + padding, top + padding)
        blocks = stack_paragraphs([(card.text, pixels, BOLD, "ink")], words, width - bar - 2 * padding, 0)
        box = QRectF(corner.x(), top, width, bottom_of(blocks) - top + padding)
        placed.append(PlacedCard(box, card.tint, tuple(blocks)))
        top = box.bottom() + high * GAP
    return tuple(placed)


def place_at_foot(cards: Iterable[Card], size: QSizeF) -> tuple[PlacedCard, ...]:
    """The cards at the foot of the wall, where its view has no room beside a clock."""
    high, edge = size.height(), size.height() * 0.04
    placed = place_cards(cards, QPointF(edge, 0), size.width() - 2 * edge, high, word_sizes(high)[-1])
    down = high - edge - max((card.box.bottom() for card in placed), default=0.0)
    return tuple(
        PlacedCard(
            card.box.translated(0, down),
            card.tint,
            tuple(
                Block(b.text, b.box.translated(0, down), b.pixels, b.weight, b.role, b.align) for b in card.blocks
            ),
        )
        for card in placed
    )


def paint_cards(painter: QPainter, cards: Iterable[PlacedCard], look: Look, high: float, mirror: Mirror) -> None:
    """Draws the grounds; their words are drawn like all others."""
    painter.setPen(Qt.PenStyle.NoPen)
    for card in cards:
        painter.setBrush(look.colour(f"{card.tint}_2"))
        painter.drawRoundedRect(mirror.box(card.box), high * 0.012, high * 0.012)
        painter.setBrush(look.colour(card.tint))
        painter.drawRect(mirror.box(QRectF(card.box.topLeft(), QSizeF(high * BAR, card.box.height()))))
