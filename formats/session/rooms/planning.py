"""Who sits with whom over all rounds? Opens, searches, and hands out the best plan so far."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from random import Random

from formats.session.rooms.bound import lower_bound
from formats.session.rooms.contradictions import contradictions
from formats.session.rooms.opening import open_round
from formats.session.rooms.problem import APART, Problem, problem_of
from formats.session.rooms.quality import hard_wishes_broken, judged
from formats.session.rooms.request import Plan, PlanError, Request, Rounds
from formats.session.rooms.search import Floor, Seats, anneal, can_change

STEPS_PER_SECOND = 250_000
"""Work is measured in steps, not in seconds, so that a seed gives the same plan on any machine that can do so
many steps a second; a slower one is stopped by the clock, and the plan says that it did not finish."""


PIECE = 4_000
"""Steps between two looks at the clock."""
HOT, COLD = 0.8, 0.1


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
    until = clock() + seconds
    return _Planning(request, seed, progress, lambda: clock() >= until or (stop is not None and stop())).run(
        seconds
    )


class _Planning:
    """One search, from the first seats to the last step."""

    def __init__(
        self, request: Request, seed: int, progress: Callable[[Plan], None] | None, cut: Callable[[], bool]
    ) -> None:
        self.request = request
        self.seed = seed
        self.progress = progress
        self.cut = cut
        self.random = Random(seed)
        self.problem = problem_of(request)
        self.bound = lower_bound(request)

    def run(self, seconds: float) -> Plan:
        """Search for so many steps, or until the plan is proven best or cut short."""
        seats = opened(self.problem, self.random)
        floor = Floor(self.problem, seats)
        best, plan = floor.cost, self.offer(seats)
        pieces = int(seconds * STEPS_PER_SECOND) // PIECE
        cooling = (COLD / HOT) ** (1 / max(1, pieces))
        heat, cut = HOT, False
        for _ in range(pieces if can_change(floor) else 0):
            cut = self.cut()
            if cut or (plan.proven_best and not plan.wishes and best < APART):
                break
            cost, seats = anneal(floor, PIECE, heat, heat * cooling, self.random)
            heat *= cooling
            if cost < best:
                best, plan = cost, self.offer(seats)
        plan = replace(plan, finished=not cut)
        broken = hard_wishes_broken(self.request, plan.rounds)
        if broken:
            raise PlanError(("No plan was found that keeps every wish.", *broken))
        return plan

    def offer(self, seats: Seats) -> Plan:
        """Judge these seats and show them to whoever watches."""
        plan = judged(
            self.request, rounds_of(self.request, self.problem, seats), self.bound, self.seed, False
        )
        if self.progress:
            self.progress(plan)
        return plan


def opened(problem: Problem, random: Random) -> Seats:
    """Every round filled greedily, one after the other."""
    weights = [row[:] for row in problem.weights]
    seats = []
    for task in problem.tasks:
        rooms = open_round(problem, task, weights, random)
        for room in rooms:
            for a, b in combinations(room, 2):
                weights[a][b] += 1
                weights[b][a] += 1
        seats.append(rooms)
    return seats


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
