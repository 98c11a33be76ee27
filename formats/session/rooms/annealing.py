"""How does a plan get better? Annealing: one person at a time looks at all possible exchanges and picks one."""

from collections.abc import Sequence
from math import log
from operator import add, sub
from random import Random

from formats.session.rooms.cost_table import FIXED, CostTable, Seats

CHAIRS_DRAWN = 6
"""How many chairs are drawn; whoever would save most by leaving theirs looks round. Measured against 1 to 16."""
NOISE = 4096


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


def anneal(
    floor: CostTable, tasks: Sequence[int], work: float, heat: float, noise: list[float], random: Random
) -> tuple[float, Seats]:
    """The best seats met with so much work at one heat."""
    best, best_seats = floor.cost, copy_seats(floor.seats)
    if not tasks:
        return best, best_seats
    chance = random.random
    chairs = [(task, person) for task in tasks for person in floor.movable[task]]
    places, where, leaving = len(chairs), floor.where, floor.leaving
    entering, twice, spread, cost = floor.entering, floor.twice, floor.spread, floor.cost
    hot = [heat * value for value in noise]
    look, move = floor.price_of_a_look(), floor.price_of_a_move()
    while work > 0:
        work -= look
        saved = -FIXED
        for _ in range(CHAIRS_DRAWN):
            drawn, asked = chairs[int(chance() * places)]
            if leaving[drawn][asked] > saved:
                task, person, saved = drawn, asked, leaving[drawn][asked]
        into = entering[task]
        own = where[task][person]
        start = int(chance() * NOISE)
        # Noise for each room: as good as for each person, and cheaper.
        noisy = zip(into, hot[start : start + len(into)], strict=True)
        ahead = spread[task]([column[person] + value for column, value in noisy])
        saving = map(add, leaving[task], twice[person])
        changes = list(map(sub, map(add, into[own], ahead), saving))
        least = min(changes)
        if least - saved < hot[start - 1]:
            other = changes.index(least)
            if where[task][other] == own:
                continue
            cost += floor.exchange_cost(task, person, other)
            floor.exchange(task, person, other)
            work -= move
            if cost < best:
                best, best_seats = cost, copy_seats(floor.seats)
    floor.cost = cost
    return best, best_seats
