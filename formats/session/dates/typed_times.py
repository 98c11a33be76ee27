"""Which time of the day does someone mean who types "16:30", "1630", "4.30pm", "16h30" or "half past four"?"""

import re
from collections.abc import Sequence
from datetime import time

from formats.session.dates.time_words import time_in_english
from formats.session.dates.typed_phrases import plainly
from formats.session.dates.typed_text import NUMBERS, plain_typed

NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
MINUTES_NAMED = {"half": 30, "quarter": 15, "a quarter": 15}
FIRST_HOUR, LAST_HOUR = 7, 18
"""Of the two hours that a spoken "four" may be, the one that people meet at."""

_HALF = r"\s*(?P<half>[ap])?\.?(?(half)\s*m?\.?)"
_FIGURES = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h,]\s*(?P<minute>\d{2})(?::\d{2})?|\s*(?P<whole>h|uhr)|\s*o'?clock)?" + _HALF
)
_RUN_TOGETHER = re.compile(r"(?P<hour>\d{1,2})(?P<minute>[0-5]\d)(?:\s*(?:h|hrs|hours|uhr))?" + _HALF)
_SPOKEN = re.compile(
    r"(?P<minutes>half|a quarter|quarter|[a-z-]+|\d{1,2})(?: minutes?)? (?:(?P<way>past|to|after|before) )?"
    r"(?P<hour>[a-z]+|\d{1,2})" + _HALF
)
_HOUR_ALONE = re.compile(r"(?P<hour>[a-z]+)(?: o'?clock)?" + _HALF)


def parse_time(text: str, halves: Sequence[str] = ("am", "pm"), *, twelve_hours: bool = False) -> time | None:
    """The time that is meant, or None where none can be read.

    `halves` are the locale's words for before and after noon. Where its clock has `twelve_hours`, or the time is
    spoken, a half that is not said is the one in which people meet: 4:30 is half past four in the afternoon.
    """
    typed = plainly(text)
    read = (
        _read(words, halves, twelve_hours=twelve_hours) for words in dict.fromkeys((time_in_english(typed), typed))
    )
    return next((found for found in read if found is not None), None)


def _read(words: str, halves: Sequence[str], *, twelve_hours: bool) -> time | None:
    """A time that is said in English, or in figures."""
    words = _with_latin_half(words, halves)
    words = re.sub(r"^at\s+", "", words)
    words, hint = _without_part_of_day(words)
    if words in NAMED:
        return NAMED[words]
    if match := _FIGURES.fullmatch(words) or _RUN_TOGETHER.fullmatch(words):
        bare = match.groupdict().get("minute") is None and match.groupdict().get("whole") is None
        literal = len(match["hour"]) == 2 and match["hour"].startswith("0")
        return _time(int(match["hour"]), int(match.groupdict().get("minute") or 0), match["half"] or hint,
                     guess=(bare or twelve_hours) and not literal)  # fmt: skip
    return _spoken(words, hint)


def _spoken(words: str, hint: str | None) -> time | None:
    if match := _SPOKEN.fullmatch(words):
        minutes = MINUTES_NAMED.get(match["minutes"]) or _count(match["minutes"], 59)
        hour = NAMED[match["hour"]].hour if match["hour"] in NAMED else _count(match["hour"], 24)
        if minutes is None or hour is None or (match["way"] is None and match["minutes"] != "half"):
            return None
        # "Half four" is half past it. Of "quarter to one" the one has its half, not the twelve before it.
        full = _time(hour, 0, match["half"] or hint, guess=match["hour"] not in NAMED)
        if full is None:
            return None
        past = full.hour * 60 + (-minutes if match["way"] in ("to", "before") else minutes)
        return time(past // 60 % 24, past % 60)
    if match := _HOUR_ALONE.fullmatch(words):
        hour = _count(match["hour"], 12)
        return (
            None
            if hour is None or match["hour"] in ("a", "an")
            else _time(hour, 0, match["half"] or hint, guess=True)
        )
    return None


def _with_latin_half(words: str, halves: Sequence[str]) -> str:
    """The locale's own words for the halves of the day as a and p, wherever they stand."""
    for half, sign in zip(halves, "ap", strict=False):
        word = plain_typed(half)
        if word and word[:1] != sign and word in words:
            return f"{words.replace(word, ' ').strip()}{sign}"
    # Before the time, as some locales write it.
    turned = re.fullmatch(r"([ap])\.?m\.? ?(\d.*)", words)
    return f"{turned[2]}{turned[1]}" if turned else words


def _without_part_of_day(words: str) -> tuple[str, str | None]:
    match = re.fullmatch(r"(.+?) (?:in the )?(morning|afternoon|evening|tonight)|(.+?) at night", words)
    if match is None:
        return words, None
    return (match[1], "a" if match[2] == "morning" else "p") if match[1] else (match[3], "p")


def _time(hour: int, minute: int, half: str | None, *, guess: bool) -> time | None:
    if half is not None and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half is None and guess and 1 <= hour <= 12 and not FIRST_HOUR <= hour <= LAST_HOUR:
        hour += 12
    return time(hour % 24, minute) if hour <= 24 and minute < 60 and (hour < 24 or minute == 0) else None


def _count(word: str, most: int) -> int | None:
    number = int(word) if word.isdecimal() else NUMBERS.get(word)
    return number if number is not None and 0 < number <= most else None
