"""Which day does someone mean who types "2 March", "fri" or "in two weeks"?"""

import re
from datetime import date, timedelta

from formats.session.folding import fold

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
A_DAY = timedelta(days=1)
SHORTEST_NAME = 3

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?\.?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)(?: (\d{4}))?")
MONTH_DAY = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
AHEAD = re.compile(r"(?:in )?(a|an|\d{1,3}|[a-z]+) (day|week|fortnight|month|year)s?(?: from now)?")


def parse_day(text: str, today: date) -> date | None:
    """The day that is meant, or None where no day can be read from the text.

    In figures the day stands before the month. A day without a year is the next one that is not past.
    """
    words = re.sub(r"[,\s]+", " ", fold(text)).strip().removesuffix(".")
    words = re.sub(r"^(by|on|until|due) ", "", words)
    for read in (_by_word, _by_weekday, _iso, _figures, _day_month, _month_day, _ahead):
        try:
            day = read(words, today)
        except (ValueError, OverflowError):  # beyond the last day that a calendar holds
            return None
        if day is not None:
            return day
    return None


def _by_word(words: str, today: date) -> date | None:
    ahead = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "tmrw": 1, "day after tomorrow": 2, "next week": 7}
    if words in ahead:
        return today + ahead[words] * A_DAY
    if words in ("end of month", "end of the month", "month end"):
        return _months_on(today.replace(day=1), 1) - A_DAY
    return _months_on(today, 1) if words == "next month" else None


def _by_weekday(words: str, today: date) -> date | None:
    """Friday is the coming one; next Friday is the one in the week that follows this one."""
    following = words.startswith("next ")
    number = _number_named(words.removeprefix("next ").removeprefix("this ").removeprefix("coming "), WEEKDAYS)
    if number is None:
        return None
    if following:
        return today + (7 - today.weekday() + number) * A_DAY
    return today + ((number - today.weekday() - 1) % 7 + 1) * A_DAY


def _iso(words: str, today: date) -> date | None:
    match = ISO.fullmatch(words)
    return _day(*map(int, match.groups())) if match else None


def _figures(words: str, today: date) -> date | None:
    match = FIGURES.fullmatch(words)
    return _next_such(int(match[1]), int(match[2]), match[3], today) if match else None


def _day_month(words: str, today: date) -> date | None:
    match = DAY_MONTH.fullmatch(words)
    month = _number_named(match[2], MONTHS) if match else None
    return _next_such(int(match[1]), month + 1, match[3], today) if match and month is not None else None


def _month_day(words: str, today: date) -> date | None:
    match = MONTH_DAY.fullmatch(words)
    month = _number_named(match[1], MONTHS) if match else None
    return _next_such(int(match[2]), month + 1, match[3], today) if match and month is not None else None


def _ahead(words: str, today: date) -> date | None:
    match = AHEAD.fullmatch(words)
    count = _count(match[1]) if match else None
    if match is None or count is None:
        return None
    unit = match[2]
    if unit in UNIT_DAYS:
        return today + count * UNIT_DAYS[unit] * A_DAY
    return _months_on(today, count * (12 if unit == "year" else 1))


def _count(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    if word in ("a", "an"):
        return 1
    return COUNTS.index(word) if word in COUNTS else None


def _number_named(word: str, names: tuple[str, ...]) -> int | None:
    """The number of the day or month, from its name or the first letters of it."""
    word = word.removesuffix(".")
    if len(word) < SHORTEST_NAME:
        return None
    return next(
        (number for number, name in enumerate(names) if name.startswith(word) or word == "sept" == name[:4]), None
    )


def _next_such(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _day(int(year) if len(year) == len("2023") else 2000 + int(year), month, day)
    # Eight years hold every day of a calendar, 29 February included.
    coming = (_day(today.year + later, month, day) for later in range(9))
    return next((found for found in coming if found and found >= today), None)


def _months_on(day: date, months: int) -> date:
    """The same day some months later, or the last one where that month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    last = (first + 31 * A_DAY).replace(day=1) - A_DAY if first < date(9999, 12, 1) else first
    return min(first + (day.day - 1) * A_DAY, last)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
