"""Who sits with whom over all rounds? Opens, searches, and hands out the best plan so far."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from math import log2
from random import Random

from formats.language import tr
from formats.session.rooms.annealing import Chair, anneal, draw_chairs, gumbel_noise, open_tasks
from formats.session.rooms.bound import lower_bound
from formats.session.rooms.contradictions import contradictions
from formats.session.rooms.cost_table import CostTable, Seats
from formats.session.rooms.designs import known_rounds
from formats.session.rooms.first_fill import fill_round
from formats.session.rooms.group_moves import move_groups
from formats.session.rooms.problem import APART, Problem, problem_of
from formats.session.rooms.quality import hard_wishes_broken, judge_rounds
from formats.session.rooms.request import Plan, PlanError, Request, Rounds

WORK_PER_SECOND = 1_600_000
"""Work is counted, not timed, so that a seed gives the same plan on any machine that does so much in a second; a
slower one is stopped by the clock, and the plan says that it did not finish."""
PATIENCE = 1.25
"""How much of its time a slow machine may use over before the clock stops it."""
PIECE = 15_000
"""Work between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Cooling:
    """One annealing: its share of all work, and from which heat to which."""

    share: float
    hot: float
    cold: float

    def heats(self, work: float) -> Iterator[float]:
        """The heat of every piece of its share of the work."""
        pieces = max(1, round(work * self.share / PIECE))
        return (self.hot * (self.cold / self.hot) ** (piece / pieces) for piece in range(pieces))


SETTLING = Cooling(0.1, 0.25, 0.06)
"""First: settles what is easy, and shows soon."""
HOTTEST, COOLEST = 0.8, 0.3
FILLING = Cooling(0.05, 0.4, 0.1)
"""Comes first when a design has fewer rounds than are asked for, and leaves the design as it is."""
STIRRED = Cooling(0.1, 8.0, 0.1)
"""Comes first when there are soft wishes, whose weights nothing cooler would move."""


def main_cooling(looks: float) -> Cooling:
    """Through the heats where rooms freeze, with so many looks for each chair: the more, the hotter it begins.

    Measured: 30 looks, as for many people over many rounds, want 0.36, 3,000 looks 0.6; all end at half of it.
    """
    hot = min(HOTTEST, max(COOLEST, 0.36 + 0.035 * log2(max(looks, 1) / 30)))
    return Cooling(0.9, hot, hot / 2)


