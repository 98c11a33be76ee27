"""Names inside texts: every form is found, nothing inside other words is, and every change is on record."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.exports import Choices, NameSpot, NameStyle
from formats.exports.names import make_naming
from formats.exports.redaction.folded import FoldedText
from formats.session.people import Person
from tests.exports.sessions import roster


def said(text: str, names: NameStyle = NameStyle.NONE, *people: str, **more: object) -> str:
    """The text as it leaves when these people took part, or those of the reference session."""
    those = tuple(Person(f"x{n}", name, role="nurse") for n, name in enumerate(people)) or roster()
    return str(make_naming(those, (), Choices(names=names, **more)).passage(text, "n1"))  # type: ignore[arg-type]  # named


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [
        ("Kristin Þórsdóttir spoke", "Someone spoke"),
        ("we thank Kristin", "we thank someone"),
        ("Kristin's map", "Someone's map"),
        ("Kristin’s map", "Someone’s map"),
        ("ask KRISTIN or kristin", "ask someone or someone"),
        ("ask Thorsdottir", "ask someone"),
        ("ask Þórsdóttir, Kristin", "ask someone"),
        ("Kristin\nÞórsdóttir", "Someone"),
        ("Kristin\u200b Þórsdóttir", "Someone"),
        ("ask K. Þórsdóttir", "ask someone"),
        ("ask Kristin Þ.", "ask someone"),
        ("ask Novakova and Nova\u0301kova\u0301", "ask someone and someone"),
        ("ask Lena Weiss", "ask someone"),
        ("ask O’Neill", "ask someone"),
        ("ask Sam de la Cruz", "ask someone"),
        ("ask de la Cruz", "ask someone"),
        ("kristin@example.org has it", "Someone has it"),
        ("at https://example.org/kristin_thorsdottir", "at https://example.org/someone"),
        ("see https://example.org/%C3%9E%C3%B3rsd%C3%B3ttir now", "see https://example.org/someone now"),
        ("@Kristin, Kristin-led", "@Someone, someone-led"),
    ],
)
def test_every_form_of_a_name_changes(typed: str, leaves: str) -> None:
    assert said(typed).casefold() == leaves.casefold()


@pytest.mark.parametrize(
    "typed", ["Johannesburg", "the owner's price", "a jolly samosa", "Petalena", "a hanalogue"]
)
def test_nothing_changes_inside_other_words(typed: str) -> None:
    assert said(typed) == typed


def test_a_name_after_an_apostrophe_is_another_name() -> None:
    assert said("O'Hara spoke", NameStyle.NONE, "Hara Lindqvist") == "O'Hara spoke"


def test_a_name_in_a_script_without_spaces_is_found_inside_the_line() -> None:
    assert said("我们感谢王芳的帮助", NameStyle.NONE, "王芳") == "我们感谢someone的帮助"


def test_a_possessive_without_s_gets_one() -> None:
    assert said("We like James' idea", NameStyle.NONE, "James Bailey") == "We like someone’s idea"
    assert said("'We like James' she said", NameStyle.NONE, "James Bailey") == "'We like someone' she said"


@pytest.mark.parametrize(
    ("names", "leaves"),
    [
        (NameStyle.FULL, "Hana Nováková and Jo went. Hana's idea"),
        (NameStyle.FIRST, "Hana and Jo went. Hana's idea"),
        (NameStyle.INITIALS, "H. N. and J. F. went. H. N.'s idea"),
        (NameStyle.ROLES, "The nurse and the researcher went. The nurse's idea"),
        (NameStyle.NONE, "Someone and someone went. Someone's idea"),
    ],
)
def test_each_way_of_naming_reads_as_a_sentence(names: NameStyle, leaves: str) -> None:
    assert said("Hana Nováková and Jo went. Hana's idea", names) == leaves


def test_people_of_one_first_name_are_told_apart_without_their_last_names() -> None:
    names = make_naming((Person("a", "Sam Cole"), Person("b", "Sam Crane"), Person("c", "Sam Dell")), (),
                   Choices(names=NameStyle.FIRST))  # fmt: skip

    assert list(names.shown.values()) == ["Sam C. 1", "Sam C. 2", "Sam D."]


def test_a_first_name_that_several_share_stays_a_first_name() -> None:
    assert said("Sam spoke", NameStyle.FIRST, "Sam Cole", "Sam Dell") == "Sam spoke"
    assert said("Sam spoke", NameStyle.INITIALS, "Sam Cole", "Sam Dell") == "S. spoke"


def test_an_everyday_word_in_small_letters_is_left_and_offered() -> None:
    names = make_naming((Person("a", "Grace Hope"),), (), Choices(names=NameStyle.NONE))
    passage = names.passage("Grace gave hope", "n1")

    assert str(passage) == "Someone gave hope"
    assert [(span.was, span.instead, span.changed) for span in passage.names_found] == [
        ("Grace", "Someone", True),
        ("hope", "someone", False),
    ]


def test_each_change_can_be_overruled_by_its_place() -> None:
    overruled = frozenset({NameSpot("n1", 0), NameSpot("n1", 11)})

    assert said("Grace gave hope", NameStyle.NONE, "Grace Hope", overruled=overruled) == "Grace gave someone"
    assert said("Hope", NameStyle.NONE, "Grace Hope", overruled=frozenset({NameSpot("n2", 0)})) == "Someone"


def test_people_of_the_network_who_were_not_there_change_too() -> None:
    absent = (Person("z", "Mirela Dobrescu"),)

    assert said("Mirela sent regrets", NameStyle.NONE, known=absent) == "Someone sent regrets"


def test_the_owner_of_a_next_step_who_is_on_no_list_changes_too() -> None:
    names = make_naming(roster(), ("Mirela Dobrescu", "everyone"), Choices(names=NameStyle.NONE))

    assert str(names.passage("Mirela asks everyone", "n1")) == "Someone asks everyone"


@pytest.mark.parametrize(
    "name", ["Sam (they)", "Sam (they/them)", "Sam [they]", "Sam Ortiz (they) (GP)", "Sam (they"]
)
def test_a_remark_in_brackets_is_no_part_of_a_name(name: str) -> None:
    assert (
        said("Sam said they leave Leeds to them", NameStyle.NONE, name) == "Someone said they leave Leeds to them"
    )
    assert said("Sam's map", NameStyle.FIRST, name, "Ana Diaz") == "Sam's map"


def test_a_nickname_inside_a_name_is_a_name() -> None:
    assert said("Beth knows", NameStyle.NONE, "Elizabeth (Beth) Smith") == "Someone knows"


def test_initials_leave_a_remark_in_brackets_out() -> None:
    assert said("ask Sam", NameStyle.INITIALS, "Sam Ortiz (they)") == "ask S. O."


def test_a_role_that_holds_a_name_is_not_used() -> None:
    people = (Person("a", "Ana Diaz"), Person("b", "Ben Okri", role="assistant to Ana"))

    assert make_naming(people, (), Choices(names=NameStyle.ROLES)).shown["b"] == "participant"


people = ["Kristin Þórsdóttir", "Beth O'Neill", "Hana Nováková", "Lena Weiß", "Zofia Zielińska"]
names_of_people = st.sampled_from(people)
forms = st.sampled_from(["{0}", "{1}", "{2}", "{0}'s", "{2}, {1}", "({1})", "“{2}”", "{1}.{2}", "{1}{2}"])
cases = st.sampled_from([str, str.upper, str.lower, str.title])
words = st.text(st.characters(categories=["Ll", "Po", "Zs", "Nd"], max_codepoint=0x24F), max_size=12)


@given(names_of_people, forms, cases, words, words)
def test_no_form_of_a_hidden_name_is_left(
    name: str, form: str, case: Callable[[str], str], before: str, after: str
) -> None:
    first, last = name.split()
    text = f"{before} {case(form.format(name, first, last))} {after}"
    left = FoldedText.of(said(text, NameStyle.NONE, name)).text

    assert FoldedText.of(first).text not in left
    assert FoldedText.of(last).text not in left


@given(st.text(st.characters(exclude_characters="@＠/:"), max_size=60))
def test_without_a_name_or_an_address_in_it_every_text_stays_as_it_was(text: str) -> None:
    # Letters that none stands for, as "ü" does for "ue": "Qü" is a short form of Quetzalcoatlus.
    names = make_naming((Person("a", "Bcdfghjk Xyzzyva"),), (), Choices(names=NameStyle.NONE))
    full = make_naming((), (), Choices())

    assert str(names.passage(text, "n1")) == str(full.passage(text, "n1"))


@given(st.text(max_size=60), names_of_people)
def test_what_was_typed_can_be_read_back_from_the_record(text: str, name: str) -> None:
    typed = f"{text} {name} {text}"
    passage = make_naming((Person("a", name),), (), Choices(names=NameStyle.NONE)).passage(typed, "n1")
    full = make_naming((), (), Choices()).passage(typed, "n1")

    assert "".join(span.was or span.text for span in passage.spans) == str(full)
