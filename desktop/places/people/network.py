"""Who is in the network, which sessions did they come to, and which next steps of theirs are open?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from desktop.wording import family_order, name_order, told_apart
from formats.language import Message
from formats.library.changes import Document
from formats.library.kept_by_session import KeptBySession
from formats.library.repository import SessionRepository, is_step
from formats.session.contributions import Contribution, contributions_in, contributions_of
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.progress import Progress
from formats.session.room_wishes import RoomWishes, WishKind
from formats.session.rounds_held import ids_in_rooms_held, rooms_as_served
from formats.session.series.telling_apart import Fact
from formats.session.session import Session
from formats.session.sorting import Key

Dated = TypeVar("Dated", "MemberVisit", "OpenStepOfMember")
ROLES = ("presenter", "note_taker", "timekeeper")


@dataclass(frozen=True, slots=True)
class MemberVisit:
    """A session someone is on the list of; `roles` holds each role they had, as often as they had it."""

    title: str
    date: date
    progress: Progress
    away: bool
    roles: tuple[str, ...] = ()
    session: str = ""
    beside: str = ""
    """What tells it from others of its title on that day."""

    @property
    def attended(self) -> bool:
        """Whether they were there."""
        return self.progress.begun and not self.away


@dataclass(frozen=True, slots=True)
class OpenStepOfMember:
    """A next step someone took on that is not done."""

    text: str
    due: str
    title: str
    date: date
    beside: str = ""


@dataclass(frozen=True)
class NetworkMember:
    """Someone of the network with all that is known of them, the latest first."""

    person: Person
    visits: tuple[MemberVisit, ...] = ()
    steps: tuple[OpenStepOfMember, ...] = ()
    offers: tuple[str, ...] = ()
    """What they offered to contribute, in their own words or as a role."""
    wishes: tuple[str, ...] = ()
    """With whom they are kept apart, or stay together, as their latest session has it."""

    @cached_property
    def visit_count(self) -> int:
        """How many sessions they came to."""
        return sum(visit.attended for visit in self.visits)

    @cached_property
    def times_presented(self) -> int:
        """How often they presented."""
        return sum(visit.roles.count("presenter") for visit in self.visits if visit.progress.begun)


@dataclass(frozen=True, slots=True)
class _SessionTraces:
    """What one session says of people: who was on its list, what they took on, offered and wished for."""

    visits: tuple[tuple[str, MemberVisit], ...]
    steps: tuple[tuple[str, OpenStepOfMember], ...]
    """By owner, as the note has it: an id, or a name."""
    offers: tuple[Contribution, ...]
    wishes: RoomWishes


class NetworkReader:
    """Reads everyone; of the sessions only those that changed since the last time."""

    TABLES = ("people", "sessions", "run_log", "notes")
    """What is known of people stands in these."""

    def __init__(self, repository: SessionRepository) -> None:
        self._repository = repository
        self._traces = KeptBySession(repository.file, self._traces_of)

    @property
    def unread_sessions(self) -> int:
        """How many sessions would have to be read now."""
        return self._traces.stale

    def names(self) -> tuple[NetworkMember, ...]:
        """Everyone, by name, with nothing that sessions tell of them."""
        return tuple(
            NetworkMember(person, offers=contributions_of(person)) for person in self._repository.people()
        )

    def members(self) -> tuple[NetworkMember, ...]:
        """Everyone, by name. Can be asked off the UI thread."""
        people = self._repository.people()
        traces = self._traces.all()
        beside = told_apart(self._repository.named_sessions(), {Fact.DAY})
        visits: defaultdict[str, list[MemberVisit]] = defaultdict(list)
        steps: defaultdict[str, list[OpenStepOfMember]] = defaultdict(list)
        owners = _unique_names(people)
        for session_id, found in traces.items():
            apart = beside.get(session_id, "")
            for person_id, visit in found.visits:
                visits[person_id].append(replace(visit, beside=apart) if apart else visit)
            for owner, step in found.steps:
                steps[owners.get(fold(owner), owner)].append(replace(step, beside=apart) if apart else step)
        offers = _offers(people, traces.values())
        wishes = _wishes(people, traces, visits)
        return tuple(
            NetworkMember(
                person,
                _latest_first(visits[person.id]),
                _latest_first(steps[person.id]),
                offers[person.id],
                wishes[person.id],
            )
            for person in people
        )

    def _traces_of(self, document: Document) -> _SessionTraces:
        session = self._repository.session_as_run(document)
        away, roles = session.away - ids_in_rooms_held(session), _roles(session)
        day, progress = session.date, session.progress
        return _SessionTraces(
            visits=tuple(
                (
                    each,
                    MemberVisit(
                        session.title, day, progress, each in away, tuple(roles.get(each, ())), session.id
                    ),
                )
                for each in document["people"]
            ),
            steps=tuple(
                (note["owner"], OpenStepOfMember(note["text"], note["due"] or "", session.title, day))
                for note in self._repository.file.of_session("notes", session.id)
                if is_step(note) and not note["done"] and note["owner"]
            ),
            offers=contributions_in((session,)),
            wishes=session.wishes,
        )


def read_members(repository: SessionRepository) -> tuple[NetworkMember, ...]:
    """Everyone, by name."""
    return NetworkReader(repository).members()


def merged_member(one: NetworkMember, other: NetworkMember, person: Person) -> NetworkMember:
    """What two would be as this one person: a session of both counts once."""
    visits: dict[str, MemberVisit] = {}
    for visit in (*one.visits, *other.visits):
        before = visits.get(visit.session)
        visits[visit.session] = visit if before is None else _as_one(before, visit)
    steps = _latest_first((*one.steps, *other.steps))
    offers = tuple(dict.fromkeys((*one.offers, *other.offers)))
    return NetworkMember(person, _latest_first(tuple(visits.values())), steps, offers)


def _as_one(one: MemberVisit, other: MemberVisit) -> MemberVisit:
    return replace(one, away=one.away and other.away, roles=(*one.roles, *other.roles))


ORDERS: tuple[tuple[Message, Callable[[NetworkMember], tuple[int | Key, ...]]], ...] = (
    (Message("By name"), lambda member: (name_order(member.person.name),)),
    (Message("By family name"), lambda member: (family_order(member.person.name),)),
    (
        Message("By organisation"),
        lambda member: (name_order(member.person.organisation), name_order(member.person.name)),
    ),
    (Message("Came most often"), lambda member: (-member.visit_count, name_order(member.person.name))),
    (
        Message("Presented least"),
        lambda member: (member.times_presented, -member.visit_count, name_order(member.person.name)),
    ),
    (Message("Most open next steps"), lambda member: (-len(member.steps), name_order(member.person.name))),
)
"""The orders to choose from: what each is called, and where somebody stands in it."""


def matching_members(members: Iterable[NetworkMember], question: str) -> tuple[NetworkMember, ...]:
    """Those in whose name, organisation, role, address, remarks or offers every word occurs."""
    words = fold(question).split()
    return tuple(member for member in members if all(word in _text(member) for word in words))


def _text(member: NetworkMember) -> str:
    one = member.person
    known = (one.name, one.known_as, one.organisation, one.role, one.email, one.remarks, *member.offers)
    return fold(" ".join(known))


def _roles(session: Session) -> dict[str, list[str]]:
    """The roles of each person by person id: in the rounds that were held, or all that are planned before it."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for room in (room for rounds in rooms_as_served(session) for room in rounds.rooms):
        for role in ROLES:
            roles[getattr(room, role)].append(role)
    return roles


