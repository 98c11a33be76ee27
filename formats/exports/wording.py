"""How are days, times, lengths and counts written in a summary?"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

LANGUAGE = "en-GB"
# The words are ours and not strftime's, which would follow the language of the machine.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Hours(StrEnum):
    """How a time of day is written: with the halves of the day, or counted through to 24."""

    TWELVE = "12"
    TWENTY_FOUR = "24"


def long_day(day: date) -> str:
    """Thursday 23 February 2023."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, year: int) -> str:
    """2 March, with the year where it is another than `year`."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")


def time_span(start: datetime, end: datetime, hours: Hours = Hours.TWELVE) -> str:
    """4:30 to 5:24 pm, with both halves of the day where they differ; or 16:30 to 17:24."""
    if hours is Hours.TWENTY_FOUR:
        return f"{time_of_day(start, hours)} to {time_of_day(end, hours)}"
    same_half = (start.hour < 12) == (end.hour < 12) and start.date() == end.date()
    return f"{_clock(start)}{'' if same_half else _half(start)} to {_clock(end)}{_half(end)}"


def time_of_day(moment: datetime, hours: Hours = Hours.TWELVE) -> str:
    """4:30 pm, or 16:30."""
    if hours is Hours.TWENTY_FOUR:
        return f"{moment.hour:02}:{moment.minute:02}"
    return _clock(moment) + _half(moment)


def minutes(length: timedelta) -> str:
    """5:00, in minutes and seconds; 66:00 for more than an hour."""
    whole = round(length.total_seconds())
    return f"{whole // 60}:{whole % 60:02}"


def number(count: int) -> str:
    """Small numbers as words."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(count: int, one: str, several: str = "") -> str:
    """One challenge, three challenges."""
    return f"{number(count)} {one if count == 1 else several or one + 's'}"


def in_figures(count: int, one: str, several: str = "") -> str:
    """1 insight, 14 insights."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Words as one says them: a, b and c."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."


def _clock(moment: datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment.minute:02}"


def _half(moment: datetime) -> str:
    return " am" if moment.hour < 12 else " pm"
