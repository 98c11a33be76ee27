"""Who sits where in a session: its people into rooms for every round, with a presenter in each."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from formats.session.agenda import Part
from formats.session.people import Person, folded
from formats.session.rooms import PastSession, Plan, Request, Rounds, Sizes, plan_rooms
from formats.session.session import Room, RoundRooms, Session

SEED = 20230223


@dataclass(frozen=True, slots=True)
class Seating:
    """Rooms for every round of every structure, and the plan behind each structure's rooms."""

    rounds: tuple[RoundRooms, ...]
    plans: tuple[Plan, ...]


def seat(
    session: Session,
    *,
    past: Iterable[Session] = (),
    seconds: float,
    clock: Callable[[], float],
    seed: int = SEED,
) -> Seating:
    """Plans the rooms of a session; locked rounds stay as they are.

    `past` are the earlier sessions of the series, the oldest first; `seconds` is for all structures together.
    Raises `PlanError` or `SizeError` with a sentence where the people do not go into rooms.
    """
    earlier = tuple(past)
    parts = [part for part in session.agenda.structures if part.rounds]
    rounds: list[RoundRooms] = []
    plans: list[Plan] = []
    for part in parts:
        request = request_for(session, part, earlier)
        plan = plan_rooms(request, seed=seed, seconds=seconds / len(parts), clock=clock)
        plans.append(plan)
        rounds += _with_presenters(session, part, plan.rounds, turns_taken(earlier))
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


def _with_presenters(session: Session, part: Part, planned: Rounds, turns: Counter[str]) -> list[RoundRooms]:
    """Gives each room of each round a presenter: whoever has had fewest turns, here and before."""
    locked = {r.round: r for r in session.rooms if r.part == part.id and r.locked}
    made = []
    for number in range(1, part.rounds + 1):
        rooms = locked.get(number)
        if rooms is None:
            seats = planned[min(number, len(planned)) - 1]
            made_rooms = tuple(_room(n, people, turns) for n, people in enumerate(seats, 1))
            rooms = RoundRooms(part.id, number, made_rooms)
        turns.update(room.presenter for room in rooms.rooms)
        made.append(rooms)
    return made


def _room(number: int, people: tuple[str, ...], turns: Counter[str]) -> Room:
    return Room(number, people, presenter=min(people, key=turns.__getitem__))
