"""How does somebody's locale write a date or a time? Passed in as a value, for nothing here asks the machine.

Patterns are those of Unicode's locale data (UTS 35), as Qt gives them: d, dd, dddd, M to MMMM, yy, yyyy, H or h,
mm, Ap; what stands in quotes is written as it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from formats.language import tr

_TOKEN = re.compile(r"'((?:[^']|'')*)'|([dMyHhm]+|[Aa][Pp]?)|(.)", re.DOTALL)
_NARROW = "\N{NARROW NO-BREAK SPACE}"
"""Before "pm" in English; few fonts have it."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A field of a pattern, or the text between two."""

    text: str
    field: bool

    def is_any(self, letters: str) -> bool:
        """Whether it is a field of one of these letters; the name of a weekday is `e`, the number of a day `d`."""
        return self.field and ("e" if self.text.startswith("ddd") else self.text[0]) in letters


@dataclass(frozen=True, slots=True)
class DateStyle:
    """One locale's way; as it comes, the way of our own texts. Weekdays begin with Monday."""

    weekdays: tuple[str, ...] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    short_months: tuple[str, ...] = (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    )  # fmt: skip
    short_weekdays: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    halves: tuple[str, str] = ("am", "pm")
    day: str = "dddd d MMMM yyyy"
    clock: str = "h:mm Ap"
    zero: str = "0"
    language: str = ""
    """The locale's name, "sv_SE": names on the same paper are sorted by its alphabet."""
    decimal: str = "."
    """The sign before tenths: where it is no point, a file of rows has semicolons between its cells."""

    def long_day(self, day: date) -> str:
        """Thursday 23 February 2023."""
        return self._write(_tokens(self.day), day)

    def full_day(self, day: date) -> str:
        """2 March 2023."""
        return self._write(_without_weekday(_tokens(self.day)), day)

    @property
    def has_twelve_hours(self) -> bool:
        """Whether the clock counts to twelve, twice a day."""
        return any(token.is_any("h") for token in _tokens(self.clock))

    @property
    def full_day_pattern(self) -> str:
        """The pattern of `full_day`, for a field that writes dates by itself."""
        tokens = _without_weekday(_tokens(self.day))
        return "".join(token.text if token.field else _quote(token.text) for token in tokens)

    def ways_of_writing_a_day(self) -> tuple[tuple[str, ...], ...]:
        """The pieces of each way in which a day is written here: a field such as "MMMM", or text after "\\0"."""
        full = _without_weekday(_tokens(self.day))
        ways = (_tokens(self.day), full, _with_short_month(full), self._tokens_without_year(),
                _with_short_month(self._tokens_without_year()))  # fmt: skip
        return tuple(tuple(one.text if one.field else f"\0{one.text}" for one in way) for way in ways)

    def near_day(self, day: date, year: int) -> str:
        """2 March, with the year where it is another than `year`."""
        return self.full_day(day) if day.year != year else self._write(self._tokens_without_year(), day)

    def short_day(self, day: date) -> str:
        """2 Mar 2023."""
        return self._write(_with_short_month(_without_weekday(_tokens(self.day))), day)

    def short_near_day(self, day: date, year: int) -> str:
        """2 Mar, with the year where it is another than `year`."""
        return (
            self.short_day(day)
            if day.year != year
            else self._write(_with_short_month(self._tokens_without_year()), day)
        )

    def time(self, moment: datetime) -> str:
        """4:30 pm, by the clock of the moment's own time zone."""
        return self._write(_tokens(self.clock), moment)

    def time_span(self, start: datetime, end: datetime) -> str:
        """4:30 to 5:24 pm; both halves of the day are named where they differ."""
        same_half = (start.hour < 12) == (end.hour < 12) and start.date() == end.date()
        bare = _without_half(_tokens(self.clock))
        first, last = self.time(start), self.time(end)
        if same_half:
            # Said once: where it stands before the time, with the first; else with the last.
            if _tokens(self.clock)[0].is_any("Aa"):
                last = self._write(bare, end)
            else:
                first = self._write(bare, start)
        return tr("{start} to {end}", start=first, end=last)

    def number(self, figures: str) -> str:
        """A number with a point before its tenths as it is written here."""
        return figures.replace(".", self.decimal)

    def _tokens_without_year(self) -> Sequence[_Token]:
        return _without_year(_without_weekday(_tokens(self.day)))

    def _write(self, tokens: Sequence[_Token], when: date) -> str:
        parts = (self._field(token.text, when) if token.field else token.text for token in tokens)
        return "".join(parts).replace(_NARROW, " ")

    def _field(self, field: str, when: date) -> str:
        if field[0] in "Aa":
            return self.halves[when.hour >= 12] if isinstance(when, datetime) else ""
        if field.startswith("ddd"):
            return self.weekdays[when.weekday()]
        if field.startswith("MMM"):
            return (self.months if field == "MMMM" else self.short_months)[when.month - 1]
        number = _NUMBERS[field[0]](when)
        width = 2 if len(field) == 2 else 1
        return self._digits(f"{number % 100 if field == 'yy' else number:0{width}}")

    def _digits(self, figures: str) -> str:
        return "".join(chr(ord(self.zero) + int(figure)) for figure in figures)


