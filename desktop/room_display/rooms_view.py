"""Find your room: cards by room where everyone fits, else names in order with their room's number, in pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.room_display.blocks import (
    LEADING,
    TITLE_SHARE,
    WORDS_SHARE,
    Block,
    pixels_for_capitals,
    wall_font,
    word_sizes,
)
from formats.session.session import Room

BOLD, PLAIN, HALF = QFont.Weight.Bold, QFont.Weight.Normal, QFont.Weight.DemiBold
EDGE = 0.05
TITLE = "Find your {}"
SECONDS_A_PAGE = 8
LINE, COLUMNS_GAP, COLUMNS_EDGE = 1.11, 0.5, 0.025
"""Names in columns stand closer than on cards: line and gap against their type, the edge against the height."""
SEVERAL_LEADING = 1.12
SMALL = 0.56
"""The role beside a name, against the name."""


@dataclass(frozen=True, slots=True)
class RoomsPage:
    """One page: its cards (none where names stand in columns) and its words."""

    cards: tuple[QRectF, ...]
    blocks: tuple[Block, ...]


def lay_out_rooms(
    size: QSizeF, rooms: Sequence[Room], names: Mapping[str, str], role: str, word: str = "Room"
) -> tuple[RoomsPage, ...]:
    """Everyone, in as few pages as possible: cards while their names can be read, else columns."""
    for pixels in word_sizes(size.height()):
        if (cards := _cards(size, rooms, names, role, pixels, word)) is not None:
            return (cards,)
    return _columns(size, rooms, names)


def page_of(pages: Sequence[RoomsPage], second: int) -> int:
    """Which page is shown at a second: each for a while, one after the other."""
    return second // SECONDS_A_PAGE % max(len(pages), 1)


class OneOfSeveral(str):
    """Which of several pages this is; the title beside it is smaller, so that there is more space for names."""

    initials = ""
    """The same with first letters only, where there is no space for more."""


def page_words(pages: Sequence[RoomsPage], shown: int) -> OneOfSeveral:
    """Which names stand on this page of several: "A–D, 1 of 3"; "A–De, 1 of 3" where the next begins with D."""
    ends = [(names[0], names[-1]) for names in map(_names_on, pages)]
    first, last = ends[shown]
    start = _told_apart(first, ends[shown - 1][1]) if shown else first[:1]
    end = _told_apart(last, ends[shown + 1][0]) if shown + 1 < len(pages) else last[:1]
    words = OneOfSeveral(f"{start}–{end}, {shown + 1} of {len(pages)}")
    words.initials = f"{first[:1]}–{last[:1]}, {shown + 1} of {len(pages)}"
    return words


def _names_on(page: RoomsPage) -> list[str]:
    return [block.text for block in page.blocks if block.role == "ink"]


def _told_apart(name: str, other: str) -> str:
    """As many letters of a name as tell it from another."""
    starts = (name[:length] for length in range(1, len(name)))
    return next((start for start in starts if not other.casefold().startswith(start.casefold())), name).strip()


def heading(size: QSizeF, aside: str, word: str = "Room") -> tuple[Block, ...]:
    """The title; `aside` stands at its right, such as when the round starts."""
    if isinstance(aside, OneOfSeveral):
        return _heading_of_several(size, aside, word)
    high, edge = size.height(), size.height() * EDGE
    pixels = pixels_for_capitals(high * TITLE_SHARE, BOLD)
    box = QRectF(edge, edge * 0.5, size.width() - 2 * edge, pixels * LEADING)
    title = TITLE.format(word.lower())
    blocks = [Block(title, box, pixels, BOLD, "ink")]
    taken = QFontMetricsF(wall_font(pixels, BOLD)).horizontalAdvance(title)
    small = pixels_for_capitals(high * WORDS_SHARE, HALF)
    if aside and QFontMetricsF(wall_font(small, HALF)).horizontalAdvance(aside) < box.width() - taken - edge:
        blocks.append(Block(aside, box, small, HALF, "ink_2", Qt.AlignmentFlag.AlignRight))
    return tuple(blocks)


def _heading_of_several(size: QSizeF, aside: OneOfSeveral, word: str) -> tuple[Block, ...]:
    """A title whose type is a tenth, and as large as there is space for which names these are."""
    high, edge = size.height(), size.height() * COLUMNS_EDGE
    pixels = ceil(high * TITLE_SHARE)
    box = QRectF(edge, edge * 0.5, size.width() - 2 * edge, pixels * SEVERAL_LEADING)
    title = TITLE.format(word.lower())
    left = box.width() - QFontMetricsF(wall_font(pixels, BOLD)).horizontalAdvance(title) - edge
    blocks = [Block(title, box, pixels, BOLD, "ink")]
    for said, share in product((str(aside), aside.initials), (0.08, 0.07, 0.06, WORDS_SHARE)):
        small = ceil(high * share)
        if QFontMetricsF(wall_font(small, HALF)).horizontalAdvance(said) < left:
            return (*blocks, Block(said, box, small, HALF, "lake", Qt.AlignmentFlag.AlignRight))
    return tuple(blocks)


def _top_of_several(high: float) -> float:
    return high * COLUMNS_EDGE * 0.5 + ceil(high * TITLE_SHARE) * SEVERAL_LEADING


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
    said = "presents" if role in ("", "presenter") else role
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
    blocks = [Block(f"{word} {room.number}", first, pixels, BOLD, "lake")]
    for row, person in enumerate(_in_order(room.people, names), 1):
        box = first.translated(0, row * first.height())
        does = _does(room, person, said)
        name = names.get(person, "")
        blocks.append(Block(name, box, pixels, BOLD if does else PLAIN, "ink"))
        if does:
            taken = QFontMetricsF(wall_font(pixels, BOLD)).horizontalAdvance(f"{name} ")
            blocks.append(Block(does, box.adjusted(taken, 0, 0, 0), round(pixels * SMALL), HALF, "lake"))
    return blocks


def _card_width(room: Room, names: Mapping[str, str], said: str, pixels: int, word: str) -> float:
    bold, plain = QFontMetricsF(wall_font(pixels, BOLD)), QFontMetricsF(wall_font(pixels, PLAIN))
    small = QFontMetricsF(wall_font(round(pixels * SMALL), HALF))
    widths = [bold.horizontalAdvance(f"{word} {room.number}")]
    for person in room.people:
        name = names.get(person, "")
        does = _does(room, person, said)
        aside = bold.horizontalAdvance(f"{name} ") + small.horizontalAdvance(does)
        widths.append(aside if does else plain.horizontalAdvance(name))
    return max(widths) + 1


def _does(room: Room, person: str, said: str) -> str:
    """What people have to know of someone from afar: who presents, or who stays at the table."""
    return said if person == room.presenter else "hosts" if person == room.host else ""


def _in_order(people: Sequence[str], names: Mapping[str, str]) -> list[str]:
    return sorted(people, key=lambda person: names.get(person, "").casefold())


def _columns(size: QSizeF, rooms: Sequence[Room], names: Mapping[str, str]) -> tuple[RoomsPage, ...]:
    """Everyone by name with the number of their room, in columns; several pages have a smaller heading."""
    seats = {person: room.number for room in rooms for person in room.people}
    set_up = _Columns(size, _top(size.height()), seats, names)
    pages = set_up.pages()
    smaller = replace(set_up, top=_top_of_several(size.height())).pages() if len(pages) > 1 else pages
    return smaller if len(smaller) > 1 else pages


@dataclass(frozen=True, slots=True)
class _Columns:
    """Names in columns below `top`, each as wide as its own names need, never smaller than the least."""

    size: QSizeF
    top: float
    seats: Mapping[str, int]
    names: Mapping[str, str]

    @property
    def pixels(self) -> int:
        """The type of names and numbers."""
        return word_sizes(self.size.height())[-1]

    @property
    def edge(self) -> float:
        """What is left free at either side."""
        return self.size.height() * COLUMNS_EDGE

    @property
    def number(self) -> float:
        """How wide the numbers are, with the space after them."""
        longest = "0" * len(str(max(self.seats.values(), default=0)))
        return QFontMetricsF(wall_font(self.pixels, BOLD)).horizontalAdvance(f"{longest} ")

    def pages(self) -> tuple[RoomsPage, ...]:
        """As few pages as possible; where it costs none more, a page ends where a letter ends."""
        line = self.pixels * LINE
        down = max(1, int((self.size.height() * (1 - COLUMNS_EDGE) - self.top) // line))
        everyone = _in_order(tuple(self.seats), self.names)
        fewest, by_letter = (self._in_pages(everyone, down, whole=whole) for whole in (False, True))
        chosen = by_letter if len(by_letter) == len(fewest) else fewest
        return tuple(self._page(people, down, line) for people in chosen)

    def _in_pages(self, everyone: list[str], down: int, *, whole: bool) -> list[list[str]]:
        pages = []
        left = everyone
        while left:
            count = self._fitting(left, down)
            if whole and count < len(left):
                ends = [n for n in range(1, count + 1) if self._letter(left[n - 1]) != self._letter(left[n])]
                count = max(ends, default=count)
            pages.append(left[:count])
            left = left[count:]
        return pages

    def _fitting(self, people: list[str], down: int) -> int:
        """How many of these people fit on a page."""
        space, count = self.size.width() - 2 * self.edge, 0
        while count < len(people):
            wide = self._wide(people[count : count + down])
            if count and wide > space:
                break
            space -= wide + self.pixels * COLUMNS_GAP
            count += down
        return min(count, len(people))

    def _wide(self, people: Sequence[str]) -> float:
        """How wide a column of these people is."""
        plain = QFontMetricsF(wall_font(self.pixels, PLAIN))
        longest = max(plain.horizontalAdvance(self.names.get(person, "")) for person in people)
        return min(longest + self.number + 1, self.size.width() - 2 * self.edge)

    def _letter(self, person: str) -> str:
        return self.names.get(person, "")[:1].casefold()

    def _page(self, people: list[str], down: int, line: float) -> RoomsPage:
        """One page, read down and then across; what is left of its width goes between the columns."""
        columns = [people[n : n + down] for n in range(0, len(people), down)]
        widths = [self._wide(column) for column in columns]
        spare = (self.size.width() - 2 * self.edge - sum(widths)) / max(len(columns) - 1, 1)
        gap = min(max(spare, 0), self.pixels * 2)
        x, blocks = self.edge, []
        for column, wide in zip(columns, widths, strict=True):
            for row, person in enumerate(column):
                box = QRectF(x, self.top + row * line, wide, line)
                blocks += self._words(person, box)
            x += wide + gap
        return RoomsPage((), tuple(blocks))

    def _words(self, person: str, box: QRectF) -> list[Block]:
        plain, after = QFontMetricsF(wall_font(self.pixels, PLAIN)), self.number
        name = plain.elidedText(self.names.get(person, ""), Qt.TextElideMode.ElideRight, box.width() - after)
        return [
            Block(str(self.seats[person]), box, self.pixels, BOLD, "lake"),
            Block(name, box.adjusted(after, 0, 0, 0), self.pixels, PLAIN, "ink"),
        ]
