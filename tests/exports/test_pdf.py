"""The PDF: tagged, titled, in a language, with bookmarks; notes stay text in every script."""

from dataclasses import replace
from pathlib import Path

import pytest

from formats.exports import Choices, pdf
from formats.exports.passages import clean_text
from formats.session.notes import NoteKind
from formats.session.session import Session
from tests.exports.readers import pdf_of, pdf_tags, pdf_text
from tests.exports.sessions import HOSTILE, NOW, a_document, a_note, a_session, noted, reference_session


@pytest.fixture(scope="module")
def reference() -> bytes:
    fonts = Path(__file__).parent.parent.parent / "resources" / "fonts"
    notes = (replace(note, is_key=note.text.startswith("Start with")) for note in reference_session().notes)
    session = replace(reference_session(), notes=tuple(notes))
    return pdf.write(a_document(session, Choices(timings=True), NOW), fonts)


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
    assert found[:3] == ["February peer assist", "What we take with us", "Who does what by when"]
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

    assert "show as empty boxes" in pdf_text(content)
    assert "H1" in pdf_tags(content)


def test_the_same_summary_gives_the_same_bytes(fonts: Path) -> None:
    document = a_document(noted("x"), Choices(), NOW)

    assert pdf.write(document, fonts) == pdf.write(document, fonts)


LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 2
ADDRESS = "https://example.org/" + "abcdefghij" * 14 + "?q=1&x=2#part"


def long_session() -> Session:
    session = a_session(
        [
            a_note(f"A word {LONG} between", is_key=True),
            a_note(LONG),
            a_note(ADDRESS, kind=NoteKind.RESOURCE),
            a_note(f"Write to {LONG}", kind=NoteKind.NEXT_STEP, owner=LONG),
        ]
    )
    first, *others = session.people
    return replace(session, title=LONG, people=(replace(first, name=LONG, organisation=LONG), *others))


def test_a_text_that_is_copied_is_the_text_that_was_typed(fonts: Path) -> None:
    content = pdf.write(a_document(long_session(), Choices(), NOW), fonts)
    raw = "".join(page.extract_text() for page in pdf_of(content).pages)

    assert not {"\u200b", "\u00ad", "\u2060"} & set(raw)
    assert ADDRESS in "".join(raw.split())
    assert "".join(raw.split()).count(LONG) >= 5
    assert f"A word {LONG[:10]}" in " ".join(raw.split())


def test_an_address_opens_whole(fonts: Path) -> None:
    content = pdf.write(a_document(noted(f"see {ADDRESS} now"), Choices(), NOW), fonts)

    opened = {
        annotation.get_object()["/A"]["/URI"]
        for page in pdf_of(content).pages
        for annotation in page.get("/Annots", ())
    }
    assert opened == {ADDRESS}


@pytest.mark.parametrize(
    "title", ["Internationalisierung der Zusammenarbeit", LONG, "国际合作会议", "لقاء الشبكة"]
)
def test_a_title_of_any_length_and_script_is_a_heading_and_a_bookmark(fonts: Path, title: str) -> None:
    content = pdf.write(a_document(replace(noted("x"), title=title), Choices(), NOW), fonts)
    reader = pdf_of(content)

    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert reader.outline[0].title == title  # type: ignore[union-attr]  # a pypdf destination


def test_no_last_page_holds_only_a_few_lines(fonts: Path) -> None:
    for count in range(20, 60, 4):
        session = noted(*(f"An insight of one line, number {n}" for n in range(count)))
        document = a_document(session, Choices(), NOW)
        pages = pdf_of(pdf.write(document, fonts)).pages
        lines = [line for line in pages[-1].extract_text().splitlines() if line.strip()]
        assert len(pages) == 1 or len(lines) > 3 + len(("head", "head", "foot", "foot"))


def test_a_usual_hour_takes_two_pages(reference: bytes) -> None:
    assert len(pdf_of(reference).pages) == 2


def test_a_long_document_is_set_once_and_says_all(fonts: Path) -> None:
    texts = [f"An insight about {n}, and why: https://example.org/notes/{n}" for n in range(700)]
    written = pdf_text(pdf.write(a_document(noted(*texts), Choices(), NOW), fonts)).replace(" ", "")

    assert [text for text in texts if text.replace(" ", "") not in written] == []
