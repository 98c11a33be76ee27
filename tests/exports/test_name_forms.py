"""A hidden name stays hidden in every form people write it in; what may be no name is asked, not decided."""

import json
from pathlib import Path

import pytest

from formats.exports import Choices, NameStyle
from formats.exports.names import Naming, make_naming
from formats.exports.passages import Passage
from formats.exports.questions import hidden_in_doubt, questions_in
from formats.session.people import Person

NAMES = Path(__file__).parent / "names"
HIDDEN = json.loads((NAMES / "hidden.json").read_text("utf-8"))
ASKED = json.loads((NAMES / "asked.json").read_text("utf-8"))
EVERYDAY = (NAMES / "everyday.txt").read_text("utf-8").splitlines()
WARD_NOTES = (NAMES / "ward_notes.txt").read_text("utf-8").splitlines()
NAMES_OF_A_WARD = (
    "Will Thackeray;May Okonjo;Hope Lindqvist;Grace Abara;Rose Quayle;Mark Tetteh;Bill Sorensen;Dawn Reid;"
    "Faith Mbeki;Joy Symonds;Nadia Page;Ian Young;Gordon Brown;Eva Green;Priya King;Lou Cook;Rhys Price"
)
EVERYDAY_NAMES = (
    "Will Power;Joy Hope;Grace Hope;Mark May;May Day;Hope Mbeki;Rose Hall;Frank Rich;Bill Price;Rob Banks;"
    "Sue Long;Art King;Jack Young;Penny Page;Faith Love;Dawn Summer;Patience Law;Al Green;Ruby Stone;"
    "Robin Wood;Guy Case;Grant Miles;Ivy Hill;Carol White;Olive Black;Pat Bell;Ray Cross;Miles Ford;"
    "Summer Lake;Ed Cook;Rich Little;Lily Fox;Daisy Field;Cliff Park;Chase Cash;Drew Lane"
)


def naming(*people: str, email: str = "", style: NameStyle = NameStyle.NONE, **more: object) -> Naming:
    """The names of a summary in which these people are hidden."""
    those = tuple(Person(f"x{n}", name, email=email) for n, name in enumerate(people))
    return make_naming(those, (), Choices(names=style, **more))  # type: ignore[arg-type]  # named by the tests


def asked(passage: Passage) -> list[str]:
    """The words about which the reader is asked."""
    return [question.word for question in questions_in([passage])]


@pytest.mark.parametrize("style", [NameStyle.NONE, NameStyle.ROLES])
@pytest.mark.parametrize("case", HIDDEN, ids=lambda case: f"{case['person']}: {case['note']!r}")
def test_no_form_of_a_hidden_name_survives(case: dict[str, str], style: NameStyle) -> None:
    left = str(naming(case["person"], email=case["email"], style=style).passage(case["note"], "n1")).casefold()

    assert [form for form in case["gone"] if form.casefold() in left] == []


@pytest.mark.parametrize("case", ASKED, ids=lambda case: f"{case['person']}: {case['note']!r}")
def test_what_may_be_a_name_is_asked_about_and_hidden_until_it_is_answered(case: dict[str, str]) -> None:
    passage = naming(case["person"]).passage(case["note"], "n1")

    assert asked(passage)
    assert case["asks"].casefold() not in str(passage).casefold()


@pytest.mark.parametrize("case", ASKED, ids=lambda case: f"{case['person']}: {case['note']!r}")
def test_an_answer_is_asked_for_once_and_kept(case: dict[str, str]) -> None:
    words = frozenset(asked(naming(case["person"]).passage(case["note"], "n1")))
    none = naming(case["person"], words_confirmed=words).passage(case["note"], "n1")
    names = naming(case["person"], names_confirmed=words).passage(case["note"], "n1")

    assert asked(none) == asked(names) == []
    assert case["asks"].casefold() in str(none).casefold()
    assert case["asks"].casefold() not in str(names).casefold()


@pytest.mark.parametrize(("sentences", "people"), [(EVERYDAY, EVERYDAY_NAMES), (WARD_NOTES, NAMES_OF_A_WARD)])
def test_ordinary_sentences_keep_their_words_though_everyone_is_called_by_one(
    sentences: list[str], people: str
) -> None:
    names = naming(*people.split(";"))
    found = [names.passage(sentence, "n1").names_found for sentence in sentences]
    lost = sum(len(span.was.split()) for spans in found for span in spans if span.changed)

    assert len(sentences) > 270
    assert lost < sum(len(sentence.split()) for sentence in sentences) / 100


