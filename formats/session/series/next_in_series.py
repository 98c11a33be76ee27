"""What comes along from one session to the next of its series, whatever is done in it?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from formats.session.agenda import Agenda, Part, PartKind
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.dates.series_dates import SessionDate, propose_next
from formats.session.dates.series_titles import TitledDay, propose_title
from formats.session.room_wishes import RoomWishes, Wish, WishKind
from formats.session.rounds_held import rooms_as_served
from formats.session.session import NextSession, Session, as_planned, same_series
from formats.session.time_zones import instant_of, local_time
from formats.session.timetable import held_at

BY_HAND = (WishKind.STAYS, WishKind.MISSES)
"""What was wished of a room or a round of the last session says nothing of those of the next."""
FOUR_WEEKS = timedelta(weeks=4)
_ROLES = {"presenter": "presenter", "note_taker": "note-taker", "timekeeper": "timekeeper", "host": "host"}


@dataclass(frozen=True, slots=True)
class NextPlan:
    """When and where the next session of a series is; `timezone` an IANA name, `start` by the clock there."""

    title: str
    series: str
    day: date
    start: time
    slot: timedelta
    timezone: str
    place: str = ""
    joining: str = ""


def latest_of_series(session: Session, dates: Iterable[SessionDate]) -> str:
    """The id of the last session of the series, held or planned; that of the session where it has none."""
    series = [one for one in dates if one.id == session.id or same_series(one.series, session.series)]
    return max(series, key=lambda one: one.starts_at).id if series else session.id


def propose_plan(last: Session, dates: Iterable[SessionDate], today: date) -> NextPlan:
    """The date that was set, else by the rule of the series, else the same weekday four weeks later.

    A series is named after the session where it has no name yet; the title waits for the structure.
    """
    announced = _announced(last)
    if announced is not None and announced.starts_at.date() < today:
        announced = None  # nobody met that day
    proposed = propose_next(replace(last, next_session=announced), dates, today)
    return NextPlan(
        title=proposed.title,
        series=last.series.strip() or last.title,
        day=proposed.day or _weeks_later(last.date, today),
        start=proposed.start,
        slot=proposed.slot,
        timezone=proposed.timezone,
        place=proposed.place,
        joining=proposed.joining,
    )


def title_for(
    last: Session,
    dates: Iterable[SessionDate],
    day: date,
    structure: str,
    style: DateStyle = DEFAULT_STYLE,
) -> str:
    """What the next session is called: as it was announced, as the series names its sessions, or as the last."""
    announced = _announced(last)
    if announced is not None and announced.title not in ("", last.series, last.title):
        return announced.title
    series = (one for one in dates if one.id == last.id or same_series(one.series, last.series))
    earlier = [
        TitledDay(one.title, local_time(one.starts_at, one.timezone).date(), one.structures)
        for one in sorted(series, key=lambda one: one.starts_at)
    ]
    return propose_title(earlier, day, structure, style) or last.series.strip() or last.title


def next_in_series(last: Session, plan: NextPlan, agenda: Agenda, session_id: str) -> Session:
    """The session after `last`: its people, all of them expected, and who wished or offered what.

    Nothing that happened comes along, nor rooms, nor the next session that was announced, nor the question that
    was worked on: a wall that asks an answered one is worse than a line to fill in. The agreement follows by the
    name of the series.
    """
    made = replace(
        as_planned(last),
        id=session_id,
        title=plan.title,
        series=plan.series,
        slot=plan.slot,
        place=plan.place,
        joining=plan.joining,
        agenda=agenda.for_people(len(last.people)),
        rooms=(),
        away=frozenset(),
        agreement=None,
        question="",
        wishes=_wishes_after(last),
    )
    return held_at(made, instant_of(datetime.combine(plan.day, plan.start), plan.timezone), plan.timezone)


def agenda_with(last: Agenda, part: Part) -> Agenda:
    """The agenda with another structure in place of those it had: how it begins and ends stays."""
    numbers = [at for at, one in enumerate(last.parts) if one.kind is PartKind.STRUCTURE]
    first, after = (numbers[0], numbers[-1] + 1) if numbers else (_before_closing(last),) * 2
    return Agenda((*last.parts[:first], part, *last.parts[after:]))


def _announced(last: Session) -> NextSession | None:
    """The session after the last one as its people were told, where that makes sense."""
    following = last.next_session
    return following if following is not None and following.starts_at > last.starts_at else None


def _before_closing(agenda: Agenda) -> int:
    closing = (at for at, part in enumerate(agenda.parts) if part.kind is PartKind.CLOSING)
    return next(closing, len(agenda.parts))


def _weeks_later(day: date, today: date) -> date:
    later = day + FOUR_WEEKS
    while later < today:
        later += FOUR_WEEKS
    return later


def _wishes_after(last: Session) -> RoomWishes:
    """Who is kept apart or together, and the offers that nobody has taken up yet."""
    served = {
        (getattr(room, field), role)
        for rounds in rooms_as_served(last)
        for room in rounds.rooms
        for field, role in _ROLES.items()
    }
    return replace(last.wishes, wishes=tuple(w for w in last.wishes.wishes if _comes_along(w, served)))


def _comes_along(wish: Wish, served: set[tuple[str, str]]) -> bool:
    if wish.kind in BY_HAND:
        return False
    return wish.kind is not WishKind.OFFERS or not any((one, wish.role.value) in served for one in wish.people)
