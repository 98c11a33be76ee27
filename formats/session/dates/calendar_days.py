"""Days of the calendar: some months on, the next one of a month, and which of them are sane."""

from datetime import date, timedelta

A_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A day outside is a slip of the hand: nobody met before, and no calendar plans beyond."""


def is_sane(day: date) -> bool:
    """Whether a session could be held on it, or a step be due."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def next_such_day(day: int, month: int, year: str | None, today: date) -> date | None:
    """That day of that year, in two figures or four; without one the next such day that is not past."""
    if year:
        return day_or_none(int(year) if len(year) == len("2023") else 2000 + int(year), month, day)
    # Eight years hold every day of a calendar, 29 February included.
    coming = (day_or_none(today.year + later, month, day) for later in range(9))
    return next((found for found in coming if found and found >= today), None)


def months_on(day: date, months: int) -> date:
    """The same day some months later, or the last one where that month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    last = (first + 31 * A_DAY).replace(day=1) - A_DAY if first < date(9999, 12, 1) else first
    return min(first + (day.day - 1) * A_DAY, last)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
