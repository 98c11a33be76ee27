"""Are these two lists side by side? Parts a table of "Coming" and "Not coming" into the table under each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from formats.session.folding import fold
from formats.session.roster.draft import Column, Understood
from formats.session.roster.headers import heads_lists
from formats.session.roster.labels import Section, section_named
from formats.session.roster.rows import Row
from formats.session.roster.tables import Table
from formats.session.roster.titles import KNOWN, title_fits

_FIRST_TITLES = (Column.NAME, Column.FIRST)


@dataclass(frozen=True, slots=True)
class ListBeside:
    """One of the lists in a table, and the heading over it."""

    table: Table
    section: Section | None


def lists_side_by_side(table: Table, above: Row | None) -> tuple[ListBeside, ...]:
    """The lists of a table from left to right, with the headings in the row `above`; none where it is one list."""
    if table.header is None:
        return ()
    if headed := heads_lists(table.header.cells, [row.cells for row in table.rows]):
        return _parted(replace(table, header=None), table.header, headed)
    begins = _titled_again(table.header, table.rows)
    return _parted(table, above, begins) if len(begins) > 1 else ()


def _titled_again(header: Row, rows: Sequence[Row]) -> tuple[int, ...]:
    """Where the title of the names comes again behind an empty column."""
    titles = [fold(cell) for cell in header.cells]
    first = next((at for at, cell in enumerate(header.cells) if _is_of_names(cell)), len(titles))
    again = [at for at in range(first + 1, len(titles)) if titles[at] == titles[first]]
    whole = next((n for n in range(2, len(titles) // 2 + 1) if titles == titles[:n] * (len(titles) // n)), 0)
    if whole and first < whole:
        return tuple(range(0, len(titles), whole))
    apart = [at for at in again if not titles[at - 1] and not any(row.cells[at - 1 : at] != ("",) for row in rows)]
    return (0, *apart)


def _is_of_names(title: str) -> bool:
    return any(title_fits(title).get(column, 0) >= KNOWN for column in _FIRST_TITLES)


def _parted(table: Table, headings: Row | None, begins: Sequence[int]) -> tuple[ListBeside, ...]:
    ends = (*begins[1:], None)
    return tuple(
        ListBeside(_cut(table, start, end), _heading(headings, start, end))
        for start, end in zip(begins, ends, strict=True)
    )


def _heading(headings: Row | None, start: int, end: int | None) -> Section | None:
    named = next(filter(None, headings.cells[start:end]), "") if headings else ""
    return section_named(named)


def _cut(table: Table, start: int, end: int | None) -> Table:
    if table.header and end and not any(_cells_between(row, end - 1, end) for row in (table.header, *table.rows)):
        end -= 1  # the empty column that keeps the lists apart
    rows = (_cut_row(row, start, end) for row in table.rows)
    return Table(table.header and _cut_row(table.header, start, end), tuple(row for row in rows if row.filled))


def _cells_between(row: Row, start: int, end: int) -> str:
    return "".join(row.cells[start:end])


def _cut_row(row: Row, start: int, end: int | None) -> Row:
    cells = row.cells[start:end]
    return replace(row, cells=cells, text=", ".join(filter(None, cells)))


def in_rows_again(table: Table, lists: Sequence[Sequence[Understood]]) -> list[Understood]:
    """What was read of the lists of a table, row by row: people together, what was not read by itself."""
    read = [line for lines in lists for line in lines]
    together: list[Understood] = []
    for row in (table.header, *table.rows):
        parts = [line for line in read if row and line.line_number == row.line_number]
        if not row or not parts:
            continue
        people = tuple(draft for part in parts for draft in part.people)
        remark = " ".join(dict.fromkeys(part.remark for part in parts if part.people and part.remark))
        if people:
            together += [part for part in parts if part.is_unread]
            together.append(Understood(row.line_number, row.text, people, remark))
        else:
            together.append(replace(parts[0], text=row.text))
    return together
