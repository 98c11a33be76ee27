"""How are people dealt into groups of given sizes where nothing has to be searched for?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from formats.session.rooms import Request, RoomPeople


@dataclass(frozen=True, slots=True)
class Table:
    """What counts when somebody is given a place: who is kept apart or together, and what they have in common."""

    apart: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)
    """Person -> what is better spread over the groups."""

    @classmethod
    def of(cls, asked: Request) -> "Table":
        """What the wishes of a request say."""
        column = next(iter((*asked.apart_by, *asked.spread)), "")
        alike = {person: values.get(column, "") for person, values in asked.attributes.items()} if column else {}
        return cls(asked.apart, asked.together, alike)

    def conflicts(self, person: str, group: Sequence[str]) -> int:
        """How many of a group someone is to be kept apart from."""
        return _shared(self.apart, person, group)

    def friends(self, person: str, group: Sequence[str]) -> int:
        """How many of a group someone is to be kept together with."""
        return _shared(self.together, person, group)

    def deal(
        self, people: Sequence[str], sizes: Sequence[int], begun: Sequence[RoomPeople] = ()
    ) -> list[RoomPeople]:
        """People into groups of these sizes, those that have `begun` filled up; the same answer each time.

        Nobody is put beside somebody they are kept apart from while another group has a place.
        """
        groups = [list(begun[place]) if place < len(begun) else [] for place in range(len(sizes))]
        for person in people:
            free = [place for place, size in enumerate(sizes) if len(groups[place]) < size]
            place = min(free or range(len(sizes)), key=lambda n: (*self._cost(person, groups[n]), len(groups[n])))
            groups[place].append(person)
        return [tuple(group) for group in groups]

    def _cost(self, person: str, group: Sequence[str]) -> tuple[int, int, int]:
        like = self.alike.get(person, "")
        same = sum(self.alike.get(other, "") == like for other in group) if like else 0
        return self.conflicts(person, group), -self.friends(person, group), same


def _shared(wishes: Sequence[Sequence[str]], person: str, group: Sequence[str]) -> int:
    return sum(other in wish for wish in wishes if person in wish for other in group if other != person)
