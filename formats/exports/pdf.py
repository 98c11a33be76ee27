"""A document as a tagged PDF that looks designed, its texts passed in as data and never as markup."""

from pathlib import Path

from formats.exports.document import (
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Facts,
    Heading,
    Item,
    MarginGroup,
    MarginList,
    Panel,
    Paragraph,
    Picture,
    SideBySide,
    Table,
    in_its_language,
)
from formats.exports.passages import Passage, pieces, plain, runs_the_other_way
from formats.exports.pdf_layout import LAYOUT
from formats.exports.typesetting import typeset, where_it_ends
from formats.exports.wording import PAGES, language_and_region
from formats.language import Message, spoken

MISSING = Message(
    "Some characters show as empty boxes: the computer that made this file has no font for them. "
    "The web page and the Markdown file have every character."
)
MOST_IN_ONE_COLUMN = 9
SHORT, TALL = 24, 1200
NARROW, WIDE, ACROSS = 14, 36, 44
"""Letters of a word that have room in a card or column, beside the margin, and across the page, were each
as wide as it is high; a longer word is measured where it stands, which takes time."""
TIGHTER = (1.0, 0.93, 0.86)
"""How far a page may be set closer, so that no last page holds only a few lines."""
LONG_DOCUMENT = 30_000
"""Letters, about ten pages, from which on a last page of a few lines is worth no second setting of them all."""
LEAST_OF_LAST_PAGE = 0.25


@in_its_language
def write(document: Document, fonts: Path) -> bytes:
    """The whole PDF; `fonts` is the folder of our fonts, which are embedded as far as they are used."""
    language, region = language_and_region(document.tag)
    values: dict[str, object] = {
        "title": str(document.title),
        "title-passage": _passage(document.title),
        "lead": _passage(document.lead),
        "lang": language,
        "region": region or None,
        "paper": document.paper.value,
        "footer": _passage(plain(document.footer)),
        "running": _passage(plain(document.running)),
        "purpose": _passage(plain(document.purpose)),
        "missing_sentence": str(MISSING),
        "pages": str(PAGES),
        "rtl": document.from_the_right,
        "blocks": _blocks(document.blocks),
    }
    values["tight"] = _tightness(values, fonts, document)
    return typeset(LAYOUT, values, fonts=fonts, now=document.made_at)


def _tightness(values: dict[str, object], fonts: Path, document: Document) -> float:
    """How close the lines are set: closer where else a last page would hold only a few of them."""
    if sum(len(str(text)) for text in document.texts) > LONG_DOCUMENT:
        return TIGHTER[0]
    for tight in TIGHTER:
        page, share = where_it_ends(LAYOUT, {**values, "tight": tight}, fonts=fonts, now=document.made_at)
        if page == 1 or share >= LEAST_OF_LAST_PAGE:
            return tight
    return TIGHTER[0]


def _blocks(blocks: tuple[Block, ...]) -> list[dict[str, object]]:
    """The blocks; a heading stands where the text of the list below it does, beside the margin if that has one."""
    made = [_block(block) for block in blocks]
    for above, below in zip(made, blocks[1:], strict=False):
        if above["is"] == "heading" and isinstance(below, MarginList):
            above["inset"] = int(any(group.margin for group in below.groups))
    return made


def _block(block: Block, letters: int = WIDE) -> dict[str, object]:
    """A block as data; `letters` of a word have room where it stands."""
    match block:
        case Panel(blocks, filled, edged):
            inner = [_block(one, letters) for one in blocks]
            return {"is": "panel", "blocks": inner, "filled": filled, "edged": edged, "tall": _is_tall(block)}
        case SideBySide(panels):
            return {"is": "side-by-side", "panels": [_block(panel, NARROW) for panel in panels]}
        case Heading(level, text, kind):
            return {"is": "heading", "level": level, "text": _passage(text), "kind": kind or "", "inset": 0}
        case Paragraph(text, quiet, strong):
            return {"is": "paragraph", "text": _passage(text, letters), "quiet": quiet, "strong": strong}
        case Bullets(items, numbered):
            columns = _columns(items)
            entries = [_item(item, letters if columns == 1 else NARROW) for item in items]
            return {"is": "bullets", "items": entries, "columns": columns, "numbered": numbered}
        case Facts(facts):
            return {"is": "facts", "entries": [{"label": one.label, "text": _passage(one.text)} for one in facts]}
        case Cards(cards):
            return {"is": "cards", "cards": [_card(card) for card in cards]}
        case MarginList(groups):
            return {"is": "margin-list", "groups": [_group(group, letters) for group in groups]}
        case Table():
            return _table(block)
        case Picture(svg, in_words):
            return {"is": "picture", "svg": svg, "alt": in_words}


def _table(table: Table) -> dict[str, object]:
    letters = [int(share * ACROSS) - 1 for share in table.shares]
    return {
        "is": "table",
        "headings": table.headings,
        "rows": [[_passage(cell, room) for cell, room in zip(row, letters, strict=True)] for row in table.rows],
        "figures": table.figures,
        "strong": table.strong,
        "shares": table.shares,
    }


def _card(card: Card) -> dict[str, object]:
    return {"label": card.label, "title": _passage(card.title), "text": _passage(card.text)}


def _group(group: MarginGroup, letters: int) -> dict[str, object]:
    return {"margin": group.margin, "items": [_item(item, letters) for item in group.items]}


def _item(item: Item, letters: int) -> dict[str, object]:
    return {"label": item.label, "text": _passage(item.text, letters), "remark": _passage(item.remark, letters)}


def _is_tall(panel: Panel) -> bool:
    """Whether a box may have to go on over a page."""
    items = (item for block in panel.blocks if isinstance(block, Bullets) for item in block.items)
    return sum(len(str(item.text)) + SHORT for item in items) > TALL


def _columns(items: tuple[Item, ...]) -> int:
    """Two columns for a long list of short items."""
    short = all(not item.label and len(f"{item.text} {item.remark}") <= SHORT for item in items)
    return 2 if short and len(items) > MOST_IN_ONE_COLUMN else 1


def _passage(passage: Passage, letters: int = NARROW) -> dict[str, object]:
    text = str(passage)
    return {
        "other_way": runs_the_other_way(text, spoken().from_the_right),
        "long": any(len(word) > letters for word in text.split()),
        "tall": len(text) > TALL,
        "pieces": [{"text": piece.text, "address": piece.address} for piece in pieces(text)],
    }
