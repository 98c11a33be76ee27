"""How do people who stay together change rooms? As one, with as many others coming back."""

from math import log
from random import Random

from formats.session.rooms.cost_table import CostTable
from formats.session.rooms.problem import RoundTask, Unit

ATTEMPTS = 8
ATTEMPTS_ALONE = 80
"""When only groups can move, nothing else takes time."""


def groups_to_move(task: RoundTask) -> list[Unit]:
    """The groups of this round that are not pinned to a room."""
    return [unit for unit in task.units if len(unit) > 1 and unit not in task.pinned]


def move_groups(floor: CostTable, heat: float, random: Random) -> None:
    """Try a few exchanges of whole groups, taken or left as annealing would."""
    tasks = floor.problem.tasks
    choices = [(number, unit) for number, task in enumerate(tasks) for unit in groups_to_move(task)]
    attempts = ATTEMPTS if any(floor.movable) else ATTEMPTS_ALONE
    for _ in range(attempts if choices else 0):
        number, group = random.choice(choices)
        room = random.randrange(len(floor.seats[number]))
        if room != floor.where[number][group[0]] and room not in tasks[number].closed:
            _try_room(floor, number, group, room, heat, random)


def _try_room(floor: CostTable, task: int, group: Unit, room: int, heat: float, random: Random) -> None:
    partners = _partners(floor, task, group, room, random)
    if len(partners) < len(group):
        return
    change, done = 0.0, []
    for person in group:
        other = min(partners, key=lambda one: floor.exchange_cost(task, person, one))
        partners.remove(other)
        change += floor.exchange_cost(task, person, other)
        floor.exchange(task, person, other)
        done.append((person, other))
    if change <= 0 or change < -heat * log(random.random() or 0.5):
        floor.cost += change
        return
    for person, other in reversed(done):
        floor.exchange(task, person, other)


def _partners(floor: CostTable, task: int, group: Unit, room: int, random: Random) -> list[int]:
    """Those who may come back: a group of the same size, or single people."""
    there = set(floor.seats[task][room])
    groups = [
        other
        for other in groups_to_move(floor.problem.tasks[task])
        if len(other) == len(group) and there.issuperset(other)
    ]
    if groups and random.random() < 0.5:
        return list(random.choice(groups))
    return [person for person in floor.movable[task] if floor.where[task][person] == room]
