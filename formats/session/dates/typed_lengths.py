"""How long does someone mean who types "90", "1h30", "1:30", "1½" or "10-15"?"""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from formats.language import tr
from formats.session.dates.length_words import length_in_english, length_in_words
from formats.session.dates.typed_text import plain_typed, with_figures

HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std"), HOUR),
    **dict.fromkeys(("m", "min", "mins", "mn", "minute", "minutes", "'"), MINUTE),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", '"', "''"), SECOND),
}
SMALLER = {HOUR: MINUTE, MINUTE: SECOND}
LONGEST = timedelta(hours=24)
IN_WORDS = {
    " and a half hour": ".5 hour", " and a half minute": ".5 minute",
    "half an hour": "30 min", "half hour": "30 min", "half a minute": "30 s", "half minute": "30 s",
    "quarter of an hour": "15 min", "quarter hour": "15 min", "quarters of an hour": "quarters",
    "hour and a half": "hour 30", "hours and a half": "hours 30",
    "minute and a half": "minute 30", "minutes and a half": "minutes 30", " and a half": ".5",
}  # fmt: skip

_ABOUT = re.compile(
    r"^(?:about|around|circa|ca\.?|c\.|roughly|~|≈|max\.?|up to)\s*|\s*(?:or so|each|in all|max\.?)$"
)
_NUMBER = r"\d+(?:[.,]\d+)?"
_PIECE = re.compile(rf"({_NUMBER})\s*([a-z]+|''|'|\")?\.?\s*")
_CLOCK = re.compile(r"(\d+):([0-5]\d)(?::([0-5]\d))?")
_RANGE = re.compile(r"(.+?)\s*(?:-|\bto\b|\bbis\b|\.\.)\s*(.+)")


class Scale(Enum):
    """Of what kind of length a field asks, which decides what a bare number and a colon mean there."""

    SESSION = "session"
    """90 are minutes, 1½ are hours, 1:30 is an hour and a half."""
    STAGE = "stage"
    """90 and 1½ are minutes, 1:30 is a minute and a half."""
    TURN = "turn"
    """90 are seconds, 1:30 is a minute and a half."""


SHORTEST_SESSION = 5
"""A bare number below it can only be hours: no session takes four minutes."""


@dataclass(frozen=True, slots=True)
class TypedLength:
    """A length that was read, and what of it the person could not have known: "the middle of 10 and 15"."""

    length: timedelta
    remark: str = ""


def parse_length(text: str, scale: Scale) -> TypedLength | None:
    """The length that is meant, more than nothing and at most a day, or None where none can be read."""
    read = (_read(words, scale) for words in dict.fromkeys((length_in_english(text), plain_typed(text))))
    return next(filter(None, read), None)


def _read(words: str, scale: Scale) -> TypedLength | None:
    """A length that is said in English."""
    while (bare := _ABOUT.sub("", words).strip()) != words:
        words = bare
    if (single := _single(words, scale)) is not None:
        return TypedLength(single) if timedelta() < single <= LONGEST else None
    return _middle(words, scale)


def _middle(words: str, scale: Scale) -> TypedLength | None:
    """The middle of two lengths; the unit may stand with the second alone."""
    match = _RANGE.fullmatch(words)
    if match is None:
        return None
    low_words, high_words = match[1], match[2]
    unit = re.search(r"[a-z'\"]+\.?$", high_words)
    if unit and re.fullmatch(_NUMBER, low_words):
        low_words += f" {unit.group()}"
    low, high = _single(low_words, scale), _single(high_words, scale)
    if low is None or high is None or not timedelta() < low < high <= LONGEST:
        return None
    shorter, longer = _as_said(match[1], low), _as_said(match[2], high)
    return TypedLength(
        (low + high) / 2, tr("the middle of {shorter} and {longer}", shorter=shorter, longer=longer)
    )


def _as_said(words: str, length: timedelta) -> str:
    """A number as it was typed; with a unit, the length in the language that is spoken."""
    return words if re.fullmatch(_NUMBER, words) else length_in_words(length)


def _single(words: str, scale: Scale) -> timedelta | None:
    if match := _CLOCK.fullmatch(words):
        return _clock(match, scale)
    for phrase, meant in IN_WORDS.items():
        words = words.replace(phrase, meant)
    words = re.sub(r"^(?:a |an )", "1 ", with_figures(words))
    words = re.sub(r"^(\d+) quarters$", lambda found: f"{15 * int(found[1])} min", words)
    words = re.sub(r"^1 (?=(?:15|30) (?:min|s)$)", "", words)
    if re.fullmatch(_NUMBER, words):
        return _bare(_number(words), scale)
    return _with_units(words)


def _clock(match: re.Match[str], scale: Scale) -> timedelta:
    first, second = int(match[1]), int(match[2])
    if match[3] is not None:
        return first * HOUR + second * MINUTE + int(match[3]) * SECOND
    return first * HOUR + second * MINUTE if scale is Scale.SESSION else first * MINUTE + second * SECOND


def _bare(number: float, scale: Scale) -> timedelta | None:
    if scale is Scale.TURN:
        return _times(number, SECOND)
    return _times(number, HOUR if scale is Scale.SESSION and number < SHORTEST_SESSION else MINUTE)


def _with_units(words: str) -> timedelta | None:
    """Numbers with units, the largest first; after the last unit a number alone is of the next smaller one."""
    words = re.sub(r"(?:, | and |\+)(?= ?\d)", " ", words)
    total, smallest, end = timedelta(), None, 0
    for match in _PIECE.finditer(words):
        if match.start() != end:
            return None
        unit = UNITS.get(match[2]) if match[2] else SMALLER.get(smallest) if smallest else None
        length = _times(_number(match[1]), unit) if unit else None
        if unit is None or length is None or (smallest is not None and unit >= smallest):
            return None
        total, smallest, end = total + length, unit, match.end()
    return total if smallest and end == len(words) else None


def _times(number: float, unit: timedelta) -> timedelta | None:
    # A number of forty figures is no length, and must not overflow one.
    return timedelta(seconds=round(number * unit.total_seconds())) if number <= LONGEST / SECOND else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
