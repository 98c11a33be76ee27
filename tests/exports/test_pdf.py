"""The PDF: tagged, titled, in a language, with bookmarks; notes stay text in every script."""

from pathlib import Path

import pytest

from formats.exports import Choices, pdf
from formats.exports.passages import clean_text
from tests.exports.readers import pdf_of, pdf_tags, pdf_text
from tests.exports.sessions import HOSTILE, NOW, a_document, noted, reference_session


@pytest.fixture(scope="module")
def reference() -> bytes:
    fonts = Path(__file__).parent.parent.parent / "resources" / "fonts"
    return pdf.write(a_document(reference_session(), Choices(timings=True), NOW), fonts)


def test_it_is_accessible_and_says_so(reference: bytes) -> None:
    reader = pdf_of(reference)
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "February peer assist"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_it_has_headings_lists_tables_and_links(reference: bytes) -> None:
    tags = pdf_tags(reference)

    assert tags.count("H1") == 1
    assert tags.count("H3") == len(("Insights", "Ideas", "A question still open", "A story"))
    assert {"H2", "L", "LI", "LBody", "Table", "TH", "TD", "Link"} <= set(tags)


def test_its_bookmarks_are_the_headings(reference: bytes) -> None:
    def titles(outline: list[object]) -> list[str]:
        return [t for one in outline for t in (titles(one) if isinstance(one, list) else [one.title])]  # type: ignore[attr-defined]  # a pypdf destination

    found = titles(pdf_of(reference).outline)
    assert found[:3] == ["February peer assist", "Who does what by when", "What we worked on"]
    assert "Round 1: what came up" in found


def test_our_fonts_are_embedded(reference: bytes) -> None:
    assert b"AtkinsonHyperlegibleNext-Regular" in reference
    assert b"AtkinsonHyperlegibleNext-Bold" in reference


def test_every_note_that_may_leave_is_in_it(reference: bytes) -> None:
    text = pdf_text(reference).replace(" ", "").casefold()

    for note in reference_session().notes:
        assert ("".join(note.text.split()).casefold() in text) == note.may_leave or not note.text


def test_hostile_notes_stay_text(fonts: Path) -> None:
    latin = [text for text in HOSTILE if text.isascii() and "\x00" not in text]
    content = pdf.write(a_document(noted(*HOSTILE), Choices(), NOW), fonts)
    seen = pdf_text(content).replace(" ", "")

    assert [text for text in latin if "".join(clean_text(text).split()) not in seen] == []
    root = pdf_of(content).trailer["/Root"]
    assert "/OpenAction" not in root
    assert "/Names" not in root or "/JavaScript" not in root["/Names"]


def test_a_sign_that_no_font_has_does_not_stop_the_export(fonts: Path) -> None:
    content = pdf.write(a_document(noted("a sign from nowhere: \U000f1234"), Choices(), NOW), fonts)

    assert "shown as empty boxes" in pdf_text(content)
    assert "H1" in pdf_tags(content)


def test_the_same_summary_gives_the_same_bytes(fonts: Path) -> None:
    document = a_document(noted("x"), Choices(), NOW)

    assert pdf.write(document, fonts) == pdf.write(document, fonts)
