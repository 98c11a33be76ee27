"""Who is in a session file, where do they sit, and what is wished for their rooms?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formats.language import tr
from formats.session.agenda import Agenda, Part
from formats.session.folding import fold
from formats.session.online import OnlineSeating
from formats.session.people import Person
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.session import Room, RoundRooms
from formats.session.wording import join_or, quoted
from formats.structures.fields import short_value
from formats.structures.script_faults import ScriptError, closest
from formats.structures.script_file import WrittenRooms, WrittenSession


@dataclass(frozen=True, slots=True)
class PeopleReader:
    """Finds the people that one file names; `everyone` is on its list, `present` are those who are here."""

    name: str
    file: WrittenSession
    everyone: tuple[Person, ...]
    away: frozenset[str]

    @property
    def present(self) -> tuple[Person, ...]:
        """Those who are here."""
        return tuple(person for person in self.everyone if person.id not in self.away)

    def error(self, what: str) -> ScriptError:
        """What is wrong with the file, as an error."""
        return ScriptError(f"{self.name}: {what}.")

    def ids(self, names: Iterable[str], where: str) -> tuple[str, ...]:
        """The ids of people by name. Raises ScriptError for a name that nobody has."""
        by_name = {fold(person.name): person.id for person in self.everyone}
        return tuple(self._id(name, by_name, where) for name in names)

    def presenters(self) -> dict[int, str]:
        """Who presents in which room of the first round, by room number. Raises ScriptError."""
        here = {fold(person.name): person.id for person in self.present}
        chosen = {}
        for room, name in self.file.presenters.items():
            if fold(name) not in here:
                raise self.error(
                    tr("{name} presents in {room}, but is not among the people who are here", name=name, room=room)
                )
            chosen[self.number(room)] = here[fold(name)]
        return chosen

    def number(self, room: str) -> int:
        """The number of “Room 2”. Raises ScriptError where it has none."""
        digits = "".join(sign for sign in room if sign.isdecimal())
        if not digits or not 1 <= int(digits[:4]) <= 999:
            raise self.error(
                tr("“{value}” is no room; write “Room 1”, “Room 2” and so on", value=short_value(room))
            )
        return int(digits)

    def wishes(self, agenda: Agenda) -> RoomWishes:
        """All that the file wishes for its rooms. Raises ScriptError."""
        file = self.file
        made = RoomWishes(spread=file.spread, online=self._online_rooms())
        for kind, groups in ((WishKind.APART, file.apart), (WishKind.TOGETHER, file.together)):
            for names in groups:
                made = made.with_wish(Wish(kind, self._group(names, kind.value)))
        for name, room in file.stays.items():
            wish = Wish(WishKind.STAYS, self.ids((name,), "“stays”"), self.number(room))
            made = made.with_wish(wish)
        for name, rounds in file.misses.items():
            for wish in self._missed(name, rounds, agenda):
                made = made.with_wish(wish)
        for kind, by_role in ((WishKind.OFFERS, file.offers), (WishKind.DECLINES, file.declines)):
            for role, names in by_role.items():
                for person in self.ids(names, quoted(kind.value)):
                    made = made.with_wish(Wish(kind, (person,), role=self._role(role, kind.value)))
        return made

    def rooms(self, agenda: Agenda) -> tuple[RoundRooms, ...]:
        """The rooms that the file says, which the plan for the others keeps. Raises ScriptError."""
        return tuple(self._rooms(number, one, agenda) for number, one in enumerate(self.file.rooms, 1))

    def _id(self, name: str, by_name: Mapping[str, str], where: str) -> str:
        if fold(name) not in by_name:
            near = closest(fold(name), [*by_name])
            meant = next((person.name for person in self.everyone if fold(person.name) == near), "")
            advice = (
                tr("{meant} may be meant", meant=meant) if meant else tr("write the name as it is on the list")
            )
            raise self.error(
                tr(
                    "{where} names “{value}”, who is not on the list; {advice}",
                    where=where,
                    value=short_value(name),
                    advice=advice,
                )
            )
        return by_name[fold(name)]

    def _group(self, names: list[str], key: str) -> tuple[str, ...]:
        ids = tuple(dict.fromkeys(self.ids(names, quoted(key))))
        if len(ids) < 2:
            raise self.error(tr("a group of “{key}” has fewer than two people; name at least two", key=key))
        return ids

    def _missed(self, name: str, rounds: list[int], agenda: Agenda) -> list[Wish]:
        part = self._part("", agenda)
        if wrong := next((number for number in rounds if not 1 <= number <= part.rounds), None):
            raise self.error(
                tr(
                    "“misses” has round {wrong} for {name}; {part} has {rounds}",
                    wrong=wrong,
                    name=name,
                    part=part.title,
                    rounds=part.rounds,
                )
            )
        person = self.ids((name,), "“misses”")
        return [Wish(WishKind.MISSES, person, number, part.id) for number in rounds]

    def _role(self, role: str, key: str) -> Role:
        if role not in list(Role):
            raise self.error(
                tr(
                    "“{key}” has the role “{value}”; use {choices}",
                    key=key,
                    value=short_value(role),
                    choices=join_or(Role),
                )
            )
        return Role(role)

    def _online_rooms(self) -> OnlineSeating:
        wanted = self.file.online_rooms or OnlineSeating.ANY
        if wanted not in list(OnlineSeating):
            raise self.error(
                tr(
                    "“online_rooms” is “{value}”; use {choices}",
                    value=short_value(wanted),
                    choices=join_or(OnlineSeating),
                )
            )
        return OnlineSeating(wanted)

    def _part(self, part_id: str, agenda: Agenda) -> Part:
        """The structure with this id, or the first."""
        ids = [part.id for part in agenda.structures]
        found = next((part for part in agenda.structures if part.id == (part_id or part.id)), None)
        if found is None:
            said = tr("use {choices}", choices=join_or(ids)) if ids else tr("there is no structure in the plan")
            raise self.error(tr("there is no part “{value}”; {said}", value=short_value(part_id), said=said))
        return found

    def _rooms(self, number: int, written: WrittenRooms, agenda: Agenda) -> RoundRooms:
        where, part = tr("entry {number} of “rooms”", number=number), self._part(written.part, agenda)
        if not 1 <= written.round <= part.rounds:
            raise self.error(
                tr(
                    "“round” of {where} is {round}; {part} has 1 to {rounds}",
                    where=where,
                    round=written.round,
                    part=part.title,
                    rounds=part.rounds,
                )
            )
        rooms = tuple(Room(n, self.ids(names, where)) for n, names in enumerate(written.rooms, 1))
        seated = [person for room in rooms for person in room.people]
        for person in self.everyone:
            times = seated.count(person.id)
            if times > 1 or (not times and person.id not in self.away):
                said = tr("is in two rooms") if times else tr("has no room")
                raise self.error(
                    tr(
                        "in {where}, {person} {said}; put everyone in one room",
                        where=where,
                        person=person.name,
                        said=said,
                    )
                )
        return RoundRooms(part.id, written.round, rooms, locked=True)
