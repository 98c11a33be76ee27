"""How good is a plan? What it costs, who met nobody new, which soft wishes it does not meet."""

from collections import Counter

from formats.language import tr
from formats.session.group_words import SHARED_BY_THE_SAME
from formats.session.rooms.columns import column_within_sentence
from formats.session.rooms.meetings import pairs_again, repeat_cost, who_met_nobody_new
from formats.session.rooms.request import Plan, Request, RoomPeople, Rounds
from formats.session.wording import join_and


def judge_rounds(request: Request, rounds: Rounds, bound: float, seed: int, finished: bool) -> Plan:
    """The rounds with everything that can be said about them."""
    return Plan(
        rounds=rounds,
        repeat_cost=repeat_cost(request, rounds),
        lower_bound=bound,
        pairs_again=pairs_again(request, rounds),
        wishes=soft_wishes_not_met(request, rounds),
        nobody_new=who_met_nobody_new(request, rounds),
        seed=seed,
        finished=finished,
    )


def soft_wishes_not_met(request: Request, rounds: Rounds) -> tuple[str, ...]:
    """One sentence for each column and round where like people share a room or are spread unevenly."""
    said = []
    for number, rooms in enumerate(rounds, 1):
        if number in request.locked:
            continue
        for column in request.apart_by:
            shared = [group for room in rooms for group in _alike(request, room, column)]
            if shared:
                message = SHARED_BY_THE_SAME[request.word]
                said.append(
                    message.filled(number=number, column=column_within_sentence(column), groups=_groups(shared))
                )
        for column in request.spread:
            uneven = _uneven_values(request, rooms, column)
            if uneven:
                said.append(
                    tr(
                        "Round {number}: {column} is not spread evenly: {names}.",
                        number=number,
                        column=column_within_sentence(column),
                        names=join_and(uneven),
                    )
                )
    return tuple(said)


def hard_wishes_broken(request: Request, rounds: Rounds) -> tuple[str, ...]:
    """One sentence for each hard wish that a round breaks; locked rounds are as they are."""
    said = []
    for number, rooms in enumerate(rounds, 1):
        if number not in request.locked:
            said += [
                tr("Round {number}: {what}", number=number, what=what)
                for what in wishes_broken_in_round(request, rooms, number)
            ]
    return tuple(said)


def wishes_broken_in_round(request: Request, rooms: tuple[RoomPeople, ...], number: int) -> list[str]:
    """What one round breaks, without its number."""
    where = {name: place for place, room in enumerate(rooms, 1) for name in room}
    said = []
    for group in request.apart:
        for place in sorted({where[name] for name in group if name in where}):
            here = tuple(name for name in group if where.get(name) == place)
            if len(here) > 1:
                said.append(tr("{names} are to be kept apart.", names=join_and(here)))
    for group in request.together:
        there = tuple(name for name in group if name in where)
        if len({where[name] for name in there}) > 1:
            said.append(tr("{names} are to be kept together.", names=join_and(there)))
    for name, place in request.hosts.items():
        if where.get(name, place) != place:
            said.append(tr("{name} is to host {room}.", name=name, room=request.room_within_sentence(place)))
    for (locked, place), names in request.locked_rooms.items():
        if locked == number and (place > len(rooms) or set(rooms[place - 1]) != set(names)):
            said.append(tr("{room} is locked.", room=request.room_within_sentence(place)))
    return said


def _alike(request: Request, room: RoomPeople, column: str) -> list[RoomPeople]:
    """People in one room with the same value."""
    groups: dict[str, list[str]] = {}
    for name in room:
        value = request.attributes.get(name, {}).get(column, "")
        if value:
            groups.setdefault(value, []).append(name)
    return [tuple(names) for names in groups.values() if len(names) > 1]


def _groups(shared: list[RoomPeople], most: int = 3) -> str:
    said = "; ".join(join_and(names) for names in shared[:most])
    return (
        said if len(shared) <= most else tr("{said} and {count} more groups", said=said, count=len(shared) - most)
    )


def _uneven_values(request: Request, rooms: tuple[RoomPeople, ...], column: str) -> tuple[str, ...]:
    counts = [Counter(request.attributes.get(name, {}).get(column, "") for name in room) for room in rooms if room]
    values = sorted({value for count in counts for value in count if value})
    return tuple(
        value for value in values if max(count[value] for count in counts) - min(c[value] for c in counts) > 1
    )
