"""Reads exports again as another program would: what a person sees, and what the file claims to be."""

from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

VOID = frozenset({"meta", "br", "link", "img", "hr"})


class Page(HTMLParser):
    """A web page as (tag, text) in the order of reading; refuses tags that do not close."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.texts.append((self.open[-1], "\n"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.append((self.open[-1], data))

    @property
    def visible(self) -> str:
        """The text of the body."""
        return "".join(text for tag, text in self.texts if tag not in ("style", "title"))

    def all_of(self, tag: str) -> list[str]:
        """The texts directly in tags of this name."""
        return [text for name, text in self.texts if name == tag]


def pdf_of(content: bytes) -> PdfReader:
    """The PDF opened again."""
    return PdfReader(BytesIO(content))


def pdf_text(content: bytes) -> str:
    """All text of a PDF, white space evened out."""
    text = " ".join(page.extract_text() for page in pdf_of(content).pages)
    return " ".join(text.split())


def pdf_tags(content: bytes) -> list[str]:
    """The structure elements of a tagged PDF, in order of reading."""
    found: list[str] = []
    _walk(pdf_of(content).trailer["/Root"]["/StructTreeRoot"], found)
    return found


def _walk(node: object, found: list[str]) -> None:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for one in node:
            _walk(one, found)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            found.append(str(node["/S"]).removeprefix("/"))
        _walk(node.get("/K"), found)
