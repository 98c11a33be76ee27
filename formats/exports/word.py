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
    in_its_language,
)
from formats.exports.passages import EMPTY_PASSAGE, FIELD, Passage, beside_others, plain
from formats.exports.pictures import as_png
from formats.exports.text_styles import box_name, cell_style, head_style, heading_style, text_style, text_width_cm
from formats.exports.word_elements import PartTexts, add_field, add_table, count_from_one
from formats.exports.word_styles import add_styles
from formats.exports.wording import PAGES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import _Footer, _Header
    from lxml.etree import _Element as Element

NUMBERED = "Key note"
COUNTED = {"page": "PAGE", "pages": "NUMPAGES"}
"""The numbers that Word counts itself, by the field of the message that they fill in."""
NO_CARD = Card("", EMPTY_PASSAGE)
LONGEST_PROPERTY = 255
"""Letters of a property of the file, as python-docx allows them; the heading on the page is never cut."""


@in_its_language
def write(document: Document, fonts: Path) -> bytes:
    """The whole Word file."""
    import docx  # costs 84 ms, so only when a Word file is written

    word = docx.Document()
    _describe(word, document)
    add_styles(word, document.tag, document.paper, from_the_right=document.from_the_right)
    _Writer(word, document, fonts).write()
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def _describe(word: "WordDocument", document: Document) -> None:
    """Title and language; no author, and nothing of the template's own."""
    about = word.core_properties
    about.title, about.language = str(document.title)[:LONGEST_PROPERTY], document.tag
    about.author = about.comments = about.last_modified_by = about.keywords = ""
    about.created = about.modified = document.made_at.astimezone(UTC).replace(tzinfo=None)


