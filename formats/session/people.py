"""Who takes part: people, and how a name is shortened or recognised."""

from collections import Counter
from dataclasses import dataclass

from formats.session.folding import fold
from formats.session.person_names import name_parts


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the network. `remarks` is what the roster says beside the name.

    `extra` holds the columns of the roster that have no place of their own, by title; `known_as` is what
    people call them, where that is not in the name.
    """

    id: str
    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    remarks: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    known_as: str = ""

    def column(self, title: str) -> str:
        """What the roster says of this person in a column: "organisation", "role" or one of its own."""
        if title in ("organisation", "role"):
            return self.organisation if title == "organisation" else self.role
        return dict(self.extra).get(title, "")


def first_name(name: str) -> str:
    """The part of a name that people call out: its first word that is no title."""
    words = name_parts(name).words
    return words[0] if words else name


def short_names(people: tuple[Person, ...]) -> dict[str, str]:
    """First names by person id, with as many further letters as tell people of one first name apart."""
    alike: dict[str, list[Person]] = {}
    for person in people:
        alike.setdefault(fold(first_name(person.name)), []).append(person)
    return {person_id: name for group in alike.values() for person_id, name in _tell_apart(group).items()}


def _tell_apart(alike: list[Person]) -> dict[str, str]:
    """The short names of people with one first name, by person id: the least that nobody else of them has."""
    if len(alike) == 1:
        return {alike[0].id: first_name(alike[0].name)}
    ways = {person.id: _ways_to_shorten(person.name) for person in alike}
    met = Counter(fold(way) for some in ways.values() for way in some)
    short = {one: next((way for way in some if met[fold(way)] == 1), some[-1]) for one, some in ways.items()}
    times = Counter(fold(name) for name in short.values())
    return {person.id: short[person.id] if times[fold(short[person.id])] == 1 else person.name for person in alike}


def _ways_to_shorten(name: str) -> list[str]:
    """The first name with more and more letters of the family name: "Jo B", "Jo Br", to "Jo Brand"."""
    words = name_parts(name).words
    if len(words) < 2:
        return [first_name(name)]
    first, last = words[0], words[-1]
    letters = [at for at, sign in enumerate(last, start=1) if sign.isalnum()] or [len(last)]
    ends = [*letters[:-1], len(last)]
    return list({fold(way): way for way in (f"{first} {last[:end]}" for end in ends)}.values())
