"""Which plans without repeats are known from mathematics? Affine planes, transversal designs, cyclic starters."""

from collections.abc import Iterator
from itertools import combinations

from formats.session.rooms.finite_field import field
from formats.session.rooms.starters import STARTERS

NumberedRooms = list[list[int]]

LARGEST_FIELD = 32
"""With more rooms than that there is so much choice that the search finds a plan by itself."""


def known_rounds(people: int, rooms: int, rounds: int) -> list[NumberedRooms]:
    """Up to so many rounds in which nobody meets anybody twice, in rooms as even as can be; maybe none."""
    size = -(-people // rooms)
    candidates = [_one_round(people, rooms)[:rounds]]
    candidates += [_grid(people, rooms, size, rounds), _develop_starter(people, rooms, size, rounds)]
    if size == 2:
        candidates.append(_thin_out(_round_robin(2 * rooms)[:rounds], people))
    return max(candidates, key=len)


def _one_round(people: int, rooms: int) -> list[NumberedRooms]:
    return [[list(range(room, people, rooms)) for room in range(rooms)]]


def _grid(people: int, rooms: int, size: int, rounds: int) -> list[NumberedRooms]:
    """Lines of slope m through a grid of `size` columns over the field with `rooms` elements.

    Two people of different columns lie on one line only (Bose 1938). Whoever is missing leaves the last column.
    """
    tables = field(rooms) if size <= rooms <= LARGEST_FIELD else None
    if tables is None:
        return []
    sums, products = tables
    found = [
        [
            [column * rooms + sums[start][products[slope][column]] for column in range(size)]
            for start in range(rooms)
        ]
        for slope in range(min(rooms, rounds))
    ]
    if people == rooms * size and rooms % size == 0:
        inside = known_rounds(rooms, rooms // size, rounds - len(found)) if rounds > len(found) else []
        found += [
            [[column * rooms + place for place in room] for column in range(size) for room in parts]
            for parts in inside
        ]
    return [[[person for person in room if person < people] for room in parts] for parts in found]


def _develop_starter(people: int, rooms: int, size: int, rounds: int) -> list[NumberedRooms]:
    """A starter turned round and round: everybody moves on by one place within their circle."""
    starter = STARTERS.get((rooms, size))
    if starter is None:
        return []
    found = [
        [[starter.successor(person, step) for person in room] for room in base]
        for base in starter.bases
        for step in range(starter.order)
    ]
    return _thin_out(found[:rounds], people)


def _round_robin(people: int) -> list[NumberedRooms]:
    """Every pair once, in rooms of two: one person stays, the others move round a table (Kirkman 1847)."""
    last = people - 1
    return [
        [[step, last], *([(step + hop) % last, (step - hop) % last] for hop in range(1, people // 2))]
        for step in range(last)
    ]


def _thin_out(rounds: list[NumberedRooms], people: int) -> list[NumberedRooms]:
    """The same with fewer people: those leave who never share a room, so that sizes stay even."""
    everybody = {person for room in rounds[0] for person in room} if rounds else set()
    leaving = next(_strangers(rounds, everybody, len(everybody) - people), None)
    if leaving is None:
        return []
    number = {person: place for place, person in enumerate(sorted(everybody - leaving))}
    return [[[number[person] for person in room if person in number] for room in rooms] for rooms in rounds]


def _strangers(rounds: list[NumberedRooms], everybody: set[int], heads: int) -> Iterator[set[int]]:
    """Sets of so many people no two of whom ever meet, taken greedily from every first person."""
    met: dict[int, set[int]] = {person: {person} for person in everybody}
    for rooms in rounds:
        for room in rooms:
            for a, b in combinations(room, 2):
                met[a].add(b)
                met[b].add(a)
    for first in sorted(everybody) if heads else ():
        taken, open_to = {first}, everybody - met[first]
        while open_to and len(taken) < heads:
            person = max(sorted(open_to), key=lambda one: len(open_to - met[one]))
            taken.add(person)
            open_to -= met[person]
        if len(taken) == heads:
            yield taken
    if not heads:
        yield set()
