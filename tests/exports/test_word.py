"""The Word file, opened again: headings, lists, tables, links, and notes that stay text."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from formats.exports import Choices, word
from formats.exports.document import Bullets, Card, Cards, Document, Item
from formats.exports.paper import Paper
from formats.exports.passages import Passage, clean_text, plain
from formats.language import ENGLISH
from tests.exports.conftest import FONTS
from tests.exports.sessions import HOSTILE, NOW, a_document, noted, reference_session


@pytest.fixture(scope="module")
def content() -> bytes:
    return word.write(a_document(reference_session(), Choices(timings=True), NOW), FONTS)


@pytest.fixture(scope="module")
def reference(content: bytes) -> WordDocument:
    return docx.Document(BytesIO(content))


def test_it_has_headings_in_order(reference: WordDocument) -> None:
    headings = [(p.style.name, p.text) for p in reference.paragraphs if p.style and "eading" in str(p.style.name)]

    assert headings[:3] == [
        ("Heading 1", "February peer assist"),
        ("Heading 2", "Who does what by when"),
        ("Heading 2", "What we worked on"),
    ]
    assert ("Heading 2", "Round 1: what came up") in headings
    assert ("Story heading", "A story, told with its teller’s agreement") in headings


def test_notes_stand_beside_the_room_they_came_from(reference: WordDocument) -> None:
    entries = [p.text for p in reference.paragraphs if p.style and p.style.name == "Note"]

    assert "Room 2\tStart with one story, not the whole strategy." in entries
    assert "Room 3\tPower struggles ease when everyone writes.\nTwo lines are fine too." in entries


def test_next_steps_are_a_table_whose_first_row_repeats(reference: WordDocument) -> None:
    table = reference.tables[1]

    assert [cell.text for cell in table.rows[0].cells] == ["What", "Who", "By"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Email members about the March reflection",
        "Beth O'Neill",
        "2 March",
    ]
    assert "tblHeader" in reference.element.body.tbl_lst[1].tr_lst[0].xml


def test_it_has_a_title_a_language_and_no_author(reference: WordDocument) -> None:
    about = reference.core_properties

    assert (about.title, about.language, about.author, about.comments) == ("February peer assist", "en-GB", "", "")
    assert '<w:lang w:val="en-GB"' in reference.styles["Normal"].element.xml


def test_its_links_are_those_of_the_notes_and_nothing_else(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()

    assert relations.count('TargetMode="External"') == 2
    assert 'Target="https://example.org/matrix?v=1&amp;x="' in relations


def test_each_address_is_one_relation_however_often_it_is_named() -> None:
    words = "https://example.org/one https://example.org/two https://example.org/one"
    opened = docx.Document(BytesIO(word.write(a_document(noted(words), Choices(), NOW), FONTS)))
    entry = next(p for p in opened.paragraphs if p.text.endswith(words))

    assert [link.address for link in entry.hyperlinks] == words.split()
    outside = [relation.target_ref for relation in opened.part.rels.values() if relation.is_external]
    assert sorted(outside) == sorted(set(words.split()))


def test_a_row_of_cards_that_is_not_full_has_empty_cells() -> None:
    """Word refuses a cell without a paragraph."""
    page = Document(
        plain("x"), Passage(), (Cards(tuple(Card("", plain(str(n))) for n in range(4))),), ENGLISH, NOW
    )
    opened = docx.Document(BytesIO(word.write(page, FONTS)))

    assert [[cell.text for cell in table.rows[0].cells] for table in opened.tables] == [
        ["0", "1", "2"],
        ["3", "", ""],
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_is_kept_as_it_was_typed(text: str) -> None:
    written = word.write(a_document(noted(text), Choices(), NOW), FONTS)
    entries = [p.text for p in docx.Document(BytesIO(written)).paragraphs]

    assert f"Room 2\t{clean_text(text)}" in entries


def is_mirrored(written: bytes, words: str) -> bool:
    """Whether the paragraph with these words runs from right to left."""
    body = docx.Document(BytesIO(written)).element.body
    return any(f"{words}" in paragraph.xml and "w:bidi" in paragraph.xml for paragraph in body.iter(qn("w:p")))


def test_each_run_of_letters_from_right_to_left_is_marked_and_no_other() -> None:
    """Word orders a run as it is marked: unmarked, the words of a sentence in Hebrew stand the wrong way round."""
    mixed = "We said שלום, עולם (12) and left"
    written = word.write(a_document(noted(mixed), Choices(people=False), NOW), FONTS)
    (entry,) = [p for p in docx.Document(BytesIO(written)).paragraphs if "We said" in p.text]

    assert [run.text for run in entry.runs if run.font.rtl] == ["שלום, עולם"]
    assert not is_mirrored(written, "We said")


def test_a_text_from_right_to_left_is_a_paragraph_of_that_direction() -> None:
    written = word.write(a_document(noted("مرحبا بالعالم and more"), Choices(people=False), NOW), FONTS)
    (entry,) = [p for p in docx.Document(BytesIO(written)).paragraphs if "and more" in p.text]

    assert is_mirrored(written, "and more")
    assert [run.text for run in entry.runs if run.font.rtl] == ["مرحبا بالعالم "]


def test_nothing_is_formatted_but_by_styles(reference: WordDocument) -> None:
    """Whoever changes a style changes the whole: no run and no paragraph has a look of its own."""
    looks = ("w:color", "w:sz", "w:b/", "w:b ", "w:shd", "w:spacing", "w:ind", "w:pBdr")
    own = [look for run in reference.element.body.iter(qn("w:r")) for look in looks if f"<{look}" in run.xml]
    assert own == []
    named = {str(style.name) for style in reference.styles}
    assert {"Key heading", "Key note", "Note", "Question heading", "Table head", "Minutes table"} <= named


@pytest.mark.parametrize("paper", Paper)
def test_it_has_the_size_of_the_paper(paper: Paper) -> None:
    written = word.write(a_document(noted("x"), Choices(paper=paper), NOW), FONTS)
    section = docx.Document(BytesIO(written)).sections[0]

    assert section.page_width is not None
    assert section.page_width.cm == pytest.approx(paper.size_cm[0], abs=0.01)


def test_each_numbered_list_counts_from_one() -> None:
    lists = tuple(Bullets((Item(plain("One")), Item(plain("Two"))), numbered=True) for _ in range(2))
    page = Document(plain("The year"), Passage(), lists, ENGLISH, NOW)
    opened = docx.Document(BytesIO(word.write(page, FONTS)))

    counted = [int(number) for number in opened.element.body.xpath(".//w:numPr/w:numId/@w:val")]
    first, second = counted[:2], counted[2:]
    assert len(set(first)) == len(set(second)) == 1
    assert set(first) != set(second)
    numbering = opened.part.numbering_part.element
    for number in (first[0], second[0]):
        (start,) = numbering.num_having_numId(number).xpath("w:lvlOverride/w:startOverride/@w:val")
        assert start == "1"
