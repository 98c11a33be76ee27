"""A document as a tagged PDF that looks designed, its texts passed in as data and never as markup."""

import re
from pathlib import Path

from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Picture, Table
from formats.exports.passages import Passage, pieces, runs_right_to_left
from formats.exports.pdf_layout import LAYOUT
from formats.exports.typesetting import typeset

MISSING = (
    "Some signs are shown as empty boxes, because no font on the computer that made this file has them. "
    "The web page and the Markdown file hold every sign."
)
MOST_IN_ONE_COLUMN = 9
SHORT = 24
# A word that no line can hold may break after so many signs; a shorter one stays whole.
LONG_WORD = re.compile(r"\S{24}(?=\S{24})")
MAY_BREAK = "\u200b"


def write(document: Document, fonts: Path) -> bytes:
    """The whole PDF; `fonts` is the folder of our fonts, which are embedded as far as they are used."""
    language, _, region = document.language.partition("-")
    values = {
        "title": str(document.title),
        "lead": str(document.lead),
        "lang": language,
        "region": region,
        "footer": document.footer,
        "missing_sentence": MISSING,
        "blocks": [_block(block) for block in document.blocks],
    }
    return typeset(LAYOUT, values, fonts=fonts, now=document.made_at)


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"is": "heading", "level": level, "text": str(text)}
        case Paragraph(text, quiet):
            return {"is": "paragraph", "text": _passage(text), "quiet": quiet}
        case Bullets(items):
            return {"is": "bullets", "items": [_item(item) for item in items], "columns": _columns(items)}
        case Table(headings, rows, figures):
            cells = [[_passage(cell) for cell in row] for row in rows]
            return {"is": "table", "headings": headings, "rows": cells, "figures": figures}
        case Picture(svg, in_words):
            return {"is": "picture", "svg": svg, "alt": in_words}


def _item(item: Item) -> dict[str, object]:
    return {"label": item.label, "text": _passage(item.text), "remark": str(item.remark)}


def _columns(items: tuple[Item, ...]) -> int:
    """Two columns for a long list of short items."""
    short = all(not item.label and len(f"{item.text} {item.remark}") <= SHORT for item in items)
    return 2 if short and len(items) > MOST_IN_ONE_COLUMN else 1


def _allow_breaks(text: str) -> str:
    return LONG_WORD.sub(_with_break, text)


def _with_break(found: re.Match[str]) -> str:
    return found.group() + MAY_BREAK


def _passage(passage: Passage) -> dict[str, object]:
    text = str(passage)
    some = [{"text": _allow_breaks(piece.text), "address": piece.address} for piece in pieces(text)]
    return {"rtl": runs_right_to_left(text), "pieces": some}
