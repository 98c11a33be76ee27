"""Where in this text are tables, and what are their titles? A header may stand anywhere, and more than once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from formats.session.roster.cells import Cell, cell_kind, contents_of
from formats.session.roster.headers import announces_people, heads_lists, is_header
from formats.session.roster.labels import section_named
from formats.session.roster.line_shapes import section_before
from formats.session.roster.rows import SEPARATORS, Row, declared_separator, rows_of
from formats.session.roster.titles import KNOWN, is_summary, title_fits
from formats.session.roster.unknown_titles import heads, holds_people


@dataclass(frozen=True, slots=True)
class Table:
    """Titles and the rows under them; `header` is None for even columns without titles."""

    header: Row | None
    rows: tuple[Row, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles, each a different one."""
        return _each_different(self.header.cells if self.header else ())


@dataclass(frozen=True, slots=True)
class Loose:
    """Rows that belong to no table; `above` where a table begins right after them."""

    rows: tuple[Row, ...]
    above: bool


Block = Table | Loose
FARTHEST_TITLES = 15
"""Rows from the top; titles that say nothing we know are not looked for farther down."""


def find_tables(text: str) -> list[Block] | None:
    """A text as tables and what stands around them; None for a text without tables."""
    declared = declared_separator(text)
    read = [(one, rows) for one in (declared or SEPARATORS) if (rows := rows_of(text, one))]
    if lists := next((blocks for _, rows in read if (blocks := _side_by_side(rows))), None):
        return lists
    with_titles = [(rows, headers) for _, rows in read if (headers := _headers(rows))]
    if with_titles:
        rows, headers = max(with_titles, key=lambda found: _promise(*found))
        return _blocks(rows, headers)
    if titled := next((blocks for one, rows in read if (blocks := _with_unknown_titles(rows, one))), None):
        return titled
    even = next((rows for one, rows in read if _is_even(rows, one)), None)
    if even is None:
        return None
    has_titles = heads(even[0].cells, [row.cells for row in even[1:]])
    return [Table(even[0], tuple(even[1:])) if has_titles else Table(None, tuple(even))]


def _side_by_side(rows: list[Row]) -> list[Block] | None:
    """Lists side by side, each under its heading, as one table; None where there are none."""
    cells = [row.cells for row in rows]
    near = range(min(len(rows) - 1, FARTHEST_TITLES))
    at = next((at for at in near if rows[at].filled > 1 and heads_lists(cells[at], cells[at + 1 :])), None)
    return None if at is None else _blocks(rows, [at])


def _with_unknown_titles(rows: list[Row], separator: str) -> list[Block] | None:
    """The one table of a text whose titles are known by what stands under them; None where there is none."""
    least = 3 if separator in ",  " else 2
    rows = _with_titles_in_one_row(rows)
    for at, row in enumerate(rows[: min(len(rows) - 2, FARTHEST_TITLES)]):
        width = len(row.cells)
        under = [below for below in rows[at + 1 :] if len(below.cells) == width]
        if width < least or row.filled < max(2, width - 1) or len(under) < len(rows) - at - 1:
            continue
        cells = [below.cells for below in under if not is_summary(below.cells[0])]
        if heads(row.cells, cells) and any(holds_people([one[place] for one in cells]) for place in range(width)):
            return _blocks(rows, [at])
    return None


def _with_titles_in_one_row(rows: list[Row]) -> list[Row]:
    """Rows in which days with their times under them, as polls write their titles, are one row."""
    return next(
        (
            [*rows[:at], _joined(row, below), *rows[at + 2 :]]
            for at, (row, below) in enumerate(pairwise(rows))
            if not row.cells[0] and _holds_only_times(below.cells)
        ),
        rows,
    )


def _holds_only_times(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return not cells[0] and bool(filled) and all(cell_kind(cell) is Cell.DATE for cell in filled)


def _joined(row: Row, below: Row) -> Row:
    pairs = zip_longest(row.cells, below.cells, fillvalue="")
    return replace(row, cells=tuple(f"{above} {under}".strip() for above, under in pairs))


def _headers(rows: list[Row]) -> list[int]:
    """Which rows hold titles of people's columns."""
    return [
        at
        for at, row in enumerate(rows)
        if row.filled > 1 and announces_people(row.cells) and is_header(row.cells)
    ]


def _promise(rows: list[Row], headers: list[int]) -> tuple[int, int]:
    """How much a separator makes of a text: titles that are known, then columns."""
    cells = [cell for at in headers for cell in rows[at].cells]
    return sum(max(title_fits(cell).values(), default=0) >= KNOWN for cell in cells), len(cells)


def _blocks(rows: list[Row], headers: list[int]) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for header in headers:
        if header < at:
            continue  # the same titles again, at the head of a new page
        if header > at:
            blocks.append(Loose(tuple(rows[at:header]), above=True))
        end = _end_of(rows, header, set(headers))
        again = rows[header].cells
        held = tuple(row for row in rows[header + 1 : end] if row.cells != again)
        blocks.append(Table(rows[header], held))
        at = end
    if at < len(rows):
        blocks.append(Loose(tuple(rows[at:]), above=False))
    return blocks


def _end_of(rows: list[Row], header: int, headers: set[int]) -> int:
    """Where a table ends: before other titles, or at a gap behind which its columns do not go on."""
    width = len(rows[header].cells)
    for at in range(header + 1, len(rows)):
        if section_before(rows[at].text) or _heads_people(rows[at]):
            return at
        if at in headers and rows[at].cells != rows[header].cells:
            return _before_section(rows, at)
        if rows[at].after_gap and at > header + 1 and not _goes_on(rows[at], width):
            return at
    return len(rows)


def _heads_people(row: Row) -> bool:
    """Whether a row of one cell is a heading over people, as "Apologies" in a table of minutes."""
    section = section_named(row.text.strip(" \t,;|")) if row.filled == 1 else None
    return section is not None and section.names_people and section.column is None


def _before_section(rows: list[Row], header: int) -> int:
    """The place of a header, or of the title of its section above it."""
    above = rows[header - 1]
    return header - 1 if above.filled == 1 and above.after_gap else header


def _goes_on(row: Row, width: int) -> bool:
    """Whether a row behind a gap still belongs to the table: it has its columns, and more than one is filled."""
    return row.filled > 1 and len(row.cells) == width


def _is_even(rows: list[Row], separator: str) -> bool:
    """Whether lines without titles are columns: a comma alone is no proof, as it also stands in names."""
    width = len(rows[0].cells)
    if len(rows) < 2 or width < (3 if separator == "," else 2) or any(len(row.cells) != width for row in rows):
        return False
    if any("<" in cell for row in rows for cell in row.cells):
        return False
    if max(sum("@" in cell for cell in row.cells) for row in rows) > 1:
        return False
    return _has_one_column_of_names([row.cells for row in rows], width, separator)


def _has_one_column_of_names(rows: Sequence[Sequence[str]], width: int, separator: str) -> bool:
    """Whether some column holds words, and people do not stand side by side with a mark between them."""
    columns = [contents_of([row[place] for row in rows]) for place in range(width)]
    if separator in ",;" and sum(held.people > len(rows) * 0.6 for held in columns) > 1:
        return False
    return any(held.letters > 0.6 for held in columns)


def _each_different(titles: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    different = []
    for place, title in enumerate(titles, start=1):
        plain = title or f"Column {place}"
        seen[plain] += 1
        different.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return tuple(different)
