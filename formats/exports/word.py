"""A document as a Word file with real headings, lists, tables and links."""

from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Picture, Table
from formats.exports.passages import Passage, TextPiece, pieces, runs_right_to_left
from formats.exports.pictures import WIDTH_CM, as_png

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.text.font import CT_RPr
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

FONT = "Arial"
INK, INK_2, MOSS, LAKE, LINE = "1E2A23", "4E5D54", "2C6649", "1F6274", "D9D5C5"
HEADINGS = {1: (22, INK, 0), 2: (14, MOSS, 18), 3: (12, INK, 14), 4: (10.5, INK_2, 10)}
LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

LONGEST_PROPERTY = 255
"""Letters of a property of the file, as python-docx allows them; the heading on the page is never cut."""


def write(document: Document, fonts: Path) -> bytes:
    """The whole Word file."""
    import docx  # costs 84 ms, so only when a Word file is written

    word = docx.Document()
    _describe(word, document)
    _style(word, document.language)
    _fill(_paragraph(word, "Heading1"), document.title)
    _fill(_paragraph(word, "Quiet"), document.lead)
    for block in document.blocks:
        _block(word, block, fonts)
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def _describe(word: "WordDocument", document: Document) -> None:
    """Title and language; no author, and nothing of the template's own."""
    about = word.core_properties
    about.title, about.language = str(document.title)[:LONGEST_PROPERTY], document.language
    about.author = about.comments = about.last_modified_by = about.keywords = ""
    about.created = about.modified = document.made_at.astimezone(UTC).replace(tzinfo=None)


def _style(word: "WordDocument", language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(10.5), RGBColor.from_string(INK)
    normal.paragraph_format.space_after = Pt(5)
    _set(normal.element.get_or_add_rPr(), "w:lang", {"w:val": language, "w:eastAsia": language})
    quiet = word.styles.add_style("Quiet", WD_STYLE_TYPE.PARAGRAPH)
    quiet.base_style, quiet.font.color.rgb = normal, RGBColor.from_string(INK_2)
    word.styles["List Bullet"].paragraph_format.space_after = Pt(3)
    for level, (size, colour, before) in HEADINGS.items():
        style = word.styles[f"Heading {level}"]
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = RGBColor.from_string(colour)
        _own_font(style.element.get_or_add_rPr())
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)


def _own_font(properties: "CT_RPr") -> None:
    """The template's headings name a theme's font, which would win over ours."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _block(word: "WordDocument", block: Block, fonts: Path) -> None:
    match block:
        case Heading(level, text):
            _fill(_paragraph(word, f"Heading{level}"), text)
        case Paragraph(text, quiet):
            _fill(_paragraph(word, "Quiet" if quiet else "Normal"), text)
        case Bullets(items):
            for item in items:
                _item(_paragraph(word, "ListBullet"), item)
        case Table():
            _table(word, block)
        case Picture():
            _picture(word, block, fonts)


def _paragraph(word: "WordDocument", style_id: str) -> "WordParagraph":
    """A paragraph styled by id: by name the library looks through every style each time."""
    paragraph = word.add_paragraph()
    paragraph._p.style = style_id
    return paragraph


def _item(paragraph: "WordParagraph", item: Item) -> None:
    from docx.shared import RGBColor

    if item.label:
        paragraph.add_run(f"{item.label}.").bold = True
        paragraph.add_run(" ")
        _add(paragraph, item.text)
    else:
        _fill(paragraph, item.text)
    if item.remark.spans:
        paragraph.add_run(f" {item.remark}").font.color.rgb = RGBColor.from_string(INK_2)


def _fill(paragraph: "WordParagraph", passage: Passage) -> None:
    if runs_right_to_left(str(passage)):
        _set(paragraph._p.get_or_add_pPr(), "w:bidi", {})
    _add(paragraph, passage)


def _add(paragraph: "WordParagraph", passage: Passage) -> None:
    for piece in pieces(str(passage)):
        if piece.address:
            _link(paragraph, piece)
        else:
            paragraph.add_run(piece.text)


def _link(paragraph: "WordParagraph", piece: TextPiece) -> None:
    """A link, which python-docx can read and not write."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(piece.address, LINK_TYPE, is_external=True))
    run = paragraph.add_run(piece.text)
    run.font.underline, run.font.color.rgb = True, RGBColor.from_string(LAKE)
    link.append(run._r)
    paragraph._p.append(link)


def _table(word: "WordDocument", table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    drawn = word.add_table(rows=len(table.rows) + 1, cols=len(table.headings))
    drawn.autofit = False
    # Asked for once: the library walks the whole table each time a row or a column names its cells.
    first, *others = [row.cells for row in drawn.rows]
    _set(drawn.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", {"w:val": "true"})
    for cell, heading in zip(first, table.headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
        _line_below(cell, INK, 8)
    for cells, row in zip(others, table.rows, strict=True):
        for cell, passage in zip(cells, row, strict=True):
            _fill(cell.paragraphs[0], passage)
            _line_below(cell, LINE, 4)
    for number, (column, share) in enumerate(zip(drawn.columns, table.shares, strict=True)):
        column.width = Cm(WIDTH_CM * share)
        for cells in (first, *others):
            cells[number].width = Cm(WIDTH_CM * share)
            if number in table.figures:
                cells[number].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph()


def _line_below(cell: "_Cell", colour: str, eighths: int) -> None:
    borders = _set(cell._tc.get_or_add_tcPr(), "w:tcBorders", {})
    _set(borders, "w:bottom", {"w:val": "single", "w:sz": str(eighths), "w:color": colour})


def _picture(word: "WordDocument", picture: Picture, fonts: Path) -> None:
    from docx.shared import Cm

    drawn = word.add_picture(BytesIO(as_png(picture, fonts)), width=Cm(WIDTH_CM))
    drawn._inline.docPr.set("descr", picture.in_words)


def _set(parent: "BaseOxmlElement", tag: str, attributes: dict[str, str]) -> "BaseOxmlElement":
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    child = cast("BaseOxmlElement", OxmlElement(tag))
    for name, value in attributes.items():
        child.set(qn(name), value)
    parent.append(child)
    return child
