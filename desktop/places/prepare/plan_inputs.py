"""What does a plan of rooms follow from? While this stays the same, so does the plan."""

from dataclasses import dataclass

from formats.session.agenda import RoomNeeds
from formats.session.room_wishes import RoomWishes
from formats.session.session import Session


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who is here, and the rooms there are to be: of each structure its id, its rounds and its needs."""

    session: str
    present: tuple[str, ...]
    parts: tuple[tuple[str, int, RoomNeeds | None], ...]


@dataclass(frozen=True, slots=True)
class PlanInputs:
    """Who is here in which rooms, and what is wished for besides; `columns` is what the roster says for that."""

    attendance: Attendance
    columns: tuple[str, ...]
    apart_by: str
    wishes: RoomWishes


def plan_inputs(session: Session) -> PlanInputs:
    """What a plan of these rooms would follow from."""
    present = session.present
    parts = tuple((part.id, part.rounds, part.rooms) for part in session.agenda.structures)
    chosen = (session.apart_by, session.wishes.spread)
    columns = tuple(person.column(column) for person in present for column in chosen if column)
    attendance = Attendance(session.id, tuple(person.id for person in present), parts)
    return PlanInputs(attendance, columns, session.apart_by, session.wishes)
