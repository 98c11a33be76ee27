"""The picture of a session says the same in words, in every format that holds it."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from formats.exports import Choices, export
from formats.exports.document import Picture
from tests.exports.readers import Page
from tests.exports.sessions import NOW, a_document, reference_session

SESSION = reference_session()
CHOICES = Choices(timings=True)
IN_WORDS = [block.in_words for block in a_document(SESSION, CHOICES, NOW).blocks if isinstance(block, Picture)]


def written(folder: Path, fonts: Path, suffix: str) -> bytes:
    return export(SESSION, folder / f"out.{suffix}", CHOICES, now=NOW, fonts=fonts).read_bytes()


def test_it_says_what_it_shows() -> None:
    (times,) = IN_WORDS

    assert "Ideas and resources: 10:00 planned, 10:20 used" in times


def test_the_web_page_names_each_for_whoever_hears_it(tmp_path: Path, fonts: Path) -> None:
    page = Page(written(tmp_path, fonts, "html").decode())

    drawn = [attributes for tag, attributes in page.tags if tag == "figure"]
    assert [one["aria-label"] for one in drawn] == IN_WORDS
    assert all(one["role"] == "img" for one in drawn)


def test_the_pdf_has_a_tagged_figure_with_its_words(tmp_path: Path, fonts: Path) -> None:
    reader = PdfReader(BytesIO(written(tmp_path, fonts, "pdf")))
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)

    assert alternatives(root["/StructTreeRoot"]) == IN_WORDS


def alternatives(node: object) -> list[str]:
    """The texts that stand for figures in a tree of tags, in order of reading."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        return [text for one in node for text in alternatives(one)]
    if not isinstance(node, DictionaryObject):
        return []
    own = [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
    return own + alternatives(node.get("/K"))


@pytest.mark.parametrize(("suffix", "member"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_word_processors_find_the_words_beside_each(tmp_path: Path, fonts: Path, suffix: str, member: str) -> None:
    with ZipFile(BytesIO(written(tmp_path, fonts, suffix))) as archive:
        tree = ElementTree.fromstring(archive.read(member))

    said = [one.get("descr") or one.text for one in tree.iter() if one.get("descr") or one.tag.endswith("}desc")]
    assert said == IN_WORDS