def _offers(people: Iterable[Person], traces: Iterable[_SessionTraces]) -> dict[str, tuple[str, ...]]:
    """What each person offered, by person id: on a list of people first, then as roles in sessions."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for offer in (offer for found in traces for offer in found.offers):
        roles[offer.person].append(offer.what)
    return {one.id: tuple(dict.fromkeys((*contributions_of(one), *roles[one.id]))) for one in people}


def _wishes(
    people: Iterable[Person], traces: Mapping[str, _SessionTraces], visits: Mapping[str, Sequence[MemberVisit]]
) -> dict[str, tuple[str, ...]]:
    """Who is kept apart and who stays together in the latest session of each person, in sentences by person id."""
    names = {person.id: person.name for person in people}
    wished: dict[str, tuple[str, ...]] = {}
    for person in names:
        latest = max(visits[person], key=_date, default=None)
        wishes = traces[latest.session].wishes if latest is not None else RoomWishes()
        groups = (*wishes.of_kind(WishKind.APART), *wishes.of_kind(WishKind.TOGETHER))
        wished[person] = tuple(wish.sentence(names, "") for wish in groups if person in wish.people)
    return wished


def _unique_names(people: Iterable[Person]) -> dict[str, str]:
    """The ids of those whose name nobody else has, by that name, folded."""
    names = Counter(fold(person.name) for person in people)
    return {fold(person.name): person.id for person in people if names[fold(person.name)] == 1}


def _latest_first(each: Sequence[Dated]) -> tuple[Dated, ...]:
    return tuple(sorted(each, key=_date, reverse=True))


def _date(one: MemberVisit | OpenStepOfMember) -> date:
    return one.date
