"""A document as Markdown in which nothing that a note holds is markup."""

import re
from collections.abc import Iterable, Sequence

from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Picture, Table
from formats.exports.passages import Passage, pieces

# Entities, for not every reader of Markdown honours a backslash before these three.
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
SIGNS = re.compile(r"[\\`*_\[\]{}~|$^]")
# Signs that mean something where a line begins: headings, lists, definitions, rules.
LINE_START = re.compile(r"^(\s*)([#+\-]|:(?=\s)|=+(?=\s*$))", re.MULTILINE)
# What stays inside an address: a line between two words, a tilde before a name, a & that begins no entity.
ADDRESS_SIGNS = re.compile(r"[*\[\]$]|(?<![^\W_])_|_(?![^\W_])|(?<!/)~|~(?!\w)|&(?=#?\w+(?:;|$))")
NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
BREAK = "\\\n"


def write(document: Document) -> str:
    """The whole document as one Markdown text."""
    lead = [_line(document.lead)] if document.lead.spans else []
    blocks = filter(None, map(_block, document.blocks))
    return "\n\n".join([f"# {_line(document.title)}", *lead, *blocks]) + "\n"


def escape_text(text: str) -> str:
    """Text as Markdown that shows exactly this text; line breaks are kept, addresses stay readable."""
    found = (
        _bare_address(piece.address) if piece.address else _escape_words(piece.text) for piece in pieces(text)
    )
    return "".join(found).replace("\n", BREAK)


def _bare_address(address: str) -> str:
    """An address as it was typed: readers make a link of it, and it can be copied as it stands."""
    return ADDRESS_SIGNS.sub(_defuse_sign, address)


def _defuse_sign(sign: re.Match[str]) -> str:
    return ENTITIES.get(sign.group(), f"\\{sign.group()}")


def _escape_words(text: str) -> str:
    text = "".join(ENTITIES.get(sign, sign) for sign in SIGNS.sub(r"\\\g<0>", text))
    return NUMBERED.sub(r"\1\\\2", LINE_START.sub(r"\1\\\2", text))


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_line(text)}"
        case Paragraph(text):
            return escape_text(str(text))
        case Bullets(items):
            return "\n".join("- " + _item(item).replace("\n", "\n  ") for item in items)
        case Table(headings, rows, figures):
            return _table(headings, rows, figures)
        case Picture(in_words=in_words, told_beside=told_beside):
            return "" if told_beside else escape_text(in_words)


def _item(item: Item) -> str:
    label = f"**{escape_text(item.label)}.**" if item.label else ""
    return " ".join(part for part in (label, escape_text(str(item.text)), _line(item.remark)) if part)


def _table(headings: Sequence[str], rows: Iterable[Sequence[Passage]], figures: Sequence[int]) -> str:
    rule = ["---:" if column in figures else "---" for column in range(len(headings))]
    # Tables know no line break but the tag.
    cells = [[escape_text(str(cell)).replace(BREAK, "<br>") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in [[escape_text(h) for h in headings], rule, *cells])


def _line(passage: Passage) -> str:
    return escape_text(" ".join(str(passage).split()))
