"""A document as OpenDocument text with real headings, lists, tables and links, all by named styles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

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
    PlainBlock,
    SideBySide,
    Table,
)
from formats.exports.open_document_styles import MANIFEST, META, content_xml, style_id, styles_xml
from formats.exports.passages import Passage, pieces, plain, runs_right_to_left
from formats.exports.pictures import as_png, proportion
from formats.exports.text_styles import box_name, cell_style, head_style, heading_style, text_style, text_width_cm

if TYPE_CHECKING:
    from odfdo import Document as OpenDocument
    from odfdo import Element, Header
    from odfdo import Paragraph as OpenParagraph

UNFIT_FOR_NAME = re.compile(r"[^\w ]")
MIME = "application/vnd.oasis.opendocument.text"


def write(document: Document, fonts: Path) -> bytes:
    """The whole OpenDocument file."""
    import odfdo  # costs 90 ms, so only when such a file is written

    made = odfdo.Document(BytesIO(_empty_file(document)))
    made.meta.title, made.meta.language = str(document.title), document.language
    made.meta.creation_date = document.made_at.astimezone(UTC).replace(tzinfo=None)
    made.meta.generator = "Clearing"
    writer = _Writer(made, document, fonts)
    for element in writer.elements():
        made.body.append(element)
    content = BytesIO()
    made.save(content)
    return _with_one_moment(content, document)


def _empty_file(document: Document) -> bytes:
    """A file of ours to write into: the library's own template speaks of another language and its author."""
    files = {
        "mimetype": MIME,
        "content.xml": content_xml(document.paper),
        "styles.xml": styles_xml(document),
        "meta.xml": META,
        "META-INF/manifest.xml": MANIFEST,
    }
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def _with_one_moment(content: BytesIO, document: Document) -> bytes:
    """The same files, the kind of file first and not packed, each of the moment of the document."""
    year, month, day, hour, minute, second, *_ = document.made_at.astimezone(UTC).timetuple()
    written = BytesIO()
    with ZipFile(content) as found, ZipFile(written, "w") as archive:
        for name in sorted(found.namelist(), key=_mimetype_first):
            entry = ZipInfo(name, date_time=(year, month, day, hour, minute, second))
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, found.read(name))
    return written.getvalue()


def _mimetype_first(name: str) -> bool:
    return name != "mimetype"


class _Writer:
    """Makes the elements of one document; `_box` is what the styles in the box being written begin with."""

    def __init__(self, made: "OpenDocument", document: Document, fonts: Path) -> None:
        self._made, self._document, self._fonts = made, document, fonts
        self._box = ""

    def elements(self) -> "Iterator[Element]":
        """Everything in order."""
        yield self._heading(1, "Heading 1", self._document.title)
        if self._document.lead.spans:
            yield _paragraph("Quiet", self._document.lead)
        for block in self._document.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> "Iterator[Element]":
        match block:
            case Panel():
                yield from self._panel(block)
            case SideBySide(panels):
                for panel in panels:
                    yield from self._panel(panel)
            case _:
                yield from self._plain(block)

    def _panel(self, panel: Panel) -> "Iterator[Element]":
        with self._in_box(box_name(filled=panel.filled, edged=panel.edged)):
            for block in panel.blocks:
                yield from self._plain(block)

    @contextmanager
    def _in_box(self, name: str) -> Iterator[None]:
        self._box = name
        yield
        self._box = ""

    def _plain(self, block: PlainBlock) -> "Iterator[Element]":
        match block:
            case Heading(level, text, kind):
                yield self._heading(level, heading_style(level, kind, self._box), text)
            case Paragraph(text, quiet, strong):
                yield _paragraph(text_style(self._box, quiet=quiet, strong=strong, usual="Standard"), text)
            case Bullets(items, numbered):
                yield from self._bullets(items, numbered=numbered)
            case MarginList(groups):
                yield from _margin_list(groups)
            case Facts(facts):
                cells = [[("Fact label", plain(one.label)), ("Fact", one.text)] for one in facts]
                yield _columns("Facts", "ColumnCell", [cells])
            case Cards(cards):
                yield _columns("What we worked on", "CardCell", _card_rows(cards))
            case Table():
                yield _table(block)
            case Picture():
                yield self._picture(block)

    def _heading(self, level: int, style: str, text: Passage) -> "Element":
        import odfdo

        heading = odfdo.Header(level)
        heading.set_attribute("text:style-name", style_id(_directed(style, text)))  # the library forgets it
        _add(heading, text)
        return heading

    def _bullets(self, items: tuple[Item, ...], *, numbered: bool) -> "Iterator[Element]":
        if self._box and not numbered:
            yield from (self._item(self._box, item) for item in items)
        else:
            style = "Key note" if numbered else "Entry"
            yield _list("Numbers" if numbered else "Bullets", (self._item(style, item) for item in items))

    def _item(self, style: str, item: Item) -> "Element":
        paragraph = _paragraph("Entry" if style == "Entry" else style, plain(""))
        if style != "Entry" and not item.label:
            paragraph.style = style_id(_directed(style, item.text))
        if item.label:
            _add_span(paragraph, f"{item.label}.", "Label")
            paragraph.append_plain_text(" ")
        if style == "Key note":
            _add(paragraph, item.text, "Label")
        else:
            _add(paragraph, item.text)
        if item.remark.spans:
            paragraph.append_plain_text("\n" if self._box else " ")
            _add(paragraph, item.remark, "Source" if self._box else "Remark")
        return paragraph

    def _picture(self, picture: Picture) -> "Element":
        from odfdo import Frame

        width = text_width_cm(self._document.paper)
        name = f"Pictures/{len(self._made.parts)}.png"
        self._made.set_part(name, as_png(picture, self._fonts))
        self._made.manifest.add_full_path(name, "image/png")
        size = (f"{width}cm", f"{width * proportion(picture):.2f}cm")
        frame = Frame.image_frame(name, size=size, anchor_type="as-char")
        frame.svg_description = picture.in_words
        paragraph = _paragraph("Standard", plain(""))
        paragraph.append(frame)
        return paragraph