class _Writer:
    """Writes one document, block by block; `_box` is what the styles in the box being written begin with."""

    def __init__(self, word: "WordDocument", document: Document, fonts: Path) -> None:
        self._word, self._document, self._fonts = word, document, fonts
        self._width_cm = text_width_cm(document.paper)
        self._box = ""
        self._ids = {str(style.name): style.style_id for style in word.styles}
        self._body = word.element.body
        self._from_the_right = document.from_the_right
        self._texts = PartTexts(word.part, self._ids, from_the_right=self._from_the_right)

    def write(self) -> None:
        """The head and foot of the pages, then everything in order."""
        self._write_head_and_foot()
        page = self._body[-1]
        self._body.remove(page)
        self._add("Heading 1", self._document.title)
        if self._document.lead.spans:
            self._add("Quiet", self._document.lead)
        for block in self._document.blocks:
            self._write_block(block)
        self._body.append(page)  # the standard wants it last

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
                self._add(heading_style(level, kind, self._box), text)
            case Paragraph(text, quiet, strong):
                self._add(text_style(self._box, quiet=quiet, strong=strong, usual="Normal"), text)
            case Bullets(items, numbered):
                written = [self._write_item(item, numbered=numbered) for item in items]
                if numbered:
                    count_from_one(self._word, written, NUMBERED)
            case MarginList():
                self._write_margin_list(block)
            case Facts(entries):
                for cell, fact in zip(self._columns("Columns", len(entries)), entries, strict=True):
                    self._fill_cell(cell, [("Fact label", plain(fact.label)), ("Fact", fact.text)])
            case Cards(cards):
                self._write_cards(cards)
            case Table():
                self._write_table(block)
            case Picture():
                self._write_picture(block)

    def _write_item(self, item: Item, *, numbered: bool) -> "Element":
        style = NUMBERED if numbered else self._box or "List Bullet"
        paragraph = self._texts.add_paragraph(self._body, style, item.label or str(item.text))
        if item.label:
            self._texts.add_run(paragraph, f"{item.label}.", "Label")
            self._texts.add_run(paragraph, " ")
        self._texts.add_passage(paragraph, item.text, "Label" if numbered and not item.label else "")
        if item.remark.spans:
            below = bool(self._box)
            self._texts.add_run(paragraph, "\n" if below else " ")
            self._texts.add_passage(paragraph, item.remark, "Source" if below else "Remark")
        return paragraph

    def _write_margin_list(self, block: MarginList) -> None:
        in_margin = any(group.margin for group in block.groups)
        for group in block.groups:
            for number, item in enumerate(group.items):
                style = "Note" if in_margin else "List Bullet"
                # What stands in the margin stays on the side of the page that reading begins at.
                directed_by = "" if in_margin and self._from_the_right else str(item.text)
                paragraph = self._texts.add_paragraph(self._body, style, directed_by)
                if in_margin:
                    self._texts.add_run(paragraph, group.margin if number == 0 else "", "Source")
                    self._texts.add_run(paragraph, "\t")
                apart = in_margin and self._from_the_right
                self._texts.add_passage(paragraph, plain(beside_others(item.text)) if apart else item.text)

    def _write_cards(self, cards: tuple[Card, ...]) -> None:
        across = min(3, len(cards))
        shown = (*cards, *(NO_CARD,) * (-len(cards) % across))
        for start in range(0, len(shown), across):
            row = shown[start : start + across]
            for cell, card in zip(self._columns("Cards", across), row, strict=True):
                texts = [("Card label", plain(card.label)), ("Card title", card.title), ("Card text", card.text)]
                self._fill_cell(cell, [(style, text) for style, text in texts if text.spans])

    def _columns(self, style: str, count: int) -> "list[Element]":
        """The cells of a new table of one row, which stands for columns."""
        widths = [self._width_cm / count] * count
        (cells,) = add_table(self._body, self._ids[style], widths, rows=1, from_the_right=self._from_the_right)
        return cells

    def _fill_cell(self, cell: "Element", texts: list[tuple[str, Passage]]) -> None:
        """Puts texts into a cell, which is to hold one paragraph at least."""
        for style, text in texts or [("Normal", EMPTY_PASSAGE)]:
            self._add(style, text, cell)

    def _write_table(self, table: Table) -> None:
        widths = [self._width_cm * share for share in table.shares]
        head, *rows = add_table(
            self._body,
            self._ids["Minutes table"],
            widths,
            rows=len(table.rows) + 1,
            with_head=True,
            from_the_right=self._from_the_right,
        )
        for number, (cell, heading) in enumerate(zip(head, table.headings, strict=True)):
            self._add(head_style(number, table.figures), plain(heading), cell)
        for cells, texts in zip(rows, table.rows, strict=True):
            for number, (cell, text) in enumerate(zip(cells, texts, strict=True)):
                self._add(cell_style(number, table.figures, table.strong), text, cell)

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
            self._set_line(header, document.running, right)
        for footer in (section.first_page_footer, section.footer):
            texts, paragraph = self._set_line(footer, document.footer, "")
            for at, part in enumerate(FIELD.split(str(PAGES))):
                if at % 2:
                    add_field(paragraph, COUNTED[part])
                else:
                    texts.add_run(paragraph, part)

    def _set_line(self, place: "_Header | _Footer", left: str, right: str) -> "tuple[PartTexts, Element]":
        """A line with a text at each end, and what writes more into it."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Cm

        line = place.paragraphs[0]
        line.paragraph_format.tab_stops.add_tab_stop(Cm(self._width_cm), WD_TAB_ALIGNMENT.RIGHT)
        texts = PartTexts(place.part, self._ids, from_the_right=self._from_the_right)
        texts.add_passage(line._p, plain(f"{left}\t{right}"))
        return texts, line._p

    def _add(self, style: str, text: Passage, parent: "Element | None" = None) -> None:
        """A paragraph at the end of the body, or of a cell."""
        into = self._body if parent is None else parent
        paragraph = self._texts.add_paragraph(into, style, str(text))
        self._texts.add_passage(paragraph, text)
