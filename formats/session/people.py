"""Who takes part: people, and how a name is shortened or recognised."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "miss", "mx", "rev", "sir"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "phd"})


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the network. `remarks` is what the roster says beside the name.

    `extra` holds the columns of the roster that have no place of their own, by title.
    """

    id: str
    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    remarks: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    def column(self, title: str) -> str:
        """What the roster says of this person in a column: "organisation", "role" or one of its own."""
        if title in ("organisation", "role"):
            return self.organisation if title == "organisation" else self.role
        return dict(self.extra).get(title, "")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Text for comparing: case, accents and surplus spaces ignored."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def first_name(name: str) -> str:
    """The part of a name that people call out: its first word that is no title."""
    words = _name_words(name)
    return words[0] if words else name


def short_names(people: tuple[Person, ...]) -> dict[str, str]:
    """First names by person id, with as many further letters as tell people of one first name apart."""
    alike: dict[str, list[Person]] = {}
    for person in people:
        alike.setdefault(folded(first_name(person.name)), []).append(person)
    return {person_id: name for group in alike.values() for person_id, name in _tell_apart(group).items()}


def _tell_apart(alike: list[Person]) -> dict[str, str]:
    """The short names of people with one first name, by person id."""
    if len(alike) == 1:
        return {alike[0].id: first_name(alike[0].name)}
    short = [(person, _with_initial(person.name)) for person in alike]
    times = Counter(folded(name) for _, name in short)
    return {person.id: name if times[folded(name)] == 1 else person.name for person, name in short}


def _with_initial(name: str) -> str:
    words = _name_words(name)
    return f"{words[0]} {words[-1][0]}" if len(words) > 1 else first_name(name)


def _name_words(name: str) -> list[str]:
    """The words of a name without a title before it or a Jr. after it, as far as any are left."""
    words = [word.rstrip(",") or word for word in _given_name_first(name).split()]
    while len(words) > 1 and folded(words[0]).rstrip(".") in _TITLES:
        words = words[1:]
    while len(words) > 1 and folded(words[-1]).strip(".") in _SUFFIXES:
        words = words[:-1]
    return words


def _given_name_first(name: str) -> str:
    """ "Smith, Tom" as "Tom Smith": what stands before the comma of two is the family's."""
    before, comma, after = (part.strip() for part in name.partition(","))
    only_suffixes = all(folded(word).strip(".,") in _SUFFIXES for word in after.split())
    return f"{after} {before}" if comma and before and "," not in after and not only_suffixes else name
