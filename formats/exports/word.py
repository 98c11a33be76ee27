"""A document as a Word file with real headings, lists, tables and links, all by named styles."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from formats.exports.document import (
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Facts,
    Heading,
    Item,
    MarginList,
    Panel,
    Paragraph,
    Picture,
    PlainBlock,
    SideBySide,
    Table,
)
from formats.exports.passages import Passage, plain
from formats.exports.pictures import as_png
from formats.exports.text_styles import box_name, cell_style, head_style, heading_style, text_style, text_width_cm
from formats.exports.word_elements import (
    add_field,
    add_passage,
    count_from_one,
    fill_paragraph,
    keep_row_together,
    size_columns,
    style_table,
)
from formats.exports.word_styles import add_styles, child

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

LONGEST_PROPERTY = 255
"""Letters of a property of the file, as python-docx allows them; the heading on the page is never cut."""


def write(document: Document, fonts: Path) -> bytes:
    """The whole Word file."""
    import docx  # costs 84 ms, so only when a Word file is written

    word = docx.Document()
    _describe(word, document)
    add_styles(word, document.language, document.paper)
    _Writer(word, document, fonts).write()
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def _describe(word: "WordDocument", document: Document) -> None:
    """Title and language; no author, and nothing of the template's own."""
    about = word.core_properties
    about.title, about.language = str(document.title)[:LONGEST_PROPERTY], document.language
    about.author = about.comments = about.last_modified_by = about.keywords = ""
    about.created = about.modified = document.made_at.astimezone(UTC).replace(tzinfo=None)


