"""Who sits where in a session: its people into rooms for every round, with the roles of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf
from types import MappingProxyType

from formats.language import tr
from formats.session.agenda import Arrangement, Part, RoomNeeds
from formats.session.group_words import count_groups
from formats.session.room_wishes import Role, with_names
from formats.session.rooms import Plan, PlanError, Request, Rounds, plan_rooms
from formats.session.rounds_held import rooms_as_served, rooms_held
from formats.session.seating.by_rule import plan_without_search, rounds_by_rule
from formats.session.seating.groups import group_name, is_middle, word_of
from formats.session.seating.request import request_for
from formats.session.seating.roles import give_role, role_wishes, with_roles
from formats.session.seating.stations import plan_stations
from formats.session.session import Room, RoundRooms, Session

SEED = 20230223
PROGRESS_SECONDS = 0.25
"""Seconds between two plans that are told."""
NOBODY: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Seating:
    """Rooms for every round of every structure, and the plan behind each structure's rooms, by part id."""

    rounds: tuple[RoundRooms, ...]
    plans: Mapping[str, Plan]


def seat_people(
    session: Session,
    *,
    past: Iterable[Session] = (),
    presenters: Mapping[int, str] = NOBODY,
    seconds: float,
    clock: Callable[[], float],
    seed: int = SEED,
    progress: Callable[[Seating], None] | None = None,
) -> Seating:
    """Plans the rooms of a session; locked rounds and rooms stay as they are.

    `past` are the earlier sessions of the series, the oldest first; `presenters` says who presents in which
    room of the first round of the first structure; `seconds` is for all structures together. `progress` gets
    each better plan of a structure as the search goes on, with the rooms of the structures before it.
    Raises `PlanError` or `SizeError` with a sentence where the people do not go into rooms.
    """
    earlier = tuple(past)
    parts = [part for part in session.agenda.structures if part.rounds]
    rounds: tuple[RoundRooms, ...] = ()
    plans: dict[str, Plan] = {}
    for part in parts:
        asked = _PartRequest(session, part, earlier, rounds, NOBODY if rounds else presenters)
        tell = None if progress is None else _ProgressReporter(asked, dict(plans), progress, clock)
        try:
            plan = asked.plan(seed, seconds / len(parts), clock, tell)
        except PlanError as error:
            raise PlanError(tuple(with_names(said, session.people) for said in error.reasons)) from error
        plans[part.id] = plan
        rounds = (*rounds, *asked.make_rooms(plan.rounds))
    return Seating(rounds, plans)


def turns_taken(past: Iterable[Session], today: Session | None = None) -> Counter[str]:
    """How often each person has presented, by person id: where a challenge was told, today where a round began."""
    rounds = (
        *(one for session in past if session.begun for one in rooms_as_served(session)),
        *(rooms_held(today) if today else ()),
    )
    return Counter(room.presenter for one in rounds for room in one.rooms if room.presenter)


def with_role(rooms: RoundRooms, number: int, role: Role, person: str) -> RoundRooms:
    """The round with another person in a role of one of its rooms; "" for nobody."""
    chosen = (give_role(room, role, person) if room.number == number else room for room in rooms.rooms)
    return replace(rooms, rooms=tuple(chosen))


