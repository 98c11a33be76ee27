"""Which elements of OpenDocument is a block made of? Paragraphs, lists and tables, each with its named style."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from formats.exports.document import Card, MarginGroup, Table
from formats.exports.open_document_styles import style_id
from formats.exports.passages import Passage, beside_others, pieces, plain, runs_the_other_way
from formats.exports.text_styles import cell_style, head_style
from formats.language import in_its_place, spoken

if TYPE_CHECKING:
    from odfdo import Element, Header
    from odfdo import Paragraph as OpenParagraph

UNFIT_FOR_NAME = re.compile(r"[^\w ]")


def margin_list(groups: tuple[MarginGroup, ...]) -> "Iterator[Element]":
    """Notes with their room before the first of them, set into the margin by a tab."""
    if not any(group.margin for group in groups):
        items = (paragraph_of("Entry", item.text) for group in groups for item in group.items)
        yield list_of("Bullets", items)
        return
    for group in groups:
        for number, item in enumerate(group.items):
            # What stands in the margin stays on the side of the page that reading begins at.
            style = "Note" if spoken().from_the_right else directed_style("Note", item.text)
            paragraph = paragraph_of(style, plain(""))
            if number == 0:
                add_span(paragraph, group.margin, "Source")
            paragraph.append_plain_text("\t")
            add_passage(paragraph, plain(beside_others(item.text)))
            yield paragraph


def card_rows(cards: tuple[Card, ...]) -> list[list[list[tuple[str, Passage]]]]:
    """The cards in rows of three at most, each cell as texts with their styles."""
    across = min(3, len(cards))
    cells = [
        [("Card label", plain(one.label)), ("Card title", one.title), ("Card text", one.text)] for one in cards
    ]
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    rows[-1] += [[("Card text", plain(""))]] * (across - len(rows[-1]))
    return rows


def columns_table(name: str, cell: str, rows: list[list[list[tuple[str, Passage]]]]) -> "Element":
    """A table that only stands for columns."""
    from odfdo import Column
    from odfdo import Table as OpenTable

    made = OpenTable(_table_name(name), style="Whole")
    share = 100 // len(rows[0])
    for _ in rows[0]:
        made.append(Column(style=f"Share{share}"))
    for row in rows:
        made.append(
            _row([[paragraph_of(style, text) for style, text in texts if text.spans] for texts in row], cell)
        )
    return made


def headed_table(table: Table) -> "Element":
    """A table whose headings repeat over pages."""
    from odfdo import Column, Element
    from odfdo import Table as OpenTable

    made = OpenTable(_table_name(table.name), style="Whole")
    for share in table.shares:
        made.append(Column(style=f"Share{max(1, round(share * 100))}"))
    head = Element.from_tag("table:table-header-rows")
    headings = enumerate(table.headings)
    head.append(
        _row([[paragraph_of(head_style(n, table.figures), plain(one))] for n, one in headings], "HeadCell")
    )
    made.append(head)
    for row in table.rows:
        cells = [[paragraph_of(cell_style(n, table.figures, table.strong), text)] for n, text in enumerate(row)]
        made.append(_row(cells, "Cell"))
    return made


def _table_name(name: str) -> str:
    """A name without the signs that would make a formula of it; every table has one."""
    return " ".join(UNFIT_FOR_NAME.sub(" ", name).split()) or in_its_place("document", "Table")


def _row(cells: "Sequence[Sequence[Element]]", style: str) -> "Element":
    from odfdo import Cell, Row

    row = Row(style="Row")
    for paragraphs in cells:
        cell = Cell(style=style)
        cell.set_attribute("office:value-type", "string")
        for paragraph in paragraphs or [paragraph_of("Table text", plain(""))]:
            cell.append(paragraph)
        row.append(cell)
    return row


def list_of(style: str, paragraphs: "Iterable[Element]") -> "Element":
    """A list of paragraphs."""
    from odfdo import List, ListItem

    made = List(style=style)
    for paragraph in paragraphs:
        item = ListItem()
        item.append(paragraph)
        made.append(item)
    return made


def paragraph_of(style: str, text: Passage) -> "OpenParagraph":
    """A paragraph of a named style."""
    import odfdo

    paragraph = odfdo.Paragraph(style=style_id(directed_style(style, text)))
    add_passage(paragraph, text)
    return paragraph


def directed_style(style: str, text: Passage) -> str:
    """The style for a text of its direction; writers speak the language of their document."""
    other_way = runs_the_other_way(str(text), spoken().from_the_right)
    mirrored = other_way and not style.startswith(("Heading", "Entry"))
    return f"{style} mirrored" if mirrored else style


def add_passage(paragraph: "OpenParagraph | Header", passage: Passage, style: str = "") -> None:
    """Adds a text with its links, in a style of letters where one is named."""
    from odfdo import Link

    for piece in pieces(str(passage)):
        if piece.address:
            paragraph.append(Link(piece.address, text=piece.text, style="Internet_20_link"))
        elif style:
            add_span(paragraph, piece.text, style)
        else:
            paragraph.append_plain_text(piece.text)


def add_span(paragraph: "OpenParagraph | Header", text: str, style: str) -> None:
    """Adds a text in a style of letters."""
    from odfdo import Span

    paragraph.append(Span(text, style=style))