def _margin_list(groups: tuple[MarginGroup, ...]) -> "Iterator[Element]":
    if not any(group.margin for group in groups):
        items = (_paragraph("Entry", item.text) for group in groups for item in group.items)
        yield _list("Bullets", items)
        return
    for group in groups:
        for number, item in enumerate(group.items):
            paragraph = _paragraph(_directed("Note", item.text), plain(""))
            if number == 0:
                _add_span(paragraph, group.margin, "Source")
            paragraph.append_plain_text("\t")
            _add(paragraph, item.text)
            yield paragraph


def _card_rows(cards: tuple[Card, ...]) -> list[list[list[tuple[str, Passage]]]]:
    across = min(3, len(cards))
    cells = [
        [("Card label", plain(one.label)), ("Card title", one.title), ("Card text", one.text)] for one in cards
    ]
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    rows[-1] += [[("Card text", plain(""))]] * (across - len(rows[-1]))
    return rows


def _columns(name: str, cell: str, rows: list[list[list[tuple[str, Passage]]]]) -> "Element":
    """A table that only stands for columns."""
    from odfdo import Column
    from odfdo import Table as OpenTable

    made = OpenTable(name, style="Whole")
    share = 100 // len(rows[0])
    for _ in rows[0]:
        made.append(Column(style=f"Share{share}"))
    for row in rows:
        made.append(
            _row([[_paragraph(style, text) for style, text in texts if text.spans] for texts in row], cell)
        )
    return made


def _table(table: Table) -> "Element":
    from odfdo import Column, Element
    from odfdo import Table as OpenTable

    made = OpenTable(_table_name(table.name), style="Whole")
    for share in table.shares:
        made.append(Column(style=f"Share{max(1, round(share * 100))}"))
    head = Element.from_tag("table:table-header-rows")
    headings = enumerate(table.headings)
    head.append(_row([[_paragraph(head_style(n, table.figures), plain(one))] for n, one in headings], "HeadCell"))
    made.append(head)
    for row in table.rows:
        cells = [[_paragraph(cell_style(n, table.figures, table.strong), text)] for n, text in enumerate(row)]
        made.append(_row(cells, "Cell"))
    return made


def _table_name(name: str) -> str:
    """A name without the signs that would make a formula of it; every table has one."""
    return " ".join(UNFIT_FOR_NAME.sub(" ", name).split()) or "Table"


def _row(cells: "Sequence[Sequence[Element]]", style: str) -> "Element":
    from odfdo import Cell, Row

    row = Row(style="Row")
    for paragraphs in cells:
        cell = Cell(style=style)
        cell.set_attribute("office:value-type", "string")
        for paragraph in paragraphs or [_paragraph("Table text", plain(""))]:
            cell.append(paragraph)
        row.append(cell)
    return row


def _list(style: str, paragraphs: "Iterable[Element]") -> "Element":
    from odfdo import List, ListItem

    made = List(style=style)
    for paragraph in paragraphs:
        item = ListItem()
        item.append(paragraph)
        made.append(item)
    return made


def _paragraph(style: str, text: Passage) -> "OpenParagraph":
    import odfdo

    paragraph = odfdo.Paragraph(style=style_id(_directed(style, text)))
    _add(paragraph, text)
    return paragraph


def _directed(style: str, text: Passage) -> str:
    """The style for a text of its direction."""
    mirrored = runs_right_to_left(str(text)) and not style.startswith(("Heading", "Entry"))
    return f"{style} mirrored" if mirrored else style


def _add(paragraph: "OpenParagraph | Header", passage: Passage, style: str = "") -> None:
    from odfdo import Link

    for piece in pieces(str(passage)):
        if piece.address:
            paragraph.append(Link(piece.address, text=piece.text, style="Internet_20_link"))
        elif style:
            _add_span(paragraph, piece.text, style)
        else:
            paragraph.append_plain_text(piece.text)


def _add_span(paragraph: "OpenParagraph | Header", text: str, style: str) -> None:
    from odfdo import Span

    paragraph.append(Span(text, style=style))
