"""Find your room: cards by room where everyone fits, else names in order with their room's number, in pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.room_display.blocks import (
    LEADING,
    TITLE_SHARE,
    WORDS_SHARE,
    Block,
    pixels_for_capitals,
    title_sizes,
    wall_font,
    word_sizes,
)
from desktop.room_display.names_view import name_pages, part_of, people_by_name, small_heading
from formats.language import Message, tr
from formats.session.group_words import CIRCLE, PAIR, ROOM, STATION, TABLE, TEAM, WHOLE_ROOM
from formats.session.people import short_names
from formats.session.seating.groups import group_name
from formats.session.session import Room, Session

BOLD, PLAIN, HALF = QFont.Weight.Bold, QFont.Weight.Normal, QFont.Weight.DemiBold
EDGE = 0.05
FIND_YOURS = {
    ROOM: Message("Find your room"),
    PAIR: Message("Find your pair"),
    TABLE: Message("Find your table"),
    STATION: Message("Find your station"),
    CIRCLE: Message("Find your circle"),
    TEAM: Message("Find your team"),
    WHOLE_ROOM: Message("Find your whole room"),
}
"""What stands above, by what the groups are called."""
SECONDS_A_PAGE = 8
SMALL = 0.66
"""The role beside a name, against the name."""


@dataclass(frozen=True, slots=True)
class RoomsPage:
    """One page: its cards (none where names stand in columns) and its words."""

    cards: tuple[QRectF, ...]
    blocks: tuple[Block, ...]


def names_on_wall(session: Session) -> dict[str, str]:
    """What people are called in lists on the wall, and who of them joins online where not everyone does."""
    names, here = short_names(session.people), {person.id for person in session.present}
    if here <= session.online:
        return names
    return {
        person: tr("{person} (online)", person=name) if person in session.online else name
        for person, name in names.items()
    }


def lay_out_rooms(
    size: QSizeF, rooms: Sequence[Room], names: Mapping[str, str], role: str, word: str = ROOM
) -> tuple[RoomsPage, ...]:
    """Everyone, in as few pages as possible: cards while their names can be read, else columns."""
    for pixels in word_sizes(size.height()):
        if (cards := _cards(size, rooms, names, role, pixels, word)) is not None:
            return (cards,)
    return tuple(RoomsPage((), page) for page in name_pages(size, rooms, names, _top(size.height())))


def page_number_at(pages: Sequence[RoomsPage], second: int) -> int:
    """Which page is shown at a second: each for a while, one after the other."""
    return second // SECONDS_A_PAGE % max(len(pages), 1)


def heading_of(
    size: QSizeF, pages: Sequence[RoomsPage], shown: int, aside: str, word: str = ROOM
) -> tuple[Block, ...]:
    """What stands above a page: the title, beside it which names these are of several pages, or `aside`."""
    title = str(FIND_YOURS[word])
    if len(pages) > 1:
        part = part_of([page.blocks for page in pages], shown)
        return small_heading(size, title, part.words, part.initials)
    crowded = pages and any(block.box.top() < _top(size.height()) for block in pages[0].blocks)
    return small_heading(size, title, aside) if crowded else heading(size, aside, word)


def heading(size: QSizeF, aside: str, word: str = ROOM) -> tuple[Block, ...]:
    """The title; `aside` stands at its right, such as when the round starts."""
    high, edge = size.height(), size.height() * EDGE
    title = str(FIND_YOURS[word])
    small = pixels_for_capitals(high * WORDS_SHARE, HALF)
    needed = QFontMetricsF(wall_font(small, HALF)).horizontalAdvance(aside) + edge if aside else 0
    box = QRectF(edge, edge * 0.5, size.width() - 2 * edge, title_sizes(high)[0] * LEADING)
    for pixels in title_sizes(high):
        fits = QFontMetricsF(wall_font(pixels, BOLD)).horizontalAdvance(title) <= box.width() - needed
        if fits:
            break
    blocks = [Block(title, box, pixels, BOLD, "ink")]
    if aside and fits:
        blocks.append(Block(aside, box, small, HALF, "ink_2", Qt.AlignmentFlag.AlignRight))
    return tuple(blocks)


def _top(high: float) -> float:
    return high * EDGE * 1.1 + pixels_for_capitals(high * TITLE_SHARE, BOLD) * LEADING


def _cards(
    size: QSizeF, rooms: Sequence[Room], names: Mapping[str, str], role: str, pixels: int, word: str
) -> RoomsPage | None:
    """A card for each room, as many rows of cards as needed; None where the names would not fit."""
    if not rooms:
        return RoomsPage((), ())
    high, edge, gap = size.height(), size.height() * EDGE, size.height() * 0.025
    inset, line = pixels * 0.4, pixels * LEADING
    said = tr("presents") if role in ("", "presenter") else role
    needed = max(_card_width(room, names, said, pixels, word) for room in rooms) + 2 * inset
    across = min(len(rooms), int((size.width() - 2 * edge + gap) // (needed + gap)))
    if across < 1:
        return None
    down = ceil(len(rooms) / across)
    tall = (max(len(room.people) for room in rooms) + 1) * line + inset * 1.2
    if _top(high) + down * tall + (down - 1) * gap > high - edge * 0.5:
        return None
    wide = (size.width() - 2 * edge - gap * (across - 1)) / across
    boxes, blocks = [], []
    for place, room in enumerate(rooms):
        x = edge + place % across * (wide + gap)
        y = _top(high) + place // across * (tall + gap)
        boxes.append(QRectF(x, y, wide, tall))
        inner = QRectF(x + inset, y + inset * 0.5, wide - 2 * inset, line)
        blocks += _card_words(inner, room, names, said, pixels, word)
    return RoomsPage(tuple(boxes), tuple(blocks))


def _card_words(
    first: QRectF, room: Room, names: Mapping[str, str], said: str, pixels: int, word: str
) -> list[Block]:
    blocks = [Block(group_name(word, room), first, pixels, BOLD, "lake")]
    for row, person in enumerate(people_by_name(room.people, names), 1):
        box = first.translated(0, row * first.height())
        does = _role_words(room, person, said)
        name = names.get(person, "")
        blocks.append(Block(name, box, pixels, BOLD if does else PLAIN, "ink"))
        if does:
            taken = QFontMetricsF(wall_font(pixels, BOLD)).horizontalAdvance(f"{name} ")
            blocks.append(Block(does, box.adjusted(taken, 0, 0, 0), round(pixels * SMALL), HALF, "lake"))
    return blocks


def _card_width(room: Room, names: Mapping[str, str], said: str, pixels: int, word: str) -> float:
    bold, plain = QFontMetricsF(wall_font(pixels, BOLD)), QFontMetricsF(wall_font(pixels, PLAIN))
    small = QFontMetricsF(wall_font(round(pixels * SMALL), HALF))
    widths = [bold.horizontalAdvance(group_name(word, room))]
    for person in room.people:
        name = names.get(person, "")
        does = _role_words(room, person, said)
        aside = bold.horizontalAdvance(f"{name} ") + small.horizontalAdvance(does)
        widths.append(aside if does else plain.horizontalAdvance(name))
    return max(widths) + 1


def _role_words(room: Room, person: str, said: str) -> str:
    """What people have to know of someone from afar: who presents, or who stays at the table."""
    # For translators: beside a name: hosts a table
    return said if person == room.presenter else tr("hosts") if person == room.host else ""