def plan_rooms(
    request: Request,
    *,
    seed: int,
    seconds: float,
    clock: Callable[[], float],
    progress: Callable[[Plan], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Plan:
    """The best plan found; `progress` gets the first one at once and each better one. Raises PlanError.

    The search does a fixed number of steps for each of the `seconds` and then ends: same request, seed and
    seconds, same plan. `clock` (rising seconds) and `stop` only cut it short; then `finished` is false.
    """
    reasons = contradictions(request)
    if reasons:
        raise PlanError(reasons)
    return _PlanSearch(request, seed, progress, clock, stop).run(seconds)


class _PlanSearch:
    """One search, from the first seats to the last step."""

    def __init__(
        self,
        request: Request,
        seed: int,
        progress: Callable[[Plan], None] | None,
        clock: Callable[[], float],
        stop: Callable[[], bool] | None,
    ) -> None:
        self.request = request
        self.seed = seed
        self.progress = progress
        self.clock = clock
        self.stop = stop
        self.random = Random(seed)
        self.problem = problem_of(request)
        self.bound = lower_bound(request)

    def run(self, seconds: float) -> Plan:
        """Search for so many steps, or until the plan is proven best or cut short."""
        began, done, skipped = self.clock(), 0, False
        design = design_for(self.problem, self.random)
        seats = fill_all_rounds(self.problem, self.random, design)
        floor = CostTable(self.problem, seats)
        best, plan = floor.cost, self.offer(seats)
        noise = gumbel_noise(floor.count, self.random)
        pieces = list(self.pieces(seconds * WORK_PER_SECOND, floor, len(design)))
        while done < len(pieces) and not (plan.proven_best and not plan.wishes and best < APART):
            # On a slow machine pieces are left out all along: a search that is cut while hot is worth little.
            due = self.due(len(pieces), (self.clock() - began) / seconds if seconds else 0.0)
            skipped, done = skipped or due > done, max(done, due)
            if done >= len(pieces):
                break
            chairs, heat = pieces[done]
            move_groups(floor, heat, self.random)
            cost, seats = anneal(floor, chairs, PIECE, heat, noise, self.random)
            if cost < best:
                best, plan = cost, self.offer(seats)
            done += 1
        plan = replace(plan, finished=not skipped)
        broken = hard_wishes_broken(self.request, plan.rounds)
        if broken:
            raise PlanError((tr("No plan was found that keeps every wish."), *broken))
        return plan

    def due(self, pieces: int, share: float) -> int:
        """How many pieces must be behind when this share of the time is; all of them once nobody wants more."""
        if self.stop is not None and self.stop():
            return pieces
        behind = pieces * (share - PATIENCE + 1)
        return (
            pieces if behind >= pieces else int(behind)
        )  # whoever wants no more may say that it is for ever late

    def pieces(self, work: float, floor: CostTable, known: int) -> Iterator[tuple[list[Chair], float]]:
        """Which chairs every piece of work may change, and its heat; `known` rounds of a design come first."""
        tasks = open_tasks(floor)
        if 0 < known < len(self.problem.tasks):
            others = draw_chairs(floor, tasks[known:], self.random)
            yield from ((others, heat) for heat in FILLING.heats(work))
        chairs = draw_chairs(floor, tasks, self.random)
        looks = work / floor.price_of_a_look() / max(1, sum(map(len, floor.movable)))
        soft = self.request.apart_by or self.request.spread
        for cooling in (*((STIRRED,) if soft else ()), SETTLING, main_cooling(looks)):
            yield from ((chairs, heat) for heat in cooling.heats(work))

    def offer(self, seats: Seats) -> Plan:
        """Judge these seats and show them to whoever watches."""
        plan = judge_rounds(
            self.request, rounds_of(self.request, self.problem, seats), self.bound, self.seed, False
        )
        if self.progress:
            self.progress(plan)
        return plan


def fill_all_rounds(problem: Problem, random: Random, known: Seats) -> Seats:
    """Every round filled greedily, one after the other, behind those that are known."""
    weights = [row[:] for row in problem.weights]
    seats: Seats = []
    for place, task in enumerate(problem.tasks):
        rooms = known[place] if place < len(known) else fill_round(problem, task, weights, random)
        for room in rooms:
            for a, b in combinations(room, 2):
                weights[a][b] += 1
                weights[b][a] += 1
        seats.append(rooms)
    return seats


def design_for(problem: Problem, random: Random) -> Seats:
    """Rounds of a known design for these people, in random order; none when some wish or history counts."""
    if not problem.tasks or any(any(row) for row in problem.weights):
        return []
    people = len(problem.names)
    first = problem.tasks[0]
    for task in problem.tasks:
        if task.pinned or len(task.units) != people or (task.sizes, task.larger) != (first.sizes, first.larger):
            return []
    numbers = list(range(people))
    random.shuffle(numbers)
    rounds = known_rounds(people, len(first.sizes), len(problem.tasks))
    return [[[numbers[person] for person in room] for room in rooms] for rooms in rounds]


def rounds_of(request: Request, problem: Problem, seats: Seats) -> Rounds:
    """The seats by name, with the locked rounds in their places."""
    found = {
        task.number: tuple(tuple(problem.names[person] for person in sorted(room)) for room in rooms)
        for task, rooms in zip(problem.tasks, seats, strict=True)
    }
    return tuple(
        request.locked[number] if number in request.locked else found[number]
        for number in range(1, request.rounds + 1)
    )
