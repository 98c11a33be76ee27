"""Rows as comma-separated values, safe to open in a spreadsheet."""

import csv
import re
from datetime import date, timedelta
from io import StringIO

from formats.exports.rows import DANGEROUS, Sheet, Value

# Where a reader's program may begin a cell: one that separates by another sign does not see our quotation marks.
CELL_BEGINS = re.compile(rf"""(\A|[;,|\t])([ \n"]*)(?=[{re.escape("".join(DANGEROUS))}])""")


def write(sheet: Sheet) -> bytes:
    """One line a row, in UTF-8 with the mark by which spreadsheets know it."""
    text = StringIO(newline="")
    lines = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    lines.writerow(sheet.headings)
    lines.writerows([_as_text(value) for value in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """The text with an apostrophe wherever a cell of it could be taken for a formula."""
    return CELL_BEGINS.sub(r"\1'\2", text)


def _as_text(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return inert(value)
        case date():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds() / 60:.2f}"
        case _:
            return str(value)
