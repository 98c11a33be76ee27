"""A tip shows what was typed, and nothing in it becomes markup or runs off the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt

from desktop.widgets.tips import WIDEST, WORD_JOINER, plain_tip


@pytest.mark.parametrize("text", ["<b>Beth</b>", "a <i>title</i> & more", "<!DOCTYPE html>", "x<br/>y", "<p>"])
def test_markup_stays_what_was_typed(text: str) -> None:
    assert Qt.mightBeRichText(text) or "<" in text
    assert not Qt.mightBeRichText(plain_tip(text))
    assert plain_tip(text).replace(WORD_JOINER, "") == text


@given(st.text())
def test_no_text_at_all_is_read_as_markup(text: str) -> None:
    assert not Qt.mightBeRichText(plain_tip(text))


def test_a_long_text_stands_in_lines_and_is_whole() -> None:
    text = "Ask who already trusts you, and then ask them who else they would ask. " * 4
    lines = plain_tip(text).splitlines()
    assert max(map(len, lines)) <= WIDEST
    assert " ".join(lines).split() == text.split()


def test_lines_that_were_lines_stay_so() -> None:
    assert plain_tip("Amina Yusuf\nTakes notes") == "Amina Yusuf\nTakes notes"
