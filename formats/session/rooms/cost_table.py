"""What does it cost to change places? All rounds at once, kept up to date while people move."""

from collections.abc import Callable
from itertools import combinations
from operator import add, itemgetter, sub

from formats.session.rooms.problem import Problem, RoundTask, Weights

Seats = list[list[list[int]]]
"""People by round and room."""

FIXED = 1e6
"""Price that keeps a person where they are."""


class CostTable:
    """The rooms of all rounds, with for each round:

    `where[person]` their room, `entering[room][person]` what entering that room would cost, and `leaving[person]`
    what leaving their own would save, minus FIXED for those who may not move alone. `costs[a][b]` is the price of
    one more meeting of a and b, `twice` the same doubled.
    """

    def __init__(self, problem: Problem, seats: Seats) -> None:
        self.problem = problem
        self.count = len(problem.names)
        self.seats = [[room[:] for room in rooms] for rooms in seats]
        self.costs: Weights = [row[: self.count] for row in problem.weights]
        self.cost = 0.0
        for rooms in seats:
            for room in rooms:
                self._meet(room)
        self.twice: Weights = [[2 * cost for cost in row] for row in self.costs]
        self.where = [self._places(rooms) for rooms in self.seats]
        self.movable = [movable_people(task) for task in problem.tasks]
        self.entering = [[self._entry_costs(room) for room in [*rooms, []]] for rooms in self.seats]
        self.leaving = [self._leaving_costs(task) for task in range(len(seats))]
        self.spread: list[Callable[[list[float]], tuple[float, ...]]] = [
            itemgetter(*where) for where in self.where
        ]

    def price_of_a_look(self) -> float:
        """Work of weighing all exchanges of one person: microseconds on a laptop of 2020, measured."""
        return 3.5 + 0.16 * self.count + 0.0015 * self.count**2

    def price_of_a_move(self) -> float:
        """Work of one exchange, measured alike."""
        chairs = sum(len(room) for rooms in self.seats for room in rooms)
        company = chairs / max(1, sum(len(rooms) for rooms in self.seats)) - 1
        return 6 + 0.18 * self.count + 0.0018 * self.count**2 + 0.55 * company * len(self.seats)

    def _meet(self, room: list[int]) -> None:
        for a, b in combinations(sorted(room), 2):
            if (a, b) not in self.problem.bound_together:
                self.cost += self.costs[a][b]
                self.costs[a][b] += 1
                self.costs[b][a] += 1

    def _places(self, rooms: list[list[int]]) -> list[int]:
        # Whoever is absent stands in a room beyond the last one.
        where = [len(rooms)] * self.count
        for number, room in enumerate(rooms):
            for person in room:
                where[person] = number
        return where

    def _entry_costs(self, room: list[int]) -> list[float]:
        rows = [self.costs[person] for person in room]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * self.count

    def _leaving_costs(self, task: int) -> list[float]:
        leaving = [-FIXED] * self.count
        for person in self.movable[task]:
            room = self.where[task][person]
            leaving[person] = self.entering[task][room][person] - len(self.seats[task][room]) + 1
        return leaving

    def exchange_cost(self, task: int, a: int, b: int) -> float:
        """What it would cost if two people of different rooms changed places, whether they may or not."""
        where, entering, rooms = self.where[task], self.entering[task], self.seats[task]
        room_a, room_b = where[a], where[b]
        return (
            entering[room_a][b] + entering[room_b][a] - entering[room_a][a] - entering[room_b][b]
            + len(rooms[room_a]) + len(rooms[room_b]) - 2 - self.twice[a][b]
        )  # fmt: skip

    def exchange(self, task: int, a: int, b: int) -> None:
        """Two people of different rooms change places."""
        where, entering, rooms = self.where[task], self.entering[task], self.seats[task]
        from_a, from_b = where[a], where[b]
        room_a, room_b = rooms[from_a], rooms[from_b]
        gain = list(map(sub, self.costs[b], self.costs[a]))
        entering[from_a] = list(map(add, entering[from_a], gain))
        entering[from_b] = list(map(sub, entering[from_b], gain))
        room_a.remove(a)
        room_b.remove(b)
        where[a], where[b] = from_b, from_a
        self._count_meetings(a, b, [(person, -1.0) for person in room_a] + [(person, 1.0) for person in room_b])
        room_a.append(b)
        room_b.append(a)
        self._refresh(task, from_a)
        self._refresh(task, from_b)
        self.spread[task] = itemgetter(*where)

    def _count_meetings(self, a: int, b: int, changes: list[tuple[int, float]]) -> None:
        """Person a meets each of these so many times more, and b so many times less."""
        self._count_pairs(a, b, changes)
        for where, entering, leaving in zip(self.where, self.entering, self.leaving, strict=True):
            room_a, room_b = where[a], where[b]
            into_a, into_b = entering[room_a], entering[room_b]
            for person, times in changes:
                room = where[person]
                into = entering[room]
                into[a] += times
                into[b] -= times
                into_a[person] += times
                into_b[person] -= times
                if room == room_a:
                    leaving[a] += times
                    leaving[person] += times
                if room == room_b:
                    leaving[b] -= times
                    leaving[person] -= times

    def _count_pairs(self, a: int, b: int, changes: list[tuple[int, float]]) -> None:
        costs, twice = self.costs, self.twice
        row_a, row_b, twice_a, twice_b = costs[a], costs[b], twice[a], twice[b]
        for person, times in changes:
            row_a[person] += times
            row_b[person] -= times
            twice_a[person] += times + times
            twice_b[person] -= times + times
            row, double = costs[person], twice[person]
            row[a] += times
            row[b] -= times
            double[a] += times + times
            double[b] -= times + times

    def _refresh(self, task: int, number: int) -> None:
        """Work out anew what leaving this room saves."""
        room, entering, leaving = self.seats[task][number], self.entering[task][number], self.leaving[task]
        others = len(room) - 1
        for person in room:
            if leaving[person] > -FIXED / 2:
                leaving[person] = entering[person] - others


def movable_people(task: RoundTask) -> list[int]:
    """Who may change places alone in this round."""
    return [unit[0] for unit in task.units if len(unit) == 1 and unit not in task.pinned]
