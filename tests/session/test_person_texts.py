"""Words about somebody that are typed over."""

import pytest

from formats.session.people import Person
from formats.session.roster import PersonDraft
from formats.session.roster.person_texts import with_text

FIELDS = ("name", "organisation", "role", "email", "remarks")


@pytest.mark.parametrize("field", FIELDS)
def test_one_text_is_another_and_the_rest_stays(field: str) -> None:
    for somebody in (Person("p", "Ada", "Trust", "chair", "ada@b.example", "late"), PersonDraft("Ada", "Trust")):
        changed = with_text(somebody, field, "Bo")
        assert getattr(changed, field) == "Bo"
        assert with_text(changed, field, getattr(somebody, field)) == somebody


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match="away"):
        with_text(PersonDraft("Ada"), "away", "yes")
