"""Names: how they are compared, and how short they can be said without two people sharing one."""

from hypothesis import given
from hypothesis import strategies as st

from formats.session.folding import fold
from formats.session.people import Person, first_name, short_names
from tests.builders import some_people


def shortened(*names: str) -> list[str]:
    return list(short_names(some_people(*names)).values())


def test_first_names_are_enough_where_nobody_shares_them() -> None:
    assert shortened("Amina Yusuf", "Beth O'Neill", "李 小龙") == ["Amina", "Beth", "李"]


def test_people_of_one_first_name_are_told_apart_by_an_initial() -> None:
    assert shortened("Jo Fraser", "jo Weiß", "Amina Yusuf") == ["Jo F", "jo W", "Amina"]


def test_people_who_share_the_initial_too_get_the_letters_that_tell_them_apart() -> None:
    assert shortened("Zoë Okafor", "Zoe O'Neill", "Zoe Reid") == ["Zoë Ok", "Zoe O'N", "Zoe R"]
    assert shortened("Jo Brand CBE", "Jo Blake RN") == ["Jo Br", "Jo Bl"]
    assert shortened("Sam Lee", "Sam Leeson") == ["Sam Lee", "Sam Lees"]


def test_people_whom_no_letter_tells_apart_get_their_whole_names() -> None:
    assert shortened("Sam A. Lee", "Sam B. Lee") == ["Sam A. Lee", "Sam B. Lee"]


def test_a_first_name_alone_stays_beside_a_longer_one() -> None:
    assert shortened("Jo", "Jo Fraser") == ["Jo", "Jo F"]


def test_a_title_is_no_first_name_and_junior_no_surname() -> None:
    assert shortened("Dr. Hana Nováková", "Prof Idris Khan") == ["Hana", "Idris"]
    assert shortened("Sam de la Cruz, Jr.", "Sam Lee") == ["Sam C", "Sam L"]


def test_a_family_name_before_a_comma_is_not_what_people_are_called() -> None:
    assert shortened("Smith, Tom", "Amina Yusuf") == ["Tom", "Amina"]
    assert shortened("Smith, Tom", "Tom Reid") == ["Tom S", "Tom R"]
    assert shortened("King, Martin, Jr.", "Smith,") == ["King", "Smith"]


def test_odd_names_have_a_short_form_too() -> None:
    assert [first_name(name) for name in ("", " ", "Dr.", "X")] == ["", " ", "Dr.", "X"]
    assert shortened("", "", "Dr.") == ["", "", "Dr."]


def test_folding_leaves_out_case_accents_and_surplus_spaces() -> None:
    assert fold("  Kristin   ÞÓRSDÓTTIR ") == fold("kristin þórsdottir")
    assert fold("Weiß") == fold("WEISS")


words = st.text(st.characters(whitelist_categories=["L", "M"]), min_size=1, max_size=4)


@given(st.lists(st.lists(words, max_size=3).map(" ".join), max_size=8))
def test_two_people_share_a_short_name_only_where_they_share_the_whole(names: list[str]) -> None:
    people = tuple(Person(str(n), name) for n, name in enumerate(names))
    short = short_names(people)
    assert set(short) == {person.id for person in people}
    for one in people:
        for other in people:
            if short[one.id] == short[other.id]:
                assert fold(one.name) == fold(other.name)
