"""Which wishes contradict each other? Found before any search begins."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from formats.language import tr, tr_count
from formats.session.group_words import count_groups
from formats.session.room_sizes import SizeError
from formats.session.rooms.columns import column_within_sentence
from formats.session.rooms.first_fill import can_be_filled
from formats.session.rooms.problem import problem_of, task_of
from formats.session.rooms.request import FEWEST_PEOPLE, MOST_PEOPLE, MOST_ROUNDS, Request, RoomPeople
from formats.session.wording import join_and


def contradictions(request: Request) -> tuple[str, ...]:
    """Sentences that name what cannot all be had; empty when a search may begin."""
    return (
        tuple(_wrong_numbers(request))
        or tuple(_wrong_names(request))
        or tuple(_wrong_locks(request))
        or tuple(_wrong_sizes(request))
        or tuple(_wishes_at_odds(request))
    )


def _wrong_numbers(request: Request) -> Iterator[str]:
    if len(request.people) < FEWEST_PEOPLE:
        yield tr(
            "Rooms need at least {fewest_people} people; there are {count}.",
            fewest_people=FEWEST_PEOPLE,
            count=len(request.people),
        )
    if len(request.people) > MOST_PEOPLE:
        yield tr(
            "A plan takes at most {most_people} people; there are {count}.",
            most_people=MOST_PEOPLE,
            count=len(request.people),
        )
    if not 1 <= request.rounds <= MOST_ROUNDS:
        yield tr(
            "A plan has 1 to {most_rounds} rounds, not {rounds}.", most_rounds=MOST_ROUNDS, rounds=request.rounds
        )
    if request.rooms is not None and request.rooms < 1:
        yield tr("There must be at least one room, not {rooms}.", rooms=request.rooms)
    for name, count in Counter(request.people).items():
        if count > 1:
            yield tr("{name} is in the list of people {count} times.", name=name, count=count)


def _wrong_names(request: Request) -> Iterator[str]:
    known = set(request.people)
    columns = {column for values in request.attributes.values() for column in values}
    for what, names in _mentions(request):
        for name in dict.fromkeys(names):
            if name not in known:
                yield tr("{name} is named {what} but is not in the list of people.", name=name, what=what)
    for column in dict.fromkeys((*request.apart_by, *request.spread)):
        if column not in columns:
            yield tr("Nobody has anything in the column {column}.", column=column_within_sentence(column))
    for name, missed in request.absent.items():
        for number in sorted(missed):
            if not 1 <= number <= request.rounds:
                yield tr(
                    "{name} is absent in round {number}, and there are {rounds} rounds.",
                    name=name,
                    number=number,
                    rounds=request.rounds,
                )


def _mentions(request: Request) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((tr("to be kept apart"), group) for group in request.apart)
    yield from ((tr("to be kept together"), group) for group in request.together)
    yield tr("as a host"), tuple(request.hosts)
    yield tr("as absent"), tuple(request.absent)
    yield from (
        (tr("in locked round {number}", number=number), sum(rooms, ())) for number, rooms in request.locked.items()
    )
    yield from (
        (tr("in a locked room of round {number}", number=number), names)
        for (number, _), names in request.locked_rooms.items()
    )


def _wrong_locks(request: Request) -> Iterator[str]:
    for number, rooms in request.locked.items():
        if not 1 <= number <= request.rounds:
            yield tr(
                "Round {number} is locked, and there are {rounds} rounds.", number=number, rounds=request.rounds
            )
        yield from _seated_twice(number, rooms)
    for (number, room), names in request.locked_rooms.items():
        if not 1 <= number <= request.rounds:
            yield tr(
                "{room} of round {number} is locked, and there are {rounds} rounds.",
                room=request.room_name(room),
                number=number,
                rounds=request.rounds,
            )
        if room < 1 or not names:
            yield tr(
                "{room} of round {number} cannot be locked: nobody is in it.",
                room=request.room_name(room),
                number=number,
            )
        for name in names:
            if number in request.absent.get(name, ()):
                yield tr(
                    "{name} is in a locked room of round {number} and absent in it.", name=name, number=number
                )
    for number in request.free_rounds():
        yield from _seated_twice(
            number, tuple(n for (where, _), n in request.locked_rooms.items() if where == number)
        )


def _seated_twice(number: int, rooms: tuple[RoomPeople, ...]) -> Iterator[str]:
    for name, count in Counter(sum(rooms, ())).items():
        if count > 1:
            yield tr("{name} has {count} chairs in locked round {number}.", name=name, count=count, number=number)


def _wrong_sizes(request: Request) -> Iterator[str]:
    index = {name: place for place, name in enumerate(request.people)}
    wrong: dict[str, list[int]] = {}
    for number in request.free_rounds():
        try:
            rooms = len(task_of(request, number, index).sizes)
        except SizeError as error:
            wrong.setdefault(str(error), []).append(number)
            continue
        closed = [room for where, room in request.locked_rooms if where == number]
        if max(closed, default=0) > rooms:
            yield tr(
                "{room} of round {number} is locked, and there are {rooms} rooms.",
                room=request.room_name(max(closed)),
                number=number,
                rooms=rooms,
            )
    for sentence, numbers in wrong.items():
        if len(numbers) == request.rounds:
            yield sentence
        else:
            rounds = join_and(map(str, numbers))
            yield tr_count(
                "Round {rounds}: {what}", "Rounds {rounds}: {what}", len(numbers), rounds=rounds, what=sentence
            )


@dataclass(frozen=True, slots=True)
class _HardWish:
    """One hard wish: the field of the request it stands in, and who it is about."""

    kind: str
    names: tuple[str, ...]
    room: int = 0

    def sentence(self, rooms: int, request: Request) -> str:
        if self.kind == "host":
            host, room = self.names[0], request.room_within_sentence(self.room)
            if 1 <= self.room <= rooms:
                return tr("{person} hosts {room}", person=host, room=room)
            return tr("{person} hosts {room} of {rooms}", person=host, room=room, rooms=rooms)
        if self.kind == "apart":
            return tr("{people} apart", people=join_and(self.names))
        return tr("{people} together", people=join_and(self.names))


def _wishes_at_odds(request: Request) -> Iterator[str]:
    wishes = [_HardWish("apart", names) for names in request.apart if len(names) > 1]
    wishes += [_HardWish("together", names) for names in request.together if len(names) > 1]
    wishes += [_HardWish("host", (name,), room) for name, room in request.hosts.items()]
    said = set()
    for number in _different_rounds(request):
        if _is_possible(request, wishes, number) is False:
            core = _fewest_at_odds(request, wishes, number)
            if core not in said:
                said.add(core)
                yield _sentence(request, core, number)


def _different_rounds(request: Request) -> list[int]:
    """One round of each kind: the same people there and the same rooms locked."""
    kinds: dict[object, int] = {}
    for number in request.free_rounds():
        locked = tuple(sorted((r, names) for (where, r), names in request.locked_rooms.items() if where == number))
        kinds.setdefault((request.present(number), locked), number)
    return list(kinds.values())


def _is_possible(request: Request, wishes: list[_HardWish], number: int) -> bool | None:
    """Whether one round can keep these wishes and no others; None when that was not settled."""
    asked = replace(
        request,
        apart=tuple(wish.names for wish in wishes if wish.kind == "apart"),
        together=tuple(wish.names for wish in wishes if wish.kind == "together"),
        hosts={wish.names[0]: wish.room for wish in wishes if wish.kind == "host"},
        locked={other: () for other in range(1, request.rounds + 1) if other != number},
    )
    problem = problem_of(asked)
    task = problem.tasks[0]
    there = set(request.present(number))
    if any(len(there.intersection(group)) > len(task.sizes) for group in asked.apart):
        return False
    for unit in task.units:
        rooms = {asked.hosts[name] for name in (request.people[person] for person in unit) if name in asked.hosts}
        if len(rooms) > 1 or any(other in problem.enemies[one] for one in unit for other in unit):
            return False
    return can_be_filled(task, problem.enemies)


def _fewest_at_odds(request: Request, wishes: list[_HardWish], number: int) -> tuple[_HardWish, ...]:
    """A core of wishes that cannot be kept, though all of them but one can."""
    core = wishes
    for wish in wishes:
        rest = [other for other in core if other is not wish]
        if _is_possible(request, rest, number) is False:
            core = rest
    return tuple(core)


def _sentence(request: Request, core: tuple[_HardWish, ...], number: int) -> str:
    index = {name: place for place, name in enumerate(request.people)}
    task = task_of(replace(request, together=(), hosts={}), number, index)
    rooms, largest = len(task.sizes), max(task.sizes, default=0) + (task.larger > 0)
    said = [wish.sentence(rooms, request) for wish in core]
    there = {"number": number, "rooms": count_groups(rooms, request.word), "most": largest}
    if len(said) == 1:
        return tr(
            "This wish cannot be kept: {wish}; round {number} has {rooms} of at most {most}.",
            wish=said[0],
            **there,
        )
    return tr(
        "These wishes contradict each other: {wishes}. Round {number} has {rooms} of at most {most}.",
        wishes="; ".join(said),
        **there,
    )
