"""A document as Markdown in which nothing that a note holds is markup."""

import re
from collections.abc import Iterable, Sequence

from formats.exports.document import (
    Bullets,
    Card,
    Cards,
    Document,
    Facts,
    Heading,
    Item,
    MarginGroup,
    MarginList,
    Paragraph,
    Picture,
    PlainBlock,
    Table,
    in_its_language,
    plain_blocks,
)
from formats.exports.passages import Passage, beside_others, in_brackets, one_line, pieces
from formats.session.wording import join_list

# Entities, for not every reader of Markdown honours a backslash before these three.
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
SIGNS = re.compile(r"[\\`*_\[\]{}~|$^]")
# Signs that mean something where a line begins: headings, lists, definitions, rules.
LINE_START = re.compile(r"^(\s*)([#+\-]|:(?=\s)|=+(?=\s*$))", re.MULTILINE)
# What stays inside an address: a line between two words, a tilde before a name, a & that begins no entity.
ADDRESS_SIGNS = re.compile(r"[*\[\]$]|(?<![^\W_])_|_(?![^\W_])|(?<!/)~|~(?!\w)|&(?=#?\w+(?:;|$))")
NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
BREAK = "\\\n"


@in_its_language
def write(document: Document) -> str:
    """The whole document as one Markdown text."""
    lead = [_line(document.lead)] if document.lead.spans else []
    head = [escape_text(one_line(document.purpose))] if document.purpose else []
    if document.running:
        head.insert(0, escape_text(one_line(document.running)))
    blocks = filter(None, map(_block, plain_blocks(document.blocks)))
    return (
        "\n\n".join([f"# {_line(document.title)}", *([" · ".join(head)] if head else []), *lead, *blocks]) + "\n"
    )


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


def _block(block: PlainBlock) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_line(text)}"
        case Paragraph(text, _, strong):
            return f"**{_line(text)}**" if strong else escape_text(str(text))
        case Bullets(items, numbered):
            return _list(items, numbered=numbered)
        case Facts(facts):
            return BREAK.join(f"**{one.label}:** {_line(one.text)}" for one in facts)
        case Cards(cards):
            return "\n".join(f"- {_card(card)}" for card in cards)
        case MarginList(groups):
            return "\n\n".join(filter(None, (part for group in groups for part in _group(group))))
        case Table(headings, rows, figures):
            return _table(headings, rows, figures)
        case Picture(in_words=in_words, told_beside=told_beside):
            return "" if told_beside else escape_text(in_words)


def _list(items: Iterable[Item], *, numbered: bool = False) -> str:
    marks = (f"{number}. " if numbered else "- " for number, _ in enumerate(items, 1))
    said = (_key_item(item) if numbered else _item(item) for item in items)
    return "\n".join(
        mark + text.replace("\n", "\n" + " " * len(mark)) for mark, text in zip(marks, said, strict=True)
    )


def _key_item(item: Item) -> str:
    """A text in bold, and where it came from on a line of its own."""
    text = BREAK.join(f"**{line}**" for line in escape_text(str(item.text)).split(BREAK) if line.strip())
    return f"{text}{BREAK}{_line(item.remark)}" if item.remark.spans else text


def _card(card: Card) -> str:
    """Room 2, Kristin: How do we help people join in?"""
    who = join_list(filter(None, (escape_text(card.label), _line(card.title))))
    return ": ".join(
        filter(None, (f"**{who}**" if who else "", escape_text(str(card.text)).replace("\n", "\n  ")))
    )


def _group(group: MarginGroup) -> tuple[str, str]:
    return (f"**{escape_text(group.margin)}**" if group.margin else "", _list(group.items))


def _item(item: Item) -> str:
    label = f"**{escape_text(item.label)}.**" if item.label else ""
    return " ".join(
        part for part in (label, escape_text(beside_others(item.text)), _line(in_brackets(item.remark))) if part
    )


def _table(headings: Sequence[str], rows: Iterable[Sequence[Passage]], figures: Sequence[int]) -> str:
    rule = ["---:" if column in figures else "---" for column in range(len(headings))]
    # Tables know no line break but the tag.
    cells = [[escape_text(str(cell)).replace(BREAK, "<br>") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in [[escape_text(h) for h in headings], rule, *cells])


def _line(passage: Passage) -> str:
    return escape_text(" ".join(str(passage).split()))
