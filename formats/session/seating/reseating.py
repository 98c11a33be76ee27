"""Somebody came late or left: who has to move, what does it cost, what would a full reshuffle gain?"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from formats.language import tr, tr_count
from formats.session.agenda import Arrangement, Part
from formats.session.people import Person
from formats.session.room_wishes import Role, Wish, WishKind, with_names
from formats.session.rooms import MendedPlan, PlanError, Request, Rounds, mend
from formats.session.seating.by_rule import is_seated_by_rule
from formats.session.seating.groups import way_name, word_of
from formats.session.seating.people_changes import (
    RoundKey,
    people_expected,
    with_people,
    with_presence,
    with_rooms_mended,
)
from formats.session.seating.request import planned_rounds, request_for
from formats.session.seating.roles import give_role, holder, role_wishes, with_roles
from formats.session.seating.seating import SEED
from formats.session.seating.station_changes import mend_stations
from formats.session.session import Room, RoundRooms, Session
from formats.session.wording import join_list

MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class ReseatingAnswers:
    """Two answers, both with past rounds as they were: the fewest moves, and everything to come shuffled anew.

    `sentence` says who moves, what that costs, and what the reshuffle would save; `gain` is that saving in
    repeat meetings.
    """

    session: Session
    reshuffled: Session
    sentence: str
    gain: int


def reseat(
    session: Session,
    before: Session,
    open_rounds: frozenset[RoundKey],
    *,
    past: tuple[Session, ...] = (),
    seconds: float,
    clock: Callable[[], float],
) -> ReseatingAnswers:
    """The rooms of the open rounds for the people of `session`, who were those of `before`.

    The agenda of `session` is the one that is running, added rounds included.
    """
    changed, shuffled, gain = session, session, 0.0
    said: list[tuple[Part, str]] = []
    for part in session.agenda.structures:
        rounds = [n for n in range(1, part.rounds + 1) if (part.id, n) in open_rounds]
        rounds = [n for n in rounds if any((r.part, r.round) == (part.id, n) and r.rooms for r in session.rooms)]
        if not rounds:
            continue
        if part.rooms is not None and part.rooms.arrangement is Arrangement.STATIONS:
            walked, who_walks = mend_stations(session, part, rounds, past)
            changed, shuffled = changed.with_rooms(walked), shuffled.with_rooms(walked)
            said.append((part, who_walks))
            continue
        if is_seated_by_rule(part):
            keys = frozenset((part.id, n) for n in rounds)
            changed, shuffled = with_rooms_mended(changed, keys), with_rooms_mended(shuffled, keys)
            said.append((part, _places_taken(changed, before, part, rounds)))
            continue
        try:
            answer = _Mending(session, part, rounds, past).answer(seconds, clock)
        except (PlanError, ValueError) as error:
            keys = frozenset((part.id, n) for n in rounds)
            changed, shuffled = with_rooms_mended(changed, keys), with_rooms_mended(shuffled, keys)
            said.append((part, with_names(str(error), session.people)))
            continue
        found, new_rooms, other_rooms = answer
        changed, shuffled = changed.with_rooms(new_rooms), shuffled.with_rooms(other_rooms)
        gain += found.reshuffle_gain
        said.append((part, _sentence(found, before, session, word_of(part))))
    sentences = _by_structure(said)
    if gain >= 1:
        sentences.append(
            tr("Planning all later rounds again would avoid {meetings}.", meetings=_meetings(round(gain)))
        )
    return ReseatingAnswers(changed, shuffled, " ".join(sentences), round(gain))


def _by_structure(said: list[tuple[Part, str]]) -> list[str]:
    """What each structure has to say, said for which one where they differ."""
    spoken = [(part, sentence) for part, sentence in said if sentence]
    different = dict.fromkeys(sentence for _, sentence in spoken)
    return [f"{part.title}: {sentence}" for part, sentence in spoken] if len(different) > 1 else list(different)


@dataclass(frozen=True, slots=True)
class _Mending:
    """One structure, and its rounds that can still change."""

    session: Session
    part: Part
    rounds: list[int]
    past: tuple[Session, ...]

    def answer(
        self, seconds: float, clock: Callable[[], float]
    ) -> tuple[MendedPlan, tuple[RoundRooms, ...], tuple[RoundRooms, ...]]:
        """What mending found, and the rooms of either answer."""
        stays = planned_rounds(self.part) == 1 < self.part.rounds
        first = 1 if stays else self.rounds[0]
        before = self._seats(self.rounds[0]) if stays else None
        plan = (before,) if before is not None else tuple(map(self._seats, range(1, self.part.rounds + 1)))
        request = self._request(plan, first)
        found = mend(request, plan, first=first, seed=SEED, seconds=seconds, clock=clock)
        return found, self._rooms(found.plan.rounds, stays), self._rooms(found.reshuffled.rounds, stays)

    def _request(self, plan: Rounds, first: int) -> Request:
        """Those who left stay in the rounds they were part of."""
        asked = request_for(self.session, self.part, self.past)
        here = set(asked.people)
        gone = tuple(dict.fromkeys(p for rooms in plan[: first - 1] for p in sum(rooms, ()) if p not in here))
        absent = {**asked.absent, **{p: frozenset(range(first, asked.rounds + 1)) for p in gone}}
        for person in here:
            late = {n for n in range(1, first) if person not in sum(plan[n - 1], ())}
            if late:
                absent[person] = absent.get(person, frozenset()) | late
        people = here | set(gone)
        locked = {n: _only_people(rooms, people) for n, rooms in asked.locked.items() if first > n}
        return replace(
            asked, people=(*asked.people, *gone), absent=absent, locked=locked, locked_rooms={}, hosts=asked.hosts
        )

    def _seats(self, number: int) -> tuple[tuple[str, ...], ...]:
        own = (r for r in self.session.rooms if (r.part, r.round) == (self.part.id, number))
        by_number = {room.number: room.people for r in own for room in r.rooms}
        return tuple(by_number.get(n, ()) for n in range(1, max(by_number, default=0) + 1))

    def _rooms(self, plan: Rounds, stays: bool) -> tuple[RoundRooms, ...]:
        old = {r.round: r for r in self.session.rooms if r.part == self.part.id}
        made = []
        for number in range(1, self.part.rounds + 1):
            if number not in old:
                continue
            if number not in self.rounds:
                made.append(old[number])
                continue
            seats = plan[0] if stays else plan[number - 1]
            here = set(people_expected(self.session, (self.part.id, number)))
            was = {room.number: room for room in old[number].rooms}
            rooms = tuple(
                _with_people(was.get(place, Room(place, ())), tuple(p for p in people if p in here))
                for place, people in enumerate(seats, 1)
                if people
            )
            made.append(replace(old[number], rooms=rooms))
        full = with_roles(self.part, made, role_wishes(self.session, self.past))
        return tuple(new if new.round in self.rounds else old[new.round] for new in full)


def _only_people(rooms: tuple[tuple[str, ...], ...], people: set[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p for p in room if p in people) for room in rooms)


def _with_people(room: Room, people: tuple[str, ...]) -> Room:
    """The room with these people, in roles they had; a role whose holder is gone is free to be given."""
    for role in Role:
        if holder(room, role) not in people:
            room = give_role(room, role, "")
    return replace(room, people=people)


def _sentence(found: MendedPlan, before: Session, after: Session, word: str) -> str:
    names = {person.id: person.name for person in (*before.people, *after.people)}
    was = {person.id for person in before.present}
    came = [move for move in found.moves if move.old is None or move.name not in was]
    others = list(dict.fromkeys(move.name for move in found.moves if move not in came))
    said = []
    for person in dict.fromkeys(move.name for move in came):
        rooms = list(dict.fromkeys(move.new for move in came if move.name == person))
        who = names.get(person, tr("Someone"))
        said.append(tr("{person} goes to {room}.", person=who, room=way_name(word, rooms)))
    if others:
        listed = join_list(names.get(person, tr("Someone")) for person in others[:MOST_NAMED])
        if len(others) > MOST_NAMED:
            listed = tr("{people} and {count} more", people=listed, count=len(others) - MOST_NAMED)
        group = word.lower()
        said.append(
            tr_count(
                "{people} moves to another {group}.", "{people} move to another {group}.", len(others),
                people=listed, group=group,
            )
        )  # fmt: skip
    else:
        said.append(tr("Nobody else has to move.") if came else tr("Nobody has to move."))
    if found.dearer >= 1:
        said.append(tr("It costs {meetings}.", meetings=_meetings(round(found.dearer))))
    return " ".join(said)


def _places_taken(session: Session, before: Session, part: Part, rounds: list[int]) -> str:
    """Where those who came sit, in structures whose places follow from a rule; nobody else moves."""
    was, said = {person.id for person in before.present}, []
    if part.rooms is not None and part.rooms.arrangement is Arrangement.WHOLE_ROOM:
        return ""
    for person in session.present:
        here = [r for r in session.rooms if r.part == part.id and r.round in rounds]
        places = [room.number for r in here for room in r.rooms if person.id in room.people]
        if person.id not in was and places:
            said.append(
                tr(
                    "{person} goes to {room}.",
                    person=person.name,
                    room=way_name(word_of(part), list(dict.fromkeys(places))),
                )
            )
    return " ".join((*said, tr("Nobody else has to move.") if said else tr("Nobody has to move.")))


def _meetings(count: int) -> str:
    return tr_count("{count} meeting of people who have met", "{count} meetings of people who have met", count)


def with_person_joined(session: Session, person: Person, missed: RoundKey | None = None) -> Session:
    """The session with someone here, who only observes the round `missed`."""
    there = with_presence(with_people(session, (person,)), person.id, here=True)
    if missed is None:
        return there
    wish = Wish(WishKind.MISSES, (person.id,), missed[1], missed[0])
    return replace(there, wishes=there.wishes.with_wish(wish))
