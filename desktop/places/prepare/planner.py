"""When do rooms have to be planned, and which plan goes on the table?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from math import inf

from PySide6.QtCore import QObject, Signal

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.runner import SessionRunner
from desktop.live.running_session import open_rounds, running_session
from desktop.places.prepare.plan_inputs import PlanInputs, plan_inputs
from desktop.places.prepare.plan_search import PlanSearch
from desktop.places.prepare.planned_rooms import fixed_rounds, is_fully_seated, rooms_with_plan, session_to_plan
from desktop.places.prepare.quality_watch import QualityWatch
from desktop.places.prepare.room_quality import RoomQuality
from formats.session.room_wishes import with_names
from formats.session.seating.people_changes import RoundKey
from formats.session.seating.seating import SEED, Seating
from formats.session.session import RoundRooms, Session


class RoomPlanner(QObject):
    """Keeps the rooms in step with people, rounds and sizes; leaves locked and past rounds as they are."""

    plan_changed = Signal()
    """The sentence, the quality or the wait for a plan has changed."""

    def __init__(self, runner: SessionRunner, earlier: EarlierSessions, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._earlier = runner, earlier
        self._search, self._quality = PlanSearch(self), QualityWatch(self)
        self._inputs: PlanInputs | None = None
        self._seed, self._only_wishes = SEED, False
        self._costs: dict[str, float] = {}
        self._rooms: tuple[RoundRooms, ...] = ()
        self._stood_before: set[tuple[PlanInputs, tuple[RoundRooms, ...]]] = set()
        self.sentence = ""
        self.can_mix = False
        self._search.first_plan_found.connect(self._take_first_plan)
        self._search.better_plan_found.connect(self._take_better_plan)
        self._search.search_failed.connect(self._take_trouble)
        self._quality.quality_changed.connect(self.plan_changed)
        runner.session_opened.connect(self._open)
        runner.session_changed.connect(self._plan_if_changed)
        self._open(runner.session)

    @property
    def busy(self) -> bool:
        """Whether a first plan is still to come."""
        return self._search.looks_first

    @property
    def searching(self) -> bool:
        """Whether a plan is on screen and a better one is being looked for."""
        return self._search.looks_further

    @property
    def quality(self) -> Mapping[str, RoomQuality]:
        """How good the rooms of each structure are, by part id."""
        return self._quality.quality

    @property
    def session(self) -> Session | None:
        """The session as it stands by now."""
        return running_session(self._runner)

    @property
    def past_sessions(self) -> tuple[Session, ...]:
        """The earlier sessions of the series that were held, the oldest first."""
        return self._earlier.sessions

    def count_turns(self) -> None:
        """Counts who has presented in the earlier sessions, once for all that ask."""
        if self._runner.session is not None:
            self._earlier.turns_with(self._runner.session)

    def turns_with(self, today: Session) -> Counter[str]:
        """How often each person has presented, by person id, in the earlier sessions and today."""
        return self._earlier.turns_with(today)

    def shuffle(self) -> None:
        """Plans the rounds that are not locked afresh, from another seed."""
        session = self.session
        if session is not None and session.present and not self._runner.live:
            self._seed += 1
            self._plan(session)

    def keep_best(self) -> None:
        """Ends the search for a better plan and keeps the best so far."""
        self._search.end_early()

    def _open(self, _session: Session | None) -> None:
        self._search.stop()
        self._quality.forget()
        self._inputs, self._seed, self.sentence, self.can_mix = None, SEED, "", False
        self._stood_before.clear()
        self._plan_if_changed()

    def _plan_if_changed(self, _session: Session | None = None) -> None:
        session = self.session
        if session is None:
            return
        if self._search.looks_further and session.rooms != self._rooms:
            self._search.stop()  # somebody changes the rooms by hand: that is better than any search
        before, self._inputs = self._inputs, plan_inputs(session)
        if self._inputs != before:
            self._follow(session, before, self._inputs)
        self._stood_before.add((self._inputs, session.rooms))
        self._quality.judge(session, self.past_sessions)
        self.plan_changed.emit()

    def _follow(self, session: Session, before: PlanInputs | None, now: PlanInputs) -> None:
        """Plans for what has changed; complete rooms stay until somebody shuffles them."""
        self.sentence, self.can_mix = "", False
        self._only_wishes = before is not None and before.attendance == now.attendance
        people_changed = before is not None and replace(before, attendance=now.attendance) == now
        kept_by_hand = people_changed and any(rounds.locked for rounds in session.rooms)
        taken_back = is_fully_seated(session) and (now, session.rooms) in self._stood_before
        if taken_back or not session.present or not session.agenda.structures:
            # People, a wish or a size that came back brought their rooms along: those are wanted.
            self._search.stop()
        elif is_fully_seated(session) and (before is None or session.begun or kept_by_hand):
            self.can_mix = before is not None and not session.begun
        elif not self._is_session_finished:
            self._plan(session)

    @property
    def _is_session_finished(self) -> bool:
        reading = self._runner.reading
        return reading is not None and reading.position.finished_at is not None

    def _plan(self, session: Session) -> None:
        self._costs = {}
        self._search.look_first(self._to_plan(session), self.past_sessions, self._seed)
        self.plan_changed.emit()

    def _to_plan(self, session: Session) -> Session:
        return session_to_plan(session, self._fixed_rounds(session))

    def _fixed_rounds(self, session: Session) -> frozenset[RoundKey]:
        return fixed_rounds(session, open_rounds(self._runner))

    def _take_first_plan(self, seating: Seating) -> None:
        unproven = any(plan.wishes or not plan.proven_best for plan in seating.plans.values())
        with self._runner.change:
            self._put_on_table(seating)
            session = self.session
            if session is not None and self._is_still_wanted(session) and unproven and not session.begun:
                self._search.look_further(self._to_plan(session), self.past_sessions, self._seed)
            self.plan_changed.emit()

    def _take_better_plan(self, seating: Seating) -> None:
        with self._runner.change:
            self._put_on_table(seating)
            self.plan_changed.emit()

    def _is_still_wanted(self, session: Session) -> bool:
        return plan_inputs(session) == self._inputs

    def _put_on_table(self, seating: Seating) -> None:
        """Takes over the rooms that are better than what is there; once the session runs, only the first."""
        session = self.session
        if session is None or not self._is_still_wanted(session) or (session.begun and self._costs):
            return
        costs = {part: plan.repeat_cost + len(plan.wishes) for part, plan in seating.plans.items()}
        better = {part for part, cost in costs.items() if cost < self._costs.get(part, inf)}
        if better:
            self._costs |= {part: costs[part] for part in better}
            self.sentence, self.can_mix = "", False
            self._rooms = rooms_with_plan(session, seating, better, self._fixed_rounds(session))
            self._runner.amend(self._with_rooms)

    def _with_rooms(self, session: Session) -> Session:
        return replace(session, rooms=self._rooms)

    def _take_trouble(self, trouble: Exception) -> None:
        session = self.session
        if session is None:
            return
        self.sentence = with_names(str(trouble), session.people)
        with self._runner.change:
            if not session.begun and not self._only_wishes and not any(r.locked for r in session.rooms):
                # Rooms of other people or sizes would look like a plan, and are none.
                self._runner.amend(_without_rooms)
            self.plan_changed.emit()


def _without_rooms(session: Session) -> Session:
    return replace(session, rooms=())
