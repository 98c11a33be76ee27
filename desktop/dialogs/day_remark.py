"""What is to be thought of on the day that is chosen for the session after another?"""

from collections.abc import Sequence
from datetime import date

from desktop.wording import told_apart
from formats.language import tr
from formats.session.dates.series_dates import SessionDate, also_on
from formats.session.series.telling_apart import Fact, NamedSession
from formats.session.session import Session
from formats.session.wording import join_and


def day_remark(day: date | None, session: Session, dates: Sequence[SessionDate], not_after: str) -> str:
    """Names what is on that day already, and says `not_after` of a day that is too early; "" for neither."""
    if day is None:
        return ""
    others = also_on(day, session, dates)
    said = [tr("On that day already: {sessions}.", sessions=join_and(_titles(others)))] if others else []
    if day <= session.date:
        said.append(not_after)
    return " ".join(said)


def _titles(sessions: Sequence[SessionDate]) -> list[str]:
    beside = told_apart(map(_named, sessions), {Fact.DAY})
    return [f"{one.title} ({beside[one.id]})" if beside[one.id] else one.title for one in sessions]


def _named(one: SessionDate) -> NamedSession:
    return NamedSession(one.id, one.title, one.starts_at, one.timezone, one.structures, one.place)
