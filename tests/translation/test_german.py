"""German, the first language: what it says is found and put together as a reader of it expects."""

from dataclasses import replace

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
