"""Rows as a spreadsheet in which no text can become a formula."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from formats.exports.rows import Sheet, Value, looks_like_formula
from formats.language import Message

if TYPE_CHECKING:
    # The library ships no types.
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it comes without types
    from xlsxwriter.format import Format  # type: ignore[import-untyped]  # it comes without types
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # it comes without types

# Texts are written as they are: nothing in them is read as a number, an address or a formula.
AS_TYPED = {"strings_to_numbers": False, "strings_to_urls": False, "strings_to_formulas": False, "in_memory": True}
LONGEST_CELL = 32_767
NOT_IN_NAMES, LONGEST_SHEET_NAME = "[]:*?/\\", 31
"""What the name of a sheet may not hold, and how long it may be."""
CUT_SHORT = Message(" … A cell holds no more. The whole text is in the other formats.")
LINE_POINTS, MOST_LINES = 13.5, 30


def write(title: str, sheets: Iterable[Sheet], made_at: datetime, *, from_the_right: bool = False) -> bytes:
    """The whole spreadsheet, a sheet for each kind of row, its first column on the side that reading begins at."""
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, AS_TYPED)
    created = made_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "author": "", "comments": "", "created": created})
    formats = _formats(book)
    for sheet in sheets:
        drawn = book.add_worksheet(sheet_name(sheet.name))
        if from_the_right:
            drawn.right_to_left()
        _fill(drawn, sheet, formats)
    book.close()
    return content.getvalue()


def sheet_name(title: str) -> str:
    """A title as a sheet may be called: without signs that stand in formulas, and no longer than it may be."""
    return "".join(sign for sign in title if sign not in NOT_IN_NAMES)[:LONGEST_SHEET_NAME].strip("' ")


def _formats(book: "Workbook") -> dict[str, "Format"]:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    return {
        "head": book.add_format({**base, "bold": True, "font_color": "#2C6649", "bottom": 2}),
        "text": book.add_format({**base, "text_wrap": True, "num_format": "@"}),
        # The quote sign of a spreadsheet: the cell stays text when somebody edits it.
        "quoted": book.add_format({**base, "text_wrap": True, "num_format": "@", "quote_prefix": True}),
        "day": book.add_format({**base, "num_format": "d mmm yyyy", "align": "left"}),
        "count": book.add_format({**base, "num_format": "0", "align": "left"}),
        "minutes": book.add_format({**base, "num_format": "0.0"}),
    }


def _fill(drawn: "Worksheet", sheet: Sheet, formats: dict[str, "Format"]) -> None:
    for column, (heading, width) in enumerate(zip(sheet.headings, sheet.widths, strict=True)):
        drawn.set_column(column, column, width)
        drawn.write_string(0, column, heading, formats["head"])
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _cell(drawn, number, column, value, formats)
        drawn.set_row(number, LINE_POINTS * _lines(row, sheet.widths))
    drawn.freeze_panes(1, 0)
    if sheet.rows:
        drawn.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    drawn.set_landscape()
    drawn.set_paper(9)
    drawn.fit_to_pages(1, 0)
    drawn.repeat_rows(0)


def _lines(row: tuple[Value, ...], widths: tuple[int, ...]) -> int:
    """How many lines the tallest cell of a row takes: not every program works that out when it opens the file."""
    texts = ((value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
    lines = (sum(max(1, ceil(len(line) / width)) for line in text.split("\n")) for text, width in texts)
    return min(max(lines, default=1), MOST_LINES)


def _as_much_as_fits(text: str) -> str:
    """A text as long as a cell can be; one that is longer says so at its end."""
    if len(text) <= LONGEST_CELL:
        return text
    end = str(CUT_SHORT)
    return f"{text[: LONGEST_CELL - len(end)]}{end}"


def _cell(drawn: "Worksheet", row: int, column: int, value: Value, formats: dict[str, "Format"]) -> None:
    match value:
        case str() if value:
            kind = "quoted" if looks_like_formula(value) else "text"
            drawn.write_string(row, column, _as_much_as_fits(value), formats[kind])
        case int():
            drawn.write_number(row, column, value, formats["count"])
        case timedelta():
            drawn.write_number(row, column, round(value.total_seconds() / 60, 2), formats["minutes"])
        case date():
            drawn.write_datetime(row, column, value, formats["day"])
