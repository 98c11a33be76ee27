"""What does a list say beneath its markup? Web pages and JSON are read as the tables and lines they hold."""

import json
import re
from html.parser import HTMLParser

from formats.session.roster.names import tidy

_PAGE = re.compile(r"<(?:!doctype html|html|body|table|tbody|tr|ul|ol|div|p)\b[^>]*>", re.IGNORECASE)
_BREAKS = frozenset({"tr", "li", "p", "br", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "dt", "dd"})
_UNSEEN = frozenset({"script", "style", "head"})
_CELLS = ("td", "th")


def without_page_markup(text: str) -> str:
    """A web page or a JSON list of records as plain text with tabs between columns; any other text as it is."""
    if text.lstrip()[:1] in "[{" and (table := _table_of_records(text)):
        return table
    if not text.lstrip().startswith("<") or not _PAGE.search(text):
        return text
    page = _Page()
    page.feed(text)
    page.close()
    return page.text


def _table_of_records(text: str) -> str:
    """The records of a JSON list, or of the one list in an object, as a table; "" for any other text."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if isinstance(held, dict):
        held = next((value for value in held.values() if isinstance(value, list) and value), [])
    records = [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []
    titles = list(dict.fromkeys(str(key) for record in records for key in record))
    rows = [[_cell(record.get(title)) for title in titles] for record in records]
    return "\n".join("\t".join(cells) for cells in (titles, *rows)) if rows else ""


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict | list):
        return ""
    return "" if value is None else tidy(str(value))


class _Page(HTMLParser):
    """The text of a page, a line for each row or item, a tab between cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._unseen = 0
        self._first_cell = True

    @property
    def text(self) -> str:
        """The lines of the page that hold something."""
        cells = ([tidy(cell) for cell in line.split("\t")] for line in self._lines)
        return "\n".join("\t".join(row) for row in cells if any(row))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _CELLS:
            self._lines[-1] += "" if self._first_cell else "\t"
            self._first_cell = False
        elif tag in _BREAKS:
            self._lines.append("")
            self._first_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._lines[-1] += " ".join(data.split("\n")) if data.strip() else " "
