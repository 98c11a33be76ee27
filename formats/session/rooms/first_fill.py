"""How can one round be filled at all, and well enough to start from? Exact where wishes are hard."""

from collections.abc import Sequence
from random import Random

from formats.session.rooms.problem import Problem, RoundTask, Unit, Weights

NODES = 20_000
"""Steps after which the exact part gives up: the request is then neither possible nor impossible for sure."""


class UndecidedError(Exception):
    """The exact part ran out of steps."""


class RoundFilling:
    """Rooms of one round while people are being seated."""

    def __init__(
        self, task: RoundTask, enemies: Sequence[frozenset[int]], weights: Weights, random: Random
    ) -> None:
        self.task = task
        self.enemies = enemies
        self.weights = weights
        self.random = random
        self.rooms: list[list[int]] = [[] for _ in task.sizes]
        self.larger = task.larger
        self.nodes = 0

    def seat_hard(self, units: Sequence[Unit], place: int = 0) -> bool:
        """Seat every unit that a wish concerns, trying all ways; False when there is none.

        Raises UndecidedError when the steps are used up before all ways are tried.
        """
        if place == len(units):
            return True
        unit = units[place]
        for room in self._choices(unit):
            self.nodes += 1
            if self.nodes > NODES:
                raise UndecidedError
            larger = self.larger
            self._enter(unit, room)
            if self.seat_hard(units, place + 1):
                return True
            del self.rooms[room][-len(unit) :]
            self.larger = larger
        return False

    def seat_freely(self, units: Sequence[Unit]) -> None:
        """Seat the rest one by one where they cost least.

        Raises UndecidedError when those seated before left no room with chairs enough.
        """
        for unit in units:
            open_rooms = [room for room in range(len(self.rooms)) if self._has_chairs(room, len(unit))]
            if not open_rooms:
                raise UndecidedError
            self._enter(unit, min(open_rooms, key=self._cost_for(unit)))

    def _choices(self, unit: Unit) -> list[int]:
        pinned = self.task.pinned.get(unit)
        if pinned is not None:
            open_room = 0 <= pinned < len(self.rooms) and self._has_chairs(pinned, len(unit))
            return [pinned] if open_room and not self._meets_enemy(unit, pinned) else []
        seen_empty: set[int] = set()
        choices = []
        for room, members in enumerate(self.rooms):
            if room in self.task.closed or not self._has_chairs(room, len(unit)) or self._meets_enemy(unit, room):
                continue
            if not members:
                # Empty rooms of one size are alike: one of them is enough. Pinned people are seated first.
                if self.task.sizes[room] in seen_empty:
                    continue
                seen_empty.add(self.task.sizes[room])
            choices.append(room)
        return sorted(choices, key=self._cost_for(unit))

    def _cost_for(self, unit: Unit) -> "_Cost":
        return _Cost(self, unit)

    def _has_chairs(self, room: int, heads: int) -> bool:
        after = len(self.rooms[room]) + heads
        size = self.task.sizes[room]
        return after <= size or (after == size + 1 and self.larger > 0 and room not in self.task.closed)

    def _meets_enemy(self, unit: Unit, room: int) -> bool:
        return any(member in self.enemies[person] for person in unit for member in self.rooms[room])

    def _enter(self, unit: Unit, room: int) -> None:
        self.rooms[room].extend(unit)
        if len(self.rooms[room]) > self.task.sizes[room]:
            self.larger -= 1


class _Cost:
    """What it costs a unit to enter a room; ties go to the emptier room, then by chance."""

    def __init__(self, filling: RoundFilling, unit: Unit) -> None:
        self.rooms = filling.rooms
        self.random = filling.random.random
        self.lookups = [filling.weights[person].__getitem__ for person in unit]

    def __call__(self, room: int) -> tuple[float, int, float]:
        members = self.rooms[room]
        cost = 0.0
        for lookup in self.lookups:
            cost += sum(map(lookup, members))
        return cost, len(members), self.random()


def is_hard(unit: Unit, task: RoundTask, enemies: Sequence[frozenset[int]]) -> bool:
    """Whether a hard wish concerns these people."""
    return len(unit) > 1 or unit in task.pinned or any(enemies[person] for person in unit)


def can_be_filled(task: RoundTask, enemies: Sequence[frozenset[int]]) -> bool | None:
    """Whether a round can keep all hard wishes; None when that was not settled."""
    count = len(enemies)
    filling = RoundFilling(task, enemies, [[0.0] * (count + 1)] * count, Random(0))
    try:
        return filling.seat_hard(_hardest_first(task, enemies, Random(0)))
    except UndecidedError:
        return None


def fill_round(problem: Problem, task: RoundTask, weights: Weights, random: Random) -> list[list[int]]:
    """A filled round that keeps the hard wishes if that was found possible, and costs little."""
    filling = RoundFilling(task, problem.enemies, weights, random)
    hard = _hardest_first(task, problem.enemies, random)
    rest = [unit for unit in task.units if not is_hard(unit, task, problem.enemies)]
    random.shuffle(rest)
    try:
        filling.seat_hard(hard)
        filling.seat_freely(rest)
    except UndecidedError:
        return _fill_anyhow(problem, task, weights, random)
    return filling.rooms


def _hardest_first(task: RoundTask, enemies: Sequence[frozenset[int]], random: Random) -> list[Unit]:
    units = [unit for unit in task.units if is_hard(unit, task, enemies)]
    random.shuffle(units)
    return sorted(
        units,
        key=lambda unit: (unit not in task.pinned, -len(unit), -sum(len(enemies[person]) for person in unit)),
    )


def _fill_anyhow(problem: Problem, task: RoundTask, weights: Weights, random: Random) -> list[list[int]]:
    """Fill the round though apart wishes may be broken; the search then mends it."""
    peace = tuple(frozenset[int]() for _ in problem.enemies)
    filling = RoundFilling(task, peace, weights, random)
    hard = _hardest_first(task, peace, random)
    filling.seat_hard(hard)
    rest = [unit for unit in task.units if unit not in hard]
    random.shuffle(rest)
    filling.seat_freely(rest)
    return filling.rooms
