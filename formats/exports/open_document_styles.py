"""How does the OpenDocument file look? The same named styles as in Word, with the palette of the app."""

from html import escape

from formats.exports.document import Document
from formats.exports.passages import FIELD
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
    text_width_cm,
)
from formats.exports.wording import PAGES, language_and_region

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
LIST_NUMBER, ROOT = "List Number", "Standard"
WIDEST_SHARES = 100
COUNTED = {"page": '<text:page-number text:select-page="current"/>', "pages": "<text:page-count/>"}
"""The numbers that the program counts itself, by the field of the message that they fill in."""


def style_id(name: str) -> str:
    """A style's name as it stands in the file."""
    return name.replace(" ", "_20_")


def styles_xml(document: Document) -> str:
    """The named styles, the page, and what stands at its head and foot."""
    language, country = language_and_region(document.tag)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {DECLARED} office:version="1.3"><office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"{
        _direction(document) + _alignment(document)
    }/>
<style:text-properties fo:font-family="{FONT}" fo:font-size="10.5pt" style:font-size-asian="10.5pt"
  style:font-size-complex="10.5pt" fo:color="#{INK}" fo:language="{language}" fo:country="{country or "none"}"
  {_complex(document)}/>
</style:default-style>
<style:style style:name="{ROOT}" style:family="paragraph" style:class="text">
  <style:paragraph-properties fo:margin-bottom="5pt" fo:line-height="118%"/></style:style>
{"".join(_heading(level, *look) for level, look in HEADINGS.items())}
{"".join(_paragraph(style, document) for style in STYLES)}
{"".join(_mirrored(style, document) for style in (TextStyle(ROOT), *STYLES))}
<style:style style:name="Entry" style:family="paragraph" style:parent-style-name="{ROOT}">
  <style:paragraph-properties fo:margin-bottom="3pt"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="{ROOT}">
  <style:paragraph-properties><style:tab-stops><style:tab-stop style:position="{
        text_width_cm(document.paper):.2f}cm"
  style:type="right"/></style:tab-stops></style:paragraph-properties>
  <style:text-properties fo:font-size="8.5pt" fo:color="#{INK_2}"/></style:style>
{"".join(_characters(name, *look) for name, look in CHARACTER_STYLES.items())}
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">
  <style:text-properties fo:color="#{LAKE}" style:text-underline-style="solid"/></style:style>
{_list("Bullets", '<text:list-level-style-bullet text:level="1" text:bullet-char="•">', "bullet", -0.45, 0.55)}
{
        _list(
            "Numbers",
            '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">',
            "number",
            -0.7,
            1.1,
        )
    }
</office:styles><office:automatic-styles>{_page(document)}</office:automatic-styles><office:master-styles>
{_master(document)}</office:master-styles></office:document-styles>
"""


def content_xml(document: Document) -> str:
    """An empty body, with the styles of tables: OpenDocument has no named ones for them."""
    width = text_width_cm(document.paper)
    shares = "".join(
        f'<style:style style:name="Share{share}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * share / WIDEST_SHARES:.2f}cm"/></style:style>'
        for share in range(1, WIDEST_SHARES + 1)
    )
    side = "right" if document.from_the_right else "left"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {DECLARED} office:version="1.3"><office:automatic-styles>
{_cell("HeadCell", bottom=f"1pt solid #{STRONG_LINE}")}{_cell("Cell", bottom=f"0.5pt solid #{LINE}")}
{_cell("ColumnCell")}{_cell("CardCell", top=f"1.5pt solid #{MOSS}")}{shares}
<style:style style:name="Row" style:family="table-row"><style:table-row-properties
  fo:keep-together="always"/></style:style>
<style:style style:name="Whole" style:family="table"><style:table-properties style:width="{width}cm"
  fo:margin-bottom="0.2cm" table:align="{side}"{_direction(document)}/></style:style>
</office:automatic-styles><office:body><office:text/></office:body></office:document-content>
"""


META = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta {DECLARED} office:version="1.3"><office:meta/></office:document-meta>
"""
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest {DECLARED} manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def _direction(document: Document) -> str:
    """Where everything begins at the right."""
    return ' style:writing-mode="rl-tb"' if document.from_the_right else ""


def _alignment(document: Document) -> str:
    """Some programs take the start of a line for the left, so its side is named."""
    return ' fo:text-align="right"' if document.from_the_right else ""


def _complex(document: Document) -> str:
    """The language of letters that are read from the right, which have one of their own."""
    if not document.from_the_right:
        return ""
    language, country = language_and_region(document.tag)
    return f'style:language-complex="{language}" style:country-complex="{country or "none"}"'


def _heading(level: int, size: float, colour: str, before: float, after: float) -> str:
    left = f' fo:margin-left="{MARGIN_CM}cm"' if level == 3 else ""
    return f"""
