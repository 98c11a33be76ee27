"""German, the first language: what it says is found, put together and written as a reader of it expects."""

import re
from collections.abc import Iterator
from dataclasses import replace

import polib
import pytest

from desktop.content.catalogue import read_catalogue
from desktop.content.guide.pages import Guide, read_guide
from desktop.content.guide.search import find_in_guide, sentences_of
from formats.language import speaking
from formats.language.po_files import read_language
from formats.session.agenda import Agenda
from formats.structures.needs import needs_of
from formats.structures.unfold import part_from
from tests.builders import a_session, some_people
from tests.translation.languages import LANGUAGES

MOST_WORDS = 20
GERMAN = read_language(LANGUAGES, "de")


@pytest.fixture(scope="module")
def guide() -> Guide:
    with speaking(GERMAN):
        return read_guide()


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("Wie kann ich die Schrift größer machen?", "reach"),
        ("Wo liegen meine Daten?", "safety"),
        ("jemand weint", "upset"),
        ("Wie drucke ich den Ablaufplan?", "paper"),
        ("die Glocke ist zu laut", "trouble"),
    ],
)
def test_the_guide_answers_a_question(guide: Guide, question: str, page: str) -> None:
    with speaking(GERMAN):
        assert find_in_guide(guide, question)[0].page.id == page


def test_the_guide_is_said_in_short_sentences(guide: Guide) -> None:
    said = [sentence for page in guide.pages for sentence in sentences_of(page)]
    assert [sentence for sentence in said if len(sentence.split()) > MOST_WORDS] == []


def test_what_has_to_be_ready_is_said_and_counted() -> None:
    with speaking(GERMAN):
        peer_assist = read_catalogue().structure("peer-assist")
        assert peer_assist is not None
        session = a_session(Agenda((part_from(peer_assist, rounds=2),)))
        needs = needs_of(replace(session, people=some_people(*map(str, range(18)))), {"peer-assist": peer_assist})
    assert [need.sentence for need in needs] == [
        "18 Stühle in 3 Kreisen zu 6",
        "Papier und Stift für jede ratsuchende Person: 6",
        "Eine Uhr, die jeder Raum sehen kann",
    ]


def german() -> Iterator[str]:
    """Every text there is in German."""
    for file in sorted((LANGUAGES / "de").glob("*.po")):
        for one in polib.pofile(str(file)):
            if one.translated() and not one.obsolete:
                yield from one.msgstr_plural.values() if one.msgid_plural else (one.msgstr,)


WRONG = (
    (re.compile(r"[a-zäöü](?:[*:_/]|I)(?:innen|in)\b"), "people by a word that has no sex, see the glossary"),
    (
        re.compile(r"\b(?:Ihnen|Ihrer|Ihren|Ihrem)\b|(?:[a-z,] )(?:Sie|Ihr|Ihre)\b(?! [„“])"),
        "du or ihr, never Sie",
    ),
    (re.compile(r"!(?=\s|$)"), "no exclamation marks"),
    (re.compile(r"\d%| %| …"), "a no-break space before % and …"),
    (re.compile(r"\b(?:Ctrl|Shift|Del|Page Up|Page Down)\b(?! and Share)"), "keys as on a German keyboard"),
)
NAMED_SO = ("15% Solutions",)


@pytest.mark.parametrize(("wrong", "rule"), WRONG, ids=[rule for _, rule in WRONG])
def test_german_keeps_the_rules_of_its_glossary(wrong: re.Pattern[str], rule: str) -> None:
    assert [said for said in german() if wrong.search(said) and said not in NAMED_SO] == [], rule


def test_german_quotes_open_below_and_close_above() -> None:
    assert [said for said in german() if said.count("„") != said.count("“") or "”" in said] == []


def test_the_guide_in_german_says_which_language_its_pictures_show(guide: Guide) -> None:
    assert "Die Bilder zeigen Clearing auf Englisch." in sentences_of(guide.page("start"))
