"""Who speaks in the go-round of the moment, who is next, and in which order do people speak?"""

from collections.abc import Mapping
from random import Random

from desktop.wording import name_order
from formats.session.agenda import StageKind
from formats.session.clock import Reading
from formats.session.events import SpeakingOrder
from formats.session.go_round import GoRound
from formats.session.people import short_names
from formats.session.session import Session
from formats.session.sorting import Key


def go_round_now(session: Session, reading: Reading) -> GoRound | None:
    """The go-round of the moment, for the people who are here; None in any other stage."""
    if not reading.live or reading.stage is None or reading.stage.kind is not StageKind.CHECK_IN:
        return None
    begun = reading.position.go_round
    return begun.with_people(people_in_order(begun.order, session))


def people_in_order(order: SpeakingOrder, session: Session, seed: int = 0) -> tuple[str, ...]:
    """The people who are here, by id, in an order; those without a room come after the rooms."""
    names = short_names(session.present)
    match order:
        case SpeakingOrder.LIST:
            return tuple(person.id for person in session.present)
        case SpeakingOrder.SHUFFLED:
            return tuple(Random(seed).sample(sorted(names), len(names)))
        case SpeakingOrder.ROOMS:
            first = session.rooms[0].rooms if session.rooms else ()
            seated = tuple(person for room in first for person in room.people if person in names)
            return (*seated, *_by_name(set(names) - set(seated), names))
        case _:
            return _by_name(set(names), names)


def _by_name(people: set[str], names: Mapping[str, str]) -> tuple[str, ...]:
    def place(person: str) -> Key:
        return name_order(names[person])

    return tuple(sorted(people, key=place))
