"""How few repeat meetings can there possibly be? A bound that is proven, not guessed.

Three arguments, and the strongest counts. Places: everybody needs so many neighbours over the rounds, and
takes the cheapest first. Rounds: people who shared a room must share rooms again when there are fewer rooms
than they are. Facts: small cases that were settled in the literature.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, gcd

from formats.session.rooms.meetings import free_pairs, past_meetings, repeat_cost
from formats.session.rooms.problem import Problem, RoundTask, problem_of
from formats.session.rooms.request import Request

KNOWN_BOUNDS = {
    (12, 4): 4,  # no nearly Kirkman system of order 12: Kotzig and Rosa 1974
    (20, 5): 5,  # no resolvable group divisible design 2^10 with blocks of 4: Shen 1992
    (36, 6): 3,  # no two orthogonal Latin squares of order 6: Tarry 1900
}
"""(people, rooms) in even rooms -> the most rounds that are possible without any repeat."""


def lower_bound(request: Request) -> float:
    """No plan for this request, with rooms of these sizes, costs less."""
    problem = problem_of(request)
    locked = repeat_cost(request, tuple(rooms for _, rooms in sorted(request.locked.items())))
    best = max(
        locked + _by_places(request, problem),
        locked + _by_rounds(request, problem),
        _by_fact(problem, request),
    )
    return _round_up(best, request)


def full_sizes(task: RoundTask) -> tuple[int, ...]:
    """Sizes with the larger rooms counted in, by size."""
    grown, sizes = task.larger, []
    for place, size in enumerate(task.sizes):
        grows = grown > 0 and place not in task.closed
        grown -= grows
        sizes.append(size + grows)
    return tuple(sizes)


def _by_places(request: Request, problem: Problem) -> float:
    count = len(problem.names)
    fewest, most = [0] * count, [0] * count
    total = 0
    for task in problem.tasks:
        sizes = full_sizes(task)
        total += sum(size * (size - 1) for size in sizes)
        smallest, largest = (1, len(problem.names)) if request.uneven or not sizes else (min(sizes), max(sizes))
        for unit in task.units:
            for person in unit:
                fewest[person] += smallest - 1
                most[person] += largest - 1
    cost, spare = 0.0, []
    for person, row in enumerate(_first_meetings(request, problem)):
        free = _rounds_together(problem, person)
        prices = [0.0] * free + _cheapest(row, max(0, min(most[person], total) - free))
        cost += sum(prices[: fewest[person]])
        spare += prices[fewest[person] : most[person]]
    return (cost + sum(sorted(spare)[: total - sum(fewest)])) / 2


def _first_meetings(request: Request, problem: Problem) -> list[list[float]]:
    """For everybody, sorted, what meeting each other person once would cost."""
    past = dict(past_meetings(request.history))
    for rooms in request.locked.values():
        for room in rooms:
            for one, other in combinations(sorted(room), 2):
                past[one, other] = past.get((one, other), 0.0) + 1
    met: dict[str, list[tuple[str, float]]] = {}
    for (one, other), times in past.items():
        met.setdefault(one, []).append((other, times))
        met.setdefault(other, []).append((one, times))
    index = {name: place for place, name in enumerate(problem.names)}
    rows = []
    for person, name in enumerate(problem.names):
        row = [0.0] * len(problem.names)
        for other, times in met.get(name, ()):
            if other in index:
                row[index[other]] = times
        bound = {sum(pair) - person for pair in problem.bound_together if person in pair}
        barred = bound | problem.enemies[person] | {person}
        rows.append(sorted(cost for other, cost in enumerate(row) if other not in barred))
    return rows


def _rounds_together(problem: Problem, person: int) -> int:
    """Meetings that are free because people are to stay together."""
    bound = {sum(pair) - person for pair in problem.bound_together if person in pair}
    if not bound:
        return 0
    return sum(
        sum(other in bound for unit in task.units for other in unit)
        for task in problem.tasks
        if any(person in unit for unit in task.units)
    )


def _cheapest(firsts: list[float], needed: int) -> list[float]:
    """The cheapest meetings there are: with each person the next one costs 1 more."""
    prices: list[float] = []
    level = 0
    while needed and firsts and (len(prices) < needed or level + firsts[0] < prices[needed - 1]):
        prices = sorted([*prices, *(price + level for price in firsts)])
        level += 1
    return prices[:needed]


def _by_rounds(request: Request, problem: Problem) -> float:
    cost = 0.0
    tasks = [(task, {problem.names[person] for unit in task.units for person in unit}) for task in problem.tasks]
    known = [(rooms, 1.0) for rooms in request.locked.values()]
    for age, session in enumerate(reversed(request.history)):
        weight = 0.5**age if session.weight is None else session.weight
        known += [(rooms, weight) for rooms in session.rounds]
    free = free_pairs(request)
    for task, there in tasks:
        bound = sum(one in there and other in there for one, other in free)
        for rooms, weight in known:
            parts = [sum(name in there for name in room) for room in rooms]
            cost += weight * max(0, _again(parts, len(task.sizes)) - bound)
    for (task, there), (later, then) in combinations(tasks, 2):
        bound = sum({one, other} <= there & then for one, other in free)
        cost += max(0, _again_between(task, later, there == then, len(there & then)) - bound)
    return cost


def _again_between(task: RoundTask, later: RoundTask, same_people: bool, heads: int) -> int:
    """Pairs that must meet in both rounds."""
    rooms, later_rooms = len(task.sizes), len(later.sizes)
    if same_people:
        return max(_again(full_sizes(task), later_rooms), _again(full_sizes(later), rooms))
    return _again([heads], rooms * later_rooms)


def _again(parts: Sequence[int], rooms: int) -> int:
    """Pairs left when each part is spread over the rooms as evenly as can be."""
    pairs = 0
    for heads in parts:
        each, more = divmod(heads, rooms) if rooms else (0, 0)
        pairs += (rooms - more) * each * (each - 1) // 2 + more * (each + 1) * each // 2
    return pairs


def _by_fact(problem: Problem, request: Request) -> float:
    people, rooms = len(problem.names), {len(task.sizes) for task in problem.tasks}
    if len(rooms) != 1 or any(request.absent.values()) or request.locked or request.locked_rooms:
        return 0.0
    possible = KNOWN_BOUNDS.get((people, rooms.pop()))
    return 1.0 if possible is not None and request.rounds > possible and not request.together else 0.0


def _round_up(cost: float, request: Request) -> float:
    """The next cost that can occur: all costs are multiples of what a single meeting can cost."""
    grain = Fraction(1)
    for weight in past_meetings(request.history).values():
        exact = Fraction(weight)
        grain = Fraction(
            gcd(grain.numerator * exact.denominator, exact.numerator * grain.denominator),
            grain.denominator * exact.denominator,
        )
    if grain < Fraction(1, 4096):
        return cost
    return float(ceil(Fraction(cost) / grain) * grain)
