"""What leaves is in the language of its readers, whatever the app speaks, and says so in every format."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from formats.exports import Choices, agenda_ahead, note_sheets, room_cards, run_sheet, slips, summarise
from formats.exports.document import Document
from formats.exports.open_document import write as write_open_document
from formats.exports.pdf import write as write_pdf
from formats.exports.summary_document import document_of
from formats.exports.web_page import write as write_web_page
from formats.exports.word import write as write_word
from formats.language import ENGLISH, Language, speaking
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT
from tests.exports.sessions import NOW, reference_session

PAPER = (run_sheet, room_cards, note_sheets, slips, agenda_ahead)


def minutes_in(language: Language | None) -> Document:
    """The minutes of the reference session."""
    return document_of(summarise(reference_session(), Choices(language=language), NOW))


def language_of(pdf: bytes) -> str:
    """The language that a PDF is tagged with."""
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    return str(root["/Lang"])


def test_a_document_is_in_the_language_of_the_app_unless_another_is_chosen() -> None:
    with speaking(FROM_THE_RIGHT):
        assert minutes_in(None).language is FROM_THE_RIGHT
        assert minutes_in(ENGLISH).language is ENGLISH
    assert minutes_in(None).language is ENGLISH


def test_a_web_page_says_its_language_and_its_direction() -> None:
    assert '<html lang="ar" dir="rtl">' in write_web_page(minutes_in(FROM_THE_RIGHT))
    assert '<html lang="en-GB">' in write_web_page(minutes_in(ENGLISH))


def test_a_pdf_says_its_language(fonts: Path) -> None:
    assert language_of(write_pdf(minutes_in(FROM_THE_RIGHT), fonts)) == "ar"


@pytest.mark.parametrize("write", [write_word, write_open_document], ids=["word", "open document"])
def test_a_text_file_says_its_language(write: object, fonts: Path) -> None:
    assert callable(write)
    with ZipFile(BytesIO(write(minutes_in(FROM_THE_RIGHT), fonts))) as archive:
        styles = archive.read(next(name for name in archive.namelist() if name.endswith("styles.xml")))
    assert b'w:lang w:val="ar"' in styles or b'fo:language="ar"' in styles


@pytest.mark.parametrize("make", PAPER, ids=lambda make: make.__name__)
def test_paper_says_its_language(make: object, fonts: Path) -> None:
    assert callable(make)
    session = replace(reference_session(), events=())
    assert language_of(make(session, now=NOW, fonts=fonts, language=ACCENTED)) == "en"
