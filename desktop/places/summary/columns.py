"""How wide is each column of a table on screen, so that no word is broken where that can be helped?"""

from collections.abc import Callable, Sequence

from formats.exports.document import Table

AROUND = 14
"""What stands beside the words of a cell, in pixels: its padding, and what is lost in rounding."""
SHORT = 14
"""Letters of a text, such as a day or a first name, that stays on one line."""


def column_widths(table: Table, total: float, measure: Callable[[str], float]) -> tuple[float, ...]:
    """The widths as shares of one; `measure` gives the width of a word, in the unit of `total`.

    Columns keep the shares that their text asks for, but none is narrower than its longest word.
    """
    columns = zip(table.headings, *([str(cell) for cell in row] for row in table.rows), strict=True)
    least = [max(measure(part) for text in column for part in _kept_whole(text)) + AROUND for column in columns]
    wanted = [share * total for share in table.shares]
    short = sum(max(need - width, 0) for need, width in zip(least, wanted, strict=True))
    spare = [max(width - need, 0) for need, width in zip(least, wanted, strict=True)]
    if short > sum(spare):
        return _shares(least)
    given = short / sum(spare) if short else 0
    return _shares(
        [max(need, width - given * left) for need, width, left in zip(least, wanted, spare, strict=True)]
    )


def _kept_whole(text: str) -> list[str]:
    """What is not to be broken: the words of a text, or the whole of a short one."""
    return [text] if len(text) <= SHORT else text.split() or [""]


def _shares(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(width / sum(widths) for width in widths)
