"""Plans the rooms of the session on the table, off the UI thread, whenever its plan asks for it."""

import time
from dataclasses import replace
from functools import partial
from math import inf

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop.background import Background
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.runner import SessionRunner
from desktop.places.prepare.room_quality import RoomQuality, quality_by_part
from formats.session.agenda import Part
from formats.session.room_wishes import with_names
from formats.session.seating.people_changes import RoundKey, is_seated, rounds_to_come
from formats.session.seating.seating import SEED, Seating, seat_people
from formats.session.session import RoundRooms, Session

FIRST_LOOK, BETTER_LOOK = 0.15, 5.0
"""Seconds of search for the first plan on screen, and for the better one that follows it."""


class SearchClock:
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

    plan_changed = Signal()
    """The sentence, the quality or the wait for a plan has changed."""
    _plan_found = Signal(object, object)
    """The search of this watch has a better plan: Stopwatch, Seating; comes from the worker."""

    def __init__(self, runner: SessionRunner, earlier: EarlierSessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._earlier = runner, earlier
        self._search, self._judge = Background(self), Background(self)
        self._last_inputs: tuple[object, object] | None = None
        self._seed, self._better, self._only_wishes = SEED, False, False
        self._costs: dict[str, float] = {}
        self._rooms: tuple[RoundRooms, ...] = ()
        self.sentence = ""
        self.quality: dict[str, RoomQuality] = {}
        self.can_mix = False
        self._watch = SearchClock()
        self._plan_found.connect(self._take_better_plan, Qt.ConnectionType.QueuedConnection)
        self._search.finished.connect(self._take_plan)
        self._search.failed.connect(self._take_trouble)
        self._judge.finished.connect(self._take_quality)
        QCoreApplication.instance().aboutToQuit.connect(self.stop)  # type: ignore[union-attr]  # there is one
        runner.session_opened.connect(self._open)
        runner.session_changed.connect(self._plan_if_changed)
        self._open()

    @property
    def busy(self) -> bool:
        """Whether a first plan is still to come."""
        return self._search.busy and not self._better

    @property
    def past_sessions(self) -> tuple[Session, ...]:
        """The earlier sessions of the series that were held, the oldest first."""
        return self._earlier.sessions

    def shuffle(self) -> None:
        """Plans the rounds that are not locked afresh, from another seed."""
        session = self.session
        if session is not None and session.present and not self._runner.live:
            self._seed += 1
            self._start_search(session, better=False)

    @property
    def session(self) -> Session | None:
        """The session with the agenda as it stands by now, rounds added while it ran included."""
        session, reading = self._runner.session, self._runner.reading
        return replace(session, agenda=reading.position.agenda) if session and reading else session

    def _open(self, _session: object = None) -> None:
        self.stop()
        self._last_inputs, self._seed, self.sentence, self.quality, self.can_mix = None, SEED, "", {}, False
        self._plan_if_changed()

    def _plan_if_changed(self, _session: object = None) -> None:
        session = self.session
        if session is None:
            return
        if self._better and session.rooms != self._rooms:
            self.stop()  # somebody changes the rooms by hand: that is better than any search
        (here, asked), before = _plan_inputs(session), self._last_inputs
        if before == (here, asked):
            self._assess(session)
            return
        self._last_inputs, self.sentence, self.can_mix = (here, asked), "", False
        self._only_wishes = before is not None and before[0] == here
        whole = all(is_seated(session, part, n) for part, n in _rounds(session))
        mended = before is not None and before[1] == asked and any(r.locked for r in session.rooms)
        if not session.present or not session.agenda.structures:
            self.stop()
        elif whole and (before is None or session.begun or mended):
            self.can_mix = before is not None and not session.begun
        elif not self._is_session_finished:
            self._start_search(session, better=False)
        self._assess(session)

    @property
    def _is_session_finished(self) -> bool:
        reading = self._runner.reading
        return reading is not None and reading.position.finished_at is not None

    @property
    def searching(self) -> bool:
        """Whether a plan is on screen and a better one is being looked for."""
        return self._better and self._search.busy

    def keep_best(self) -> None:
        """Ends the search for a better plan and keeps the best so far."""
        self._watch.stop()

    def stop(self) -> None:
        """Ends a search that is under way and forgets its answer."""
        self._watch.stop()
        self._search.forget()
        self._better = False

    def _start_search(self, session: Session, *, better: bool) -> None:
        self.stop()
        self._better, self._watch = better, SearchClock()
        asked = _session_to_plan(session, self._fixed_rounds(session))
        work = partial(seat_people, asked, past=self.past_sessions, clock=self._watch, seed=self._seed)
        if better:
            found = partial(self._plan_found.emit, self._watch)
            self._search.ask(partial(work, seconds=BETTER_LOOK, progress=found))
        else:
            self._costs = {}
            self._search.ask(partial(work, seconds=FIRST_LOOK))
        self.plan_changed.emit()

    def _fixed_rounds(self, session: Session) -> frozenset[RoundKey]:
        """The rounds to leave as they are."""
        locked = {(r.part, r.round) for r in session.rooms if r.locked}
        if not session.begun:
            return frozenset(locked)
        whole = {(part.id, n) for part, n in _rounds(session) if is_seated(session, part, n)}
        past = {(part.id, n) for part, n in _rounds(session)} - open_rounds(self._runner)
        return frozenset(locked | whole | past)

    def _take_better_plan(self, watch: SearchClock, seating: Seating) -> None:
        """Shows what a search has found so far, if it is still the one that is wanted."""
        if watch is self._watch and self._search.busy:
            self._show(seating)
            self.plan_changed.emit()

    def _take_plan(self, seating: Seating) -> None:
        was_better, self._better = self._better, False
        session = self._show(seating)
        unproven = any(plan.wishes or not plan.proven_best for plan in seating.plans.values())
        if session is not None and unproven and not was_better and not session.begun:
            self._start_search(session, better=True)
        self.plan_changed.emit()

    def _show(self, seating: Seating) -> Session | None:
        """Puts those rooms on the table that are better than what is there; None where they come too late."""
        session = self.session
        if session is None or _plan_inputs(session) != self._last_inputs or (session.begun and self._costs):
            return None
        costs = {part: plan.repeat_cost + len(plan.wishes) for part, plan in seating.plans.items()}
        better = {part for part, cost in costs.items() if cost < self._costs.get(part, inf)}
        if not better:
            return session
        self._costs = self._costs | {part: costs[part] for part in better}
        self.sentence, self.can_mix = "", False
        fixed = self._fixed_rounds(session)
        made = {(r.part, r.round): r for r in seating.rounds if r.part in better}
        kept = {(r.part, r.round): r for r in session.rooms}
        order = [(part.id, n) for part, n in _rounds(session)]
        chosen = [kept.get(key) if key in fixed and key in kept else made.get(key, kept.get(key)) for key in order]
        self._rooms = tuple(rounds for rounds in chosen if rounds is not None)
        self._runner.amend(self._with_rooms)
        return self.session

    def _with_rooms(self, session: Session) -> Session:
        return replace(session, rooms=self._rooms)

    def _take_trouble(self, trouble: Exception) -> None:
        session = self.session
        if session is None:
            return
        self._better = False
        self.sentence = with_names(str(trouble), session.people)
        if not session.begun and not self._only_wishes and not any(r.locked for r in session.rooms):
            # Rooms of other people or sizes would look like a plan, and are none.
            self._runner.amend(_without_rooms)
        self.plan_changed.emit()

    def _assess(self, session: Session) -> None:
        self._judge.ask(partial(quality_by_part, session, self.past_sessions))
        self.plan_changed.emit()

    def _take_quality(self, quality: dict[str, RoomQuality]) -> None:
        self.quality = quality
        self.plan_changed.emit()


def _without_rooms(session: Session) -> Session:
    return replace(session, rooms=())


def open_rounds(runner: SessionRunner) -> frozenset[RoundKey]:
    """The rounds in which people can still change rooms."""
    reading = runner.reading
    if reading is None or reading.position.finished_at is not None:
        return frozenset()
    return rounds_to_come(reading.position.agenda, reading.position.current)


def _plan_inputs(session: Session) -> tuple[object, object]:
    """What a plan depends on: who is here in which rooms, and what is wished for besides."""
    parts = tuple((part.id, part.rounds, part.rooms) for part in session.agenda.structures)
    chosen = (session.apart_by, session.wishes.spread)
    columns = tuple(person.column(column) for person in session.present for column in chosen if column)
    here = (session.id, tuple(person.id for person in session.present), parts)
    return here, (columns, chosen, session.wishes)


def _rounds(session: Session) -> list[tuple[Part, int]]:
    return [(part, n) for part in session.agenda.structures for n in range(1, part.rounds + 1)]


def _session_to_plan(session: Session, fixed: frozenset[RoundKey]) -> Session:
    """The session as the planner takes it: fixed rounds locked, without people who are not here."""
    known = {(part.id, n): part for part, n in _rounds(session)}
    here = {person.id for person in session.present}
    rooms = []
    for old in session.rooms:
        part = known.get((old.part, old.round))
        if part is None or (part.rooms and not part.rooms.remixed and old.round > 1):
            continue
        rooms.append(_without_absent(replace(old, locked=(old.part, old.round) in fixed), here))
    return replace(session, rooms=tuple(rooms))


def _without_absent(rounds: RoundRooms, here: set[str]) -> RoundRooms:
    rooms = (replace(r, people=tuple(p for p in r.people if p in here)) for r in rounds.rooms)
    return replace(rounds, rooms=tuple(room for room in rooms if room.people))
