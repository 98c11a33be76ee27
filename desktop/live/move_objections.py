"""What stands against someone going to another room: which wishes it breaks, and how many would meet again?"""

from dataclasses import dataclass, replace

from formats.language import tr_count
from formats.session.agenda import Part
from formats.session.room_wishes import with_names
from formats.session.rooms import Request, Rounds, check_move, cost_of_move
from formats.session.seating.people_changes import RoundKey
from formats.session.seating.request import planned_rounds, request_for
from formats.session.session import RoundRooms, Session


@dataclass(frozen=True, slots=True)
class PlannedRound:
    """One round among those that are planned together: the rooms of all, and which of them is meant."""

    part: Part
    rounds: Rounds
    number: int


def move_objections(
    session: Session, past: tuple[Session, ...], key: RoundKey, person: str, room: int, *, count_repeats: bool
) -> str:
    """The objections in sentences; empty where there are none, or no such round or room.

    With `count_repeats` they say how many would meet again, which takes a while with 200 people.
    """
    planned = find_planned_round(session, key)
    if planned is None:
        return ""
    request = _without_locks_in(request_for(session, planned.part, past), planned.number)
    try:
        broken = check_move(request, planned.rounds, planned.number, person, room)
        cost = cost_of_move(request, planned.rounds, planned.number, person, room) if count_repeats else 0.0
    except (ValueError, KeyError):
        return ""
    sentences = [with_names(sentence, session.people) for sentence in broken]
    if cost >= 1:
        sentences.append(
            tr_count(
                "{count} more meeting of people who have met.",
                "{count} more meetings of people who have met.",
                round(cost),
            )
        )
    return " ".join(sentences)


def find_planned_round(session: Session, key: RoundKey) -> PlannedRound | None:
    """The round of this key, where its structure has rooms and they are planned."""
    part = session.agenda.part(key[0])
    if part is None or part.rooms is None:
        return None
    mine = {r.round: r for r in session.rooms if r.part == part.id}
    if key[1] not in mine:
        return None
    if planned_rounds(part) == 1 < part.rounds:
        return PlannedRound(part, (_seats(mine[key[1]]),), 1)
    numbers = range(1, part.rounds + 1)
    return PlannedRound(part, tuple(_seats(mine[n]) if n in mine else () for n in numbers), key[1])


def _without_locks_in(request: Request, number: int) -> Request:
    """The round that is changed by hand holds nobody back."""
    return replace(request, locked={n: kept for n, kept in request.locked.items() if n != number})


def _seats(rounds: RoundRooms) -> tuple[tuple[str, ...], ...]:
    """Who sits in room 1, 2 and so on; a room that was closed is empty."""
    by_number = {room.number: room.people for room in rounds.rooms}
    return tuple(by_number.get(number, ()) for number in range(1, max(by_number, default=0) + 1))
