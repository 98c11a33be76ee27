"""A document as plain text for the body of an email."""

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
from formats.exports.passages import Passage, beside_others, in_brackets
from formats.session.wording import join_list, within_sentence

LINE = 72


@in_its_language
def write(document: Document) -> str:
    """The whole text; long lines are left for the mail program to wrap."""
    title = _underline(str(document.title), "=")
    head = join_list(filter(None, (document.running, document.purpose)))
    blocks = map(_block, plain_blocks(document.blocks))
    return "\n\n".join(filter(None, (title, head, str(document.lead), *blocks))) + "\n"


def _block(block: PlainBlock) -> str:
    match block:
        case Heading(level, text):
            return _heading(level, str(text))
        case Paragraph(text):
            return str(text)
        case Bullets(items, numbered):
            return _list(items, numbered=numbered)
        case Facts(facts):
            return "\n".join(f"{one.label}: {join_list(str(one.text).split(chr(10)))}" for one in facts)
        case Cards(cards):
            return "\n".join(_entry(_card(card)) for card in cards)
        case MarginList(groups):
            return "\n\n".join(_group(group) for group in groups)
        case Table(headings, rows, strong=strong):
            labelled = 0 in strong
            return "\n".join(_entry(_row(headings, row, labelled=labelled)) for row in rows)
        case Picture(in_words=in_words, told_beside=told_beside):
            return "" if told_beside else in_words


def _heading(level: int, text: str) -> str:
    if level == 2:
        return _underline(text, "-")
    return text if level == 3 else f"{text}:"


def _underline(text: str, sign: str) -> str:
    return f"{text}\n{sign * min(len(text), LINE)}"


def _list(items: tuple[Item, ...], *, numbered: bool = False) -> str:
    return "\n".join(
        _entry(_item(item), f"{number}. " if numbered else "- ") for number, item in enumerate(items, 1)
    )


def _entry(text: str, mark: str = "- ") -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _item(item: Item) -> str:
    parts = (f"{item.label}:" if item.label else "", beside_others(item.text), str(in_brackets(item.remark)))
    return " ".join(part for part in parts if part)


def _card(card: Card) -> str:
    """Room 2, Kristin: How do we help people join in?"""
    who = join_list(filter(None, (card.label, str(card.title))))
    return ": ".join(filter(None, (who, beside_others(card.text))))


def _group(group: MarginGroup) -> str:
    """Notes under the room they came from."""
    notes = _list(group.items)
    return f"{group.margin}\n{notes}" if group.margin else notes


def _row(headings: tuple[str, ...], row: tuple[Passage, ...], *, labelled: bool) -> str:
    """The first cell, and the others with their headings: Email members (who: Beth, by: 2 March)."""
    if labelled:
        return f"{beside_others(row[0])}: {join_list(map(str, row[1:]))}"
    named = zip(headings[1:], row[1:], strict=True)
    others = join_list(
        f"{within_sentence(heading)}: {beside_others(cell)}" for heading, cell in named if cell.spans
    )
    return f"{beside_others(row[0])} ({others})" if others else str(row[0])
