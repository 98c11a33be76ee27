"""Is this first row the titles of the columns under it, though it says nothing we know? Told by the contents."""

from collections import Counter
from collections.abc import Sequence

from formats.session.roster.cells import Cell, cell_kind, is_day, reads_like_person

_PLAIN_KINDS = frozenset(
    {Cell.ADDRESS, Cell.DATE, Cell.DURATION, Cell.NUMBER, Cell.PHONE, Cell.YES_OR_NO, Cell.ANSWER, Cell.LINK}
)
_MOSTLY = 0.7
_ENOUGH = 2
_FEWEST = 2
"""Rows under a title; one row alone shows nothing."""


def heads(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row is of another kind than what stands under it: words over addresses, one word over names.

    Raises nothing; True needs one column that shows it, and none that shows a person among the titles.
    """
    if len(rows) < _FEWEST:
        return False
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(titles))]
    if any(names_somebody(title) and holds_people(held) for title, held in zip(titles, columns, strict=True)):
        return False
    pairs = [(title, cells) for title, cells in zip(titles, columns, strict=True) if len(cells) >= _FEWEST]
    if any(title and cell_kind(title) in (Cell.ADDRESS, Cell.PHONE, Cell.LINK) for title in titles):
        return False
    return sum(_differs(title, cells) for title, cells in pairs) >= _ENOUGH


def names_somebody(cell: str) -> bool:
    """Whether a cell is most likely a person: "Ada Fenn", "FENN, Ada"."""
    before, comma, after = cell.partition("(")[0].partition(",")
    turned = bool(comma) and len(before.split()) < _FEWEST + 1 and reads_like_person(f"{after} {before}")
    return turned or reads_like_person(cell.partition("(")[0])


def holds_people(cells: Sequence[str]) -> bool:
    """Whether most cells that are filled are people's whole names."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(names_somebody, filled)) >= _MOSTLY * len(filled)


def _differs(title: str, cells: Sequence[str]) -> int:
    """How surely a title is not one more of the cells under it: 2 by its kind, 1 as one word over whole names."""
    if title.endswith(("?", "؟")) and not any(cell.endswith(("?", "؟")) for cell in cells):
        return _ENOUGH
    kind, most = cell_kind(title), _most_common(cells)
    if most in _PLAIN_KINDS:
        is_other = kind in (Cell.NAME, Cell.TEXT) or is_day(title) is not (most is Cell.DATE)
        return _ENOUGH if title and is_other else 0
    return int(0 < len(title.split()) < _FEWEST and holds_people(cells))


def _most_common(cells: Sequence[str]) -> Cell:
    kind, count = Counter(map(cell_kind, cells)).most_common(1)[0]
    return kind if count >= _MOSTLY * len(cells) else Cell.TEXT
