"""How does a plan get better? Annealing by swaps, the change in cost taken from a meeting matrix."""

from collections.abc import Callable
from itertools import combinations
from math import log
from operator import itemgetter
from random import Random

from formats.session.rooms.problem import Problem, Task, Weights

Seats = list[list[list[int]]]
"""People by round and room."""

Getter = Callable[[list[float]], tuple[float, ...]]


def copied(seats: Seats) -> Seats:
    """The same seats in lists of their own."""
    return [[room[:] for room in rooms] for rooms in seats]


class Floor:
    """The rooms of all rounds while people change places, and what it costs."""

    def __init__(self, problem: Problem, seats: Seats) -> None:
        self.problem = problem
        self.empty = len(problem.names)
        self.seats = copied(seats)
        self.costs: Weights = [row[:] for row in problem.weights]
        self.where = [[-1] * self.empty for _ in seats]
        self.getters: list[list[Getter]] = []
        self.movable = [movable_people(task) for task in problem.tasks]
        self.cost = 0.0
        for rooms, where in zip(self.seats, self.where, strict=True):
            for number, room in enumerate(rooms):
                for person in room:
                    where[person] = number
                self._meet(room)
            self.getters.append([self.getter(room) for room in rooms])

    def getter(self, room: list[int]) -> Getter:
        """Looks up a row at the members of a room, fast."""
        return itemgetter(*room, self.empty) if len(room) < 2 else itemgetter(*room)

    def _meet(self, room: list[int]) -> None:
        costs = self.costs
        for a, b in combinations(room, 2):
            if (a, b) not in self.problem.bound_together and (b, a) not in self.problem.bound_together:
                self.cost += costs[a][b]
                costs[a][b] += 1
                costs[b][a] += 1

    def exchange(self, task: int, a: int, b: int) -> None:
        """Two people change rooms."""
        where, rooms = self.where[task], self.seats[task]
        from_a, from_b = where[a], where[b]
        room_a, room_b = rooms[from_a], rooms[from_b]
        costs = self.costs
        row_a, row_b = costs[a], costs[b]
        for x in room_a:
            if x != a:
                row_a[x] -= 1
                row_b[x] += 1
                row = costs[x]
                row[a] -= 1
                row[b] += 1
        for x in room_b:
            if x != b:
                row_b[x] -= 1
                row_a[x] += 1
                row = costs[x]
                row[b] -= 1
                row[a] += 1
        room_a[room_a.index(a)] = b
        room_b[room_b.index(b)] = a
        where[a], where[b] = from_b, from_a
        getters = self.getters[task]
        getters[from_a] = self.getter(room_a)
        getters[from_b] = self.getter(room_b)


def movable_people(task: Task) -> list[int]:
    """Who may change places alone in this round."""
    return [unit[0] for unit in task.units if len(unit) == 1 and unit not in task.pinned]


def can_change(floor: Floor) -> bool:
    """Whether there are two people who could change places."""
    return bool(_open_tasks(floor))


def _open_tasks(floor: Floor) -> list[int]:
    tasks = range(len(floor.movable))
    return [task for task in tasks if len({floor.where[task][person] for person in floor.movable[task]}) > 1]


def anneal(floor: Floor, steps: int, hot: float, cold: float, random: Random) -> tuple[float, Seats]:
    """The best seats met in so many steps, cooling from hot to cold."""
    chance, costs, movable, where = random.random, floor.costs, floor.movable, floor.where
    getters, cost = floor.getters, floor.cost
    best, best_seats = cost, copied(floor.seats)
    tasks = _open_tasks(floor)
    heat, cooling = hot, (cold / hot) ** (1 / max(1, steps))
    for _ in range(steps):
        heat *= cooling
        task = tasks[int(chance() * len(tasks))]
        people, at = movable[task], where[task]
        a, b = people[int(chance() * len(people))], people[int(chance() * len(people))]
        if at[a] == at[b]:
            continue
        row_a, row_b = costs[a], costs[b]
        get_a, get_b = getters[task][at[a]], getters[task][at[b]]
        rest_a, rest_b = get_a(row_a), get_b(row_b)
        change = (
            sum(get_a(row_b))
            - sum(rest_a)
            + sum(get_b(row_a))
            - sum(rest_b)
            - 2 * row_a[b]
            + len(rest_a)
            + len(rest_b)
            - 2
        )
        if change <= 0 or change < -heat * log(chance()):
            floor.exchange(task, a, b)
            cost += change
            if cost < best:
                best, best_seats = cost, copied(floor.seats)
    floor.cost = cost
    return best, best_seats
