"""What can be done by hand with the rooms on the table? Each wish is checked, and all can be undone."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.runner import SessionRunner
from desktop.wording import counted_noun
from formats.session.agenda import Part
from formats.session.people import Person
from formats.session.room_wishes import DOES, Role, Wish, with_names
from formats.session.rooms import Rounds, check_move, cost_of_move
from formats.session.seating import people_changes as change
from formats.session.seating.groups import word_of
from formats.session.seating.people_changes import RoundKey
from formats.session.seating.request import planned_rounds, request_for
from formats.session.seating.reseating import ReseatingAnswers, reseat
from formats.session.seating.roles import holder
from formats.session.seating.station_changes import group_at, stations_in, with_person_in_group
from formats.session.session import RoundRooms, Session

MOST_UNDONE = 50
Edit = Callable[[Session], Session]
SECONDS = 0.2
"""For mending the rooms after a wish; what a reshuffle would gain is not asked for here."""


class RoomEditor(QObject):
    """Moves people, gives roles, locks rooms, keeps wishes; says what it did, and takes it back when asked."""

    message = Signal(str)
    """What was done, and which wish it breaks."""

    def __init__(self, runner: SessionRunner, earlier: EarlierSessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self.earlier = runner, earlier
        self._undo_stack: list[Edit] = []
        self._pending: tuple[Edit, ...] = ()
        self._basis_of: dict[Background, object] = {}
        self._mending, self._people_mending = Background(self), Background(self)
        self._mending.finished.connect(self._apply_mended_rooms)
        self._people_mending.finished.connect(self._apply_people)
        runner.session_opened.connect(self._forget)

    @property
    def session(self) -> Session | None:
        """The session with the agenda as it stands by now, rounds added while it ran included."""
        session, reading = self._runner.session, self._runner.reading
        return replace(session, agenda=reading.position.agenda) if session and reading else session

    @property
    def can_undo(self) -> bool:
        """Whether something was done that can be taken back."""
        return bool(self._undo_stack)

    def check(self, key: RoundKey, person: str, room: int, *, cost: bool = True) -> str:
        """What would stand against someone going to a room, in sentences; empty when nothing does.

        With `cost` it says how many would meet again, which takes a while with 200 people.
        """
        asked = self._find_round(key)
        if asked is None:
            return ""
        session, part, rounds, number = asked
        request = request_for(session, part, self.earlier.sessions)
        request = replace(request, locked={n: old for n, old in request.locked.items() if n != number})
        try:
            against = check_move(request, rounds, number, person, room)
            dearer = cost_of_move(request, rounds, number, person, room) if cost else 0.0
        except (ValueError, KeyError):
            return ""
        sentences = [with_names(sentence, session.people) for sentence in against]
        if dearer >= 1:
            sentences.append(
                f"{counted_noun(round(dearer), 'more meeting', 'more meetings')} of people who have met."
            )
        return " ".join(sentences)

    def move(self, key: RoundKey, person: str, room: int) -> None:
        """Moves someone to another room, in every round to come in which the rooms are the same."""
        session = self.session
        part = session.agenda.part(key[0]) if session else None
        if part is not None and part.rooms is not None and part.rooms.stations:
            self._move_to_group(part, key, person, room)
            return
        against, name = self.check(key, person, room), self._name(person)
        keys = self._rounds_that_stay_together(key)

        def moved(session: Session) -> Session:
            for one in keys:
                session = change.with_person_moved(session, one, person, room)
            return session

        self._do(f"{name} is in {word_of(part)} {room} now. {against}".strip(), moved)

    def _move_to_group(self, part: Part, key: RoundKey, person: str, station: int) -> None:
        """Has someone walk with the group that is at a station in a round: from then on, or all the way."""
        session, reading = self.session, self._runner.reading
        if session is None or reading is None:
            return
        ahead = change.rounds_to_come(reading.position.agenda, reading.position.current)
        first = key[1] if session.begun else 1
        rounds = [n for n in range(first, part.rounds + 1) if (part.id, n) in ahead]
        group = group_at(station, key[1], stations_in(session, part))
        walked, taken = with_person_in_group(session, part, rounds, person, group, self.earlier.sessions)
        said = f"{self._name(person)} is at Station {station} now and walks on with the group there. {taken}"
        self._do(said.strip(), lambda amended: amended.with_rooms(walked))

    def take_role(self, key: RoundKey, person: str, role: Role) -> None:
        """Gives someone a role in their room for this round, or takes it back."""
        session = self._runner.session
        rooms = next((r.rooms for r in session.rooms if (r.part, r.round) == key), ()) if session else ()
        had = any(holder(room, role) == person for room in rooms)
        name, does = self._name(person), DOES[role]
        said = f"{name} is not asked to {does} any more." if had else f"{name} is to {does}."
        self._do(said, lambda s: change.with_role_taken(s, key, person, role))

    def lock_room(self, key: RoundKey, number: int) -> None:
        """Keeps a room as it is when the others are planned, or lets it go again."""
        self._do("", lambda session: change.with_room_locked(session, key, number))

    def lock_round(self, key: RoundKey, *, on: bool) -> None:
        """Locks a round as it is, or opens it."""
        keys = self._rounds_that_stay_together(key)
        self._do("", lambda session: change.with_rounds_locked(session, keys, on=on))

    def wish(self, wish: Wish) -> None:
        """Keeps a wish; the rooms are planned anew for it, or mended once the session runs."""
        self._amend_wishes(wish, keep=True)
        if self._runner.live:
            self._mend(self._mending)

    def _apply_mended_rooms(self, found: ReseatingAnswers) -> None:
        """The rooms as the new wish wants them; undo takes back both."""
        if self._basis() != self._basis_of[self._mending]:
            self._mend(self._mending)
            return
        self._runner.amend(partial(_with_rooms_of, found.session))
        self.message.emit(found.sentence)

    def change_people(self, edit: Edit) -> None:
        """Has people come or go while the session runs: the rooms to come are mended, with the fewest moves."""
        self._pending = (*self._pending, edit)
        self._mend(self._people_mending)

    def change_details(self, person: Person) -> None:
        """Keeps another name, organisation, role or remark of someone."""
        before = self._runner.session.person(person.id) if self._runner.session else None
        if before is not None:
            renamed = f"{before.name} is called {person.name} now."
            said = renamed if before.name != person.name else f"{person.name} is changed on the list."
            self._do(said, partial(_with_details_of, person), partial(_with_details_of, before))

    def _mend(self, work: Background) -> None:
        """Looks for the fewest moves, off the UI thread, with the people who are about to come or go."""
        session, reading = self.session, self._runner.reading
        if session is None or reading is None:
            return
        changed = session
        for edit in self._pending if work is self._people_mending else ():
            changed = edit(changed)
        ahead = change.rounds_to_come(reading.position.agenda, reading.position.current)
        past = self.earlier.sessions
        self._basis_of[work] = self._basis()
        work.ask(partial(reseat, changed, session, ahead, past=past, seconds=SECONDS, clock=time.monotonic))

    def _basis(self) -> object:
        """What an answer rests on: once it has changed, taking the answer would undo the change."""
        session, reading = self._runner.session, self._runner.reading
        if session is None or reading is None:
            return None
        ahead = change.rounds_to_come(reading.position.agenda, reading.position.current)
        return session.people, session.away, session.wishes, session.rooms, ahead

    def _apply_people(self, found: ReseatingAnswers) -> None:
        if self._basis() != self._basis_of[self._people_mending]:
            self._mend(self._people_mending)
            return
        self._pending = ()
        self.apply_seating(found.session, found.sentence or "There are no rooms to come, so nobody has to move.")

    def drop_wish(self, wish: Wish) -> None:
        """Forgets a wish."""
        self._amend_wishes(wish, keep=False)

    def apply_seating(self, changed: Session, said: str) -> None:
        """Takes over who is here and where they sit, as it was worked out elsewhere."""
        self._do(said, partial(_with_seats_of, changed))

    def undo(self) -> None:
        """Takes back the last thing done by hand: rooms and wishes are as they were before it."""
        if self._undo_stack:
            self._runner.amend(self._undo_stack.pop())
            self.message.emit("")

    def _amend_wishes(self, wish: Wish, *, keep: bool) -> None:
        def amended(session: Session) -> Session:
            wishes = session.wishes.with_wish(wish) if keep else session.wishes.without_wish(wish)
            return replace(session, wishes=wishes)

        self._do("", amended)

    def _do(self, said: str, edit: Edit, undo: Edit | None = None) -> None:
        before = self._runner.session
        if before is None:
            return
        self._undo_stack = [*self._undo_stack[-MOST_UNDONE:], undo or partial(_with_edit_undone, before)]
        self._runner.amend(edit)
        self.message.emit(said)

    def _find_round(self, key: RoundKey) -> tuple[Session, Part, Rounds, int] | None:
        """The session, the part, its rooms in all rounds that are planned, and which of them is meant."""
        session = self.session
        part = session.agenda.part(key[0]) if session else None
        if session is None or part is None or part.rooms is None:
            return None
        mine = {r.round: r for r in session.rooms if r.part == part.id}
        if key[1] not in mine:
            return None
        if planned_rounds(part) == 1 < part.rounds:
            return session, part, (_seats(mine[key[1]]),), 1
        numbers = range(1, part.rounds + 1)
        return session, part, tuple(_seats(mine[n]) if n in mine else () for n in numbers), key[1]

    def _rounds_that_stay_together(self, key: RoundKey) -> tuple[RoundKey, ...]:
        """The round, or it and all rounds to come where people stay together."""
        session, reading = self.session, self._runner.reading
        part = session.agenda.part(key[0]) if session else None
        if part is None or part.rooms is None or part.rooms.remixed or part.rooms.stations or reading is None:
            return (key,)
        ahead = change.rounds_to_come(reading.position.agenda, reading.position.current)
        return tuple((part.id, n) for n in range(1, part.rounds + 1) if (part.id, n) in ahead) or (key,)

    def _name(self, person: str) -> str:
        found = self._runner.session.person(person) if self._runner.session else None
        return found.name if found else "Someone"

    def _forget(self, _session: object = None) -> None:
        self._mending.forget()
        self._people_mending.forget()
        self._undo_stack, self._pending = [], ()


def _with_details_of(person: Person, session: Session) -> Session:
    known = session.person(person.id) is not None
    return change.with_people(session, (person,)) if known else session


def _with_rooms_of(changed: Session, session: Session) -> Session:
    return replace(session, rooms=changed.rooms)


def _with_seats_of(changed: Session, session: Session) -> Session:
    seats = replace(session, people=changed.people, away=changed.away, wishes=changed.wishes, rooms=changed.rooms)
    return change.with_lengths_for_people(seats)


def _with_edit_undone(before: Session, session: Session) -> Session:
    """What was done by hand is taken back; names that were mended meanwhile stay so."""
    known = {person.id for person in before.people}
    people = tuple(person for person in session.people if person.id in known)
    kept = {person.id for person in people}
    back = tuple(person for person in before.people if person.id not in kept)
    session = replace(session, people=people + back, away=before.away, wishes=before.wishes, rooms=before.rooms)
    return change.with_lengths_for_people(session)


def _seats(rounds: RoundRooms) -> tuple[tuple[str, ...], ...]:
    """Who sits in room 1, 2 and so on; a room that was closed is empty."""
    by_number = {room.number: room.people for room in rounds.rooms}
    return tuple(by_number.get(number, ()) for number in range(1, max(by_number, default=0) + 1))
