"""Who takes part: people, and how a name is shortened or recognised."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the network. `remarks` is what the roster says beside the name."""

    id: str
    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    remarks: str = ""


def folded(text: str) -> str:
    """Text for comparing: case, accents and surplus spaces ignored."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def first_name(name: str) -> str:
    """The part of a name that people call out: the first word of it."""
    return name.split()[0] if name.split() else name


def short_names(people: tuple[Person, ...]) -> dict[str, str]:
    """First names by person id, with as many further letters as tell people of one first name apart."""
    alike: dict[str, list[Person]] = {}
    for person in people:
        alike.setdefault(folded(first_name(person.name)), []).append(person)
    return {p.id: _shortest(p, group) for group in alike.values() for p in group}


def _shortest(person: Person, alike: list[Person]) -> str:
    words = person.name.split()
    if len(alike) == 1 or len(words) < 2:
        return words[0] if words else person.name
    initial = f"{words[0]} {words[-1][0]}"
    others = [p.name.split() for p in alike if p is not person]
    clash = any(len(w) > 1 and folded(w[-1][0]) == folded(words[-1][0]) for w in others)
    return person.name if clash else initial
