"""How does the Word file look? By named styles only: whoever changes one changes the whole."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from formats.exports.paper import Paper
from formats.exports.text_styles import (
    BOTTOM_CM,
    CHARACTER_STYLES,
    FONT,
    HEADINGS,
    INK,
    INK_2,
    LAKE,
    LINE,
    MARGIN_CM,
    MOSS,
    RIGHT_ALIGNED,
    SIDE_CM,
    STRONG_LINE,
    STYLES,
    TOP_CM,
    Box,
    TextStyle,
)
from formats.exports.word_elements import child

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from lxml.etree import _Element as Element


BOX_EDGE_CM = 0.2
"""How far Word draws the lines of a box beside its text, and so beyond the margin."""


def add_styles(word: "WordDocument", language: str, paper: Paper, *, from_the_right: bool = False) -> None:
    """Gives the file our page and our styles."""
    _set_page(word, paper)
    _set_normal(word, language, from_the_right=from_the_right)
    for level, look in HEADINGS.items():
        _set_heading(cast("ParagraphStyle", word.styles[f"Heading {level}"]), level, *look)
    for style in STYLES:
        _add_style(word, style.mirrored if from_the_right else style)
    _add_character_styles(word)
    _add_table_style(word, "Minutes table", {"insideH": (4, LINE), "bottom": (4, LINE)}, head=STRONG_LINE)
    _add_table_style(word, "Columns", {})
    _add_table_style(word, "Cards", {"top": (12, MOSS)})


def _set_page(word: "WordDocument", paper: Paper) -> None:
    from docx.shared import Cm

    section = word.sections[0]
    width, height = paper.size_cm
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(SIDE_CM)
    section.top_margin, section.bottom_margin = Cm(TOP_CM), Cm(BOTTOM_CM)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True


def _set_normal(word: "WordDocument", language: str, *, from_the_right: bool) -> None:
    from docx.shared import Pt, RGBColor

    normal = cast("ParagraphStyle", word.styles["Normal"])
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(10.5), RGBColor.from_string(INK)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.widow_control = True
    _use_our_font(normal)
    spoken = {"w:val": language, "w:eastAsia": language}
    if from_the_right:
        child(normal.element.get_or_add_pPr(), "w:bidi")
        _in_order(normal.element.get_or_add_pPr())
        spoken["w:bidi"] = language
    child(normal.element.get_or_add_rPr(), "w:lang", spoken)
    bullet = cast("ParagraphStyle", word.styles["List Bullet"])
    bullet.paragraph_format.space_after = Pt(3)
    for name in ("Header", "Footer"):
        style = cast("ParagraphStyle", word.styles[name])
        style.paragraph_format.tab_stops.clear_all()
        style.font.size, style.font.color.rgb = Pt(8.5), RGBColor.from_string(INK_2)


def _set_heading(
    style: "ParagraphStyle", level: int, size: float, colour: str, before: float, after: float
) -> None:
    from docx.shared import Cm, Pt, RGBColor

    style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
    style.font.cs_bold = True
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True
    if level == 3:
        style.paragraph_format.left_indent = Cm(MARGIN_CM)
    _use_our_font(style)


def _add_style(word: "WordDocument", wanted: TextStyle) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    style = cast("ParagraphStyle", word.styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = word.styles[wanted.base]
    style.quick_style = True
    form = style.paragraph_format
    if wanted.size is not None:
        style.font.size = Pt(wanted.size)
    if wanted.bold is not None:
        style.font.bold = style.font.cs_bold = wanted.bold
    if wanted.colour:
        style.font.color.rgb = RGBColor.from_string(wanted.colour)
    form.space_before = None if wanted.before is None else Pt(wanted.before)
    form.space_after = None if wanted.after is None else Pt(wanted.after)
    form.left_indent = None if wanted.left_cm is None else Cm(wanted.left_cm)
    form.first_line_indent = None if wanted.first_cm is None else Cm(wanted.first_cm)
    if wanted.tab_cm is not None:
        form.tab_stops.add_tab_stop(Cm(wanted.tab_cm))
    if wanted.keep_next:
        form.keep_with_next = True
    if wanted.name in RIGHT_ALIGNED:
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if wanted.box is not None:
        form.keep_together = True
        form.right_indent = Cm(BOX_EDGE_CM)
        _draw_box(style, wanted.box)


def _draw_box(style: "ParagraphStyle", box: Box) -> None:
    properties = style.element.get_or_add_pPr()
    if box.lines:
        borders = child(properties, "w:pBdr")
        for side in ("top", "left", "bottom", "right"):
            if side in box.lines:
                eighths, colour = box.lines[side]
                line = {"w:val": "single", "w:sz": str(eighths), "w:space": "6", "w:color": colour}
                child(borders, f"w:{side}", line)
    if box.ground:
        child(properties, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": box.ground})
    _in_order(properties)


def _in_order(properties: "BaseOxmlElement") -> None:
    """The parts of a paragraph's properties in the order in which the standard wants them."""
    from docx.oxml.ns import qn

    order = (
        "keepNext",
        "keepLines",
        "widowControl",
        "numPr",
        "pBdr",
        "shd",
        "tabs",
        "bidi",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
    )
    known = {qn(f"w:{name}"): place for place, name in enumerate(order)}
    for element in sorted(properties, key=lambda one: known.get(one.tag, len(order))):
        properties.append(element)


def _add_character_styles(word: "WordDocument") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    for name, (colour, bold) in CHARACTER_STYLES.items():
        style = cast("CharacterStyle", word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER))
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
        if bold is not None:
            style.font.bold = style.font.cs_bold = bold
        if name == "Source":
            style.font.size = Pt(9)
    link = cast("CharacterStyle", word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER))
    link.font.color.rgb, link.font.underline = RGBColor.from_string(LAKE), True


def _add_table_style(
    word: "WordDocument", name: str, lines: Mapping[str, tuple[int, str]], *, head: str = ""
) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    style = word.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    properties = child(style.element, "w:tblPr")
    child(properties, "w:tblInd", {"w:w": "0", "w:type": "dxa"})
    if lines:
        _border(child(properties, "w:tblBorders"), lines)
    margins = child(properties, "w:tblCellMar")
    for side, width in (("left", "0"), ("right", "170")):
        child(margins, f"w:{side}", {"w:w": width, "w:type": "dxa"})
    if head:
        first = child(style.element, "w:tblStylePr", {"w:type": "firstRow"})
        _border(child(child(first, "w:tcPr"), "w:tcBorders"), {"bottom": (8, head)})


def _border(borders: "Element", lines: Mapping[str, tuple[int, str]]) -> None:
    for side in ("top", "bottom", "insideH"):
        if side in lines:
            eighths, colour = lines[side]
            child(
                borders, f"w:{side}", {"w:val": "single", "w:sz": str(eighths), "w:space": "0", "w:color": colour}
            )


def _use_our_font(style: "ParagraphStyle") -> None:
    """The template's styles name a theme's font, which would win over ours."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
