"""Who has met whom, how often, and what does meeting again cost?"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from formats.session.rooms.request import PastSession, Request, RoomPeople, Rounds

Pair = tuple[str, str]


def pairs_in(rooms: Iterable[RoomPeople]) -> Iterable[Pair]:
    """Every pair that shares one of these rooms, each in alphabetical order."""
    return (pair for room in rooms for pair in combinations(sorted(room), 2))


def meetings(rounds: Rounds) -> Counter[Pair]:
    """How often each pair meets in these rounds."""
    return Counter(pair for rooms in rounds for pair in pairs_in(rooms))


def past_meetings(history: tuple[PastSession, ...]) -> dict[Pair, float]:
    """How often each pair met before; a session without a weight counts half of the one after it."""
    met: dict[Pair, float] = {}
    for age, session in enumerate(reversed(history)):
        weight = 0.5**age if session.weight is None else session.weight
        for pair, times in meetings(session.rounds).items():
            met[pair] = met.get(pair, 0.0) + weight * times
    return met


def free_pairs(request: Request) -> set[Pair]:
    """Pairs who are to stay together and therefore pay nothing."""
    return {pair for group in request.together for pair in combinations(sorted(group), 2)}


def repeat_cost(request: Request, rounds: Rounds) -> float:
    """What all meetings cost: h*a + a*(a-1)/2 for a pair that met h times earlier and meets a times now."""
    free, past = free_pairs(request), past_meetings(request.history)
    return sum(
        past.get(pair, 0.0) * times + times * (times - 1) / 2
        for pair, times in meetings(rounds).items()
        if pair not in free
    )


def pairs_again(request: Request, rounds: Rounds) -> int:
    """How many pairs meet more than once in this plan."""
    return sum(times > 1 for times in meetings(rounds).values())


def who_met_nobody_new(request: Request, rounds: Rounds) -> tuple[str, ...]:
    """Who was there and met nobody they had not met in an earlier session."""
    past = past_meetings(request.history)
    new = {name for pair in meetings(rounds) if not past.get(pair) for name in pair}
    there = {name for rooms in rounds for room in rooms for name in room}
    return tuple(name for name in request.people if name in there and name not in new)
