"""Which words about somebody can be typed over, and what are they then? The same for a person and for a draft."""

from dataclasses import replace
from typing import TypeVar

from formats.session.people import Person
from formats.session.roster.draft import PersonDraft

Described = TypeVar("Described", Person, PersonDraft)


def with_text(described: Described, field: str, text: str) -> Described:
    """Somebody with another text in one of the fields that hold one. Raises ValueError for any other field."""
    match field:
        case "name":
            return replace(described, name=text)
        case "organisation":
            return replace(described, organisation=text)
        case "role":
            return replace(described, role=text)
        case "email":
            return replace(described, email=text)
        case "remarks":
            return replace(described, remarks=text)
        case _:
            raise ValueError(f"{field} is no text that can be typed over")