class _Writer:
    """Writes one document, block by block; `_box` is what the styles in the box being written begin with."""

    def __init__(self, word: "WordDocument", document: Document, fonts: Path) -> None:
        self._word, self._document, self._fonts = word, document, fonts
        self._width_cm = text_width_cm(document.paper)
        self._box = ""
        self._ids = {style.name: style.style_id for style in word.styles}

    def write(self) -> None:
        """The head and foot of the pages, then everything in order."""
        self._write_head_and_foot()
        fill_paragraph(self._paragraph("Heading 1"), self._document.title)
        if self._document.lead.spans:
            fill_paragraph(self._paragraph("Quiet"), self._document.lead)
        for block in self._document.blocks:
            self._write_block(block)

    def _write_block(self, block: Block) -> None:
        match block:
            case Panel():
                self._write_panel(block)
            case SideBySide(panels):
                for panel in panels:
                    self._write_panel(panel)
            case _:
                self._write_plain(block)

    def _write_panel(self, panel: Panel) -> None:
        with self._in_box(box_name(filled=panel.filled, edged=panel.edged)):
            for block in panel.blocks:
                self._write_plain(block)

    @contextmanager
    def _in_box(self, name: str) -> Iterator[None]:
        self._box = name
        yield
        self._box = ""

    def _write_plain(self, block: PlainBlock) -> None:
        match block:
            case Heading(level, text, kind):
                fill_paragraph(self._paragraph(heading_style(level, kind, self._box)), text)
            case Paragraph(text, quiet, strong):
                fill_paragraph(
                    self._paragraph(text_style(self._box, quiet=quiet, strong=strong, usual="Normal")), text
                )
            case Bullets(items, numbered):
                written = [self._write_item(item, numbered=numbered) for item in items]
                if numbered:
                    count_from_one(self._word, written)
            case MarginList():
                self._write_margin_list(block)
            case Facts(entries):
                cells = self._columns("Columns", len(entries))
                for cell, fact in zip(cells, entries, strict=True):
                    self._fill_cell(cell, [("Fact label", plain(fact.label)), ("Fact", fact.text)])
            case Cards(cards):
                self._write_cards(cards)
            case Table():
                self._write_table(block)
            case Picture():
                self._write_picture(block)

    def _write_item(self, item: Item, *, numbered: bool) -> "WordParagraph":
        paragraph = self._paragraph("Key note" if numbered else self._box or "List Bullet")
        if item.label:
            paragraph.add_run(f"{item.label}.", style="Label")
            paragraph.add_run(" ")
            add_passage(paragraph, item.text)
        elif numbered:
            fill_paragraph(paragraph, item.text, style="Label")
        else:
            fill_paragraph(paragraph, item.text)
        if item.remark.spans:
            below = bool(self._box)
            paragraph.add_run("\n" if below else " ")
            add_passage(paragraph, item.remark, style="Source" if below else "Remark")
        return paragraph

    def _write_margin_list(self, block: MarginList) -> None:
        in_margin = any(group.margin for group in block.groups)
        for group in block.groups:
            for number, item in enumerate(group.items):
                paragraph = self._paragraph("Note" if in_margin else "List Bullet")
                if in_margin:
                    paragraph.add_run(group.margin if number == 0 else "", style="Source")
                    paragraph.add_run("\t")
                fill_paragraph(paragraph, item.text)

    def _write_cards(self, cards: tuple[Card, ...]) -> None:
        across = min(3, len(cards))
        for start in range(0, len(cards), across):
            some = cards[start : start + across]
            for cell, card in zip(self._columns("Cards", across), some, strict=False):
                texts = [("Card label", plain(card.label)), ("Card title", card.title), ("Card text", card.text)]
                self._fill_cell(cell, [(style, text) for style, text in texts if text.spans])

    def _columns(self, style: str, count: int) -> "tuple[_Cell, ...]":
        """The cells of a new table of one row, which stands for columns."""
        made = self._word.add_table(rows=1, cols=count)
        style_table(made, self._ids[style])
        size_columns(made, [self._width_cm / count] * count)
        keep_row_together(made.rows[0]._tr)
        cells: tuple[_Cell, ...] = made.rows[0].cells
        return cells

    def _fill_cell(self, cell: "_Cell", texts: list[tuple[str, Passage]]) -> None:
        for number, (style, text) in enumerate(texts):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph._p.style = self._ids[style]
            fill_paragraph(paragraph, text)

    def _write_table(self, table: Table) -> None:
        drawn = self._word.add_table(rows=len(table.rows) + 1, cols=len(table.headings))
        style_table(drawn, self._ids["Minutes table"], with_head=True)
        size_columns(drawn, [self._width_cm * share for share in table.shares])
        # Asked for once: the library walks the whole table each time a row or a column names its cells.
        rows = [row.cells for row in drawn.rows]
        child(drawn.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", {"w:val": "true"})
        for row in drawn.rows:
            keep_row_together(row._tr)
        for number, heading in enumerate(table.headings):
            self._fill_cell(rows[0][number], [(head_style(number, table.figures), plain(heading))])
        for cells, row_texts in zip(rows[1:], table.rows, strict=True):
            for number, (cell, passage) in enumerate(zip(cells, row_texts, strict=True)):
                self._fill_cell(cell, [(cell_style(number, table.figures, table.strong), passage)])

    def _write_picture(self, picture: Picture) -> None:
        from docx.shared import Cm

        drawn = self._word.add_picture(BytesIO(as_png(picture, self._fonts)), width=Cm(self._width_cm))
        drawn._inline.docPr.set("descr", picture.in_words)

    def _write_head_and_foot(self) -> None:
        section, document = self._word.sections[0], self._document
        for header, right in (
            (section.first_page_header, document.purpose),
            (section.header, str(document.title)),
        ):
            self._set_line(header.paragraphs[0], document.running, right)
        for footer in (section.first_page_footer, section.footer):
            paragraph = footer.paragraphs[0]
            self._set_line(paragraph, document.footer, "Page ")
            add_field(paragraph, "PAGE")
            paragraph.add_run(" of ")
            add_field(paragraph, "NUMPAGES")

    def _set_line(self, paragraph: "WordParagraph", left: str, right: str) -> None:
        """A line with a text at each end."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Cm

        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(self._width_cm), WD_TAB_ALIGNMENT.RIGHT)
        add_passage(paragraph, plain(f"{left}\t{right}"))

    def _paragraph(self, style: str) -> "WordParagraph":
        """A paragraph styled by id: by name the library looks through every style each time."""
        paragraph = self._word.add_paragraph()
        paragraph._p.style = self._ids[style]
        return paragraph
