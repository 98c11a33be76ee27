"""Who sits where in a session: its people into rooms for every round, with a presenter in each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from formats.session.agenda import Part
from formats.session.people import Person, folded
from formats.session.rooms import PastSession, Plan, PlanError, Request, Rounds, Sizes, plan_rooms
from formats.session.session import Room, RoundRooms, Session

SEED = 20230223
NOBODY: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Seating:
    """Rooms for every round of every structure, and the plan behind each structure's rooms."""

    rounds: tuple[RoundRooms, ...]
    plans: tuple[Plan, ...]


def seat(
    session: Session,
    *,
    past: Iterable[Session] = (),
    presenters: Mapping[int, str] = NOBODY,
    seconds: float,
    clock: Callable[[], float],
    seed: int = SEED,
) -> Seating:
    """Plans the rooms of a session; locked rounds stay as they are.

    `past` are the earlier sessions of the series, the oldest first; `presenters` says who presents in which
    room of the first round; `seconds` is for all structures together.
    Raises `PlanError` or `SizeError` with a sentence where the people do not go into rooms.
    """
    earlier = tuple(past)
    parts = [part for part in session.agenda.structures if part.rounds]
    rounds: list[RoundRooms] = []
    plans: list[Plan] = []
    for part in parts:
        request = replace(request_for(session, part, earlier), apart=_apart(presenters))
        plan = plan_rooms(request, seed=seed, seconds=seconds / len(parts), clock=clock)
        plans.append(plan)
        rounds += _with_presenters(
            session, part, _placed(plan.rounds, presenters), turns_taken(earlier), presenters
        )
    return Seating(tuple(rounds), tuple(plans))


def request_for(session: Session, part: Part, past: tuple[Session, ...] = ()) -> Request:
    """The wishes of a session for the rooms of one structure, as the planner takes them."""
    needs = part.rooms
    assert needs is not None, "only structures are seated"
    return Request(
        people=tuple(person.id for person in session.present),
        rounds=part.rounds if needs.remixed else 1,
        sizes=Sizes(needs.minimum, needs.usual, needs.maximum),
        attributes={person.id: _columns(person) for person in session.present},
        apart_by=(session.apart_by,) if session.apart_by else (),
        locked={r.round: _people_of(r) for r in session.rooms if r.part == part.id and r.locked},
        history=tuple(PastSession(tuple(_people_of(r) for r in old.rooms)) for old in past),
    )


def turns_taken(past: Iterable[Session]) -> Counter[str]:
    """How often each person has presented, by person id."""
    return Counter(
        room.presenter for session in past for rounds in session.rooms for room in rounds.rooms if room.presenter
    )


def present_in(rooms: RoundRooms, number: int, presenter: str) -> RoundRooms:
    """The round with another presenter in one of its rooms."""
    chosen = (replace(room, presenter=presenter) if room.number == number else room for room in rooms.rooms)
    return replace(rooms, rooms=tuple(chosen))


def _columns(person: Person) -> dict[str, str]:
    return {"organisation": folded(person.organisation), "role": folded(person.role)}


def _people_of(rounds: RoundRooms) -> tuple[tuple[str, ...], ...]:
    return tuple(room.people for room in rounds.rooms)


def _apart(presenters: Mapping[int, str]) -> tuple[tuple[str, ...], ...]:
    """Those who present at the same time cannot share a room."""
    return (tuple(presenters.values()),) if len(presenters) > 1 else ()


def _placed(planned: Rounds, presenters: Mapping[int, str]) -> Rounds:
    """The plan with the rooms of its first round numbered so that each presenter is where they should be."""
    if not planned or not presenters:
        return planned
    if over := [number for number in presenters if number > len(planned[0])]:
        raise PlanError((f"There is no Room {max(over)}: these people make {len(planned[0])} rooms.",))
    wanted = {person: number - 1 for number, person in presenters.items()}
    taken = {wanted[person]: room for room in planned[0] for person in room if person in wanted}
    others = iter(room for room in planned[0] if room not in taken.values())
    first = tuple(taken[place] if place in taken else next(others) for place in range(len(planned[0])))
    return (first, *planned[1:])


def _with_presenters(
    session: Session, part: Part, planned: Rounds, turns: Counter[str], chosen: Mapping[int, str]
) -> list[RoundRooms]:
    """Gives each room of each round a presenter: whoever has had fewest turns, here and before."""
    locked = {r.round: r for r in session.rooms if r.part == part.id and r.locked}
    made = []
    for number in range(1, part.rounds + 1):
        rooms = locked.get(number)
        if rooms is None:
            seats = planned[min(number, len(planned)) - 1]
            first = chosen if number == 1 else NOBODY
            made_rooms = tuple(_room(n, people, turns, first.get(n, "")) for n, people in enumerate(seats, 1))
            rooms = RoundRooms(part.id, number, made_rooms)
        turns.update(room.presenter for room in rooms.rooms)
        made.append(rooms)
    return made


def _room(number: int, people: tuple[str, ...], turns: Counter[str], chosen: str) -> Room:
    return Room(number, people, presenter=chosen or min(people, key=turns.__getitem__))
