"""What can be done by hand with the rooms on the table: who goes where, has which role, and what stays?"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_history import EditHistory
from desktop.live.move_objections import move_objections
from desktop.live.runner import SessionRunner
from desktop.live.running_session import open_rounds, running_session
from formats.language import Message, tr
from formats.session.agenda import Agenda, Part
from formats.session.events import Edit
from formats.session.group_words import STATION
from formats.session.room_wishes import Role
from formats.session.seating import people_changes as change
from formats.session.seating.groups import group_name, word_of
from formats.session.seating.people_changes import RoundKey
from formats.session.seating.roles import holder
from formats.session.seating.station_changes import group_at, stations_in, with_person_in_group
from formats.session.session import Session

IS_TO = {
    Role.PRESENTER: Message("{person} is to present."),
    Role.NOTE_TAKER: Message("{person} is to take notes."),
    Role.TIMEKEEPER: Message("{person} is to keep time."),
    Role.HOST: Message("{person} is to host a table."),
}
NO_MORE = {
    Role.PRESENTER: Message("{person} is not asked to present any more."),
    Role.NOTE_TAKER: Message("{person} is not asked to take notes any more."),
    Role.TIMEKEEPER: Message("{person} is not asked to keep time any more."),
    Role.HOST: Message("{person} is not asked to host a table any more."),
}


class RoomEditor:
    """Moves people, gives roles and locks rooms; what it does goes through the history."""

    def __init__(self, runner: SessionRunner, earlier: EarlierSessions, history: EditHistory) -> None:
        self._runner, self._earlier, self._history = runner, earlier, history

    def objections(self, key: RoundKey, person: str, room: int, *, count_repeats: bool = True) -> str:
        """What would stand against someone going to a room, in sentences; empty when nothing does."""
        session = running_session(self._runner)
        if session is None:
            return ""
        past = self._earlier.sessions
        return move_objections(session, past, key, person, room, count_repeats=count_repeats)

    def move(self, key: RoundKey, person: str, room: int) -> None:
        """Moves someone to another room, in every round to come in which the rooms are the same."""
        session = running_session(self._runner)
        if session is None:
            return
        part = session.agenda.part(key[0])
        if part is not None and word_of(part) == STATION:
            self._move_to_group(session, part, key, person, room)
            return
        where = group_name(word_of(part), room)
        now = tr("{person} is in {room} now.", person=_name(session, person), room=where)
        said = f"{now} {self.objections(key, person, room)}".strip()
        keys = self._rounds_that_stay_together(key)
        self._history.do(Edit.ROOMS, partial(_with_person_moved, keys, person, room), said)

    def _move_to_group(self, session: Session, part: Part, key: RoundKey, person: str, station: int) -> None:
        """Has someone walk with the group that is at a station in a round: from then on, or all the way."""
        ahead, first = open_rounds(self._runner), key[1] if session.begun else 1
        rounds = [n for n in range(first, part.rounds + 1) if (part.id, n) in ahead]
        group = group_at(station, key[1], stations_in(session, part))
        walked, taken = with_person_in_group(session, part, rounds, person, group, self._earlier.sessions)
        there = tr(
            "{person} is at {station} now and walks on with the group there.",
            person=_name(session, person),
            station=group_name(STATION, station),
        )
        said = f"{there} {taken}".strip()
        self._history.do(Edit.ROOMS, lambda amended: amended.with_rooms(walked), said)

    def take_role(self, key: RoundKey, person: str, role: Role) -> None:
        """Gives someone a role in their room for this round, or takes it back."""
        session = self._runner.session
        if session is None:
            return
        rooms = next((r.rooms for r in session.rooms if (r.part, r.round) == key), ())
        had = any(holder(room, role) == person for room in rooms)
        said = (NO_MORE if had else IS_TO)[role].filled(person=_name(session, person))
        self._history.do(Edit.ROLE, lambda amended: change.with_role_taken(amended, key, person, role), said)

    def lock_room(self, key: RoundKey, number: int) -> None:
        """Keeps a room as it is when the others are planned, or lets it go again."""
        self._history.do(Edit.LOCK, lambda session: change.with_room_locked(session, key, number))

    def lock_round(self, key: RoundKey, *, on: bool) -> None:
        """Locks a round as it is, or opens it."""
        keys = self._rounds_that_stay_together(key)
        self._history.do(Edit.LOCK, lambda session: change.with_rounds_locked(session, keys, on=on))

    def resize(self, part: Part, change_size: Callable[[Agenda], Agenda]) -> None:
        """Changes how many sit in the rooms of a structure; taken back with who sat where."""
        before = self._runner.session
        if before is not None:
            undone = partial(_with_part_undone, before, part)
            self._history.do(Edit.ROOMS, partial(_with_agenda, change_size), undo=undone)

    def _rounds_that_stay_together(self, key: RoundKey) -> tuple[RoundKey, ...]:
        """The round, or it and all rounds to come where people stay together."""
        session = running_session(self._runner)
        part = session.agenda.part(key[0]) if session else None
        if part is None or part.rooms is None or part.rooms.remixed or word_of(part) == STATION:
            return (key,)
        ahead = open_rounds(self._runner)
        return tuple((part.id, n) for n in range(1, part.rounds + 1) if (part.id, n) in ahead) or (key,)


def _with_person_moved(keys: tuple[RoundKey, ...], person: str, room: int, session: Session) -> Session:
    for key in keys:
        session = change.with_person_moved(session, key, person, room)
    return session


def _with_agenda(change_agenda: Callable[[Agenda], Agenda], session: Session) -> Session:
    return replace(session, agenda=change_agenda(session.agenda))


def _with_part_undone(before: Session, part: Part, session: Session) -> Session:
    """A structure as it was; where it was taken out meanwhile it stays out."""
    known = session.agenda.part(part.id) is not None
    agenda = session.agenda.with_part(part) if known else session.agenda
    return replace(session, agenda=agenda, rooms=before.rooms)


def _name(session: Session, person: str) -> str:
    found = session.person(person)
    return found.name if found else tr("Someone")
