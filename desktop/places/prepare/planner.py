"""Plans the rooms of the session on the table, off the UI thread, whenever its plan asks for it."""

import time
from dataclasses import replace
from functools import partial
from math import inf

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.background import Background
from desktop.places.prepare.people_changes import RoundKey, rounds_to_come, seated
from desktop.places.prepare.room_quality import Quality, judged
from desktop.places.prepare.sentences import named
from desktop.runner import SessionRunner
from formats.library.shelf import Shelf
from formats.session.agenda import Part
from formats.session.seating import SEED, Seating, seat
from formats.session.session import RoundRooms, Session

FIRST_LOOK, BETTER_LOOK = 0.15, 2.0
"""Seconds of search for the first plan on screen, and for the better one that follows it."""


class Stopwatch:
    """A clock for a search; once stopped it says that all time is over, from any thread."""

    def __init__(self) -> None:
        self._stopped = False

    def __call__(self) -> float:
        """Rising seconds."""
        return inf if self._stopped else time.monotonic()

    def stop(self) -> None:
        """Makes the search that reads this clock end at its next look."""
        self._stopped = True


class RoomPlanner(QObject):
    """Keeps the rooms in step with people, rounds and sizes; leaves locked and past rounds as they are."""

    told = Signal()
    """The sentence, the quality or the wait for a plan has changed."""

    def __init__(self, runner: SessionRunner, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._shelf = runner, shelf
        self._search, self._judge = Background(self), Background(self)
        self._wish: object = None
        self._seed, self._better, self._cost = SEED, False, 0.0
        self._past: tuple[Session, ...] = ()
        self._past_of: object = None
        self.sentence = ""
        self.quality: dict[str, Quality] = {}
        self.can_mix = False
        self._watch = Stopwatch()
        self._search.finished.connect(self._take_plan)
        self._search.failed.connect(self._take_trouble)
        self._judge.finished.connect(self._take_quality)
        QCoreApplication.instance().aboutToQuit.connect(self.stop)  # type: ignore[union-attr]  # there is one
        runner.opened.connect(self._open)
        runner.changed.connect(self._look)
        self._open()

    @property
    def busy(self) -> bool:
        """Whether a first plan is still to come."""
        return self._search.busy and not self._better

    @property
    def past(self) -> tuple[Session, ...]:
        """The earlier sessions of the series that were held, the oldest first."""
        return self._past

    def shuffle(self) -> None:
        """Plans the rounds that are not locked afresh, from another seed."""
        session = self.session
        if session is not None and session.present and not self._runner.live:
            self._seed += 1
            self._ask(session, better=False)

    @property
    def session(self) -> Session | None:
        """The session with the agenda as it stands by now, rounds added while it ran included."""
        session, reading = self._runner.session, self._runner.reading
        return replace(session, agenda=reading.position.agenda) if session and reading else session

    def _open(self, _session: object = None) -> None:
        self.stop()
        self._past_of = None
        self._wish, self._seed, self.sentence, self.quality, self.can_mix = None, SEED, "", {}, False
        self._look()

    def _look(self, _session: object = None) -> None:
        session = self.session
        if session is None:
            return
        self._recall(session)
        wish, before = _wish(session), self._wish
        if wish == before:
            self._assess(session)
            return
        self._wish, self.sentence, self.can_mix = wish, "", False
        whole = all(seated(session, part, n) for part, n in _rounds(session))
        if not session.present or not session.agenda.structures:
            self.stop()
        elif whole and (before is None or session.events or any(r.locked for r in session.rooms)):
            self.can_mix = before is not None and not session.events
        elif not self._finished:
            self._ask(session, better=False)
        self._assess(session)

    @property
    def _finished(self) -> bool:
        reading = self._runner.reading
        return reading is not None and reading.position.finished_at is not None

    def _recall(self, session: Session) -> None:
        key = (session.id, session.series, session.starts_at)
        if key != self._past_of:
            self._past_of, self._past = key, earlier_sessions(self._shelf, session)

    def stop(self) -> None:
        """Ends a search that is under way and forgets its answer."""
        self._watch.stop()
        self._search.forget()

    def _ask(self, session: Session, *, better: bool) -> None:
        self.stop()
        self._better, self._watch = better, Stopwatch()
        asked = _to_plan(session, self._fixed(session))
        seconds = BETTER_LOOK if better else FIRST_LOOK
        self._search.ask(
            partial(seat, asked, past=self._past, seconds=seconds, clock=self._watch, seed=self._seed)
        )
        self.told.emit()

    def _fixed(self, session: Session) -> frozenset[RoundKey]:
        """The rounds to leave as they are."""
        locked = {(r.part, r.round) for r in session.rooms if r.locked}
        if not session.events:
            return frozenset(locked)
        whole = {(part.id, n) for part, n in _rounds(session) if seated(session, part, n)}
        past = {(part.id, n) for part, n in _rounds(session)} - rounds_open(self._runner)
        return frozenset(locked | whole | past)

    def _take_plan(self, seating: Seating) -> None:
        session = self.session
        if session is None or _wish(session) != self._wish or (session.events and self._better):
            return
        cost = sum(plan.repeat_cost + len(plan.wishes) for plan in seating.plans)
        better, self._better = self._better, False
        if better and cost >= self._cost:
            self.told.emit()
            return
        self._cost, self.sentence, self.can_mix = cost, "", False
        fixed = self._fixed(session)
        made = {(r.part, r.round): r for r in seating.rounds if (r.part, r.round) not in fixed}
        kept = {(r.part, r.round): r for r in session.rooms}
        order = [(part.id, n) for part, n in _rounds(session)]
        rooms = tuple(rounds for key in order if (rounds := made.get(key) or kept.get(key)) is not None)
        self._runner.amend(lambda old: replace(old, rooms=rooms))
        if (
            not better
            and not session.events
            and not all(plan.proven_best and not plan.wishes for plan in seating.plans)
        ):
            self._ask(session, better=True)
        self.told.emit()

    def _take_trouble(self, trouble: Exception) -> None:
        session = self.session
        if session is None:
            return
        self.sentence = named(str(trouble), session.people)
        if not session.events and not any(r.locked for r in session.rooms):
            # Rooms of other people or sizes would look like a plan, and are none.
            self._runner.amend(lambda old: replace(old, rooms=()))
        self.told.emit()

    def _assess(self, session: Session) -> None:
        self._judge.ask(partial(judged, session, self._past))
        self.told.emit()

    def _take_quality(self, quality: dict[str, Quality]) -> None:
        self.quality = quality
        self.told.emit()


def earlier_sessions(shelf: Shelf, session: Session) -> tuple[Session, ...]:
    """The sessions of the same series that were held before this one, the oldest first."""
    if not session.series:
        return ()
    cards = (card for card in reversed(shelf.cards()) if card.series == session.series)
    found = (shelf.session(card.id) for card in cards if card.starts_at < session.starts_at)
    return tuple(old for old in found if old is not None and old.id != session.id and old.events)


def rounds_open(runner: SessionRunner) -> frozenset[RoundKey]:
    """The rounds in which people can still change rooms."""
    reading = runner.reading
    if reading is None or reading.position.finished_at is not None:
        return frozenset()
    return rounds_to_come(reading.position.agenda, reading.position.current)


def _wish(session: Session) -> object:
    people = tuple((p.id, getattr(p, session.apart_by, "")) for p in session.present)
    parts = tuple((part.id, part.rounds, part.rooms) for part in session.agenda.structures)
    return (session.id, people, parts, session.apart_by)


def _rounds(session: Session) -> list[tuple[Part, int]]:
    return [(part, n) for part in session.agenda.structures for n in range(1, part.rounds + 1)]


def _to_plan(session: Session, fixed: frozenset[RoundKey]) -> Session:
    """The session as the planner takes it: fixed rounds locked, without people who are not here."""
    known = {(part.id, n): part for part, n in _rounds(session)}
    here = {person.id for person in session.present}
    rooms = []
    for old in session.rooms:
        part = known.get((old.part, old.round))
        if part is None or (part.rooms and not part.rooms.remixed and old.round > 1):
            continue
        rooms.append(_present_only(replace(old, locked=(old.part, old.round) in fixed), here))
    return replace(session, rooms=tuple(rooms))


def _present_only(rounds: RoundRooms, here: set[str]) -> RoundRooms:
    rooms = (replace(r, people=tuple(p for p in r.people if p in here)) for r in rounds.rooms)
    return replace(rounds, rooms=tuple(room for room in rooms if room.people))
