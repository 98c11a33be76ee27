"""How wide is each column of a table on screen, so that no word is broken where that can be helped?"""

from collections.abc import Callable, Sequence

from formats.exports.document import Table

AROUND = 14
"""What stands beside the words of a cell, in pixels: its padding, and what is lost in rounding."""


def column_widths(table: Table, total: float, measure: Callable[[str], float]) -> tuple[float, ...]:
    """The widths as shares of one; `measure` gives the width of a word, in the unit of `total`.

    Columns keep the shares that their text asks for, but none is narrower than its longest word.
    """
    columns = zip(table.headings, *([str(cell) for cell in row] for row in table.rows), strict=True)
    least = [
        max(measure(word) for text in column for word in text.split() or ("",)) + AROUND for column in columns
    ]
    wanted = [share * total for share in table.shares]
    short = sum(max(need - width, 0) for need, width in zip(least, wanted, strict=True))
    spare = [max(width - need, 0) for need, width in zip(least, wanted, strict=True)]
    if short > sum(spare):
        return _shares(least)
    given = short / sum(spare) if short else 0
    return _shares(
        [max(need, width - given * left) for need, width, left in zip(least, wanted, spare, strict=True)]
    )


def _shares(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(width / sum(widths) for width in widths)