@dataclass(frozen=True, slots=True)
class _PartRequest:
    """What is asked for the rooms of one structure, after the rooms of those before it."""

    session: Session
    part: Part
    past: tuple[Session, ...]
    before: tuple[RoundRooms, ...]
    presenters: Mapping[int, str]

    @property
    def request(self) -> Request:
        asked = request_for(self.session, self.part, self.past)
        return replace(asked, apart=(*asked.apart, *_apart(self.presenters)))

    def plan(
        self, seed: int, seconds: float, clock: Callable[[], float], tell: Callable[[Plan], None] | None
    ) -> Plan:
        """The best plan; for stations, the groups on their way from one to the next; or what a rule says."""
        by_rule = rounds_by_rule(self.session, self.part, self.past)
        if by_rule is not None:
            return plan_without_search(by_rule, seed)
        if self.needs.arrangement is Arrangement.STATIONS:
            return plan_stations(self.session, self.part, self.past, seed=seed, seconds=seconds, clock=clock)
        return plan_rooms(self.request, seed=seed, seconds=seconds, clock=clock, progress=tell)

    @property
    def needs(self) -> RoomNeeds:
        assert self.part.rooms is not None, "only structures are seated"
        return self.part.rooms

    def make_rooms(self, planned: Rounds) -> tuple[RoundRooms, ...]:
        """The rooms as the plan has them, with somebody in every role."""
        seats = _place_presenters(planned, self.presenters, word_of(self.part))
        fixed = {r.round: r for r in self.session.rooms if r.part == self.part.id}
        rounds = [
            old if (old := fixed.get(n)) is not None and old.locked else self._round(n, seats, fixed.get(n))
            for n in range(1, self.part.rounds + 1)
        ]
        return with_roles(self.part, rounds, role_wishes(self.session, self.past, self.before))

    def _round(self, number: int, seats: Rounds, old: RoundRooms | None) -> RoundRooms:
        locked = {room.number: room for room in (old.rooms if old else ()) if room.locked}
        here = seats[min(number, len(seats)) - 1]
        return RoundRooms(
            self.part.id,
            number,
            tuple(locked.get(n) or self._room(n, number, people) for n, people in enumerate(here, 1)),
        )

    def _room(self, number: int, round_number: int, people: tuple[str, ...]) -> Room:
        needs, wishes = self.needs, self.session.wishes
        there = tuple(p for p in people if not wishes.misses(p, self.part.id, round_number))
        presenter = self.presenters.get(number, "") if round_number == 1 else ""
        if needs.arrangement is Arrangement.STATIONS or (is_middle(self.part, number) and needs.presenter):
            presenter = people[0]
        hosted = needs.arrangement is Arrangement.HOSTED_TABLES
        stays = {room: person for person, room in self.request.hosts.items()} if hosted else {}
        host = stays.get(number, "")
        return Room(number, there, presenter=presenter, host=host if host in there else "")


@dataclass(slots=True)
class _ProgressReporter:
    """Passes better plans of one structure on, with their rooms made: the first at once, others now and then."""

    asked: _PartRequest
    plans: Mapping[str, Plan]
    progress: Callable[[Seating], None]
    clock: Callable[[], float]
    last: float = -inf

    def __call__(self, plan: Plan) -> None:
        now = self.clock()
        if now - self.last < PROGRESS_SECONDS:
            return
        self.last = now
        rounds = (*self.asked.before, *self.asked.make_rooms(plan.rounds))
        self.progress(Seating(rounds, {**self.plans, self.asked.part.id: plan}))


def _apart(presenters: Mapping[int, str]) -> tuple[tuple[str, ...], ...]:
    """Those who present at the same time cannot share a room."""
    return (tuple(presenters.values()),) if len(presenters) > 1 else ()


def _place_presenters(planned: Rounds, presenters: Mapping[int, str], word: str) -> Rounds:
    """The plan with the rooms of its first round numbered so that each presenter is where they should be."""
    if not planned or not presenters:
        return planned
    if over := [number for number in presenters if number > len(planned[0])]:
        rooms = count_groups(len(planned[0]), word)
        raise PlanError(
            (
                tr(
                    "There is no {group}: these people make {rooms}.",
                    group=group_name(word, max(over)),
                    rooms=rooms,
                ),
            )
        )
    wanted = {person: number - 1 for number, person in presenters.items()}
    taken = {wanted[person]: room for room in planned[0] for person in room if person in wanted}
    others = iter(room for room in planned[0] if room not in taken.values())
    first = tuple(taken[place] if place in taken else next(others) for place in range(len(planned[0])))
    return (first, *planned[1:])
