"""Several things in a sentence, and how many of them there are."""

import pytest

from formats.session.wording import counted_noun, join_and, join_or, noun_counted_in_words


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
    said = [noun_counted_in_words(count, "challenge") for count in (1, 9, 10)]
    assert said == ["one challenge", "nine challenges", "10 challenges"]
