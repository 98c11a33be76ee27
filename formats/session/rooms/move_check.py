"""What would break if one person moved by hand to another room?"""

from formats.language import tr, tr_count
from formats.session.rooms.meetings import repeat_cost
from formats.session.rooms.quality import soft_wishes_not_met, wishes_broken_in_round
from formats.session.rooms.request import Request, Round, Rounds


def rounds_after_move(rounds: Rounds, number: int, name: str, room: int) -> Rounds:
    """The rounds with this person in room `room` (from 1) of round `number`; a room one beyond the last is new."""
    rooms = [[other for other in old if other != name] for old in rounds[number - 1]]
    if room > len(rooms):
        rooms.append([])
    rooms[room - 1].append(name)
    return _with_round(rounds, number, rooms)


def rounds_after_exchange(rounds: Rounds, number: int, one: str, other: str) -> Rounds:
    """The rounds with two people in each other's places in round `number`."""
    swap = {one: other, other: one}
    return _with_round(rounds, number, [[swap.get(name, name) for name in room] for room in rounds[number - 1]])


def wishes_broken(request: Request, before: Rounds, after: Rounds) -> tuple[str, ...]:
    """What `after` breaks that `before` did not: sizes, hard and soft wishes, locked rounds, as sentences."""
    said = []
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old != new:
            known = set(_all_wishes_broken(request, old, number))
            said += [what for what in _all_wishes_broken(request, new, number) if what not in known]
    known_soft = set(soft_wishes_not_met(request, before))
    said += [what for what in soft_wishes_not_met(request, after) if what not in known_soft]
    return tuple(said)


def check_move(request: Request, rounds: Rounds, number: int, name: str, room: int) -> tuple[str, ...]:
    """What would break if this person went to that room; empty when nothing stands against it."""
    if number in request.locked:
        return (tr("Round {number} is locked.", number=number),)
    return wishes_broken(request, rounds, rounds_after_move(rounds, number, name, room))


def cost_of_move(request: Request, rounds: Rounds, number: int, name: str, room: int) -> float:
    """How many more repeat meetings there would be; less than 0 when there would be fewer."""
    return repeat_cost(request, rounds_after_move(rounds, number, name, room)) - repeat_cost(request, rounds)


def _all_wishes_broken(request: Request, rooms: Round, number: int) -> list[str]:
    if number in request.locked:
        return [tr("Round {number} is locked.", number=number)] if rooms != request.locked[number] else []
    said = [f"{what[0].upper()}{what[1:]}" for what in wishes_broken_in_round(request, rooms, number)]
    for place, room in enumerate(rooms, 1):
        heads = tr_count("{count} person", "{count} people", len(room))
        if len(room) > request.sizes.maximum:
            said.append(
                tr(
                    "{room} would hold {people}; {maximum} are the most.",
                    room=request.room_name(place),
                    people=heads,
                    maximum=request.sizes.maximum,
                )
            )
        if 0 < len(room) < request.sizes.minimum:
            said.append(
                tr(
                    "{room} would hold {people}; it takes at least {minimum}.",
                    room=request.room_name(place),
                    people=heads,
                    minimum=request.sizes.minimum,
                )
            )
    return said


def _with_round(rounds: Rounds, number: int, rooms: list[list[str]]) -> Rounds:
    changed = tuple(map(tuple, rooms))
    return (*rounds[: number - 1], changed, *rounds[number:])
