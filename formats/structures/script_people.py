"""Who is in a session file, where do they sit, and what is wished for their rooms?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formats.session.agenda import Agenda, Part
from formats.session.folding import fold
from formats.session.online import OnlineSeating
from formats.session.people import Person
from formats.session.room_wishes import Role, RoomWishes, Wish, WishKind
from formats.session.session import Room, RoundRooms
from formats.session.wording import join_or
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
                raise self.error(f"{name} presents in {room}, but is not among the people who are here")
            chosen[self.number(room)] = here[fold(name)]
        return chosen

    def number(self, room: str) -> int:
        """The number of “Room 2”. Raises ScriptError where it has none."""
        digits = "".join(sign for sign in room if sign.isdecimal())
        if not digits or not 1 <= int(digits[:4]) <= 999:
            raise self.error(f"“{short_value(room)}” is no room; write “Room 1”, “Room 2” and so on")
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
                for person in self.ids(names, f"“{kind.value}”"):
                    made = made.with_wish(Wish(kind, (person,), role=self._role(role, kind.value)))
        return made

    def rooms(self, agenda: Agenda) -> tuple[RoundRooms, ...]:
        """The rooms that the file says, which the plan for the others keeps. Raises ScriptError."""
        return tuple(self._rooms(number, one, agenda) for number, one in enumerate(self.file.rooms, 1))

    def _id(self, name: str, by_name: Mapping[str, str], where: str) -> str:
        if fold(name) not in by_name:
            near = closest(fold(name), [*by_name])
            meant = next((person.name for person in self.everyone if fold(person.name) == near), "")
            advice = f"{meant} may be meant" if meant else "write the name as it is on the list"
            raise self.error(f"{where} names “{short_value(name)}”, who is not on the list; {advice}")
        return by_name[fold(name)]

    def _group(self, names: list[str], key: str) -> tuple[str, ...]:
        ids = tuple(dict.fromkeys(self.ids(names, f"“{key}”")))
        if len(ids) < 2:
            raise self.error(f"a group of “{key}” has fewer than two people; name at least two")
        return ids

    def _missed(self, name: str, rounds: list[int], agenda: Agenda) -> list[Wish]:
        part = self._part("", agenda)
        if wrong := next((number for number in rounds if not 1 <= number <= part.rounds), None):
            raise self.error(f"“misses” has round {wrong} for {name}; {part.title} has {part.rounds}")
        person = self.ids((name,), "“misses”")
        return [Wish(WishKind.MISSES, person, number, part.id) for number in rounds]

    def _role(self, role: str, key: str) -> Role:
        if role not in list(Role):
            raise self.error(f"“{key}” has the role “{short_value(role)}”; use {join_or(Role)}")
        return Role(role)

    def _online_rooms(self) -> OnlineSeating:
        wanted = self.file.online_rooms or OnlineSeating.ANY
        if wanted not in list(OnlineSeating):
            raise self.error(f"“online_rooms” is “{short_value(wanted)}”; use {join_or(OnlineSeating)}")
        return OnlineSeating(wanted)

    def _part(self, part_id: str, agenda: Agenda) -> Part:
        """The structure with this id, or the first."""
        ids = [part.id for part in agenda.structures]
        found = next((part for part in agenda.structures if part.id == (part_id or part.id)), None)
        if found is None:
            said = f"use {join_or(ids)}" if ids else "there is no structure in the plan"
            raise self.error(f"there is no part “{short_value(part_id)}”; {said}")
        return found

    def _rooms(self, number: int, written: WrittenRooms, agenda: Agenda) -> RoundRooms:
        where, part = f"entry {number} of “rooms”", self._part(written.part, agenda)
        if not 1 <= written.round <= part.rounds:
            raise self.error(f"“round” of {where} is {written.round}; {part.title} has 1 to {part.rounds}")
        rooms = tuple(Room(n, self.ids(names, where)) for n, names in enumerate(written.rooms, 1))
        seated = [person for room in rooms for person in room.people]
        for person in self.everyone:
            times = seated.count(person.id)
            if times > 1 or (not times and person.id not in self.away):
                said = "is in two rooms" if times else "has no room"
                raise self.error(f"in {where}, {person.name} {said}; put everyone in one room")
        return RoundRooms(part.id, written.round, rooms, locked=True)
