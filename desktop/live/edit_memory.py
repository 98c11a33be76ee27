"""How is what was done by hand with the plan taken back, and brought back again? Known while the app runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

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
    """What was done before the start lies on a stack; what was done since goes by its number in the run log."""

    def __init__(self) -> None:
        self.before_start: list[KeptEdit] = []
        self.taken_back: list[KeptEdit] = []
        self._logged: dict[int, KeptEdit] = {}

    def forget(self) -> None:
        """Another session is on the table."""
        self.before_start, self.taken_back, self._logged = [], [], {}

    def push(self, edit: KeptEdit) -> None:
        """Keeps an edit that was made before the start."""
        self.before_start = [*self.before_start[1 - MOST_UNDONE :], edit]
        self.taken_back = []

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
