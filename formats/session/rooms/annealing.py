"""How does a plan get better? Annealing: one person at a time looks at all possible exchanges and picks one."""

from collections.abc import Sequence
from math import log
from operator import add, sub
from random import Random

from formats.session.rooms.cost_table import FIXED, CostTable, Seats

CHAIRS_DRAWN = 24
"""How many chairs are drawn; whoever would save most by leaving theirs looks round. Measured against 1 to 48."""
NOISE = 4096

Chair = tuple[int, int]
"""A person in a round."""


def copy_seats(seats: Seats) -> Seats:
    """The same seats in lists of their own."""
    return [[room[:] for room in rooms] for rooms in seats]


def gumbel_noise(count: int, random: Random) -> list[float]:
    """Noise that makes the smallest of `cost + heat * noise` a draw by Boltzmann's weights (Gumbel 1954)."""
    return [log(-log(random.random() or 0.5)) for _ in range(NOISE + count + 1)]


def open_tasks(floor: CostTable) -> list[int]:
    """The rounds in which two people could change places."""
    tasks = range(len(floor.movable))
    return [task for task in tasks if len({floor.where[task][person] for person in floor.movable[task]}) > 1]


def draw_chairs(floor: CostTable, tasks: Sequence[int], random: Random) -> list[Chair]:
    """Chairs of these rounds by chance, to be taken from anywhere: drawing each anew takes far longer."""
    chairs = [(task, person) for task in tasks for person in floor.movable[task]]
    return random.choices(chairs, k=NOISE + CHAIRS_DRAWN) if chairs else []


def anneal(
    floor: CostTable, chairs: Sequence[Chair], work: float, heat: float, noise: list[float], random: Random
) -> tuple[float, Seats]:
    """The best seats met with so much work at one heat, changing only these chairs, as they were drawn."""
    best, best_seats = floor.cost, copy_seats(floor.seats)
    if not chairs:
        return best, best_seats
    chance = random.random
    where, leaving = floor.where, floor.leaving
    entering, twice, spread, cost = floor.entering, floor.twice, floor.spread, floor.cost
    hot = [heat * value for value in noise]
    look, move = floor.price_of_a_look(), floor.price_of_a_move()
    while work > 0:
        work -= look
        start = int(chance() * NOISE)
        drawn = chairs[start : start + CHAIRS_DRAWN]
        savings = [leaving[task][person] for task, person in drawn]
        saved = max(savings)
        task, person = drawn[savings.index(saved)]
        into = entering[task]
        own = where[task][person]
        start = int(chance() * NOISE)
        # Noise for each room: as good as for each person, and cheaper.
        rooms = zip(into, hot[start : start + len(into)], strict=True)
        noisy = [column[person] + value for column, value in rooms]
        noisy[own] = FIXED
        saving = map(add, leaving[task], twice[person])
        changes = list(map(sub, map(add, into[own], spread[task](noisy)), saving))
        least = min(changes)
        if least - saved < hot[start - 1]:
            other = changes.index(least)
            cost += floor.exchange_cost(task, person, other)
            floor.exchange(task, person, other)
            work -= move
            if cost < best:
                best, best_seats = cost, copy_seats(floor.seats)
    floor.cost = cost
    return best, best_seats