DEFAULT_STYLE = DateStyle()
"""Of a text that is for no one locale, such as the accepted exports."""


def _hour(when: date) -> int:
    return when.hour if isinstance(when, datetime) else 0


def _hour_of_half(when: date) -> int:
    return _hour(when) % 12 or 12


def _minute(when: date) -> int:
    return when.minute if isinstance(when, datetime) else 0


def _day(when: date) -> int:
    return when.day


def _month(when: date) -> int:
    return when.month


def _year(when: date) -> int:
    return when.year


_NUMBERS: Mapping[str, Callable[[date], int]] = {
    "d": _day, "M": _month, "y": _year, "H": _hour, "h": _hour_of_half, "m": _minute,
}  # fmt: skip


@lru_cache
def _tokens(pattern: str) -> tuple[_Token, ...]:
    return tuple(_join_text(_split(pattern)))


def _split(pattern: str) -> Iterator[_Token]:
    for quoted, field, other in _TOKEN.findall(pattern):
        if field:
            yield _Token(field, True)
        else:
            yield _Token(quoted.replace("''", "'") or other or "'", False)


def _join_text(tokens: Iterator[_Token]) -> Iterator[_Token]:
    """The text between two fields in one piece."""
    between = ""
    for token in tokens:
        if not token.field:
            between += token.text
            continue
        if between:
            yield _Token(between, False)
            between = ""
        yield token
    if between:
        yield _Token(between, False)


def _quote(text: str) -> str:
    """Text between two fields as a pattern writes it, where it holds letters that could be fields."""
    return "'" + text.replace("'", "''") + "'" if any(sign.isalpha() for sign in text) else text


def _without_weekday(tokens: Sequence[_Token]) -> Sequence[_Token]:
    at = next((n for n, token in enumerate(tokens) if token.is_any("e")), None)
    if at is None:
        return tokens
    if at == 0:
        return tokens[2:]
    # "23.," before a weekday: the dot belongs to the day, the comma and the space to the weekday.
    before = _Token(tokens[at - 1].text.rstrip(" ,،"), False)
    return [*tokens[: at - 1], before, *tokens[at + 1 :]]


def _without_year(tokens: Sequence[_Token]) -> Sequence[_Token]:
    at = next(n for n, token in enumerate(tokens) if token.is_any("y"))
    return tokens[2:] if at == 0 else tokens[: at - 1]


def _with_short_month(tokens: Sequence[_Token]) -> Sequence[_Token]:
    return [_Token("MMM", True) if token.text == "MMMM" and token.field else token for token in tokens]


def _without_half(tokens: Sequence[_Token]) -> Sequence[_Token]:
    at = next((n for n, token in enumerate(tokens) if token.is_any("Aa")), None)
    if at is None:
        return tokens
    return tokens[2:] if at == 0 else tokens[: at - 1]
