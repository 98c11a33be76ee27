"""What is one word to a reader is one word to a search: accents, apostrophes, hyphens and alphabets' variants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.session.folding import fold, fold_sign


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "don’t"),
        ("O'Brien", "OʼBrien"),
        ("O`Brien", "o‘brien"),
        ("Anne-Marie", "Anne‑Marie"),
        ("Anne–Marie", "anne−marie"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("ÞÓRA", "thora"),
        ("Weiß", "WEISS"),
        ("Ærø", "aero"),
        ("علی کریمی", "علي كريمي"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("٣٤", "34"),
        ("e\u0301", "é"),
        ("so\u00adft", "soft"),
        ("  two   words ", "Two\u00a0words"),
    ],
)
def test_words_that_read_the_same_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ann", "Anne"), ("की", "का"), ("Jo-Ann", "Jo Ann"), ("กา", "กี")])
def test_words_that_read_differently_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=20))
def test_a_text_is_folded_as_its_signs_are(text: str) -> None:
    assert fold(text) == " ".join("".join(map(fold_sign, text)).split())
