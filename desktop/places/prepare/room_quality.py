"""How good are the rooms of a session, whoever made them?"""

from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil

from formats.session.agenda import Part
from formats.session.room_request import request_for
from formats.session.rooms import Request, Round, Rounds, lower_bound, repeat_cost
from formats.session.session import Session


@dataclass(frozen=True, slots=True)
class Quality:
    """How often people meet again in the rooms of a structure, and what is known of the fewest possible.

    Without earlier sessions `again` counts repeated meetings and `fewest` is proven; with them `again` counts
    the pairs who have met before, and `fewest` is None.
    """

    again: int
    fewest: int | None
    proven: bool


def judged(session: Session, past: tuple[Session, ...]) -> dict[str, Quality]:
    """What can be said about the rooms of each structure that has them, by part id."""
    planned = ((part, _people_of(session, part)) for part in session.agenda.structures)
    return {part.id: _quality(session, part, rounds, past) for part, rounds in planned if all(rounds)}


def _quality(session: Session, part: Part, rounds: Rounds, past: tuple[Session, ...]) -> Quality:
    request = replace(request_for(session, part, past), locked={})
    cost, bound = repeat_cost(request, rounds), _bound(request)
    met = {pair for old in request.history for rooms in old.rounds for pair in _pairs(rooms)}
    pairs = {pair for rooms in rounds for pair in _pairs(rooms)}
    again = len(pairs & met) if met else round(cost)
    fewest = ceil(bound) if bound >= 0 and not met else None
    return Quality(again, fewest, proven=cost <= bound)


def _bound(request: Request) -> float:
    """The proven bound; -1 where rooms made by hand have sizes that the structure does not take."""
    try:
        return lower_bound(request)
    except ValueError:
        return -1.0


def _people_of(session: Session, part: Part) -> Rounds:
    remixed = part.rooms is not None and part.rooms.remixed
    numbers = range(1, part.rounds + 1 if remixed else 2)
    by_key = {(r.part, r.round): tuple(room.people for room in r.rooms) for r in session.rooms}
    return tuple(by_key.get((part.id, n), ()) for n in numbers)


def _pairs(rooms: Round) -> list[tuple[str, str]]:
    return [pair for room in rooms for pair in combinations(sorted(room), 2)]
