"""Times, lengths and counts as people write them, in the user's locale."""

from collections.abc import Iterable, Set
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QDateTime, QLocale

from formats.language import tr, tr_count
from formats.session.agenda import Stage
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.dates.length_words import IN_HOURS, IN_MINUTES, IN_SECONDS
from formats.session.series.telling_apart import Fact, NamedSession, tell_apart
from formats.session.session import Session
from formats.session.sorting import Key, family_sort_key, sort_key
from formats.session.wording import join_list, quoted
from formats.structures.role_words import role_said
from formats.structures.structure import EVERYONE


def clock_digits(seconds: int) -> str:
    """Seconds as the timer shows them: 6:12, or 1:06:12 from an hour."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def elapsed_words(length: timedelta) -> str:
    """How long something has gone on, never to be taken for a time of day: 40 s, 26 min 10 s, 1 h 6 min."""
    whole, seconds = divmod(int(length.total_seconds()), 60)
    hours, whole = divmod(whole, 60)
    if hours:
        return f"{IN_HOURS.filled(count=hours)} {in_minutes(whole)}"
    in_seconds = IN_SECONDS.filled(count=seconds)
    return f"{in_minutes(whole)} {in_seconds}" if whole else in_seconds


def minutes(length: timedelta) -> str:
    """A length in minutes, with a half where it has one: 5 min, 2½ min."""
    return in_minutes(minutes_count(length))


def minutes_count(length: timedelta) -> str:
    """The same without the word: 5, 2½, ½."""
    halves = round(length.total_seconds() / 30)
    whole = halves // 2
    return f"{whole or ''}½" if halves % 2 else f"{whole}"


def minutes_in_full(length: timedelta) -> str:
    """The same with the whole word: 5 minutes, 1 minute, 2½ minutes, ½ minute."""
    begun = ceil(length / timedelta(minutes=1))
    return tr_count("{count} minute", "{count} minutes", begun, count=minutes_count(length))


def in_minutes(count: int | str) -> str:
    """A count of minutes, or a range of them, with its unit: 5 min, 2 to 5 min."""
    return IN_MINUTES.filled(count=count)


def go_round_sentence(people: int, each: int) -> str:
    """How long a go-round takes with `each` seconds a person: "18 people take 6 min."."""
    if not people:
        return tr("Its length follows the number of people, once they are on the list.")
    length = minutes(timedelta(seconds=people * each))
    return tr_count("{count} person takes {length}.", "{count} people take {length}.", people, length=length)


def date_style() -> DateStyle:
    """How the user's locale writes days and times: on screen, and in what leaves the machine."""
    return _style_named(QLocale().name())


@lru_cache(maxsize=1)
def _style_named(_name: str) -> DateStyle:
    return date_style_of(QLocale())


def date_style_of(locale: QLocale) -> DateStyle:
    """The same of any locale."""
    clock = locale.timeFormat(QLocale.FormatType.ShortFormat)
    if locale.language() is QLocale.Language.C:
        # A computer that was told of no locale: our own days, and a clock that needs no words.
        return replace(DEFAULT_STYLE, clock=clock)
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    return DateStyle(
        weekdays=tuple(locale.dayName(day, long) for day in range(1, 8)),
        months=tuple(locale.monthName(month, long) for month in range(1, 13)),
        short_months=tuple(locale.monthName(month, short) for month in range(1, 13)),
        short_weekdays=tuple(locale.dayName(day, short) for day in range(1, 8)),
        halves=(locale.amText(), locale.pmText()),
        day=locale.dateFormat(long),
        clock=clock,
        zero=locale.zeroDigit(),
        language=locale.name(),
        decimal=locale.decimalPoint(),
    )


def name_order(name: str) -> Key:
    """Where a name stands among others, by the alphabet of the user's language."""
    return sort_key(name, QLocale().name())


def family_order(name: str) -> Key:
    """Where a name stands by its family name, as the user's language has it: "de Wit" under W or under D."""
    return family_sort_key(name, QLocale().name())


def told_apart(sessions: Iterable[NamedSession], in_sight: Set[Fact] = frozenset()) -> dict[str, str]:
    """What stands beside the title of each session, by id, where others have the same title; else ""."""
    return tell_apart(sessions, date_style(), in_sight)


def quoted_title(title: str, beside: str = "") -> str:
    """A session in a sentence: “Peer session” (5 Mar 2026)."""
    return f"{quoted(title)} ({beside})" if beside else quoted(title)


def time_of_day(session: Session, instant: datetime) -> str:
    """The time on the wall where the session takes place."""
    return date_style().time(session.local_time(instant))


def long_date(day: date) -> str:
    """Thursday 23 February 2023, as the locale orders it."""
    return date_style().long_day(day)


def short_date(day: date) -> str:
    """23 Feb 2023, as the locale orders it."""
    return date_style().short_day(day)


def date_and_time(session: Session, instant: datetime) -> str:
    """The day and the time where the session takes place: Thursday 23 February 2023, 16:30."""
    return join_list((long_date(session.local_time(instant).date()), time_of_day(session, instant)))


def brief_date_and_time(session: Session, instant: datetime) -> str:
    """The same in a narrow window: 23 Feb 2023, 16:30."""
    return join_list((short_date(session.local_time(instant).date()), time_of_day(session, instant)))


def as_qdatetime(instant: datetime) -> QDateTime:
    """An instant for Qt's own widgets."""
    return QDateTime.fromSecsSinceEpoch(int(instant.astimezone(UTC).timestamp()))


def speaks_sentence(label: str) -> str:
    """A role that speaks, as a chip says it: "Assisting group speaks", "Everyone, in turn"."""
    if label == EVERYONE:
        return tr("Everyone speaks")
    first = _begun(label)
    return first if "," in label else tr("{role} speaks", role=first)


def listens_sentence(label: str) -> str:
    """The same of one that listens."""
    if label == EVERYONE:
        return tr("Everyone listens")
    first = _begun(label)
    return first if "," in label else tr("{role} listens", role=first)


def _begun(label: str) -> str:
    """A role as a sentence begins with it."""
    said = role_said(label)
    return said[:1].upper() + said[1:]


def own_line_words(stage: Stage) -> str:
    """The facilitator's own line, told apart from what the room is to hear."""
    return tr("For you: {line}", line=stage.facilitator_line) if stage.facilitator_line else ""


def roles_sentence(stage: Stage) -> str:
    """Who speaks and who listens; empty where a stage says nothing of it."""
    said = [*map(speaks_sentence, stage.speaks), *map(listens_sentence, stage.listens)]
    return ". ".join(said) + "." if said else ""
