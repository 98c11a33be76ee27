"""How do texts, links, tables and fields get into a Word file, where python-docx leaves them to the XML?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from formats.exports.passages import Passage, TextPiece, directed_runs, pieces, runs_right_to_left
from formats.exports.word_styles import child

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def fill_paragraph(paragraph: "WordParagraph", passage: Passage, style: str | None = None) -> None:
    """Gives a paragraph its text, and its direction."""
    if runs_right_to_left(str(passage)):
        properties = paragraph._p.get_or_add_pPr()
        child(properties, "w:bidi")
    add_passage(paragraph, passage, style)


def add_passage(paragraph: "WordParagraph", passage: Passage, style: str | None = None) -> None:
    """Adds a text with its links, each run marked with its direction."""
    for piece in pieces(str(passage)):
        if piece.address:
            _link(paragraph, piece)
        else:
            for text, right_to_left in directed_runs(piece.text):
                _direct(paragraph.add_run(text, style=style), right_to_left)


def _direct(run: "Run", right_to_left: bool) -> None:
    """Word orders each run as it is marked, whatever its letters are."""
    if right_to_left:
        run.font.rtl = True


def _link(paragraph: "WordParagraph", piece: TextPiece) -> None:
    """A link, which python-docx can read and not write."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(piece.address, LINK_TYPE, is_external=True))
    run = paragraph.add_run(piece.text, style="Hyperlink")
    link.append(run._r)
    paragraph._p.append(link)


def count_from_one(word: "WordDocument", paragraphs: Sequence["WordParagraph"]) -> None:
    """Makes numbered paragraphs a list of their own: Word counts on through all that share a style."""
    numbering = word.part.numbering_part.element
    (usual,) = word.styles["List Number"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    made = numbering.add_num(numbering.num_having_numId(int(usual)).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        counted = child(properties, "w:numPr")
        properties.insert(1, counted)  # the standard wants it behind the style
        child(counted, "w:ilvl", {"w:val": "0"})
        child(counted, "w:numId", {"w:val": str(made.numId)})
        if paragraph.style is not None:
            # What counts by itself is set in as its list says, no longer as its style.
            usual_indents, own = paragraph.style.paragraph_format, paragraph.paragraph_format
            own.left_indent, own.first_line_indent = usual_indents.left_indent, usual_indents.first_line_indent


def style_table(table: "WordTable", style_id: str, *, with_head: bool = False) -> None:
    """A table of this style, its columns as wide as they are told to be."""
    properties = table._tbl.tblPr
    properties.style = style_id
    table.autofit = False
    look = {"w:firstRow": "1" if with_head else "0", "w:lastRow": "0", "w:firstColumn": "0", "w:lastColumn": "0"}
    child(properties, "w:tblLook", {**look, "w:noHBand": "1", "w:noVBand": "1"})


def size_columns(table: "WordTable", widths_cm: list[float]) -> None:
    """Gives each column its width."""
    from docx.shared import Cm

    rows = [row.cells for row in table.rows]
    for number, (column, width) in enumerate(zip(table.columns, widths_cm, strict=True)):
        column.width = Cm(width)
        for cells in rows:
            cells[number].width = Cm(width)


def keep_row_together(row: "BaseOxmlElement") -> None:
    """A row goes to the next page whole."""
    child(row.get_or_add_trPr(), "w:cantSplit", {"w:val": "true"})  # type: ignore[attr-defined]  # a row has it


def add_field(paragraph: "WordParagraph", instruction: str) -> None:
    """A number that Word counts itself."""
    field = child(paragraph._p, "w:fldSimple", {"w:instr": instruction})
    run = paragraph.add_run("1")
    field.append(run._r)
