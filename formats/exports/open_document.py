"""A document as OpenDocument text with real headings, lists, tables and links, all by named styles."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from formats.exports.document import (
    Block,
    Bullets,
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
from formats.exports.open_document_elements import (
    add_passage,
    add_span,
    card_rows,
    columns_table,
    directed_style,
    headed_table,
    list_of,
    margin_list,
    paragraph_of,
)
from formats.exports.open_document_styles import MANIFEST, META, content_xml, style_id, styles_xml
from formats.exports.passages import Passage, plain
from formats.exports.pictures import as_png, proportion
from formats.exports.text_styles import box_name, heading_style, text_style, text_width_cm
from formats.language import tr

if TYPE_CHECKING:
    from odfdo import Document as OpenDocument
    from odfdo import Element

MIME = "application/vnd.oasis.opendocument.text"


@in_its_language
def write(document: Document, fonts: Path) -> bytes:
    """The whole OpenDocument file."""
    import odfdo  # costs 90 ms, so only when such a file is written

    made = odfdo.Document(BytesIO(_empty_file(document)))
    made.meta.title, made.meta.language = str(document.title), document.tag
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
        "content.xml": content_xml(document),
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
            yield paragraph_of("Quiet", self._document.lead)
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
                yield paragraph_of(text_style(self._box, quiet=quiet, strong=strong, usual="Standard"), text)
            case Bullets(items, numbered):
                yield from self._bullets(items, numbered=numbered)
            case MarginList(groups):
                yield from margin_list(groups)
            case Facts(facts):
                cells = [[("Fact label", plain(one.label)), ("Fact", one.text)] for one in facts]
                yield columns_table(tr("Facts"), "ColumnCell", [cells])
            case Cards(cards):
                yield columns_table(tr("What we worked on"), "CardCell", card_rows(cards))
            case Table():
                yield headed_table(block)
            case Picture():
                yield self._picture(block)

    def _heading(self, level: int, style: str, text: Passage) -> "Element":
        import odfdo

        heading = odfdo.Header(level)
        heading.set_attribute("text:style-name", style_id(directed_style(style, text)))  # the library forgets it
        add_passage(heading, text)
        return heading

    def _bullets(self, items: tuple[Item, ...], *, numbered: bool) -> "Iterator[Element]":
        if self._box and not numbered:
            yield from (self._item(self._box, item) for item in items)
        else:
            style = "Key note" if numbered else "Entry"
            yield list_of("Numbers" if numbered else "Bullets", (self._item(style, item) for item in items))

    def _item(self, style: str, item: Item) -> "Element":
        paragraph = paragraph_of("Entry" if style == "Entry" else style, plain(""))
        if style != "Entry" and not item.label:
            paragraph.style = style_id(directed_style(style, item.text))
        if item.label:
            add_span(paragraph, f"{item.label}.", "Label")
            paragraph.append_plain_text(" ")
        if style == "Key note":
            add_passage(paragraph, item.text, "Label")
        else:
            add_passage(paragraph, item.text)
        if item.remark.spans:
            paragraph.append_plain_text("\n" if self._box else " ")
            add_passage(paragraph, item.remark, "Source" if self._box else "Remark")
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
        paragraph = paragraph_of("Standard", plain(""))
        paragraph.append(frame)
        return paragraph
