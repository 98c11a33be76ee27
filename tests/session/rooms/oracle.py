"""Judges a plan by the words of the request alone, sharing no code with the engine."""

from itertools import combinations

from formats.session.rooms import Request, Rounds


def what_is_wrong(request: Request, rounds: Rounds) -> list[str]:
    """Every hard rule the plan breaks."""
    if len(rounds) != request.rounds:
        return [f"{len(rounds)} rounds instead of {request.rounds}"]
    wrong = []
    for number, rooms in enumerate(rounds, 1):
        if number in request.locked:
            wrong += [] if rooms == request.locked[number] else [f"round {number}: locked and changed"]
        else:
            wrong += [f"round {number}: {what}" for what in _wrong_in_round(request, number, rooms)]
    return wrong


def _wrong_in_round(request, number, rooms):
    seated = sorted(name for room in rooms for name in room)
    expected = sorted(name for name in request.people if number not in request.absent.get(name, ()))
    where = {name: place for place, room in enumerate(rooms, 1) for name in room}
    if seated != expected:
        yield "not everybody present has exactly one chair"
    held = {room for locked, room in request.locked_rooms if locked == number}
    sizes = [len(room) for place, room in enumerate(rooms, 1) if place not in held]
    if sizes and not request.sizes.minimum <= min(sizes) <= max(sizes) <= request.sizes.maximum:
        yield f"sizes {sizes}"
    if sizes and max(sizes) - min(sizes) > 1 and not request.uneven:
        yield f"uneven {sizes}"
    if request.rooms is not None and len(rooms) != request.rooms:
        yield f"{len(rooms)} rooms"
    for group in request.together:
        if len({where[name] for name in group if name in where}) > 1:
            yield f"{group} not together"
    for group in request.apart:
        for one, other in combinations(set(group), 2):
            if one in where and where[one] == where.get(other):
                yield f"{one} and {other} not apart"
    for name, room in request.hosts.items():
        if where.get(name, room) != room:
            yield f"{name} hosts elsewhere"
    for (locked, room), names in request.locked_rooms.items():
        if locked == number and sorted(rooms[room - 1]) != sorted(names):
            yield f"room {room} locked and changed"


def cost_of(request: Request, rounds: Rounds) -> float:
    """Every time a pair shares a room it pays how often it met before, counted meeting after meeting."""
    met = {}
    for age, session in enumerate(reversed(request.history)):
        weight = 0.5**age if session.weight is None else session.weight
        for rooms in session.rounds:
            for room in rooms:
                for one, other in combinations(room, 2):
                    met[frozenset((one, other))] = met.get(frozenset((one, other)), 0) + weight
    free = {frozenset(pair) for group in request.together for pair in combinations(group, 2)}
    cost = 0.0
    for rooms in rounds:
        for room in rooms:
            for pair in map(frozenset, combinations(room, 2)):
                cost += 0 if pair in free else met.get(pair, 0)
                met[pair] = met.get(pair, 0) + 1
    return cost
