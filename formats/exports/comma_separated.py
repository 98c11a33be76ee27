"""Rows as values with commas or semicolons between them, as the reader's own spreadsheet expects; safe to open."""

import csv
import re
from datetime import date, timedelta
from io import StringIO

from formats.exports.rows import DANGEROUS, Sheet, Value
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle

# Where a reader's program may begin a cell: one that separates by another sign does not see our quotation marks.
CELL_BEGINS = re.compile(rf"""(\A|[;,|\t])([ \n"]*)(?=[{re.escape("".join(DANGEROUS))}])""")
# They write a point before tenths, and their spreadsheets part cells by semicolons all the same.
_SEMICOLON_WITH_POINT = frozenset(("de_CH", "it_CH", "rm_CH", "de_LI"))


def write(sheet: Sheet, style: DateStyle = DEFAULT_STYLE) -> bytes:
    """One line a row, in UTF-8 with the mark by which spreadsheets know it."""
    text = StringIO(newline="")
    lines = csv.writer(text, delimiter=separator(style), quoting=csv.QUOTE_NONNUMERIC)
    lines.writerow(sheet.headings)
    lines.writerows([_as_text(value, style) for value in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def separator(style: DateStyle) -> str:
    """What stands between cells in a locale: a comma, or a semicolon where the comma stands in numbers."""
    semicolon = style.decimal != "." or style.language in _SEMICOLON_WITH_POINT
    return ";" if semicolon else ","


def inert(text: str) -> str:
    """The text with an apostrophe wherever a cell of it could be taken for a formula."""
    return CELL_BEGINS.sub(r"\1'\2", text)


def _as_text(value: Value, style: DateStyle) -> str:
    match value:
        case None:
            return ""
        case str():
            return inert(value)
        case date():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds() / 60:.2f}".replace(".", style.decimal)
        case _:
            return str(value)
