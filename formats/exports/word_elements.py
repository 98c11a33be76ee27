"""How do texts, links, lists, tables and fields get into a Word file? As plain elements, each style by its id.

python-docx looks through all styles for every run and through all relations for every link; a long session has
thousands of both.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from re import split
from typing import TYPE_CHECKING

from formats.exports.passages import Passage, directed_runs, pieces, runs_the_other_way

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part
    from lxml.etree import _Element as Element

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TWIPS_IN_CM = 1440 / 2.54


@cache
def qualified(name: str) -> str:
    """A name such as w:p as the XML library spells it."""
    from docx.oxml.ns import qn

    return str(qn(name))


def child(parent: "Element", tag: str, attributes: Mapping[str, str] = {}) -> "Element":
    """A new element at the end of another."""
    from lxml.etree import SubElement

    return SubElement(parent, qualified(tag), {qualified(name): value for name, value in attributes.items()})


class PartTexts:
    """Writes texts into one part of the file: its body, a header or a footer. `ids` are the styles' by name."""

    def __init__(self, part: "Part", ids: Mapping[str, str], *, from_the_right: bool = False) -> None:
        self._part, self._ids, self._from_the_right = part, ids, from_the_right
        self._links: dict[str, str] = {}

    def add_paragraph(self, parent: "Element", style: str, text: str) -> "Element":
        """A paragraph for a text, without it yet; one that runs the other way than the document says so."""
        made = child(parent, "w:p")
        properties = child(made, "w:pPr")
        child(properties, "w:pStyle", {"w:val": self._ids[style]})
        if runs_the_other_way(text, self._from_the_right):
            child(properties, "w:bidi", {"w:val": "0"} if self._from_the_right else {})
            if self._from_the_right:
                child(properties, "w:jc", {"w:val": "right"})  # it begins at the side of the page all the same
        return made

    def add_passage(self, paragraph: "Element", passage: Passage, style: str = "") -> None:
        """Adds a text with its links, each run marked with its direction."""
        for piece in pieces(str(passage)):
            if piece.address:
                link = child(paragraph, "w:hyperlink", {"r:id": self._relation(piece.address)})
                self.add_run(link, piece.text, "Hyperlink")
            else:
                for text, right_to_left in directed_runs(piece.text, self._from_the_right):
                    self.add_run(paragraph, text, style, right_to_left=right_to_left)

    def add_run(self, parent: "Element", text: str, style: str = "", *, right_to_left: bool = False) -> None:
        """Adds letters of one style. Word orders them as they are marked, whatever they are."""
        run = child(parent, "w:r")
        if style or right_to_left:
            properties = child(run, "w:rPr")
            if style:
                child(properties, "w:rStyle", {"w:val": self._ids[style]})
            if right_to_left:
                child(properties, "w:rtl")
        for part in split("([\n\t])", text):
            if part in "\n\t":
                if part:
                    child(run, "w:br" if part == "\n" else "w:tab")
            else:
                spaced = {"xml:space": "preserve"} if part != part.strip() else {}
                child(run, "w:t", spaced).text = part

    def _relation(self, address: str) -> str:
        """The id under which the part names a web address."""
        if address not in self._links:
            self._links[address] = f"link{len(self._links) + 1}"
            self._part.load_rel(LINK_TYPE, address, self._links[address], is_external=True)
        return self._links[address]


def count_from_one(word: "WordDocument", paragraphs: Sequence["Element"], style: str) -> None:
    """Makes paragraphs of a numbered style a list of their own: Word counts on through all that share a style."""
    numbering = word.part.numbering_part.element
    (usual,) = word.styles["List Number"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    made = numbering.add_num(numbering.num_having_numId(int(usual)).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    indents = word.styles[style].element.xpath("w:pPr/w:ind")
    for paragraph in paragraphs:
        properties = paragraph[0]
        counted = child(properties, "w:numPr")
        properties.insert(1, counted)  # the standard wants it behind the style
        child(counted, "w:ilvl", {"w:val": "0"})
        child(counted, "w:numId", {"w:val": str(made.numId)})
        for indent in indents:
            # What counts by itself is set in as its list says, no longer as its style.
            child(properties, "w:ind").attrib.update(indent.attrib)


def add_table(
    parent: "Element",
    style_id: str,
    widths_cm: Sequence[float],
    rows: int,
    *,
    with_head: bool = False,
    from_the_right: bool = False,
) -> "list[list[Element]]":
    """A table of this style, its columns as wide as they are told to be; its empty cells, row by row."""
    table = child(parent, "w:tbl")
    properties = child(table, "w:tblPr")
    child(properties, "w:tblStyle", {"w:val": style_id})
    if from_the_right:
        child(properties, "w:bidiVisual")
    child(properties, "w:tblW", {"w:type": "auto", "w:w": "0"})
    child(properties, "w:tblLayout", {"w:type": "fixed"})
    look = {"w:firstRow": "1" if with_head else "0", "w:lastRow": "0", "w:firstColumn": "0", "w:lastColumn": "0"}
    child(properties, "w:tblLook", {**look, "w:noHBand": "1", "w:noVBand": "1"})
    widths = [str(round(width * TWIPS_IN_CM)) for width in widths_cm]
    grid = child(table, "w:tblGrid")
    for width in widths:
        child(grid, "w:gridCol", {"w:w": width})
    return [_add_row(table, widths, repeats=with_head and not number) for number in range(rows)]


def _add_row(table: "Element", widths: Sequence[str], *, repeats: bool) -> "list[Element]":
    """The cells of a new row, which goes to the next page whole; the head `repeats` on each page."""
    row = child(table, "w:tr")
    properties = child(row, "w:trPr")
    child(properties, "w:cantSplit", {"w:val": "true"})
    if repeats:
        child(properties, "w:tblHeader", {"w:val": "true"})
    cells = [child(row, "w:tc") for _ in widths]
    for cell, width in zip(cells, widths, strict=True):
        child(child(cell, "w:tcPr"), "w:tcW", {"w:type": "dxa", "w:w": width})
    return cells


def add_field(paragraph: "Element", instruction: str) -> None:
    """A number that Word counts itself."""
    field = child(paragraph, "w:fldSimple", {"w:instr": instruction})
    child(child(field, "w:r"), "w:t").text = "1"
