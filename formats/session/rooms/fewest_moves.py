"""How is one round mended with the fewest moves? Steps that heal most for each person who has to get up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from formats.session.rooms.meetings import free_pairs, meetings, past_meetings
from formats.session.rooms.quality import wishes_broken_in_round
from formats.session.rooms.request import Request, Round, Rounds

RoomByName = dict[str, int]
"""The room of everybody, from 0."""

MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class _RoundRules:
    """What one round has to keep: who may not move, and what sharing a room costs."""

    request: Request
    number: int
    rooms: int
    fixed: frozenset[str]
    prices: Mapping[tuple[str, str], float]

    def harm(self, seating: RoomByName) -> int:
        """How far the sizes are out of range, and how many hard wishes are broken."""
        rooms = self.as_rooms(seating)
        held = {room for number, room in self.request.locked_rooms if number == self.number}
        harm = 10 * len(wishes_broken_in_round(self.request, rooms, self.number))
        for place, room in enumerate(rooms, 1):
            # An empty room is closed; that is allowed unless the number of rooms is given.
            if place not in held and (room or self.request.rooms is not None):
                harm += max(0, self.request.sizes.minimum - len(room), len(room) - self.request.sizes.maximum)
        return harm

    def cost(self, seating: RoomByName) -> float:
        """What the meetings of this round cost, given all others."""
        met = meetings((self.as_rooms(seating),))
        return sum(self.prices.get(pair, 0.0) for pair in met)

    def price(self, one: str, other: str) -> float:
        """What it costs that these two share a room."""
        return self.prices.get((min(one, other), max(one, other)), 0.0)

    def as_rooms(self, seating: RoomByName) -> Round:
        rooms: list[list[str]] = [[] for _ in range(self.rooms)]
        for name, room in seating.items():
            rooms[room].append(name)
        return tuple(map(tuple, rooms))


def round_with_fewest_moves(
    request: Request, before: Round, number: int, hand: Mapping[str, int], others: Rounds
) -> Round | None:
    """The round with everybody present seated and few moved; None when no row of small steps mends it.

    `others` are the rounds whose meetings count besides this one, `hand` the rooms (from 1) of those who were
    moved and stay.
    """
    present = set(request.present(number))
    held = {name for (where, _), names in request.locked_rooms.items() if where == number for name in names}
    task = _RoundRules(
        request=request,
        number=number,
        # One room more than before may open, unless their number is given.
        rooms=max(len(before), *hand.values(), 0) + (request.rooms is None),
        fixed=frozenset(held | hand.keys() | (request.hosts.keys() & present)),
        prices=_prices(request, others),
    )
    seating = {name: place for place, room in enumerate(before) for name in room if name in present}
    # A host who is new to the table goes there first: hosts are fixed, so that no later step would take them.
    seating.update({name: room - 1 for name, room in request.hosts.items() if name in present - held})
    seating.update({name: room - 1 for name, room in hand.items() if name in present})
    for name in sorted(present - seating.keys()):
        seating[name] = _best_room(task, seating, name)
    mended = _heal(task, seating)
    return None if mended is None else _without_empty(request, task.as_rooms(mended))


def _best_room(task: _RoundRules, seating: RoomByName, name: str) -> int:
    """Where a newcomer does least harm, meets the fewest again and makes sizes most even."""
    if name in task.request.hosts:
        return task.request.hosts[name] - 1
    sizes = [len(room) for room in task.as_rooms(seating)]

    def price(room: int) -> tuple[int, float, int]:
        tried = {**seating, name: room}
        return task.harm(tried), task.cost(tried), sizes[room]

    return min((room for room in range(task.rooms) if sizes[room]), key=price, default=0)


def _heal(task: _RoundRules, seating: RoomByName) -> RoomByName | None:
    """Step by step without harm, each step the one that heals most for each person moved."""
    harm = task.harm(seating)
    for _ in range(MOST_STEPS):
        if not harm:
            return seating
        better: list[tuple[float, int, RoomByName]] = []
        for step in _steps(task, seating):
            tried = {**seating, **step}
            left = task.harm(tried)
            if left < harm:
                better.append(((left - harm) / len(step), len(better), tried))
        if not better:
            return None
        best = min(better)[0]
        seating = min((tried for gain, _, tried in better if gain == best), key=task.cost)
        harm = task.harm(seating)
    return None


def _steps(task: _RoundRules, seating: RoomByName) -> Iterator[RoomByName]:
    """One person to another room, two who change places, or a room that closes or opens."""
    by_room = task.as_rooms(seating)
    rooms = [number for number, room in enumerate(by_room) if room]
    troubled = {number for number in rooms if _is_troubled(task, by_room, number)}
    free = [name for name in seating if name not in task.fixed]
    for name in free:
        for room in rooms:
            if room != seating[name] and (room in troubled or seating[name] in troubled):
                yield {name: room}
    for one in (name for name in free if seating[name] in troubled):
        for other in free:
            if seating[one] != seating[other]:
                yield {one: seating[other], other: seating[one]}
    if task.request.rooms is None:
        yield from _steps_closing_rooms(task, seating, rooms)
        yield from _steps_opening_room(task, by_room)


def _is_troubled(task: _RoundRules, by_room: Round, number: int) -> bool:
    """Whether this room is too small, too large or part of a broken wish."""
    sizes, here = task.request.sizes, set(by_room[number])
    if not sizes.minimum <= len(here) <= sizes.maximum:
        return True
    apart = any(len(here.intersection(group)) > 1 for group in task.request.apart)
    split = any(here.intersection(group) and not here.issuperset(group) for group in task.request.together)
    return apart or split or any(task.request.hosts.get(name, number + 1) != number + 1 for name in here)


def _steps_closing_rooms(task: _RoundRules, seating: RoomByName, rooms: list[int]) -> Iterator[RoomByName]:
    """The people of a room that became too small go to the smallest others."""
    by_room = task.as_rooms(seating)
    for closing in rooms:
        leaving = by_room[closing]
        if len(leaving) < task.request.sizes.minimum and not task.fixed.intersection(leaving):
            sizes = {room: len(by_room[room]) for room in rooms if room != closing}
            step: RoomByName = {}
            for name in leaving if sizes else ():
                step[name] = min(sizes, key=sizes.__getitem__)
                sizes[step[name]] += 1
            if step:
                yield step


def _steps_opening_room(task: _RoundRules, by_room: Round) -> Iterator[RoomByName]:
    """A new room takes people from the fullest rooms, those who have met least and may part from the others."""
    bound = task.fixed.union(*task.request.together)
    rooms = [[name for name in room if name not in bound] for room in by_room]
    sizes = [len(room) for room in by_room]
    if all(sizes) or max(sizes) <= task.request.sizes.maximum:
        return
    opened: list[str] = []
    while len(opened) < task.request.sizes.minimum:
        fullest = max(range(len(rooms)), key=lambda room: (bool(rooms[room]), sizes[room]))
        if not rooms[fullest]:
            return
        name = min(rooms[fullest], key=lambda one: sum(task.price(one, other) for other in opened))
        rooms[fullest].remove(name)
        sizes[fullest] -= 1
        opened.append(name)
    yield dict.fromkeys(opened, sizes.index(0))


def _prices(request: Request, others: Rounds) -> dict[tuple[str, str], float]:
    """What one more meeting of each pair costs."""
    prices = past_meetings(request.history)
    for pair, times in meetings(others).items():
        prices[pair] = prices.get(pair, 0.0) + times
    free = free_pairs(request)
    return {pair: price for pair, price in prices.items() if pair not in free}


def _without_empty(request: Request, rooms: Round) -> Round:
    """Empty rooms at the end go; others stay, so that nobody's room changes its number."""
    last = max((place for place, room in enumerate(rooms, 1) if room), default=0)
    return rooms if request.rooms is not None else rooms[:last]
