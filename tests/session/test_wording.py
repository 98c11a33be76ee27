"""Several things in a sentence, and how many of them there are."""

import pytest

from formats.language import speaking
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT
from formats.session.wording import (
    counted_noun,
    join_and,
    join_list,
    join_or,
    number_word,
    range_words,
)


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ((), ""),
        (("Jo",), "Jo"),
        (("Jo", "Kristin"), "Jo and Kristin"),
        (("Jo", "Kristin", "Idris"), "Jo, Kristin and Idris"),
    ],
)
def test_names_are_joined_as_one_says_them(names: tuple[str, ...], joined: str) -> None:
    assert join_and(names) == joined
    assert join_or(iter(names)) == joined.replace(" and ", " or ")


def test_one_of_a_thing_is_said_differently_from_several() -> None:
    assert [counted_noun(count, "room") for count in (0, 1, 2)] == ["0 rooms", "1 room", "2 rooms"]
    assert counted_noun(1, "person", "people") == "1 person"
    assert counted_noun(18, "person", "people") == "18 people"


def test_small_numbers_can_be_words() -> None:
    assert [number_word(count) for count in (0, 1, 9, 10)] == ["none", "one", "nine", "10"]


def test_things_stand_one_after_another() -> None:
    assert join_list(thing for thing in ("chairs", "paper", "pens")) == "chairs, paper, pens"
    assert join_list(()) == ""


def test_what_joins_them_is_in_the_language_that_is_spoken() -> None:
    with speaking(ACCENTED):
        assert join_and(("Jo", "Kristin", "Idris")) == "[Jo[, ]Kristin áñd Idris·]"
        assert (range_words(5, 8), number_word(3)) == ("[5 tö 8·]", "[thŕéé··]")


def test_names_in_other_letters_keep_their_order_from_the_right() -> None:
    with speaking(FROM_THE_RIGHT):
        assert join_list(("Jo", "Kim")) == "\u2068Jo\u2069, \u2068Kim\u2069"
        assert join_and(("Jo", "Kim", "Sam")).startswith(join_list(("Jo", "Kim")))
