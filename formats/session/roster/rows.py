"""Into which rows and cells does a text fall, with this separator between them?"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Literal

from formats.session.roster.names import tidy

SEPARATORS = ("\t", ";", ",", "|", "  ")
"""The last one stands for columns that are lined up with spaces."""
MOST_LINES_IN_A_CELL = 10
_WIDE_GAP = re.compile(r" {2,}|\t")
_RULE = re.compile(r"[\s|:=+_-]*\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, its cells, and `text`: the line as it was written."""

    line_number: int
    cells: tuple[str, ...]
    text: str
    after_gap: bool = False
    """Whether a blank line, or a row of empty cells, stands above it."""

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, self.cells))


def rows_of(text: str, separator: str) -> list[Row]:
    """The rows that hold something; stray quotes are taken as they stand."""
    lines = text.split("\n")
    if declared_separator(text):
        lines[0] = ""
    if separator == "  ":
        return list(
            _rows([(n, _WIDE_GAP.split(line.strip())) for n, line in enumerate(lines, start=1)], lines, " ")
        )
    plain = "\n".join(lines)
    found = _read(plain, separator, csv.QUOTE_MINIMAL)
    return list(_rows(_read(plain, separator, csv.QUOTE_NONE) or [] if found is None else found, lines, separator))


def declared_separator(text: str) -> str:
    """The separator that the first line names, as spreadsheets write it: "sep=;"; "" without one."""
    first = text.lstrip("\ufeff").partition("\n")[0].strip()
    if not first.casefold().startswith("sep=") or len(first) > 5:
        return ""
    return first[4:] or "\t"


def _read(text: str, separator: str, quoting: Literal[0, 3]) -> list[tuple[int, list[str]]] | None:
    """Each row with its line, or None where the reader gives up or an open quote swallows line after line."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, quoting=quoting)
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.count("\n") + cell.count("\r") > MOST_LINES_IN_A_CELL for cell in cells):
                return None
            rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        return None
    return rows


def _rows(read: list[tuple[int, list[str]]], lines: list[str], separator: str) -> Iterator[Row]:
    gap = False
    for number, raw in read:
        cells = [tidy(cell) for cell in raw]
        if separator == "|" and len(cells) > 2 and not cells[0] and not cells[-1]:
            cells = cells[1:-1]
        if not any(cells) or all(_RULE.match(cell) for cell in cells):
            gap = gap or not any(cells)
            continue
        yield Row(number, tuple(cells), lines[number - 1].strip(), gap)
        gap = False
