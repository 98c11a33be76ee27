"""How wide is each column of a table on screen, so that no word is broken where that can be helped?"""

from collections.abc import Callable, Sequence

from formats.exports.document import Table

AROUND = 14
"""What stands beside the words of a cell, in pixels: its padding, and what is lost in rounding."""
SHORT = 14
"""Letters of a text, such as a day or a first name, that stays on one line."""


def column_widths(table: Table, total: float, measure: Callable[[str], float]) -> tuple[float, ...]:
    """The widths as shares of one; `measure` gives the width of a word, in the unit of `total`.

    Columns keep the shares that their text asks for, but none is narrower than its longest word; short texts
    stay whole where there is room for all of them.
    """
    columns = tuple(zip(table.headings, *([str(cell) for cell in row] for row in table.rows), strict=True))
    least = _least_widths(columns, measure, longest_whole=SHORT)
    if sum(least) > total:
        least = _least_widths(columns, measure, longest_whole=0)
    wanted = [share * total for share in table.shares]
    short = sum(max(need - width, 0) for need, width in zip(least, wanted, strict=True))
    spare = [max(width - need, 0) for need, width in zip(least, wanted, strict=True)]
    if short > sum(spare):
        return _shares(least)
    given = short / sum(spare) if short else 0
    return _shares(
        [max(need, width - given * left) for need, width, left in zip(least, wanted, spare, strict=True)]
    )


def _least_widths(
    columns: Sequence[Sequence[str]], measure: Callable[[str], float], *, longest_whole: int
) -> list[float]:
    """How narrow each column may be when texts up to so many letters stay whole, and words always do."""
    return [
        max(measure(part) for text in column for part in _kept_whole(text, longest_whole)) + AROUND
        for column in columns
    ]


def _kept_whole(text: str, longest: int) -> list[str]:
    words = text.split() or [""]
    whole = " ".join(words)
    return [whole] if len(whole) <= longest else words


def _shares(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(width / sum(widths) for width in widths)
