"""Who may be offered where somebody is to be named, and who is meant by a name?"""

from collections.abc import Callable, Iterable, Set

from formats.session.folding import fold
from formats.session.people import Person
from formats.session.session import Session
from formats.session.sorting import Key, sort_key

NameOrder = Callable[[str], Key]


def people_to_arrive(
    session: Session, network: Iterable[Person], order: NameOrder = sort_key
) -> tuple[Person, ...]:
    """Those who are expected and not here, then everyone of the network who is not on the list; each by name."""
    listed = {person.id for person in session.people}
    away = (person for person in session.people if person.id in session.away)
    others = (person for person in network if person.id not in listed)
    return (*sorted_by_name(away, order=order), *sorted_by_name(others, order=order))


def people_to_sit_with(session: Session, person_id: str, order: NameOrder = sort_key) -> tuple[Person, ...]:
    """Whom a wish about someone can be about: before the start all who are expected, then those who are here."""
    offered = session.present if session.begun else session.people
    return sorted_by_name((person for person in offered if person.id != person_id), order=order)


def sorted_by_name(
    people: Iterable[Person], first: Set[str] = frozenset(), order: NameOrder = sort_key
) -> tuple[Person, ...]:
    """People by name, in the order of the reader's alphabet, those with an id in `first` before the others."""
    return tuple(sorted(people, key=lambda person: (person.id not in first, order(person.name))))


def person_named(name: str, known: Iterable[Person]) -> Person | None:
    """Whoever is meant by a whole name; None where nobody has it, or more than one."""
    called = [person for person in known if fold(person.name) == fold(name)]
    return called[0] if len(called) == 1 else None