@pytest.mark.parametrize("typed", ["Green et al. (2019)", "see Price, 2018, for the costs", "King & Cook 2017"])
def test_a_cited_author_stays_though_somebody_is_called_so(typed: str) -> None:
    assert str(naming("Eva Green", "Rhys Price", "Priya King", "Lou Cook").passage(typed, "n1")) == typed


@pytest.mark.parametrize("typed", ["we asked the Green family", "the Youngs came", "asked Price"])
def test_a_family_is_named_though_an_article_stands_before_it(typed: str) -> None:
    assert str(naming("Eva Green", "Ian Young", "Rhys Price").passage(typed, "n1")) != typed


def test_a_word_after_an_article_is_no_name() -> None:
    typed = "Pub quiz at the King and Queen, a Green Party, the Rose garden"

    assert str(naming("Priya King", "Eva Green", "Rose Hall").passage(typed, "n1")) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Smith et al. 2020",
        "see Smith et al., and others",
        "e.g. this, i.e. that",
        "the NHS and the EU",
        "et al. said",
    ],
)
def test_citations_and_abbreviations_are_nobodys_name(typed: str) -> None:
    assert str(naming("Al Green", "Elena Garcia", "Ellen Underwood").passage(typed, "n1")) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "write to anyone.at.all@example.org",
        "write to anyone.at.all (at) example (dot) org",
        "write to anyone dot atall at example dot org",
        "mailto:anyone.atall%40example.org",
        "follow @anyone.atall",
        "on https://x.com/anyone_atall",
        "see linkedin.com/in/anyone-atall-1234",
        "@anyone.atall@social.example",
        "skype: anyone.atall",
    ],
)
@pytest.mark.parametrize("style", [style for style in NameStyle if style is not NameStyle.FULL])
def test_every_address_that_leads_to_a_person_goes_with_the_names(typed: str, style: NameStyle) -> None:
    assert "atall" not in str(naming("Beth O'Neill", style=style).passage(typed, "n1")).replace("at.all", "atall")


@pytest.mark.parametrize("typed", ["we met @ 5", "3 @ £2 each", "look at the dot on the map", "a.b@c"])
def test_a_sign_alone_is_no_address(typed: str) -> None:
    assert str(naming("Beth O'Neill").passage(typed, "n1")) == typed


def test_the_words_of_the_work_are_asked_about_for_nobody() -> None:
    names = naming("Petr Svoboda", "Sean Doherty", "Leanne Price", "Pia Tellner", "Troy Kahn", "Clara Fielding")
    typed = "Peer Assist, Troika Consulting, Lean Coffee, Wise Crowds. Teller, Clarify, Presenter, Peers"

    assert str(names.passage(typed, "n1")) == typed


def test_no_short_name_is_found_in_everyday_words_that_end_in_s() -> None:
    names = naming("Les Tanner", "Ye Lin", "Wa Chan", "Hi Jung", "Li Wu", "Ha Kim", "Thi Tim")
    typed = "Yes, his boss was less busy. This has no lies"

    assert str(names.passage(typed, "n1")) == typed


def test_what_somebody_is_known_as_is_a_name() -> None:
    person = Person("x", "Zuzana Plachá", known_as="Zuzka, Placka")
    left = make_naming((person,), (), Choices(names=NameStyle.NONE)).passage("Zuzka and placka said", "n1")

    assert str(left) == "Someone and someone said"


def test_first_names_shown_keep_a_nickname_and_ask_nothing() -> None:
    passage = naming("Robert Lindqvist", style=NameStyle.FIRST).passage("Bob said, Lindqvist agreed", "n1")

    assert str(passage) == "Bob said, Robert agreed"
    assert asked(passage) == []


def test_a_word_that_comes_up_often_is_one_question_with_its_surroundings() -> None:
    passages = [naming("Robert Lindqvist").passage(f"then Bob said {n}", f"n{n}") for n in range(3)]
    (question,) = questions_in(passages)

    assert (question.word, question.was, question.before, question.after) == ("bob", "Bob", "then", "said 0")
    assert question.times == 3


def test_where_nobody_can_be_asked_one_sentence_says_what_was_hidden() -> None:
    questions = questions_in([naming("Robert Lindqvist", "Will Power").passage("Bob said, will agreed", "n1")])

    assert hidden_in_doubt(()) == ""
    assert hidden_in_doubt(questions[:1]) == (
        "Hidden in case it is a name: “Bob”. In the window, Summary asks about each word once."
    )
    assert hidden_in_doubt(questions).startswith("Hidden in case they are names: “Bob” and “will”.")


def test_accents_of_somebody_else_make_no_other_name_certain() -> None:
    assert asked(naming("Beth O'Neill", "Kristin Þórsdóttir", "Luc Ménard").passage("Ó Néill", "n1")) == ["oneill"]
