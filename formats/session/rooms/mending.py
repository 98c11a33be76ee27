"""Somebody comes late, leaves or is moved by hand: who has to move, and what would a reshuffle gain?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from formats.session.rooms.bound import lower_bound
from formats.session.rooms.fewest_moves import round_with_fewest_moves
from formats.session.rooms.meetings import repeat_cost
from formats.session.rooms.planning import plan_rooms
from formats.session.rooms.quality import judge_rounds
from formats.session.rooms.request import Plan, Request, Round, Rounds


@dataclass(frozen=True, slots=True)
class PersonMove:
    """One person changes rooms in one round; `old` is None for somebody who had no chair before."""

    number: int
    name: str
    old: int | None
    new: int


@dataclass(frozen=True, slots=True)
class MendedPlan:
    """The mended plan, who moves, what it costs in repeat meetings, and what a full reshuffle would save.

    `dearer` compares the rounds that could change with what they cost before. `reshuffled` is the plan one would
    get by shuffling all of them again: `reshuffle_gain` cheaper.
    """

    plan: Plan
    moves: tuple[PersonMove, ...]
    dearer: float
    reshuffled: Plan
    reshuffle_gain: float


def with_latecomer(
    request: Request, name: str, joins: int, attributes: Mapping[str, str] | None = None
) -> Request:
    """The request with one person more, who is there from round `joins` on."""
    people = request.people if name in request.people else (*request.people, name)
    return replace(
        request,
        people=people,
        absent={**request.absent, name: frozenset(range(1, joins))},
        attributes={**request.attributes, name: dict(attributes or request.attributes.get(name, {}))},
    )


def with_leaver(request: Request, name: str, leaves: int) -> Request:
    """The request with this person gone from round `leaves` on."""
    missed = request.absent.get(name, frozenset()) | frozenset(range(leaves, request.rounds + 1))
    hosts = {host: room for host, room in request.hosts.items() if host != name}
    return replace(request, absent={**request.absent, name: missed}, hosts=hosts)


def mend(
    request: Request,
    rounds: Rounds,
    *,
    first: int,
    hand: Mapping[str, int] | None = None,
    seed: int,
    seconds: float,
    clock: Callable[[], float],
    stop: Callable[[], bool] | None = None,
) -> MendedPlan:
    """The plan with as few moves as possible from round `first` on; earlier and locked rounds stay as they are.

    `request` says who is there now (with_latecomer, with_leaver), `rounds` is the plan so far, and `hand` puts
    people into rooms of round `first`, where they stay. Mended rooms keep to the sizes but may be less even, and a
    room that closes leaves an empty place, so that the others keep their numbers.
    Raises PlanError when the wishes cannot be kept in any way.
    """
    past = {number: rounds[number - 1] for number in range(1, first)}
    kept = replace(request, locked={**request.locked, **past})
    reshuffled = plan_rooms(kept, seed=seed, seconds=seconds, clock=clock, stop=stop)
    done: list[Round] = []
    for number in range(1, request.rounds + 1):
        if number in kept.locked:
            done.append(kept.locked[number])
        else:
            pinned = dict(hand or {}) if number == first else {}
            others = (*done, *(kept.locked[later] for later in kept.locked if later > number))
            mended = round_with_fewest_moves(kept, rounds[number - 1], number, pinned, others)
            done.append(reshuffled.rounds[number - 1] if mended is None else mended)
    mended_rounds = tuple(done)
    plan = judge_rounds(kept, mended_rounds, lower_bound(kept), seed, True)
    return MendedPlan(
        plan=plan,
        moves=moves_between(rounds, mended_rounds),
        dearer=plan.repeat_cost - repeat_cost(request, rounds),
        reshuffled=reshuffled,
        reshuffle_gain=max(0.0, plan.repeat_cost - reshuffled.repeat_cost),
    )


def moves_between(before: Rounds, after: Rounds) -> tuple[PersonMove, ...]:
    """Who sits elsewhere, round by round; those who left are not named."""
    moves = []
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        was = {name: place for place, room in enumerate(old, 1) for name in room}
        for place, room in enumerate(new, 1):
            moves += [PersonMove(number, name, was.get(name), place) for name in room if was.get(name) != place]
    return tuple(moves)
