"""Who of the people known could this be? Found by keys, so that a long list costs no more a person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from formats.session.folding import fold
from formats.session.people import Person, first_name

ALIKE = 0.85
_SHORTEST_MISSPELT = 4
"""Letters; of a shorter word, one letter more or less makes another name."""
_MOST_OF_A_WORD = 20
"""People; a word that more share says too little, and another word of the name says it better."""
_ANYWHERE = "*"


class KnownPeople:
    """The people known, by address, by name, by first name and place, and by words that are nearly theirs.

    A word that is nearly another, by one letter more, less or other, shares one of its `_forms`; so names that
    differ by a slip are found without comparing each with each.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)
        self._places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._taken: set[str] = set()
        for at, person in enumerate(self._people):
            for key in _keys(person):
                self._places[key].append(at)

    def take(self, person: Person) -> None:
        """Leaves somebody out from now on: nobody is two people of one list."""
        self._taken.add(person.id)

    def with_address(self, email: str) -> list[Person]:
        """Those who have an address."""
        return self._free(self._at("address", email.casefold())) if email else []

    def named(self, name: str) -> list[Person]:
        """Those of a name, however it is written."""
        return self._free(self._at("name", fold(name)))

    def called(self, name: str, organisation: str) -> Person | None:
        """Somebody with the first name of a name, at the same place, or one of the two named by it alone."""
        first, place = fold(first_name(name)), fold(organisation)
        by_it_alone = len(name.split()) == 1
        found = [*self._at("first", first, place)] if place else []
        found += [*self._at("alone", first), *(self._at("first", first, _ANYWHERE) if by_it_alone else ())]
        return next(iter(self._free(found)), None)

    def nearly_named(self, name: str) -> list[Person]:
        """Those with the name that is most like this one; none where no name is nearly the same."""
        forms = (self._at("form", form) for form in _forms(fold(name)))
        near = {at for places in forms if len(places) <= _MOST_OF_A_WORD for at in places}
        likely = [(likeness(name, person.name), fold(person.name)) for person in self._free(near)]
        best = max((one for one in likely if one[0] >= ALIKE), default=None)
        return self.named(best[1]) if best else []

    def _at(self, *key: str) -> list[int]:
        return self._places.get(key, [])

    def _free(self, places: Iterable[int]) -> list[Person]:
        return [one for at in sorted(set(places)) if (one := self._people[at]).id not in self._taken]


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1."""
    return SequenceMatcher(None, fold(one), fold(other)).ratio()


def _keys(person: Person) -> Iterator[tuple[str, ...]]:
    """Everything that somebody can be found by."""
    name, first = fold(person.name), fold(first_name(person.name))
    if person.email:
        yield "address", person.email.casefold()
    yield "name", name
    yield "first", first, _ANYWHERE
    yield "first", first, fold(person.organisation)
    if len(person.name.split()) == 1:
        yield "alone", first
    for form in set(_forms(name)):
        yield "form", form


def _forms(name: str) -> Iterator[str]:
    """The words of a name, and each with any one of its letters left out."""
    for word in name.split():
        yield word
        if len(word) >= _SHORTEST_MISSPELT:
            yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
