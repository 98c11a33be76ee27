"""Where do I go? Names in order with their room's number, in columns, on as few pages as can be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.room_display.blocks import TITLE_SHARE, WORDS_SHARE, Block, wall_font, word_sizes
from desktop.wording import name_order
from formats.language import tr
from formats.session.folding import fold
from formats.session.session import Room
from formats.session.wording import join_list

BOLD, PLAIN, HALF = QFont.Weight.Bold, QFont.Weight.Normal, QFont.Weight.DemiBold
LINE, LOOSE_LINE, GAP, EDGE = 1.11, 1.3, 0.5, 0.025
"""Names in columns may stand closer than on cards: line and gap against their type, edge against the height."""
HEADING_LEADING = 1.12
HEADING_SHARES = (0.08, 0.07, 0.06, WORDS_SHARE)

NamesPage = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PagePart:
    """Which names stand on a page of several: "A–De, 1 of 3" where the next begins with D; or by initials only."""

    words: str
    initials: str


def name_pages(
    size: QSizeF, rooms: Sequence[Room], names: Mapping[str, str], below_title: float
) -> tuple[NamesPage, ...]:
    """Everyone by name, as large as goes on one page below the usual title; else below a smaller heading."""
    seats = {person: room.number for room in rooms for person in room.people}
    sizes = word_sizes(size.height())
    tries = [*product((below_title,), sizes), (_heading_height(size.height()), sizes[-1])]
    for top, pixels in tries:
        columns = _Columns(size, top, seats, names, pixels)
        if columns.one_page_is_enough():
            break
    return columns.pages()


def people_by_name(people: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """As one looks for a name: by the alphabet of the user's language, in English with Å among the A."""
    return sorted(people, key=lambda person: name_order(names.get(person, "")))


def part_of(pages: Sequence[NamesPage], shown: int) -> PagePart:
    """Which names stand on one of several pages."""
    ends = [(names[0], names[-1]) for names in map(_names_on, pages)]
    first, last = ends[shown]
    start = _distinct_start(first, ends[shown - 1][1]) if shown else first[:1]
    end = _distinct_start(last, ends[shown + 1][0]) if shown + 1 < len(pages) else last[:1]
    # For translators: which of several pages: "2 of 3"
    which = tr("{page} of {pages}", page=shown + 1, pages=len(pages))
    return PagePart(join_list((f"{start}–{end}", which)), join_list((f"{first[:1]}–{last[:1]}", which)))


def small_heading(size: QSizeF, title: str, *asides: str) -> tuple[Block, ...]:
    """A title whose type is a tenth, and beside it, as large as there is space, the first aside that fits."""
    high, edge = size.height(), size.height() * EDGE
    pixels = ceil(high * TITLE_SHARE)
    box = QRectF(edge, edge * 0.5, size.width() - 2 * edge, pixels * HEADING_LEADING)
    left = box.width() - QFontMetricsF(wall_font(pixels, BOLD)).horizontalAdvance(title) - edge
    heading = Block(title, box, pixels, BOLD, "ink")
    for said, share in product(filter(None, asides), HEADING_SHARES):
        small = ceil(high * share)
        if QFontMetricsF(wall_font(small, HALF)).horizontalAdvance(said) < left:
            return heading, Block(said, box, small, HALF, "lake", Qt.AlignmentFlag.AlignRight)
    return (heading,)


def _heading_height(high: float) -> float:
    return high * EDGE * 0.5 + ceil(high * TITLE_SHARE) * HEADING_LEADING


def _names_on(page: NamesPage) -> list[str]:
    return [block.text for block in page if block.role == "ink"]


def _distinct_start(name: str, other: str) -> str:
    """As many letters of a name as tell it from another."""
    starts = (name[:length] for length in range(1, len(name)))
    return next((start for start in starts if not fold(other).startswith(fold(start))), name).strip()


