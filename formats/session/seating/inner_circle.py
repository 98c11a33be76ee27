"""Who sits in the middle, and in which circle around it, in each round?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from formats.language import tr
from formats.session.agenda import InnerCircle, Part, RoomNeeds
from formats.session.room_wishes import Role
from formats.session.rooms import PlanError, Request, RoomPeople, Round, Rounds, SizeError, SizeRange, room_sizes
from formats.session.seating.dealing import Table
from formats.session.seating.groups import MIDDLE
from formats.session.seating.request import request_for
from formats.session.seating.role_rotation import waiting_order
from formats.session.seating.roles import role_wishes
from formats.session.session import Session


def inner_circle_rounds(session: Session, part: Part, past: tuple[Session, ...]) -> Rounds:
    """For each round the inner circle, its presenter first, then the circles around it.

    Volunteers present first, then whoever waited longest; nobody is in the middle twice while others have not
    been. Whoever comes out of the middle takes a place of those who go in. Raises `PlanError` where the people
    are too few.
    """
    needs = part.rooms
    assert needs is not None, "only structures are seated"
    assert needs.inner is not None, "only an inner circle has a middle"
    return tuple(_Middle(session, part, needs, needs.inner, past).rounds())


class _Middle:
    """The rounds of one structure, one after the other."""

    def __init__(
        self, session: Session, part: Part, needs: RoomNeeds, inner: InnerCircle, past: tuple[Session, ...]
    ) -> None:
        self._needs, self._inner, self._count = needs, inner, part.rounds
        self._asked = request_for(session, part, past)
        self._table = Table.of(self._asked)
        wishes = role_wishes(session, past)
        willing = waiting_order(self._asked.people, Role.PRESENTER, wishes)
        others = [person for person in self._asked.people if person not in willing]
        self._waiting = (*willing, *others) if not needs.presenter else willing
        self._inside: Counter[str] = Counter()

    def rounds(self) -> Iterator[Round]:
        before: Round = ()
        for number in range(1, self._count + 1):
            before = self._round(number, before)
            yield before

    def _round(self, number: int, before: Round) -> Round:
        here = self._asked.present(number)
        locked = _locked_rooms(self._asked, number)
        places = _places_in_the_middle(self._needs, self._inner, len(here))
        middle = locked.get(MIDDLE) or self._middle(here, places)
        self._inside.update(middle)
        return (middle, *self._circles([p for p in here if p not in middle], before[1:], locked))

    def _middle(self, here: Sequence[str], places: int) -> RoomPeople:
        """The presenter, where there is one, then those beside, as long as anyone may sit together."""
        chosen: list[str] = []
        if self._needs.presenter:
            chosen.append(self._presenter(here))
        coming = set(self._waiting[: self._count]) if self._needs.presenter else set()
        order = {person: place for place, person in enumerate(self._waiting)}
        while len(chosen) < places:
            chosen.append(
                min(
                    (person for person in here if person not in chosen),
                    key=lambda p: (
                        self._table.conflicts(p, chosen),
                        self._inside[p],
                        p in coming,
                        order.get(p, len(order)),
                    ),
                )
            )
        return tuple(chosen)

    def _presenter(self, here: Sequence[str]) -> str:
        willing = [person for person in self._waiting if person in here]
        if not willing:
            raise PlanError((tr("Nobody would be {presenter}.", presenter=self._needs.presenter),))
        return min(willing, key=lambda person: (self._inside[person], self._waiting.index(person)))

    def _circles(self, people: list[str], before: Round, locked: Mapping[int, RoomPeople]) -> list[RoomPeople]:
        """The circles around the middle; people stay where they were the round before."""
        kept = {number - 2: room for number, room in locked.items() if number > MIDDLE}
        free = [person for person in people if not any(person in room for room in kept.values())]
        sizes = room_sizes(len(free), _sizes(self._needs)) if free else ()
        begun: list[RoomPeople] = []
        for place, size in enumerate(sizes):
            stayed = before[place] if place < len(before) else ()
            begun.append(tuple(person for person in stayed if person in free)[:size])
        placed = {person for circle in begun for person in circle}
        dealt = iter(self._table.deal([person for person in free if person not in placed], sizes, begun))
        return [kept[place] if place in kept else next(dealt) for place in range(len(sizes) + len(kept))]


def _locked_rooms(asked: Request, number: int) -> dict[int, RoomPeople]:
    return {room: people for (n, room), people in asked.locked_rooms.items() if n == number}


def _sizes(needs: RoomNeeds) -> SizeRange:
    return SizeRange(needs.minimum, needs.usual, needs.maximum)


def _places_in_the_middle(needs: RoomNeeds, inner: InnerCircle, people: int) -> int:
    """How many sit in the middle, as near to the usual as leaves enough for circles around. Raises PlanError."""
    presenting = 1 if needs.presenter else 0
    for beside in sorted(range(inner.minimum, inner.maximum + 1), key=lambda n: (abs(n - inner.usual), n)):
        try:
            room_sizes(people - presenting - beside, _sizes(needs))
        except SizeError:
            continue
        return presenting + beside
    least = presenting + inner.minimum + needs.minimum
    raise PlanError(
        (
            tr(
                "{people} people are too few for a circle in the middle and one around it; {least} will do.",
                people=people,
                least=least,
            ),
        )
    )
