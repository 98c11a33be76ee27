"""How is what was done by hand with the plan taken back, and brought back again? Known while the app runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from formats.session.act_history import read_history
from formats.session.agenda import StageKey
from formats.session.events import Event, Redone, Undone
from formats.session.session import Session

PlanChange = Callable[[Session], Session]
MOST_UNDONE = 50


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """One edit: what was said of it, what takes it back and what brings it back.

    Without a `redo` the plan goes back to what it was when the edit was taken back.
    """

    said: str
    undo: PlanChange
    redo: PlanChange | None = None

    def taken_back_from(self, session: Session) -> "KeptEdit":
        """The edit once it is taken back from this session."""
        return replace(self, redo=self.redo or partial(with_seats_of, session))


class EditMemory:
    """Edits in the run log go by their place in it; others, from before the start or told to nobody, are stacked.

    Each of those knows how long the log was by then, and so between which acts it was made.
    """

    def __init__(self) -> None:
        self._stacked: list[tuple[int, KeptEdit]] = []
        self._taken_back: list[tuple[int, int, KeptEdit]] = []
        self._logged: dict[int, KeptEdit] = {}

    def forget(self) -> None:
        """Another session is on the table."""
        self._stacked, self._taken_back, self._logged = [], [], {}

    def push(self, edit: KeptEdit, events: Sequence[Event]) -> None:
        """Keeps an edit that the run log does not tell of."""
        self._stacked = [*self._stacked[1 - MOST_UNDONE :], (len(events), edit)]
        self._taken_back = []

    def is_last_act(self, events: Sequence[Event]) -> bool:
        """Whether such an edit is the last that was done, after every act of the log that counts."""
        last = read_history(events).next_undo
        return bool(self._stacked) and (last is None or self._stacked[-1][0] > last)

    def is_last_taken_back(self, events: Sequence[Event]) -> bool:
        """Whether such an edit is the last that was taken back, and nothing else was done since."""
        if not self._taken_back:
            return False
        length, depth, _ = self._taken_back[-1]
        nothing_new = all(isinstance(event, Undone | Redone) for event in events[length:])
        return nothing_new and len(read_history(events).undone) <= depth

    def take_back(self, session: Session) -> PlanChange:
        """What takes the last such edit back."""
        _, edit = self._stacked.pop()
        depth = len(read_history(session.events).undone)
        self._taken_back.append((len(session.events), depth, edit.taken_back_from(session)))
        return edit.undo

    def bring_back(self, session: Session) -> PlanChange:
        """What brings the last such edit back."""
        *_, edit = self._taken_back.pop()
        self._stacked.append((len(session.events), edit))
        assert edit.redo is not None, "it was taken back"
        return edit.redo

    def log(self, number: int, edit: KeptEdit) -> None:
        """Keeps an edit whose event stands at `number` in the run log."""
        self._logged[number] = edit

    def logged(self, number: int | None) -> KeptEdit | None:
        """The edit whose event stands there; None where it was made before Clearing was last closed."""
        return None if number is None else self._logged.get(number)

    def plan_after(self, session: Session, events: Sequence[Event]) -> Session:
        """The session with the plan as it is once these events have taken edits back or brought them back."""
        for event in events:
            if not isinstance(event, Undone | Redone) or (edit := self.logged(event.act)) is None:
                continue
            if isinstance(event, Redone):
                session = edit.redo(session) if edit.redo else session
            else:
                self._logged[event.act or 0] = edit.taken_back_from(session)
                session = edit.undo(session)
        return session


def with_seats_of(other: Session, session: Session) -> Session:
    """The session with people, wishes and rooms of the same one at another time; mended names stay so."""
    by_now = {person.id: person for person in session.people}
    lengths = _lengths_for_people_of(other, session)
    return replace(
        session,
        agenda=session.agenda.with_lengths(lengths),
        people=tuple(by_now.get(person.id, person) for person in other.people),
        away=other.away,
        left_early=other.left_early,
        online=other.online,
        wishes=other.wishes,
        apart_by=other.apart_by,
        rooms=other.rooms,
    )


def _lengths_for_people_of(other: Session, session: Session) -> dict[StageKey, timedelta]:
    """What was made longer or shorter for the number of people is as it was; a length chosen since stays."""
    followed = session.agenda.for_people(len(session.present))
    return {
        before.key: before.length
        for before in other.agenda.stages
        if before.seconds_each and session.agenda.stage(before.key) == followed.stage(before.key)
    }