@lru_cache(maxsize=4096)
def _width(words: str, pixels: int, weight: QFont.Weight = PLAIN) -> float:
    return QFontMetricsF(wall_font(pixels, weight)).horizontalAdvance(words)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Names of this type in columns below `top`, each as wide as its own names need."""

    size: QSizeF
    top: float
    seats: Mapping[str, int]
    names: Mapping[str, str]
    pixels: int

    @property
    def edge(self) -> float:
        """What is left free at either side."""
        return self.size.height() * EDGE

    @property
    def number_width(self) -> float:
        """How wide the numbers are, with the space after them."""
        longest = "0" * len(str(max(self.seats.values(), default=0)))
        return _width(f"{longest} ", self.pixels, BOLD)

    @property
    def names_in_a_column(self) -> int:
        """How many names stand in a column."""
        return max(1, int(self._free // (self.pixels * LINE)))

    @property
    def _free(self) -> float:
        return self.size.height() * (1 - EDGE) - self.top

    def one_page_is_enough(self) -> bool:
        """Whether everyone fits on a page."""
        return self._count_that_fits(people_by_name(tuple(self.seats), self.names), self.names_in_a_column) == len(
            self.seats
        )

    def pages(self) -> tuple[NamesPage, ...]:
        """As few pages as possible, evenly filled; where it costs none more, a page ends where a letter ends."""
        most = self.names_in_a_column
        everyone = people_by_name(tuple(self.seats), self.names)
        fewest = self._in_pages(everyone, most, whole=False)
        down = self._fewest_down(everyone, most, fewest)
        tries = ((down, True), (most, True), (down, False))
        for height, whole in tries:
            pages = self._in_pages(everyone, height, whole=whole)
            if len(pages) == len(fewest):
                break
        line = min(self._free / height, self.pixels * LOOSE_LINE)
        return tuple(self._page(people, height, line) for people in pages)

    def _fewest_down(self, everyone: list[str], most: int, fewest: list[list[str]]) -> int:
        """How low the columns can be without more columns or pages: so the last ones are not nearly empty."""
        across = max((ceil(len(people) / most) for people in fewest), default=0)
        down = most
        while down > 1:
            lower = self._in_pages(everyone, down - 1, whole=False)
            wider = any(ceil(len(people) / (down - 1)) > across for people in lower)
            if wider or len(lower) > len(fewest):
                break
            down -= 1
        return down

    def _in_pages(self, everyone: list[str], down: int, *, whole: bool) -> list[list[str]]:
        pages = []
        left = everyone
        while left:
            count = self._count_that_fits(left, down)
            if whole and count < len(left):
                ends = [
                    n
                    for n in range(1, count + 1)
                    if self._first_letter(left[n - 1]) != self._first_letter(left[n])
                ]
                count = max(ends, default=count)
            pages.append(left[:count])
            left = left[count:]
        return pages

    def _count_that_fits(self, people: list[str], down: int) -> int:
        """How many of these people fit on a page."""
        space, count = self.size.width() - 2 * self.edge, 0
        while count < len(people):
            wide = self._column_width(people[count : count + down])
            if count and wide > space:
                break
            space -= wide + self.pixels * GAP
            count += down
        return min(count, len(people))

    def _column_width(self, people: Sequence[str]) -> float:
        """How wide a column of these people is."""
        longest = max(_width(self.names.get(person, ""), self.pixels) for person in people)
        return min(longest + self.number_width + 1, self.size.width() - 2 * self.edge)

    def _first_letter(self, person: str) -> str:
        return fold(self.names.get(person, ""))[:1]

    def _page(self, people: list[str], down: int, line: float) -> NamesPage:
        """One page, read down and then across; what is left of its width goes between the columns."""
        columns = [people[n : n + down] for n in range(0, len(people), down)]
        widths = [self._column_width(column) for column in columns]
        spare = (self.size.width() - 2 * self.edge - sum(widths)) / max(len(columns) - 1, 1)
        gap = min(max(spare, 0), self.pixels * 2)
        x = self.edge
        blocks: list[Block] = []
        for column, wide in zip(columns, widths, strict=True):
            for row, person in enumerate(column):
                box = QRectF(x, self.top + row * line, wide, line)
                blocks += self._words(person, box)
            x += wide + gap
        return tuple(blocks)

    def _words(self, person: str, box: QRectF) -> list[Block]:
        plain, after = QFontMetricsF(wall_font(self.pixels, PLAIN)), self.number_width
        name = plain.elidedText(self.names.get(person, ""), Qt.TextElideMode.ElideRight, box.width() - after)
        return [
            Block(str(self.seats[person]), box, self.pixels, BOLD, "lake"),
            Block(name, box.adjusted(after, 0, 0, 0), self.pixels, PLAIN, "ink"),
        ]
