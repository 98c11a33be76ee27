"""The two languages made from English show what a real one would do, and keep what is no word."""

import re
from unicodedata import bidirectional

import pytest

from formats.language import Language, speaking, tr, tr_count
from formats.language.pseudo import ACCENTED, FROM_THE_RIGHT, PSEUDO_LANGUAGES


def test_accented_is_longer_by_a_third_and_in_brackets() -> None:
    with speaking(ACCENTED):
        said = tr("Next stage")
    assert (said[0], said[-1]) == ("[", "]")
    assert len(said) - 2 >= len("Next stage") * 1.3
    assert "Next stage" not in said


def test_parts_of_the_guide_stay_what_they_are_in_accented() -> None:
    parts = ("## Next", "- One\n- Two", "![The map.](map)", "Read [the next](next) page.")
    heading, listing, picture, paragraph = (ACCENTED.words.gettext(part) for part in parts)
    assert heading.startswith("## [")
    assert [item[:3] for item in listing.splitlines()] == ["- [", "- ["]
    assert re.fullmatch(r"!\[\[.*\]\]\(map\)", picture)
    assert paragraph.endswith("]")
    assert "](next)" in paragraph


def test_from_the_right_has_letters_that_are_read_from_there() -> None:
    with speaking(FROM_THE_RIGHT):
        said = tr("Next stage, {name}", name="Jo")
    assert all(bidirectional(letter) == "AL" for letter in said.partition(",")[0] if letter.isalpha())
    assert said.endswith("\u2068Jo\u2069")
    assert FROM_THE_RIGHT.from_the_right


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.code)
def test_fields_and_markup_stay(language: Language) -> None:
    with speaking(language):
        said = tr("<b>Press</b> {key}, then &Open &amp; wait for {name}", key="F1", name="Jo")
        assert re.findall(r"</?b>|F1|Jo|&amp;", said) == ["<b>", "</b>", "F1", "&amp;", "Jo"]
        assert "7" in tr_count("{count} note", "{count} notes", 7)
