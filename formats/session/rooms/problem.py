"""What does the search work on? A request in numbers: people and rooms by index, wishes as weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from formats.session.room_sizes import room_sizes
from formats.session.rooms.meetings import free_pairs, meetings, past_meetings
from formats.session.rooms.request import Request, RoomPeople

APART = 1000.0
"""Weight of a hard wish: no number of repeat meetings outweighs it."""
APART_BY, SPREAD = 20.0, 10.0
"""Weights of the soft wishes. Keeping the sum of like pairs small is the same as spreading them evenly."""

Unit = tuple[int, ...]
Weights = list[list[float]]


@dataclass(frozen=True, slots=True)
class RoundTask:
    """One round to fill. Rooms take `sizes`, and `larger` of the rooms one person more.

    `units` are the people who move as one: single people or groups kept together. `pinned` holds the room of
    the units that stay. `closed` rooms are locked as they are.
    """

    number: int
    sizes: tuple[int, ...]
    larger: int
    units: tuple[Unit, ...]
    pinned: Mapping[Unit, int]
    closed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Problem:
    """All rounds to fill; `weights[a][b]` is what the first meeting of a and b costs."""

    names: tuple[str, ...]
    tasks: tuple[RoundTask, ...]
    weights: Weights
    enemies: tuple[frozenset[int], ...]
    bound_together: frozenset[tuple[int, int]]


def problem_of(request: Request) -> Problem:
    """The request in numbers. Raises SizeError when a round cannot be divided into rooms."""
    index = {name: place for place, name in enumerate(request.people)}
    together = frozenset(
        (min(index[a], index[b]), max(index[a], index[b]))
        for a, b in free_pairs(request)
        if {a, b} <= index.keys()
    )
    enemies = _enemies(request, index)
    return Problem(
        names=request.people,
        tasks=tuple(task_of(request, number, index) for number in request.free_rounds()),
        weights=_weights(request, index, enemies, together),
        enemies=enemies,
        bound_together=together,
    )


def task_of(request: Request, number: int, index: Mapping[str, int]) -> RoundTask:
    """One round in numbers: rooms, units and who is pinned where."""
    closed = {room - 1: names for (where, room), names in request.locked_rooms.items() if where == number}
    seated = {name for names in closed.values() for name in names}
    units = _units(request, tuple(name for name in request.present(number) if name not in seated), index)
    sizes, larger = _sizes(request, units, closed)
    pinned = {}
    for unit in units:
        rooms = [
            request.hosts[request.people[person]] for person in unit if request.people[person] in request.hosts
        ]
        if rooms:
            pinned[unit] = rooms[0] - 1
    for room, names in closed.items():
        pinned[tuple(sorted(index[name] for name in names))] = room
    everybody = (*(unit for unit in units if unit not in pinned), *pinned)
    return RoundTask(number, sizes, larger, everybody, pinned, frozenset(closed))


def _sizes(
    request: Request, units: tuple[Unit, ...], closed: Mapping[int, RoomPeople]
) -> tuple[tuple[int, ...], int]:
    """Size of each room by place, and how many of the open ones take one person more."""
    people = sum(len(unit) for unit in units)
    rooms = None if request.rooms is None else request.rooms - len(closed)
    open_sizes = room_sizes(people, request.sizes, rooms) if people or rooms else ()
    if request.uneven:
        open_sizes = _stretch_sizes(open_sizes, units, request)
    larger = open_sizes.count(open_sizes[0]) if open_sizes and open_sizes[0] - open_sizes[-1] == 1 else 0
    left = list((open_sizes[-1],) * len(open_sizes) if larger else open_sizes)
    sizes: list[int] = []
    while left or len(sizes) in closed:
        sizes.append(len(closed[len(sizes)]) if len(sizes) in closed else left.pop(0))
    return tuple(sizes), larger


def _units(request: Request, present: tuple[str, ...], index: Mapping[str, int]) -> tuple[Unit, ...]:
    """Present people, those kept together joined, in order of their first member."""
    leader = {index[name]: index[name] for name in present}

    def first(place: int) -> int:
        while leader[place] != place:
            place = leader[place]
        return place

    for group in request.together:
        here = [index[name] for name in group if index.get(name) in leader]
        for one, other in pairwise(here):
            low, high = sorted((first(one), first(other)))
            leader[high] = low
    members: dict[int, list[int]] = {}
    for place in leader:
        members.setdefault(first(place), []).append(place)
    return tuple(tuple(sorted(unit)) for unit in members.values())


def _stretch_sizes(sizes: tuple[int, ...], units: tuple[Unit, ...], request: Request) -> tuple[int, ...]:
    """Sizes that also take groups larger than an even room; the others share what is left evenly."""
    blocks = sorted((len(unit) for unit in units), reverse=True)
    result: list[int] = []
    people, rooms = sum(sizes), len(sizes)
    while rooms > 1 and len(result) < len(blocks) and blocks[len(result)] > -(-people // rooms):
        large = blocks[len(result)]
        if large > request.sizes.maximum or (people - large) < (rooms - 1) * request.sizes.minimum:
            return sizes
        result.append(large)
        people, rooms = people - large, rooms - 1
    small, larger = divmod(people, rooms) if rooms else (0, 0)
    return (*result, *(small + 1,) * larger, *(small,) * (rooms - larger))


def _enemies(request: Request, index: Mapping[str, int]) -> tuple[frozenset[int], ...]:
    found: list[set[int]] = [set() for _ in request.people]
    for group in request.apart:
        for a, b in combinations([index[name] for name in group if name in index], 2):
            found[a].add(b)
            found[b].add(a)
    return tuple(frozenset(others) for others in found)


def _weights(
    request: Request,
    index: Mapping[str, int],
    enemies: tuple[frozenset[int], ...],
    together: frozenset[tuple[int, int]],
) -> Weights:
    count = len(request.people)
    # One column more, always 0, stands for an empty chair.
    weights = [[0.0] * (count + 1) for _ in range(count)]

    def add(a: int, b: int, weight: float) -> None:
        weights[a][b] += weight
        weights[b][a] += weight

    for met in (past_meetings(request.history), meetings(tuple(request.locked.values()))):
        for (one, other), times in met.items():
            if one in index and other in index:
                add(index[one], index[other], times)
    for columns, weight in ((request.apart_by, APART_BY), (request.spread, SPREAD)):
        for a, b in _alike(request, columns):
            add(a, b, weight)
    for a, others in enumerate(enemies):
        for b in others:
            weights[a][b] += APART
    for a, b in together:
        weights[a][b] = weights[b][a] = 0.0
    return weights


def _alike(request: Request, columns: tuple[str, ...]) -> list[tuple[int, int]]:
    """Pairs with the same value in a column; an empty value is like nobody's."""
    found = []
    for column in columns:
        like: dict[str, list[int]] = {}
        for place, name in enumerate(request.people):
            value = request.attributes.get(name, {}).get(column, "")
            if value:
                like.setdefault(value, []).append(place)
        found += [pair for places in like.values() for pair in combinations(places, 2)]
    return found
