"""Who presents, who takes notes, who keeps time? Fair over the rounds of a session and over the series."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

RoomPeople = tuple[str, ...]
Rounds = tuple[tuple[RoomPeople, ...], ...]
Slot = tuple[int, int]
"""Round and room, both from 0."""

RoomRoles = Mapping[str, str]
"""Role -> person in one room."""


@dataclass(frozen=True, slots=True)
class RoleWishes:
    """Who offers and who declines a role, and who held it in past sessions (oldest first, once per time)."""

    volunteers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    declined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    history: tuple[Mapping[str, tuple[str, ...]], ...] = ()


def never(slot: Slot, role: str) -> bool:
    """Every room has every role."""
    return False


def assign_roles(
    plan_rounds: Rounds,
    roles: Sequence[str],
    wishes: RoleWishes | None = None,
    settled: Mapping[Slot, RoomRoles] | None = None,
    closed: Callable[[Slot, str], bool] = never,
) -> tuple[tuple[RoomRoles, ...], ...]:
    """The roles of every room in every round, in the order of `roles`; the same answer for the same question.

    Volunteers come first, then whoever held the role least, then whoever waited longest. Nobody holds a role twice
    before everybody willing has held it once, where the rooms allow. In a room one person holds one role as long
    as there are people enough; a role that all decline is left out. What is `settled` stays and counts as a turn;
    a slot that is `closed` for a role has nobody in it.
    """
    asked = wishes or RoleWishes()
    taken: dict[Slot, dict[str, str]] = {
        (number, place): dict((settled or {}).get((number, place), {}))
        for number, rooms in enumerate(plan_rounds)
        for place in range(len(rooms))
    }
    for role in roles:
        open_seats = tuple(
            tuple(() if closed((number, place), role) else room for place, room in enumerate(rooms))
            for number, rooms in enumerate(plan_rounds)
        )
        for slot, name in _holders(open_seats, role, asked, taken).items():
            taken[slot][role] = name
    return tuple(
        tuple(taken[number, place] for place in range(len(rooms))) for number, rooms in enumerate(plan_rounds)
    )


def waiting_order(
    people: Sequence[str], role: str, wishes: RoleWishes, busy: Mapping[str, int] | None = None
) -> tuple[str, ...]:
    """Those willing to take a role, whose turn it is first; among equals whoever is less `busy` today."""
    today = busy or {}
    declined, offering = set(wishes.declined.get(role, ())), set(wishes.volunteers.get(role, ()))
    times: dict[str, int] = {}
    last: dict[str, int] = {}
    for session, held in enumerate(wishes.history):
        for name in held.get(role, ()):
            times[name] = times.get(name, 0) + 1
            last[name] = session
    willing = (name for name in people if name not in declined)
    return tuple(
        sorted(
            willing,
            key=lambda name: (name not in offering, times.get(name, 0), last.get(name, -1), today.get(name, 0)),
        )
    )


def _holders(
    rounds: Rounds, role: str, wishes: RoleWishes, taken: Mapping[Slot, Mapping[str, str]]
) -> dict[Slot, str]:
    """One person for each slot, in laps in which everybody holds the role at most once."""
    people = dict.fromkeys(name for rooms in rounds for room in rooms for name in room)
    order = waiting_order(tuple(people), role, wishes, _times_busy(taken))
    held = {slot: roles[role] for slot, roles in taken.items() if role in roles}
    waiting = [name for name in order if name not in held.values()]
    for spare_only in (True, False):
        busy = taken if spare_only else {}
        held.update(_one_lap(rounds, waiting, held, busy))
        while lap := _one_lap(rounds, _longest_ago_first(order, held), held, busy):
            held.update(lap)
    return held


def _longest_ago_first(order: Sequence[str], held: Mapping[Slot, str]) -> list[str]:
    last = {name: number for (number, _), name in sorted(held.items())}
    return sorted(order, key=lambda name: last.get(name, -1))


def _times_busy(taken: Mapping[Slot, Mapping[str, str]]) -> dict[str, int]:
    busy: dict[str, int] = {}
    for held in taken.values():
        for name in held.values():
            busy[name] = busy.get(name, 0) + 1
    return busy


def _one_lap(
    rounds: Rounds, order: Sequence[str], held: Mapping[Slot, str], taken: Mapping[Slot, Mapping[str, str]]
) -> dict[Slot, str]:
    """Each person at most one open slot, as many people as can be, those first in order surely (Kuhn 1955)."""
    open_slots: dict[str, list[Slot]] = {name: [] for name in order}
    for number, rooms in enumerate(rounds):
        for place, room in enumerate(rooms):
            slot = (number, place)
            for name in room if slot not in held else ():
                if name in open_slots and name not in taken.get(slot, {}).values():
                    open_slots[name].append(slot)
    holder: dict[Slot, str] = {}
    for name in order:
        _find_slot(name, open_slots, holder, set())
    return holder


def _find_slot(name: str, open_slots: Mapping[str, list[Slot]], holder: dict[Slot, str], tried: set[Slot]) -> bool:
    """Give this person a slot, moving others to other slots if need be."""
    for slot in open_slots[name]:
        if slot not in tried:
            tried.add(slot)
            if slot not in holder or _find_slot(holder[slot], open_slots, holder, tried):
                holder[slot] = name
                return True
    return False
