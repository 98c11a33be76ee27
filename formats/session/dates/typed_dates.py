"""Which day does someone mean who types "2 March", "fri", "the 12th", "end of April" or "in two weeks"?"""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from formats.session.dates.calendar_days import A_DAY, day_or_none, is_sane, months_on, next_such_day
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.dates.day_names import english_month, english_weekday, month_named, weekday_named
from formats.session.dates.day_words import day_in_english
from formats.session.dates.printed_dates import parse_printed_day
from formats.session.dates.typed_text import plain_typed
from formats.session.folding import fold

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
FRIDAY = 4

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?\.?")
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|日|일|\.)?"
DAY_MONTH = re.compile(
    rf"(?:the )?{_ORDINAL} ?(?:of |de |d')?(?P<month>[^\W\d]+)(?:(?: de)? (?P<year>\d{{4}}))?(?: ?г)?"
)
MONTH_DAY = re.compile(rf"(?P<month>[^\W\d]+) (?:the )?{_ORDINAL}(?: (?P<year>\d{{4}}))?")
YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?: ?[年년])? ?(?P<month>\d{{1,2}}|[^\W\d]+?)(?: ?[月월])? ?{_ORDINAL}"
)
AHEAD = re.compile(r"(?:in )?(a|an|\d{1,3}|[a-z]+) (day|week|fortnight|month|year)s?(?: from now)?")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What a day is read against: today, how the locale writes days, and when the group meets next."""

    today: date
    style: DateStyle
    next_meeting: date | None


def parse_day(
    text: str, today: date, style: DateStyle = DEFAULT_STYLE, *, next_meeting: date | None = None
) -> date | None:
    """The day that is meant, or None where no day can be read from the text or its year is not a sane one.

    Figures stand in the order of the locale's `style`, and its own names of days and months are read beside the
    English ones. A day without a year is the next one that is not past; a month alone is the last day of it.
    """
    # Dots after words and before spaces say nothing; those between figures do.
    words = re.sub(r"(?<=[^\W\d])\.|\.(?=\s)(?<!\d\.)", "", plain_typed(fold(text)))
    words = re.sub(r"[,\s]+", " ", words).strip().removesuffix(".")
    if (printed := parse_printed_day(plain_typed(fold(text)), today, style)) is not None:
        return printed
    english = day_in_english(words, partial(english_weekday, style=style), partial(english_month, style=style))
    calendar = _Calendar(today, style, next_meeting)
    return next(filter(None, (_read(said, calendar) for said in dict.fromkeys((english, words)))), None)


def _read(words: str, calendar: _Calendar) -> date | None:
    """A day that is said in English, or in figures."""
    words = re.sub(r"^(by|on|until|due|till|before|for|am|bis) ", "", words)
    for read in _READERS:
        try:
            day = read(words, calendar)
        except (ValueError, OverflowError):  # beyond the last day that a calendar holds
            return None
        if day is not None:
            return day if is_sane(day) else None
    return None


def _by_word(words: str, calendar: _Calendar) -> date | None:
    today = calendar.today
    if words in ("next meeting", "the next meeting", "next session", "the next session", "next time"):
        return calendar.next_meeting
    ahead = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "tmrw": 1, "day after tomorrow": 2, "next week": 7}
    if words in ahead:
        return today + ahead[words] * A_DAY
    return months_on(today, 1) if words == "next month" else None


def _end_of(words: str, calendar: _Calendar) -> date | None:
    """The last day of a week, month or year; a week ends on its Friday, and a month alone is its last day."""
    today = calendar.today
    match = re.fullmatch(r"(?:the )?(end of|middle of|mid|mid-|start of|beginning of)?[ -]?(.+?)( end)?", words)
    if match is None:
        return None
    part, period = match[1] or ("end of" if match[3] else ""), match[2]
    period = re.sub(r"^(?:the |this )", "", period)
    if period in ("week", "next week") and part == "end of":
        friday = today + (FRIDAY - today.weekday()) * A_DAY
        return friday + (7 * A_DAY if period == "next week" or friday < today else 0 * A_DAY)
    first = _first_of(period, part, calendar)
    if first is None:
        return None
    length = 12 if period.removeprefix("next ") == "year" or period.isdecimal() else 1
    if part in ("start of", "beginning of"):
        return first
    if part.startswith("mid"):
        return first + 14 * A_DAY if length == 1 else months_on(first, 6)
    return months_on(first, length) - A_DAY


def _first_of(period: str, part: str, calendar: _Calendar) -> date | None:
    """The first day of a month or year that is named."""
    today = calendar.today
    if part and period in ("month", "next month"):
        return months_on(today.replace(day=1), int(period.startswith("next")))
    if part and period in ("year", "next year"):
        return date(today.year + int(period.startswith("next")), 1, 1)
    match = re.fullmatch(r"([^\W\d]+)(?: (\d{4}))?", period)
    month = month_named(match[1], calendar.style) if match else None
    if match is None or month is None:
        return None
    return date(int(match[2]), month, 1) if match[2] else _coming_month(month, today)


def _coming_month(month: int, today: date) -> date:
    return date(today.year + int(month < today.month), month, 1)


def _by_weekday(words: str, calendar: _Calendar) -> date | None:
    """Friday is the coming one; next Friday is the one in the week that follows this one."""
    today, following = calendar.today, words.startswith("next ")
    number = weekday_named(
        words.removeprefix("next ").removeprefix("this ").removeprefix("coming "), calendar.style
    )
    if number is None:
        return None
    if following:
        return today + (7 - today.weekday() + number) * A_DAY
    return today + ((number - today.weekday() - 1) % 7 + 1) * A_DAY


def _iso(words: str, _calendar: _Calendar) -> date | None:
    match = ISO.fullmatch(words)
    return day_or_none(*map(int, match.groups())) if match else None


def _figures(words: str, calendar: _Calendar) -> date | None:
    match = FIGURES.fullmatch(_without_weekday(words, calendar.style))
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    day, month = (second, first) if _month_stands_first(calendar.style) else (first, second)
    return next_such_day(day, month, match[3], calendar.today)


def _day_of_month(words: str, calendar: _Calendar) -> date | None:
    """The 12th: of this month, or of the next that has one."""
    match = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)", words)
    if match is None:
        return None
    first = calendar.today.replace(day=1)
    coming = (months_on(first, later) for later in range(3))
    days = (day_or_none(month.year, month.month, int(match[1])) for month in coming)
    return next((day for day in days if day and day >= calendar.today), None)


def _day_month(words: str, calendar: _Calendar) -> date | None:
    return _in_words(DAY_MONTH.fullmatch(_without_weekday(words, calendar.style)), calendar)


def _month_day(words: str, calendar: _Calendar) -> date | None:
    return _in_words(MONTH_DAY.fullmatch(_without_weekday(words, calendar.style)), calendar)


def _year_first(words: str, calendar: _Calendar) -> date | None:
    return _in_words(YEAR_FIRST.fullmatch(_without_weekday(words, calendar.style)), calendar)


def _in_words(match: re.Match[str] | None, calendar: _Calendar) -> date | None:
    """A day of a month that is named, or that stands as a number before the sign for a month."""
    if match is None:
        return None
    named = match["month"]
    month = int(named) if named.isdecimal() else month_named(named, calendar.style)
    return next_such_day(int(match["day"]), month, match["year"], calendar.today) if month is not None else None


def _without_weekday(words: str, style: DateStyle) -> str:
    """The words without the name of a day at either end: "Friday 4 December" is that day whatever it is called."""
    first, _, rest = words.partition(" ")
    if rest and weekday_named(first, style) is not None:
        return rest
    before, _, last = words.rpartition(" ")
    return before if before and weekday_named(last, style) is not None else words


def _ahead(words: str, calendar: _Calendar) -> date | None:
    match = AHEAD.fullmatch(words)
    count = _count(match[1]) if match else None
    if match is None or count is None:
        return None
    unit = match[2]
    if unit in UNIT_DAYS:
        return calendar.today + count * UNIT_DAYS[unit] * A_DAY
    return months_on(calendar.today, count * (12 if unit == "year" else 1))


_READERS = (
    _by_word, _by_weekday, _iso, _figures, _day_of_month, _day_month, _month_day, _year_first, _ahead, _end_of,
)  # fmt: skip


def _month_stands_first(style: DateStyle) -> bool:
    return 0 <= style.day.find("M") < style.day.find("d" if "dddd" not in style.day else " d")


def _count(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    if word in ("a", "an"):
        return 1
    return COUNTS.index(word) if word in COUNTS else None
