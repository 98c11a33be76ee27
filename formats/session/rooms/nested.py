"""Which rooms lie inside each other? Alone, pairs, fours, all; tables with a host who stays; stations."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from formats.language import tr
from formats.session.room_sizes import SizeRange, room_sizes
from formats.session.rooms.meetings import Pair
from formats.session.rooms.request import RoomPeople, Round, Rounds


def nested_rounds(rooms: Round, levels: Sequence[int], past: Mapping[Pair, float] | None = None) -> Rounds:
    """One round for each level, smallest first, each room made of whole rooms of the level before.

    `levels` are usual sizes below that of `rooms`: (1, 2) splits fours into people and pairs. Then come `rooms`
    themselves and, when there are several, everybody in one. Nobody is left alone in a level of two or more: three
    stay three. `past` says how often pairs met before; splits avoid it.
    """
    met = past or {}
    rising: list[Round] = []
    current = rooms
    for level in sorted(levels, reverse=True):
        current = tuple(part for room in current for part in _split(room, level, met))
        rising.insert(0, current)
    everybody = tuple(name for room in rooms for name in room)
    return (*rising, rooms, *([(everybody,)] if len(rooms) > 1 else []))


def _split(room: RoomPeople, level: int, met: Mapping[Pair, float]) -> Round:
    """The parts of one room, those who met least side by side."""
    if level == 1:
        return tuple((name,) for name in room)
    if len(room) < 2 * level:
        return (room,)
    left, parts = list(room), []
    for size in room_sizes(len(room), SizeRange(level, level, len(room))):
        first = left.pop(0)
        mates = min(
            combinations(left, size - 1) if len(left) <= 12 else [tuple(left[: size - 1])],
            key=lambda chosen: sum(_times_met(met, a, b) for a, b in combinations((first, *chosen), 2)),
        )
        left = [name for name in left if name not in mates]
        parts.append((first, *mates))
    return tuple(parts)


def _times_met(met: Mapping[Pair, float], one: str, other: str) -> float:
    return met.get((min(one, other), max(one, other)), 0.0)


def table_hosts(
    people: Sequence[str],
    tables: int,
    *,
    volunteers: Sequence[str] = (),
    declined: Sequence[str] = (),
    hosted: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """A host for each table (from 1), to go into a request: volunteers first, then whoever hosted least.

    Fewer hosts than tables when too many declined.
    """
    before = hosted or {}
    willing = [name for name in people if name not in set(declined)]
    order = sorted(willing, key=lambda name: (name not in set(volunteers), before.get(name, 0)))
    return {name: table for table, name in enumerate(order[:tables], 1)}


def station_rounds(groups: Round, hosts: Sequence[str], rounds: int) -> Rounds:
    """Groups that walk from station to station: room s of each round is the host of station s and the group there.

    There are as many rooms as stations; with fewer groups some hosts wait. With as many rounds as stations every
    group has been everywhere. Raises ValueError with more groups than stations.
    """
    if len(groups) > len(hosts):
        raise ValueError(
            tr(
                "{count} groups cannot be at {stations} stations at the same time.",
                count=len(groups),
                stations=len(hosts),
            )
        )
    plan = []
    for step in range(rounds):
        there = {(group + step) % len(hosts): names for group, names in enumerate(groups)}
        plan.append(tuple((host, *there.get(place, ())) for place, host in enumerate(hosts)))
    return tuple(plan)
