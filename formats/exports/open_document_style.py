"""How does the OpenDocument file look? Its styles, with the palette of the app."""

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
TABLE_WIDTH_CM = 16.2
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())


def _heading(level: int, size: float, colour: str, before: float) -> str:
    return f"""
<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph"
  style:parent-style-name="Standard" style:next-style-name="Standard" style:default-outline-level="{level}">
  <style:paragraph-properties fo:margin-top="{before}cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/>
  <style:text-properties fo:font-size="{size}pt" fo:font-weight="bold" fo:color="{colour}"/></style:style>"""


def _paragraph(name: str, paragraph: str = "", text: str = "") -> str:
    return f"""
<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>"""


def _cell(name: str, line: str) -> str:
    return f"""
<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties
  fo:padding="0.1cm" fo:border-bottom="{line}" fo:border-top="none" fo:border-left="none"
  fo:border-right="none"/></style:style>"""


_HEADINGS = "".join((
    _heading(1, 22, "#1E2A23", 0),
    _heading(2, 14, "#2C6649", 0.6),
    _heading(3, 12, "#1E2A23", 0.5),
    _heading(4, 10.5, "#4E5D54", 0.35),
))  # fmt: skip
_PARAGRAPHS = "".join((
    _paragraph("Quiet", text='fo:color="#4E5D54"'),
    _paragraph("Entry", 'fo:margin-bottom="0.08cm"'),
    _paragraph("Mirrored", 'style:writing-mode="rl-tb" fo:text-align="start"'),
    _paragraph("Figure", 'fo:text-align="end"'),
    _paragraph("Head", text='fo:font-weight="bold"'),
))  # fmt: skip

_COLUMNS = "".join(
    f'<style:style style:name="Share{share}" style:family="table-column">'
    f'<style:table-column-properties style:column-width="{TABLE_WIDTH_CM * share / 100:.2f}cm"/></style:style>'
    for share in range(101)
)

# Filled with language, country.
STYLES = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {DECLARED} office:version="1.3"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Arial" fo:font-size="10.5pt"
  fo:color="#1E2A23" fo:language="%s" fo:country="%s"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text">
  <style:paragraph-properties fo:margin-bottom="0.18cm" fo:line-height="125%%"/></style:style>
{_HEADINGS}{_PARAGRAPHS}
<style:style style:name="Label" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Remark" style:family="text"><style:text-properties fo:color="#4E5D54"/></style:style>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">
  <style:text-properties fo:color="#1F6274" style:text-underline-style="solid"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">
  <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
  <style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.45cm"
  fo:margin-left="0.55cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles><office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
  fo:margin-top="2.2cm" fo:margin-bottom="2.2cm" fo:margin-left="2.4cm"
  fo:margin-right="2.4cm"/></style:page-layout>
</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
</office:document-styles>
"""

CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {DECLARED} office:version="1.3"><office:automatic-styles>
{_cell("HeadCell", "1pt solid #1E2A23")}{_cell("Cell", "0.5pt solid #D9D5C5")}
{_COLUMNS}
<style:style style:name="Whole" style:family="table"><style:table-properties style:width="{TABLE_WIDTH_CM}cm"
  table:align="left"/></style:style>
</office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>
"""

# Filled with title, language, moment.
META = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta {DECLARED} office:version="1.3"><office:meta><meta:generator>Clearing</meta:generator>
<dc:title>%s</dc:title><dc:language>%s</dc:language><meta:creation-date>%s</meta:creation-date>
</office:meta></office:document-meta>
"""

# Filled with the entries of pictures.
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest {DECLARED} manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>%s
</manifest:manifest>
"""
