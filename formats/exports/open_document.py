"""A document as OpenDocument text with real headings, lists, tables and links.

Four small XML files in an archive need no library; the one that was tried brings a template in another language.
"""

import re
from collections.abc import Iterator
from datetime import UTC
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Picture, Table
from formats.exports.open_document_style import CONTENT, MANIFEST, META, STYLES
from formats.exports.passages import Passage, pieces, runs_right_to_left
from formats.exports.pictures import WIDTH_CM, as_png, proportion

MIME = "application/vnd.oasis.opendocument.text"
SPACES = re.compile(" {2,}")
PICTURE_ENTRY = '\n<manifest:file-entry manifest:full-path="{}" manifest:media-type="image/png"/>'


def _escape(text: str) -> str:
    return escape(text, quote=False)


def _attribute(text: str) -> str:
    """Within quotes; line breaks and tabs are written out, or an XML reader makes spaces of them."""
    return '"' + escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;") + '"'


def write(document: Document, fonts: Path) -> bytes:
    """The whole OpenDocument file."""
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    language, _, country = document.language.partition("-")
    moment = document.made_at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    names = {f"Pictures/{n}.png": picture for n, picture in enumerate(pictures)}
    files: dict[str, str | bytes] = {
        "content.xml": CONTENT % "\n".join(_body(document, iter(names))),
        "styles.xml": STYLES % (language, country),
        "meta.xml": META % (_escape(str(document.title)), document.language, moment),
        "META-INF/manifest.xml": MANIFEST % "".join(PICTURE_ENTRY.format(name) for name in names),
    }
    return _archive(files | {name: as_png(picture, fonts) for name, picture in names.items()}, document)


def _archive(files: dict[str, str | bytes], document: Document) -> bytes:
    """The files zipped, the kind of file first and not compressed, as the standard asks."""
    when = document.made_at.astimezone(UTC).timetuple()[:6]
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in {"mimetype": MIME, **files}.items():
            entry = ZipInfo(name, date_time=(when[0], when[1], when[2], when[3], when[4], when[5]))
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, text)
    return content.getvalue()


def _body(document: Document, pictures: Iterator[str]) -> Iterator[str]:
    yield _heading(1, document.title)
    yield _paragraph(document.lead, "Quiet")
    for block in document.blocks:
        yield _block(block, pictures)


def _block(block: Block, pictures: Iterator[str]) -> str:
    match block:
        case Heading(level, text):
            return _heading(level, text)
        case Paragraph(text, quiet):
            return _paragraph(text, "Quiet" if quiet else "Standard")
        case Bullets(items):
            entries = "".join(f"<text:list-item>{_item(item)}</text:list-item>" for item in items)
            return f'<text:list text:style-name="Bullets">{entries}</text:list>'
        case Table():
            return _table(block)
        case Picture():
            return _picture(block, next(pictures))


def _heading(level: int, text: Passage) -> str:
    tag = f'text:h text:style-name="Heading_20_{level}" text:outline-level="{level}"'
    return f"<{tag}>{_text(text)}</text:h>"


def _paragraph(text: Passage, style: str) -> str:
    style = "Mirrored" if runs_right_to_left(str(text)) else style
    return f'<text:p text:style-name="{style}">{_text(text)}</text:p>'


def _item(item: Item) -> str:
    label = f'<text:span text:style-name="Label">{_escape(item.label)}.</text:span> ' if item.label else ""
    quiet = f' <text:span text:style-name="Remark">{_text(item.remark)}</text:span>' if item.remark.spans else ""
    style = "Mirrored" if runs_right_to_left(str(item.text)) and not label else "Entry"
    return f'<text:p text:style-name="{style}">{label}{_text(item.text)}{quiet}</text:p>'


def _table(table: Table) -> str:
    headings = "".join(_cell("HeadCell", _heading_cell(table, n)) for n in range(len(table.headings)))
    rows = (
        "".join(
            _cell("Cell", _paragraph(cell, "Figure" if n in table.figures else "Standard"))
            for n, cell in enumerate(row)
        )
        for row in table.rows
    )
    return (
        f'<table:table table:name={_attribute(table.name)} table:style-name="Whole">'
        f"{''.join(map(_column, table.shares))}"
        f"<table:table-header-rows><table:table-row>{headings}</table:table-row></table:table-header-rows>"
        f"{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    )


def _column(share: float) -> str:
    return f'<table:table-column table:style-name="Share{round(share * 100)}"/>'


def _heading_cell(table: Table, column: int) -> str:
    style = "Figure" if column in table.figures else "Head"
    return f'<text:p text:style-name="{style}">{_label(table.headings[column])}</text:p>'


def _label(text: str) -> str:
    return f'<text:span text:style-name="Label">{_escape(text)}</text:span>'


def _cell(style: str, content: str) -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{content}</table:table-cell>'


def _picture(picture: Picture, name: str) -> str:
    height = WIDTH_CM * proportion(picture)
    return (
        '<text:p text:style-name="Standard"><draw:frame text:anchor-type="as-char" '
        f'svg:width="{WIDTH_CM}cm" svg:height="{height:.2f}cm"><draw:image xlink:href="{name}" '
        'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:desc>{_escape(picture.in_words)}</svg:desc></draw:frame></text:p>"
    )


def _text(passage: Passage) -> str:
    return "".join(
        f'<text:a xlink:type="simple" xlink:href={_attribute(piece.address)} '
        f'text:style-name="Internet_20_link">{_escape(piece.text)}</text:a>'
        if piece.address
        else "<text:line-break/>".join(map(_keep_spaces, piece.text.split("\n")))
        for piece in pieces(str(passage))
    )


def _keep_spaces(text: str) -> str:
    """Text in which several spaces stay several."""
    return SPACES.sub(_several_spaces, _escape(text))


def _several_spaces(found: re.Match[str]) -> str:
    return f' <text:s text:c="{len(found.group()) - 1}"/>'
