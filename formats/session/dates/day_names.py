"""Which weekday or month does a word name: in English, or as the locale writes it?"""

from collections.abc import Sequence

from formats.session.dates.date_style import DateStyle
from formats.session.dates.typed_text import plain_typed
from formats.session.folding import fold

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORTEST_NAME = 3


def weekday_named(word: str, style: DateStyle) -> int | None:
    """The weekday of a name, 0 for Monday: English, or as the locale writes it, in full or short."""
    for names in (WEEKDAYS, style.weekdays):
        if (number := _number_named(word, names)) is not None:
            return number
    short = [_plain_name(name) for name in style.short_weekdays]
    return short.index(word) if word in short else None


def month_named(word: str, style: DateStyle) -> int | None:
    """The month of a name, 1 to 12: English, or as the locale writes it, in full or short."""
    for names in (MONTHS, style.months, style.short_months):
        if (number := _number_named(word, names)) is not None:
            return number + 1
    return None


def english_weekday(word: str, style: DateStyle) -> str | None:
    """The English name of a weekday that is named."""
    number = weekday_named(word, style)
    return WEEKDAYS[number] if number is not None else None


def english_month(word: str, style: DateStyle) -> str | None:
    """The English name of a month that is named."""
    number = month_named(word, style)
    return MONTHS[number - 1] if number is not None else None


def _number_named(word: str, names: Sequence[str]) -> int | None:
    """The number of the day or month, from its name or the first letters of it, where they name one alone."""
    word = word.removesuffix(".")
    if not word or (len(word) < SHORTEST_NAME and word.isascii()):
        return None
    folded_names = [_plain_name(name) for name in names]
    if word in folded_names:
        return folded_names.index(word)
    fits = [number for number, name in enumerate(folded_names) if name.startswith(word)]
    if word == "sept" and not fits:
        return next((number for number, name in enumerate(folded_names) if name.startswith("sep")), None)
    return fits[0] if len(fits) == 1 else None


def _plain_name(name: str) -> str:
    return plain_typed(fold(name)).removesuffix(".")
