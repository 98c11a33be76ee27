"""Who is in the network, which sessions did they come to, and which next steps of theirs are open?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from desktop.wording import family_order, name_order, told_apart
from formats.library.records import event_from, session_from
from formats.library.repository import SessionRepository
from formats.session.contributions import contributions_in, contributions_of
from formats.session.events import Event
from formats.session.folding import fold
from formats.session.notes import NoteKind
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


@dataclass(frozen=True, slots=True)
class NetworkMember:
    """Someone of the network with all that is known of them, the latest first."""

    person: Person
    visits: tuple[MemberVisit, ...] = ()
    steps: tuple[OpenStepOfMember, ...] = ()
    offers: tuple[str, ...] = ()
    """What they offered to contribute, in their own words or as a role."""
    wishes: tuple[str, ...] = ()
    """With whom they are kept apart, or stay together, as their latest session has it."""

    @property
    def visit_count(self) -> int:
        """How many sessions they came to."""
        return sum(visit.attended for visit in self.visits)

    @property
    def times_presented(self) -> int:
        """How often they presented."""
        return sum(visit.roles.count("presenter") for visit in self.visits if visit.progress.begun)


def read_members(repository: SessionRepository) -> tuple[NetworkMember, ...]:
    """Everyone, by name."""
    people = repository.people()
    logs = _run_logs(repository)
    visits: defaultdict[str, list[MemberVisit]] = defaultdict(list)
    sessions: dict[str, Session] = {}
    beside = told_apart(repository.named_sessions(), {Fact.DAY})
    for document in repository.file.all("sessions"):
        session = sessions[document["id"]] = session_from(document, (), logs[document["id"]], ())
        came = ids_in_rooms_held(session)
        roles, day, progress = _roles(session), session.date, session.progress
        for person_id in document["people"]:
            had, away = tuple(roles.get(person_id, ())), person_id in session.away - came
            apart = beside[session.id]
            visits[person_id].append(MemberVisit(session.title, day, progress, away, had, session.id, apart))
    steps = _steps(repository, sessions, people, beside)
    offers = _offers(people, sessions.values())
    wishes = _wishes(people, sessions, visits)
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


ORDERS: dict[str, Callable[[NetworkMember], tuple[int | Key, ...]]] = {
    "By name": lambda member: (name_order(member.person.name),),
    "By family name": lambda member: (family_order(member.person.name),),
    "By organisation": lambda member: (name_order(member.person.organisation), name_order(member.person.name)),
    "Came most often": lambda member: (-member.visit_count, name_order(member.person.name)),
    "Presented least": lambda member: (
        member.times_presented,
        -member.visit_count,
        name_order(member.person.name),
    ),
    "Most open next steps": lambda member: (-len(member.steps), name_order(member.person.name)),
}


def matching_members(members: Iterable[NetworkMember], question: str) -> tuple[NetworkMember, ...]:
    """Those in whose name, organisation, role, address, remarks or offers every word occurs."""
    words = fold(question).split()
    return tuple(member for member in members if all(word in _text(member) for word in words))


def _text(member: NetworkMember) -> str:
    one = member.person
    known = (one.name, one.known_as, one.organisation, one.role, one.email, one.remarks, *member.offers)
    return fold(" ".join(known))


def _run_logs(repository: SessionRepository) -> defaultdict[str, list[Event]]:
    """The events of every session in their order, by session id."""
    logs: defaultdict[str, list[Event]] = defaultdict(list)
    for document in sorted(repository.file.all("run_log"), key=lambda one: int(one["number"])):
        logs[document["session"]].append(event_from(document))
    return logs


def _roles(session: Session) -> dict[str, list[str]]:
    """The roles of each person by person id: in the rounds that were held, or all that are planned before it."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for room in (room for rounds in rooms_as_served(session) for room in rounds.rooms):
        for role in ROLES:
            roles[getattr(room, role)].append(role)
    return roles


def _offers(people: Iterable[Person], sessions: Iterable[Session]) -> dict[str, tuple[str, ...]]:
    """What each person offered, by person id: on a list of people first, then as roles in sessions."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for offer in contributions_in(sessions):
        roles[offer.person].append(offer.what)
    return {one.id: tuple(dict.fromkeys((*contributions_of(one), *roles[one.id]))) for one in people}


def _wishes(
    people: Iterable[Person], sessions: Mapping[str, Session], visits: Mapping[str, Sequence[MemberVisit]]
) -> dict[str, tuple[str, ...]]:
    """Who is kept apart and who stays together in the latest session of each person, in sentences by person id."""
    names = {person.id: person.name for person in people}
    wished: dict[str, tuple[str, ...]] = {}
    for person in names:
        latest = max(visits[person], key=lambda visit: visit.date, default=None)
        wishes = sessions[latest.session].wishes if latest is not None else RoomWishes()
        groups = (*wishes.of_kind(WishKind.APART), *wishes.of_kind(WishKind.TOGETHER))
        wished[person] = tuple(wish.sentence(names, "") for wish in groups if person in wish.people)
    return wished


def _steps(
    repository: SessionRepository,
    sessions: dict[str, Session],
    people: Iterable[Person],
    beside: Mapping[str, str],
) -> defaultdict[str, list[OpenStepOfMember]]:
    """The open next steps by person id; an owner is an id, or a name that only one person has."""
    names = Counter(fold(person.name) for person in people)
    owners = {fold(person.name): person.id for person in people if names[fold(person.name)] == 1}
    steps: defaultdict[str, list[OpenStepOfMember]] = defaultdict(list)
    for note in repository.file.all("notes"):
        session = sessions.get(note["session"])
        if note["kind"] == NoteKind.NEXT_STEP and not note["done"] and note["owner"] and session:
            if note.get("let_go"):
                continue
            owner = owners.get(fold(note["owner"]), str(note["owner"]))
            apart = beside[session.id]
            step = OpenStepOfMember(note["text"], note["due"] or "", session.title, session.date, apart)
            steps[owner].append(step)
    return steps


def _latest_first(each: Sequence[Dated]) -> tuple[Dated, ...]:
    return tuple(sorted(each, key=lambda one: one.date, reverse=True))
