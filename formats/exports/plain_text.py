"""A document as plain text for the body of an email."""

from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Picture, Table
from formats.exports.passages import Passage

LINE = 72


def write(document: Document) -> str:
    """The whole text; long lines are left for the mail program to wrap."""
    title = _underline(str(document.title), "=")
    return "\n\n".join(filter(None, (title, str(document.lead), *map(_block, document.blocks)))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return _heading(level, str(text))
        case Paragraph(text):
            return str(text)
        case Bullets(items):
            return "\n".join(_entry(_item(item)) for item in items)
        case Table(headings, rows):
            return "\n".join(_entry(_row(headings, row)) for row in rows)
        case Picture(in_words=in_words, told_beside=told_beside):
            return "" if told_beside else in_words


def _heading(level: int, text: str) -> str:
    if level == 2:
        return _underline(text, "-")
    return text if level == 3 else f"{text}:"


def _underline(text: str, sign: str) -> str:
    return f"{text}\n{sign * min(len(text), LINE)}"


def _entry(text: str) -> str:
    return "- " + text.replace("\n", "\n  ")


def _item(item: Item) -> str:
    parts = (f"{item.label}:" if item.label else "", str(item.text), str(item.remark))
    return " ".join(part for part in parts if part)


def _row(headings: tuple[str, ...], row: tuple[Passage, ...]) -> str:
    """The first cell, and the others with their headings: Email members (who: Beth, by: 2 March)."""
    named = zip(headings[1:], row[1:], strict=True)
    others = ", ".join(f"{heading.lower()}: {cell}" for heading, cell in named if cell.spans)
    return f"{row[0]} ({others})" if others else str(row[0])
