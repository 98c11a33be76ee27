"""The OpenDocument file, opened again: headings, lists, tables, links, and notes that stay text."""

import os
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from odfdo import Document as OpenDocument

from formats.exports import Choices, open_document
from formats.exports.open_document_styles import NAMESPACES
from formats.exports.passages import clean_text
from tests.exports.conftest import FONTS
from tests.exports.sessions import HOSTILE, NOW, a_document, noted, reference_session


@pytest.fixture(scope="module")
def content() -> bytes:
    return open_document.write(a_document(reference_session(), Choices(timings=True), NOW), FONTS)


@pytest.fixture(scope="module")
def reference(content: bytes) -> OpenDocument:
    return OpenDocument(BytesIO(content))


def test_it_has_headings_in_order(reference: OpenDocument) -> None:
    headings = [(int(one.level), one.inner_text) for one in reference.body.headers]

    assert headings[:3] == [(1, "February peer assist"), (2, "Who does what by when"), (2, "What we worked on")]
    assert (2, "Round 1: what came up") in headings
    assert (3, "Insights") in headings


def test_it_has_lists_and_tables_with_a_row_of_headings(reference: OpenDocument, content: bytes) -> None:
    headed = {table.name: table for table in reference.body.tables}
    assert headed["Who does what by when"].get_row_values(0) == ["What", "Who", "By"]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.read("content.xml").count(b"<table:table-header-rows>") == 2


def test_it_has_a_title_a_language_and_no_author(reference: OpenDocument, content: bytes) -> None:
    assert reference.meta.title == "February peer assist"
    assert reference.meta.language == "en-GB"
    assert reference.meta.creator is None
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert b'fo:language="en" fo:country="GB"' in archive.read("styles.xml")


def test_the_kind_of_file_stands_first_as_the_standard_asks(content: bytes) -> None:
    assert content[30:38] == b"mimetype"
    assert content[38:77] == b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_is_kept_as_it_was_typed(text: str) -> None:
    written = open_document.write(a_document(noted(text), Choices(people=False), NOW), FONTS)
    with zipfile.ZipFile(BytesIO(written)) as archive:
        tree = ElementTree.fromstring(archive.read("content.xml"))
    entries = [_typed(entry) for entry in tree.iter(f"{{{NAMESPACES['text']}}}p")]

    assert f"Room 2\t{clean_text(text)}" in entries


def _typed(element: ElementTree.Element) -> str:
    """The text of an element, breaks and repeated spaces read as their tags mean them."""
    tag = element.tag.rpartition("}")[2]
    count = int(element.get(f"{{{NAMESPACES['text']}}}c", "1"))
    own = {"line-break": "\n", "tab": "\t", "s": " " * count}.get(tag, "")
    return own + (element.text or "") + "".join(_typed(child) + (child.tail or "") for child in element)


@pytest.mark.skipif(
    not (shutil.which("soffice") and os.environ.get("CLEARING_OFFICE")),
    reason="takes LibreOffice and ten seconds; set CLEARING_OFFICE",
)
def test_libreoffice_opens_it(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "out.odt").write_bytes(content)
    command = ["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), "out.odt"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120, capture_output=True)

    assert "Round 1: what came up" in (tmp_path / "out.txt").read_text("utf-8-sig")
