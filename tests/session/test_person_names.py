"""Names taken apart: titles before, letters after, particles between; and the least that tells two apart."""

import pytest

from formats.session.people import first_name, short_names
from formats.session.person_names import are_letters, name_parts
from tests.builders import some_people


def shortened(*names: str) -> list[str]:
    return list(short_names(some_people(*names)).values())


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Dame Judi Dench", "Judi"),
        ("Sir Ian McKellen", "Ian"),
        ("Lord Byron", "Byron"),
        ("Lady Anne Blunt", "Anne"),
        ("Dr Hana Nováková", "Hana"),
        ("Prof. Dr. med. Anna Weiß", "Anna"),
        ("Rev. Simon Peel", "Simon"),
        ("Fr. Tom", "Tom"),
        ("Sister Mary Joseph", "Mary"),
        ("Sr Mary", "Mary"),
        ("Nurse Jackie", "Jackie"),
        ("Mx Kit Moran", "Kit"),
        ("Rt. Hon. Ann Lee", "Ann"),
        ("Frau Ilse Baum", "Ilse"),
        ("Mme Chloé Roux", "Chloé"),
        ("Dña. Carmen Ruiz", "Carmen"),
        ("د. سلمى حداد", "سلمى"),
        ("Smith, Tom", "Tom"),
        ("de Wit, Anna", "Anna"),
        ("Al Gore", "Al"),
        ("Van Morrison", "Van"),
        ("Pan Li", "Pan"),
        ("Paul Nurse", "Paul"),
    ],
)
def test_people_are_called_by_what_stands_behind_their_titles(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("Jo Brand CBE", "Jo Blake RN"), ["Jo Br", "Jo Bl"]),
        (("Jo Brand CBE", "Jo Reid, RGN, MSc"), ["Jo B", "Jo R"]),
        (("Sam de la Cruz, Jr.", "Sam Carter III"), ["Sam Cr", "Sam Ca"]),
        (("Sam Lee", "Sam Leeson", "Sam Li"), ["Sam Lee", "Sam Lees", "Sam Li"]),
        (("Jack Ma", "Jack Moss MA"), ["Jack Ma", "Jack Mo"]),
        (("Ann O'Neill", "Ann O'Dea"), ["Ann O'N", "Ann O'D"]),
        (("Dr Ann Lee", "Ann Lee"), ["Dr Ann Lee", "Ann Lee"]),
    ],
)
def test_two_of_one_first_name_are_told_apart_by_the_least(names: tuple[str, ...], short: list[str]) -> None:
    assert shortened(*names) == short


def test_a_name_is_titles_given_names_particles_family_and_letters() -> None:
    parts = name_parts("Dr. Anna Maria van den Berg, RN, PhD")
    assert parts.titles == ("Dr.",)
    assert parts.given == ("Anna", "Maria")
    assert parts.particles == ("van", "den")
    assert parts.family == ("Berg",)
    assert parts.letters == ("RN", "PhD")


@pytest.mark.parametrize("text", ["Jr.", "RN, PhD", "B.Sc.", "FRCN", "MA", "obe"])
def test_letters_behind_a_comma_belong_to_the_name(text: str) -> None:
    assert are_letters(text)


@pytest.mark.parametrize("text", ["Ada", "Ma", "Cope Centre", "", "Do"])
def test_names_behind_a_comma_are_no_letters(text: str) -> None:
    assert not are_letters(text)
