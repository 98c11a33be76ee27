"""Who is in which room, and does what there, as paper says it?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from formats.exports.passages import one_line
from formats.exports.wording import begun_large
from formats.language import Message, tr
from formats.session.agenda import Arrangement, Part
from formats.session.group_words import PAIR
from formats.session.seating.groups import group_name, is_middle, pairs_within, rooms_apart, word_of
from formats.session.seating.roles import roles_in_words
from formats.session.session import Room, RoundRooms, Session
from formats.session.wording import join_and, join_then, range_words

# Paper is for the people in the room: everybody is named in full.

MOST_IN_A_TEAM = 3
# For translators: what somebody does for their room, beside their name.
DOES = {
    "presenter": Message("presents"),
    "note-taker": Message("takes notes"),
    "timekeeper": Message("keeps time"),
    "host": Message("hosts"),
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """Rounds of one structure in which everybody stays in their room; there is one at least."""

    part: Part
    rounds: tuple[RoundRooms, ...]

    @property
    def numbers(self) -> str:
        """Which rounds: “rounds 1 to 3”."""
        first, last = self.rounds[0].round, self.rounds[-1].round
        if first == last:
            return tr("round {number}", number=first)
        return tr("rounds {numbers}", numbers=range_words(first, last))

    @property
    def title(self) -> str:
        """Which rounds of what: “Troika Consulting, rounds 1 to 3”; one that has no rounds is only named."""
        title = one_line(self.part.title)
        if self.part.rounds < 2:
            return title
        return tr("{structure}, {rounds}", structure=title, rounds=self.numbers)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms as they are in the first of the rounds."""
        return self.rounds[0].rooms


def sittings_of(session: Session) -> tuple[Sitting, ...]:
    """All rounds in which people are in several places, those together in which nobody changes."""
    made = []
    for (part_id, _), rounds in groupby(rooms_apart(session), key=_who_is_where):
        part = session.agenda.part(part_id)
        if part is not None:
            made.append(Sitting(part, tuple(rounds)))
    return tuple(made)


def names_on_paper(session: Session) -> Mapping[str, str]:
    """Everybody by name, with a word beside those who join online."""
    online = session.online
    names = {person.id: one_line(person.name) for person in session.people}
    # For translators: beside the name of somebody who joins online.
    return {one: tr("{person} (online)", person=name) if one in online else name for one, name in names.items()}


def room_on_paper(sitting: Sitting, room: Room, names: Mapping[str, str]) -> dict[str, object]:
    """A room with its people and what they do, its pairs where there are any, and who takes turns over rounds."""
    part = sitting.part
    rounds = [next(r for r in one.rooms if r.number == room.number) for one in sitting.rounds]
    roles = [_roles(part, one) for one in rounds]
    stay = {person: role for person, role in roles[0].items() if all(one.get(person) == role for one in roles)}

    def named(people: Sequence[str]) -> list[dict[str, str]]:
        return [{"name": names[one], "role": stay.get(one, "")} for one in people if one in names]

    pairs = pairs_within(part, sitting.rooms).get(room.number, ())
    return {
        "name": group_name(word_of(part), room),
        "people": named(room.people),
        "pairs": [{"name": group_name(PAIR, pair), "people": named(pair.people)} for pair in pairs],
        "turns": list(_turns(part, rounds, stay, names)),
    }


def seat_on_paper(part: Part, number: int, teams: str = "") -> str:
    """What a card says to the people of one room of how they are arranged; "" where that is plain."""
    match part.rooms.arrangement if part.rooms else Arrangement.ROOMS:
        case Arrangement.INNER_CIRCLE:
            if is_middle(part, number):
                return tr("You sit in the middle.")
            return tr("You sit in a circle around the middle.")
        case Arrangement.STATIONS:
            return tr("Whoever presents stays here. The groups come one after the other.")
        case Arrangement.HOSTED_TABLES:
            return tr("The host stays at this table. Everyone else moves on after each round.")
        case Arrangement.TEAMS:
            return tr("You are a team: {teams}.", teams=teams) if teams else tr("You are one team.")
        case Arrangement.NESTED:
            return tr("First in pairs, then all of you together.") if _has_pairs(part) else ""
        case _:
            return ""


def team_name(session: Session, room: Room) -> str:
    """The organisations of the people in a room, at most three; "" where nobody has one."""
    people = (session.person(person) for person in room.people)
    found = list(dict.fromkeys(one_line(one.organisation) for one in people if one and one.organisation))
    return join_and(found) if len(found) <= MOST_IN_A_TEAM else ""


def _who_is_where(one: RoundRooms) -> tuple[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    return one.part, tuple((room.number, tuple(sorted(room.people))) for room in one.rooms)


def _has_pairs(part: Part) -> bool:
    return any(stage.grouping == "pairs" for stage in part.stages)


def _roles(part: Part, room: Room) -> dict[str, str]:
    """What each person does beside what everyone does, by the structure's words."""
    found: dict[str, list[str]] = {}
    everyone = part.rooms.others if part.rooms else ""
    for role, people in roles_in_words(part, room).items():
        if role == everyone or role == group_name(word_of(part), room).lower():
            continue
        for person in people:
            found.setdefault(person, []).append(str(DOES.get(role, role)))
    return {person: join_and(does) for person, does in found.items()}


def _turns(part: Part, rounds: Sequence[Room], stay: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Who has each role that goes round, in the order of the rounds: “client: Jo, then Kim”."""
    if len(rounds) == 1:
        return
    by_role: dict[str, list[str]] = {}
    for room in rounds:
        for person, role in _roles(part, room).items():
            if person not in stay and person in names:
                by_role.setdefault(role, []).append(names[person])
    for role, people in by_role.items():
        # For translators: who has a role in one round after the other: "Client: Jo, then Kim".
        yield tr("{role}: {people}", role=begun_large(role), people=join_then(people))
