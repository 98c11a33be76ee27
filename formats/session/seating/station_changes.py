"""Somebody comes, leaves or changes groups while groups walk from station to station: who walks where now?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from formats.language import tr
from formats.session.agenda import Part
from formats.session.group_words import STATION
from formats.session.room_wishes import Role
from formats.session.seating.groups import group_name, way_name
from formats.session.seating.people_changes import people_expected
from formats.session.seating.role_rotation import waiting_order
from formats.session.seating.roles import role_wishes, with_roles
from formats.session.session import Room, RoundRooms, Session

FEWEST_WALKING = 2
"""A visitor left without company joins another group."""


def mend_stations(
    session: Session, part: Part, rounds: Sequence[int], past: tuple[Session, ...] = ()
) -> tuple[tuple[RoundRooms, ...], str]:
    """These rounds for the people who are here by now, and a sentence: groups stay groups on all their way."""
    was = _StationWalk.of(session, part, rounds)
    walk, said = was.without_leavers(session, past)
    walk, joins = walk.with_newcomers(session)
    return walk.rooms(session, past), " ".join((*said, *joins)) or tr("Nobody has to move.")


def with_person_in_group(
    session: Session, part: Part, rounds: Sequence[int], person: str, group: int, past: tuple[Session, ...] = ()
) -> tuple[tuple[RoundRooms, ...], str]:
    """These rounds with someone in another group, and what that means for the station they leave, if any."""
    walk = _StationWalk.of(session, part, rounds)
    left = [station for station, host in walk.hosts.items() if host == person]
    hosts = {station: host for station, host in walk.hosts.items() if host != person}
    walk = replace(walk, hosts=hosts, groups={**walk.groups, person: group})
    said: list[str] = []
    for station in left:
        walk, sentence = walk.hand_over_station(session, station, person, past)
        said.append(sentence)
    return tuple(replace(one, locked=True) for one in walk.rooms(session, past)), " ".join(said)


def group_at(station: int, number: int, stations: int) -> int:
    """Which group is at a station in a round; groups go on to the next station, and from the last to the first."""
    return (station - number) % stations


def station_of(group: int, number: int, stations: int) -> int:
    """Where a group is in a round."""
    return (group + number - 1) % stations + 1


def stations_in(session: Session, part: Part) -> int:
    """How many stations there are."""
    own = (one for one in session.rooms if one.part == part.id)
    return max((room.number for one in own for room in one.rooms), default=0)


@dataclass(frozen=True, slots=True)
class _StationWalk:
    """Who shows something at which station, and who walks in which group, in the rounds that can still change."""

    part: Part
    rounds: tuple[int, ...]
    stations: int
    hosts: Mapping[int, str]
    groups: Mapping[str, int]

    @classmethod
    def of(cls, session: Session, part: Part, rounds: Sequence[int]) -> "_StationWalk":
        """As it is in the rooms; someone who changed groups on the way counts where they are first.

        A host who misses a round has somebody stand in, so whoever presents most often is the host.
        """
        count = stations_in(session, part)
        open_rounds = [one for one in session.rooms if one.part == part.id and one.round in rounds]
        presents: defaultdict[int, Counter[str]] = defaultdict(Counter)
        groups: dict[str, int] = {}
        for number, room in ((one.round, room) for one in open_rounds for room in one.rooms):
            presents[room.number][room.presenter] += bool(room.presenter)
            for person in room.people:
                groups.setdefault(person, group_at(room.number, number, count))
        most = {station: max(found, key=found.__getitem__) for station, found in presents.items()}
        hosts = {station: host for station, host in most.items() if host}
        return cls(part, tuple(rounds), count, hosts, {p: g for p, g in groups.items() if p not in hosts.values()})

    def without_leavers(self, session: Session, past: tuple[Session, ...]) -> tuple["_StationWalk", list[str]]:
        """Someone takes over the station of whoever left, and nobody walks alone."""
        here = self._here(session)
        gone = {station: host for station, host in self.hosts.items() if host not in here}
        walk = replace(
            self,
            hosts={station: host for station, host in self.hosts.items() if station not in gone},
            groups={person: group for person, group in self.groups.items() if person in here},
        )
        said = []
        for station, host in gone.items():
            walk, sentence = walk.hand_over_station(session, station, host, past)
            said.append(sentence)
        for person, group in walk.groups.items():
            others = {other for other in walk.groups.values() if other != group}
            if len(walk.members(group)) < FEWEST_WALKING and len(self.members(group)) >= FEWEST_WALKING and others:
                joined = walk.smallest(others)
                walk = replace(walk, groups={**walk.groups, person: joined})
                said.append(
                    tr(
                        "{name} would be left alone and {goes_to}.",
                        name=_name(session, person),
                        goes_to=walk.goes_to(joined),
                    )
                )
        return walk, said

    def with_newcomers(self, session: Session) -> tuple["_StationWalk", list[str]]:
        """Whoever has no group yet walks with the smallest."""
        walk, said = self, []
        known = {*self.groups, *self.hosts.values()}
        for person in (one for one in self._here(session) if one not in known):
            group = walk.smallest(set(walk.groups.values()) or {0})
            walk = replace(walk, groups={**walk.groups, person: group})
            said.append(f"{_name(session, person)} {walk.goes_to(group)}.")
        return walk, [*said, tr("Nobody else has to move.")] if said else said

    def hand_over_station(
        self, session: Session, station: int, left: str, past: tuple[Session, ...]
    ) -> tuple["_StationWalk", str]:
        """The station with another host, out of a group that can spare one; closed where nobody is willing."""
        least = self.part.rooms.minimum if self.part.rooms else 1
        visitors = [person for person in self.groups if person != left]
        willing = waiting_order(visitors, Role.PRESENTER, role_wishes(session, past))
        chosen = min(willing, key=lambda one: len(self.members(self.groups[one])) <= least, default="")
        if not chosen:
            return self, tr("Nobody shows something at {station} any more.", station=group_name(STATION, station))
        groups = {person: group for person, group in self.groups.items() if person != chosen}
        said = tr(
            "{name} takes over {station} from {other}.",
            name=_name(session, chosen),
            station=group_name(STATION, station),
            other=_name(session, left),
        )
        return replace(self, hosts={**self.hosts, station: chosen}, groups=groups), said

    def members(self, group: int) -> list[str]:
        """Who walks in a group."""
        return [person for person, own in self.groups.items() if own == group]

    def smallest(self, among: Iterable[int]) -> int:
        """The group with the fewest people."""
        return min(sorted(among), key=lambda group: len(self.members(group)))

    def goes_to(self, group: int) -> str:
        """Where a group goes, in words."""
        way = [station_of(group, number, self.stations) for number in self.rounds]
        return tr("goes to {way}", way=way_name(STATION, way))

    def rooms(self, session: Session, past: tuple[Session, ...]) -> tuple[RoundRooms, ...]:
        """The rounds that can still change."""
        mine = [one for one in session.rooms if one.part == self.part.id]
        made = [self._round(session, one) if one.round in self.rounds else one for one in mine]
        full = with_roles(self.part, made, role_wishes(session, past))
        return tuple(one for one in full if one.round in self.rounds)

    def _round(self, session: Session, old: RoundRooms) -> RoundRooms:
        here = set(people_expected(session, (old.part, old.round)))
        before = {room.number: room for room in old.rooms}
        rooms = []
        for station in range(1, self.stations + 1):
            host = self.hosts.get(station, "")
            there = (host, *self.members(group_at(station, old.round, self.stations)))
            people = tuple(person for person in there if person in here)
            kept = before.get(station, Room(station, ()))
            if people:
                rooms.append(replace(kept, people=people, presenter=host if host in here else ""))
        return replace(old, rooms=tuple(rooms))

    def _here(self, session: Session) -> list[str]:
        """Who is here in any of the rounds."""
        keys = [(self.part.id, number) for number in self.rounds]
        return list(dict.fromkeys(person for key in keys for person in people_expected(session, key)))


def _name(session: Session, person: str) -> str:
    found = session.person(person)
    return found.name if found else tr("Someone")
