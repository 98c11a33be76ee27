"""Rows as comma-separated values, safe to open in a spreadsheet."""

import csv
from datetime import date, timedelta
from io import StringIO

from formats.exports.rows import Sheet, Value, looks_like_formula


def write(sheet: Sheet) -> bytes:
    """One line a row, in UTF-8 with the mark by which spreadsheets know it."""
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(sheet.headings)
    lines.writerows([_as_text(value) for value in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _as_text(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if looks_like_formula(value) else value
        case date():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds() / 60:.2f}"
        case _:
            return str(value)
