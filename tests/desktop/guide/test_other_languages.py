"""The guide and its sheet of keys in a language that is not English."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.content.guide.pages import read_guide
from desktop.guide.beside import BesidePage, show_words
from desktop.guide.document import guide_document, keys_document
from desktop.guide.key_rows import KeyRow
from desktop.look import Look
from formats.language import Language, speaking
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT, PSEUDO_LANGUAGES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.code)
def test_every_page_finds_its_keys(qtbot: QtBot, look: Look, language: Language) -> None:
    with speaking(language):
        guide = read_guide()
        for page in guide.pages:
            beside = BesidePage(look, guide)
            qtbot.addWidget(beside)
            beside.show_page(page)
            assert [row.line.said.text for row in beside.findChildren(KeyRow)] == list(page.keys)


def test_the_place_to_try_it_is_named_as_on_the_rail() -> None:
    with speaking(ACCENTED):
        page = next(page for page in read_guide().pages if page.show == "Run")
        assert show_words(page) == "[Šhöw mé îñ [Ŕûñ·]···]"


def test_the_document_says_its_language_and_runs_its_way() -> None:
    assert '<html lang="en-GB" dir="ltr">' in keys_document()
    with speaking(FROM_THE_RIGHT):
        assert '<html lang="ar" dir="rtl">' in guide_document(read_guide())
