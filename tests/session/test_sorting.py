"""Lists stand in the order that a reader of the language expects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.language import ENGLISH, Language, speaking
from formats.session.sorting import family_sort_key, sort_key


def in_order(language: str, *words: str) -> list[str]:
    return sorted(words, key=lambda word: sort_key(word, language))


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("", ["Alan", "Álvaro", "Amina", "Zoe"]),
        ("en_GB", ["Anna", "Åsa", "Östen", "Zoe"]),
        ("sv_SE", ["Anna", "Zoe", "Åsa", "Ärla", "Östen"]),
        ("nb_NO", ["Anna", "Zoe", "Ærlig", "Østen", "Åse"]),
        ("da-DK", ["Anna", "Zoe", "Ærø", "Øjvind", "Åge"]),
        ("de_DE", ["Ober", "Özil", "Paul", "Weiß", "Zoe"]),
        ("pl_PL", ["Lucyna", "Lz", "Łukasz", "Maria", "Zofia", "Źrebak", "Żaneta"]),
        ("cs_CZ", ["Cyril", "Čeněk", "Hana", "Chval", "Ivan"]),
        ("es_ES", ["Nuria", "Ñico", "Óscar", "Pilar"]),
        ("cy_GB", ["Cai", "Cynan", "Chwaer", "Dafydd", "Ddraig", "Lowri", "Llinos"]),
        ("tr_TR", ["Can", "Çağrı", "Oya", "Özlem"]),
        ("hu_HU", ["Cili", "Csaba", "Dezső"]),
        ("fa_IR", ["بابک", "پری", "تارا"]),
    ],
)
def test_words_stand_in_the_order_of_the_languages_alphabet(language: str, order: list[str]) -> None:
    assert in_order(language, *reversed(order)) == order


def test_where_no_language_is_named_it_is_the_one_spoken() -> None:
    swedish = Language("sv", "Svenska", ENGLISH.words)
    assert in_order("", "Åsa", "Zoe", "Anna") == ["Anna", "Åsa", "Zoe"]
    with speaking(swedish):
        assert in_order("", "Åsa", "Zoe", "Anna") == ["Anna", "Zoe", "Åsa"]
    assert in_order("", "Åsa", "Zoe", "Anna") == ["Anna", "Åsa", "Zoe"]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("nl_NL", ["Bo Egger", "Cy Walsh", "Anna de Wit", "Di Xu"]),
        ("nl_BE", ["Anna de Wit", "Bo Egger", "Cy Walsh", "Di Xu"]),
        ("en_GB", ["Anna de Wit", "Bo Egger", "Cy Walsh", "Di Xu"]),
        ("de_DE", ["Bo Egger", "Cy Walsh", "Anna de Wit", "Di Xu"]),
    ],
)
def test_a_family_name_with_a_particle_stands_where_the_language_puts_it(language: str, order: list[str]) -> None:
    shuffled = [order[2], order[0], order[3], order[1]]
    assert sorted(shuffled, key=lambda name: family_sort_key(name, language)) == order


def test_a_name_that_begins_with_a_particle_follows_the_language_too() -> None:
    assert in_order("nl_NL", "de Wit", "Egger") == ["Egger", "de Wit"]
    assert in_order("en_GB", "Egger", "de Wit") == ["de Wit", "Egger"]


def test_titles_and_letters_move_nobody_in_a_list_by_family_name() -> None:
    names = ["Dame Judi Dench", "Jo Brand CBE", "Prof. Idris Khan"]
    assert sorted(names, key=family_sort_key) == ["Jo Brand CBE", "Dame Judi Dench", "Prof. Idris Khan"]


@given(st.lists(st.text(max_size=8), max_size=8), st.sampled_from(["", "sv_SE", "cy", "nl_NL", "hu", "ar_EG"]))
def test_any_words_have_one_order(words: list[str], language: str) -> None:
    once = in_order(language, *words)
    assert in_order(language, *reversed(words)) == once
