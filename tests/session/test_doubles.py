"""Who is likely one person under two names, and who is not?"""

import pytest

from formats.session.doubles import likely_doubles
from formats.session.people import Person

PLACE = ", nearly the same organisation"


def one(name: str, organisation: str = "", email: str = "") -> Person:
    return Person(f"{name}/{organisation}/{email}", name, organisation, email=email)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            one("Kristin Þórsdóttir", "Nordic Care Alliance"),
            one("Kristin T.", "Nordic Care"),
            f"Same first name{PLACE}",
        ),
        (one("Jo Fraser", "NHS Fife"), one("Jo", "NHS Fife"), f"Same first name{PLACE}"),
        (one("Beth O'Neill", "Cope"), one("Beth Oneil", "Cope"), f"Nearly the same name{PLACE}"),
        (one("Tom Smith"), one("Smith Tom"), "Same name, in another order"),
        (one("Amina Yusuf", "A"), one("AMINA YUSUF"), "Same name"),
        (one("Amina Yusuf", "A", "a@x.org"), one("A. Yusuf", "B", "A@x.org"), "Same email address"),
    ],
)
def test_two_who_are_likely_one(first: Person, second: Person, why: str) -> None:
    assert [double.why for double in likely_doubles((first, second))] == [why]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (one("Jo Fraser", "NHS Fife"), one("Jo Brand", "NHS Fife")),
        (one("Amina Yusuf", "Lothian"), one("Amina Yusuf", "Powys")),
        (one("Jo Fraser", "NHS Fife"), one("Jo", "Leith Carers")),
        (one("Ann Lee", "", "ann@x.org"), one("Bob Hay", "", "office@x.org")),
        (one("Amina Fischer", "Trust 1"), one("Hana Fischer", "Trust 1")),
        (one("Ann", "Team", "team@x.org"), one("Bob", "Team", "team@x.org")),
    ],
)
def test_two_who_are_two(first: Person, second: Person) -> None:
    assert likely_doubles((first, second)) == ()


def test_who_was_said_to_be_two_is_not_asked_about_again() -> None:
    pair = (one("Jo Fraser"), one("Jo F."))
    assert likely_doubles(pair)
    assert likely_doubles(pair, {frozenset(person.id for person in pair)}) == ()


def test_who_is_known_better_stands_first_and_the_surest_pair_too() -> None:
    vague, full = one("Jo F."), one("Jo Fraser", "NHS Fife", "jo@x.org")
    twice = (one("Beth Reid", "Cope"), Person("b2", "Beth Reid", "Cope"))
    found = likely_doubles((vague, full, *twice))
    assert [double.why for double in found] == ["Same name", "Same first name"]
    assert (found[1].one, found[1].other) == (full, vague)
