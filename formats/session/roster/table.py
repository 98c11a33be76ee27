"""Who is in this table? Reads lists with columns, whatever separates and names them."""

import csv
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from typing import Literal

from formats.session.roster.columns import Column, by_contents, by_title, is_header
from formats.session.roster.draft import PersonDraft, Roster, Understood
from formats.session.roster.names import ADDRESS, first_name_first, name_from, tidied
from formats.session.roster.tags import says_away

SEPARATORS = ",;\t|"
MOST_LINES_IN_A_CELL = 10
MOST_HEADINGS = 3
HEADING = "this is a heading, not a name."
Row = tuple[int, list[str]]


def as_table(text: str) -> Roster | None:
    """The people of a text with titles over its columns or with even columns; None for any other text."""
    tables = [rows for rows in (rows_of(text, separator) for separator in SEPARATORS) if rows]
    with_titles = [(rows, at) for rows in tables if (at := _titles_at(rows)) is not None]
    if with_titles:
        rows, at = max(with_titles, key=lambda found: len(found[0][found[1]][1]))
        titles = rows[at][1]
        above = tuple(Understood(number, "".join(cells), remark=HEADING) for number, cells in rows[:at])
        return Roster((*above, *_read(rows[at + 1 :], titles, by_title(titles)).lines))
    even = next((rows for rows in tables if _is_even(rows)), None)
    return _read(even, (), by_contents([cells for _, cells in even])) if even else None


def _titles_at(rows: list[Row]) -> int | None:
    """Which row holds the titles: the first, or one below what the whole list is called; None where none does."""
    for at, (_, cells) in enumerate(rows[: MOST_HEADINGS + 1]):
        if len(cells) > 1 and is_header(cells):
            return at
        if sum(map(bool, cells)) > 1:
            return None
    return None


def rows_of(text: str, separator: str) -> list[Row]:
    """The rows that hold something, with the line each one begins on; stray quotes are taken as they stand."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) <= 5:
        text = "\n" + rest
    return _rows(text, separator, csv.QUOTE_MINIMAL) or _rows(text, separator, csv.QUOTE_NONE) or []


def _rows(text: str, separator: str, quoting: Literal[0, 3]) -> list[Row] | None:
    """The rows, or None where the reader gives up or an open quote swallows line after line."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, quoting=quoting)
    rows: list[Row] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.count("\n") + cell.count("\r") > MOST_LINES_IN_A_CELL for cell in cells):
                return None
            tidy = [tidied(cell) for cell in cells]
            if any(tidy):
                rows.append((begins, tidy))
            begins = reader.line_num + 1
    except csv.Error:
        return None
    return rows


def _is_even(rows: list[Row]) -> bool:
    """Whether lines without titles are columns: a comma alone is no proof, as it also stands in names."""
    widths = Counter(len(cells) for _, cells in rows)
    width, often = widths.most_common(1)[0]
    by_comma = sum(cell.count(",") for _, cells in rows for cell in cells) == 0
    addresses = Counter(sum("@" in cell for cell in cells) for _, cells in rows)
    named = all(cells[0] and not ADDRESS.fullmatch(cells[0]) for _, cells in rows)
    bracketed = any("<" in cell for _, cells in rows for cell in cells)
    enough = width > 2 or (width > 1 and not by_comma)
    return enough and len(rows) > 1 and often == len(rows) and named and not bracketed and max(addresses) < 2


def _read(rows: Sequence[Row], titles: Sequence[str], columns: dict[int, Column]) -> Roster:
    return Roster(tuple(_understood(number, cells, titles, columns) for number, cells in rows))


def _understood(number: int, cells: list[str], titles: Sequence[str], columns: dict[int, Column]) -> Understood:
    text = ", ".join(cell for cell in cells if cell)
    held = {column: cells[place] for place, column in columns.items() if place < len(cells)}
    address = ADDRESS.search(held.get(Column.EMAIL, ""))
    name = _name(held) or (name_from(address[0]) if address else "")
    if not any(c.isalpha() for c in name):
        return Understood(number, text, remark="there is no name in this row.")
    others = [(place, cell) for place, cell in enumerate(cells) if place not in columns and cell]
    draft = PersonDraft(
        name=name,
        organisation=held.get(Column.ORGANISATION, ""),
        role=held.get(Column.ROLE, ""),
        email=address[0] if address else "",
        remarks=held.get(Column.REMARKS, ""),
        away=_is_away(held),
        extra=tuple((_title(titles, place), cell) for place, cell in others),
    )
    taken = "" if _name(held) else "The name is taken from the address."
    return Understood(number, text, (draft,), taken)


def _name(held: dict[Column, str]) -> str:
    both = tidied(f"{held.get(Column.FIRST, '')} {held.get(Column.LAST, '')}")
    return both or first_name_first(held.get(Column.NAME, ""))


def _is_away(held: dict[Column, str]) -> bool:
    here = says_away(held.get(Column.HERE, ""), asked_for_away=False)
    return here or says_away(held.get(Column.AWAY, ""), asked_for_away=True)


def _title(titles: Sequence[str], place: int) -> str:
    return (titles[place] if place < len(titles) else "") or f"Column {place + 1}"
