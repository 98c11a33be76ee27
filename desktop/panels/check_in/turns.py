"""Who speaks now in the go-round, who has, and who passed?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from desktop.wording import name_order
from formats.session.session import Session
from formats.session.sorting import Key


class SpeakingOrder(StrEnum):
    """In which order people speak, unless someone is asked out of turn."""

    NAMES = "By name"
    LIST = "As on the list"
    ROOMS = "Room by room"
    SHUFFLED = "Shuffled"


@dataclass(frozen=True, slots=True)
class Turns:
    """The speaking order by person id; kept for the moment only, for nothing is recorded of who passed."""

    order: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()

    @property
    def speaker(self) -> str:
        """Whose turn it is; "" when everyone had theirs."""
        return next((p for p in self.order if p not in self.spoken and p not in self.passed), "")

    def with_people(self, people: tuple[str, ...]) -> "Turns":
        """The same go-round for these people; who comes late is last."""
        kept = tuple(p for p in self.order if p in people)
        return replace(self, order=kept + tuple(p for p in people if p not in kept))

    def after_speaking(self) -> "Turns":
        """Who speaks now has spoken."""
        return replace(self, spoken=self.spoken | {self.speaker}) if self.speaker else self

    def after_passing(self) -> "Turns":
        """Who would speak now passes."""
        return replace(self, passed=self.passed | {self.speaker}) if self.speaker else self

    def with_turn_of(self, person: str) -> "Turns":
        """It is this person's turn, out of order or once more."""
        order = (person, *(p for p in self.order if p != person))
        return Turns(order, self.spoken - {person}, self.passed - {person})

    def with_order(self, people: tuple[str, ...]) -> "Turns":
        """The same go-round in another order; who had a turn keeps it."""
        return replace(self, order=people)


@dataclass(frozen=True, slots=True)
class GoRound:
    """One check-in: the order chosen, and how far it has come. `seed` tells one shuffle from the next."""

    order: SpeakingOrder = SpeakingOrder.NAMES
    seed: int = 0
    turns: Turns = Turns()


def people_in_order(
    order: SpeakingOrder, session: Session, names: Mapping[str, str], seed: int = 0
) -> tuple[str, ...]:
    """The people who are here, by id, in an order; those without a room come after the rooms."""

    def by_name(person: str) -> Key:
        return name_order(names[person])

    match order:
        case SpeakingOrder.LIST:
            return tuple(person.id for person in session.present)
        case SpeakingOrder.SHUFFLED:
            return tuple(Random(seed).sample(sorted(names), len(names)))
        case SpeakingOrder.ROOMS:
            first = session.rooms[0].rooms if session.rooms else ()
            seated = [person for room in first for person in room.people if person in names]
            return (*seated, *sorted(set(names) - set(seated), key=by_name))
        case _:
            return tuple(sorted(names, key=by_name))