<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph"
  style:parent-style-name="{ROOT}" style:next-style-name="{ROOT}" style:default-outline-level="{level}">
  <style:paragraph-properties fo:margin-top="{before}pt" fo:margin-bottom="{after}pt"
  fo:keep-with-next="always"{left}/>
  <style:text-properties {_size(size)} {_weight(True)} fo:color="#{colour}"/></style:style>"""


def _paragraph(style: TextStyle, document: Document) -> str:
    style = style.mirrored if document.from_the_right else style
    base = ROOT if style.base in ("Normal", LIST_NUMBER) else style.base
    text = [_size(style.size)] if style.size is not None else []
    text += [_weight(style.bold)] if style.bold is not None else []
    text += [f'fo:color="#{style.colour}"'] if style.colour else []
    tab = ""
    if style.tab_cm is not None:
        # Measured from the indent of the paragraph, which the tab leads to.
        stop = f'<style:tab-stop style:position="{style.tab_cm - (style.left_cm or 0)}cm"/>'
        tab = f"<style:tab-stops>{stop}</style:tab-stops>"
    return f"""
<style:style style:name="{style_id(style.name)}" style:display-name="{style.name}" style:family="paragraph"
  style:parent-style-name="{style_id(base)}">
  <style:paragraph-properties {" ".join(_form(style, document))}>{tab}</style:paragraph-properties>
  <style:text-properties {" ".join(text)}/></style:style>"""


def _form(style: TextStyle, document: Document) -> list[str]:
    lengths = {
        "fo:margin-top": (style.before, "pt"),
        "fo:margin-bottom": (style.after, "pt"),
        "fo:margin-left": (style.left_cm, "cm"),
        "fo:text-indent": (style.first_cm, "cm"),
    }
    form = [f'{name}="{value}{unit}"' for name, (value, unit) in lengths.items() if value is not None]
    if style.keep_next:
        form.append('fo:keep-with-next="always"')
    if style.name in RIGHT_ALIGNED:
        form.append(f'fo:text-align="{"left" if document.from_the_right else "end"}"')
    return form + (_box(style.box) if style.box else [])


def _box(box: Box) -> list[str]:
    said = [f'fo:background-color="#{box.ground}"'] if box.ground else []
    for side, (eighths, colour) in box.lines.items():
        said.append(f'fo:border-{side}="{eighths / 8}pt solid #{colour}"')
    return [*said, 'fo:padding="6pt"', 'style:join-border="true"']


def _mirrored(style: TextStyle, document: Document) -> str:
    """The same style for a text that runs the other way than the document."""
    mode = "lr-tb" if document.from_the_right else "rl-tb"
    name = f"{style.name} mirrored"
    return f"""
<style:style style:name="{style_id(name)}" style:display-name="{name}" style:family="paragraph"
  style:parent-style-name="{style_id(style.name)}">
  <style:paragraph-properties style:writing-mode="{mode}" fo:text-align="right"/></style:style>"""


def _characters(name: str, colour: str | None, bold: bool | None) -> str:
    text = [f'fo:color="#{colour}"'] if colour else []
    text += [_weight(bold)] if bold is not None else []
    text += [_size(9)] if name == "Source" else []
    return f"""
<style:style style:name="{name}" style:family="text"><style:text-properties {" ".join(text)}/></style:style>"""


def _size(points: float) -> str:
    return f'fo:font-size="{points}pt" style:font-size-asian="{points}pt" style:font-size-complex="{points}pt"'


def _weight(bold: bool) -> str:
    weight = "bold" if bold else "normal"
    return f'fo:font-weight="{weight}" style:font-weight-asian="{weight}" style:font-weight-complex="{weight}"'


def _list(name: str, opening: str, kind: str, indent: float, left: float) -> str:
    return f"""
<text:list-style style:name="{name}">{opening}
  <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
  <style:list-level-label-alignment text:label-followed-by="{"space" if kind == "number" else "listtab"}"
  fo:text-indent="{indent}cm" fo:margin-left="{left}cm"/></style:list-level-properties>
  </text:list-level-style-{kind}></text:list-style>"""


def _cell(name: str, *, top: str = "none", bottom: str = "none") -> str:
    return f"""
<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:padding-top="0.05cm"
  fo:padding-bottom="0.05cm" fo:padding-left="0cm" fo:padding-right="0.3cm" fo:border-bottom="{bottom}"
  fo:border-top="{top}" fo:border-left="none" fo:border-right="none"/></style:style>"""


def _page(document: Document) -> str:
    width, height = document.paper.size_cm
    return f"""
<style:page-layout style:name="Paper"><style:page-layout-properties fo:page-width="{width}cm"
  fo:page-height="{height}cm" fo:margin-top="1.1cm" fo:margin-bottom="1.1cm" fo:margin-left="{SIDE_CM}cm"
  fo:margin-right="{SIDE_CM}cm"{_direction(document)}/>
<style:header-style><style:header-footer-properties fo:min-height="{TOP_CM - 1.1:.1f}cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="{BOTTOM_CM - 1.1:.1f}cm"
  fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>"""


def _master(document: Document) -> str:
    first = _line(document.running, escape(document.purpose, quote=False))
    others = _line(document.running, escape(str(document.title), quote=False))
    pages = "".join(
        COUNTED[part] if at % 2 else escape(part, quote=False) for at, part in enumerate(FIELD.split(str(PAGES)))
    )
    foot = _line(document.footer, pages)
    return f"""
<style:master-page style:name="{ROOT}" style:page-layout-name="Paper"><style:header>{others}</style:header>
<style:header-first>{first}</style:header-first><style:footer>{foot}</style:footer>
<style:footer-first>{foot}</style:footer-first></style:master-page>"""


def _line(left: str, right: str) -> str:
    return f'<text:p text:style-name="Header">{escape(left, quote=False)}<text:tab/>{right}</text:p>'
