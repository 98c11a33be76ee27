"""When do the sessions of a series meet, and what is proposed for the one after this?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from formats.session.dates.series_rule import SeriesRule, next_day, rule_of
from formats.session.session import NextSession, Session, same_series
from formats.session.time_zones import instant_of, local_time


@dataclass(frozen=True, slots=True)
class SessionDate:
    """When a session was or will be; `organiser` is where answers to its next invitation went, "" for nowhere."""

    id: str
    title: str
    series: str
    starts_at: datetime
    timezone: str
    place: str = ""
    joining: str = ""
    organiser: str = ""
    structures: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day where it takes place."""
        return local_time(self.starts_at, self.timezone).date()


@dataclass(frozen=True, slots=True)
class NextProposal:
    """What the next session could be; `day` is None where one has to be picked, `rule` None where none shows."""

    title: str
    day: date | None
    start: time
    slot: timedelta
    timezone: str
    place: str = ""
    joining: str = ""
    organiser: str = ""
    rule: SeriesRule | None = None

    def on(self, day: date) -> NextSession:
        """The next session as proposed, on a day."""
        starts_at = instant_of(datetime.combine(day, self.start), self.timezone)
        return NextSession(
            self.title, starts_at, self.slot, self.timezone, self.place, self.joining, self.organiser
        )


def propose_next(session: Session, dates: Iterable[SessionDate], today: date) -> NextProposal:
    """The next session as it is set; else as one is planned already; else by the rule of the series."""
    series = sorted((one for one in dates if _is_of_series(one, session)), key=_start)
    rule = rule_of([session.date, *(one.day for one in series if one.starts_at <= session.starts_at)])
    if session.next_session is not None:
        return _as_set(session, session.next_session, rule)
    planned = next((one for one in series if one.starts_at > session.starts_at and one.day >= today), None)
    organiser = next((one.organiser for one in reversed(series) if one.organiser), "")
    if planned is not None:
        return _as_planned(session, planned, organiser, rule)
    return NextProposal(
        title=session.series.strip() or session.title,
        day=next_day(rule, max(session.date, today)) if rule else None,
        start=_wall_time(session.starts_at, session.timezone),
        slot=session.slot,
        timezone=session.timezone,
        place=session.place,
        joining=session.joining,
        organiser=organiser,
        rule=rule,
    )


def also_on(day: date, session: Session, dates: Iterable[SessionDate]) -> Sequence[SessionDate]:
    """The sessions besides this one that are on a day already."""
    return sorted((one for one in dates if one.day == day and one.id != session.id), key=_start)


def _as_set(session: Session, following: NextSession, rule: SeriesRule | None) -> NextProposal:
    zone = following.timezone or session.timezone
    return NextProposal(
        following.title, local_time(following.starts_at, zone).date(), _wall_time(following.starts_at, zone),
        following.slot, zone, following.place, following.joining, following.organiser, rule,
    )  # fmt: skip


def _as_planned(session: Session, planned: SessionDate, organiser: str, rule: SeriesRule | None) -> NextProposal:
    return NextProposal(
        planned.title, planned.day, _wall_time(planned.starts_at, planned.timezone), session.slot,
        planned.timezone, planned.place or session.place, planned.joining or session.joining, organiser, rule,
    )  # fmt: skip


def _is_of_series(one: SessionDate, session: Session) -> bool:
    return one.id == session.id or same_series(one.series, session.series)


def _wall_time(moment: datetime, zone: str) -> time:
    return local_time(moment, zone).time().replace(second=0, microsecond=0)


def _start(one: SessionDate) -> datetime:
    return one.starts_at
