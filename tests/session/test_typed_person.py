"""One line that was typed is read as any list is, and is never lost."""

from collections.abc import Callable
from itertools import count

import pytest

from formats.session.people import Person
from formats.session.roster.typed_person import typed_people

NINA = Person("nina", "Nina Okafor", organisation="Lothian Health")


def numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


@pytest.mark.parametrize(
    ("typed", "name", "organisation"),
    [
        ("Nina Okafor, Lothian Health", "Nina Okafor", "Lothian Health"),
        ("Nina Okafor (Lothian Health)", "Nina Okafor", "Lothian Health"),
        ("Sam Ortiz <sam@example.org>", "Sam Ortiz", ""),
        ("  Zoë   Ó Briain ", "Zoë Ó Briain", ""),
        ("Madonna", "Madonna", ""),
    ],
)
def test_a_typed_person_is_taken_apart(typed: str, name: str, organisation: str) -> None:
    (person,) = typed_people(typed, (), numbered())
    assert (person.name, person.organisation) == (name, organisation)


def test_whoever_is_known_is_that_person_with_or_without_more_beside_the_name() -> None:
    for typed in ("nina okafor", "Nina Okafor, Lothian Health"):
        assert [person.id for person in typed_people(typed, (NINA,), numbered())] == ["nina"]


def test_two_in_one_line_are_two_people_and_a_blank_line_is_nobody() -> None:
    assert [person.name for person in typed_people("Tom and Ann Hill", (), numbered())] == ["Tom Hill", "Ann Hill"]
    assert typed_people("  ", (), numbered()) == ()


def test_what_cannot_be_read_as_a_person_is_taken_as_it_stands() -> None:
    assert [person.name for person in typed_people("???", (), numbered())] == ["???"]
