"""How are days said in the language that is spoken, beside English?"""

from collections.abc import Callable
from functools import lru_cache

from formats.language import ENGLISH, Language, Message, spoken
from formats.session.dates.typed_phrases import count_of, in_english, plainly, ways_of

# For translators: ways in which people type a day, all that are usual, with " | " between; capitals do not matter
_BY = Message("by {day} | on {day} | until {day}")
_PHRASES = (
    Message("today | tonight | now"),
    Message("tomorrow"),
    Message("day after tomorrow | the day after tomorrow"),
    Message("next week"),
    Message("next month"),
    Message("next meeting | next session | next time"),
    # For translators: the weekday of the week after this one
    Message("next {weekday}"),
    Message("this {weekday} | coming {weekday}"),
    Message("in {count} days | in {count} day"),
    Message("in {count} weeks | in {count} week"),
    Message("in {count} months | in {count} month"),
    Message("in {count} years | in {count} year"),
    Message("end of the week"),
    Message("end of next week"),
    Message("end of the month"),
    Message("end of next month"),
    Message("end of the year"),
    Message("middle of the month"),
    Message("middle of next month"),
    Message("beginning of next month | start of next month"),
    Message("end of {month}"),
    Message("middle of {month} | mid {month}"),
    Message("beginning of {month} | start of {month}"),
    # For translators: a day of the month by its number, as one says it: "the 12th", "am 12."
    Message("the {number}th"),
    _BY,
)
NameOf = Callable[[str], str | None]


def day_in_english(words: str, weekday: NameOf, month: NameOf) -> str:
    """A day that is said in the language spoken as English says it; else the words.

    `weekday` and `month` give the English name of one that is named as the locale does.
    """
    meanings = {
        "weekday": weekday,
        "month": lambda said: _month_of_year(said, month),
        "count": lambda said: str(number) if (number := count_of(said)) else None,
        "number": lambda said: said.removesuffix(".") if said.removesuffix(".").isdecimal() else None,
        "day": lambda said: _day_alone(day_in_english(said, weekday, month)),
    }
    return in_english(words, _PHRASES, meanings)


def words_before_a_day() -> frozenset[str]:
    """Words such as "bis", behind which a day may stand in a sentence, of a language beside English."""
    return _beginnings(spoken())[0]


def begins_like_a_day(words: str) -> bool:
    """Whether a text is a day, or begins as one, in a language beside English: "morgen", "nächsten …"."""
    said = f"{plainly(words)} "
    return said.startswith(_beginnings(spoken())[1])


@lru_cache(maxsize=8)
def _beginnings(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that stand before days, and those that days begin with, each with a space behind it."""
    if language is ENGLISH:
        return frozenset(), ()
    before = frozenset(way.split()[0] for way in ways_of(_BY) if not way.startswith("{"))
    days = (way.partition("{")[0].strip() for phrase in _PHRASES if phrase is not _BY for way in ways_of(phrase))
    return before, tuple(f"{way} " for way in dict.fromkeys(days) if way)


def _day_alone(said: str) -> str:
    """Without another word before it; a number alone is that day of the month."""
    day = said.removeprefix("by ")
    return f"the {day}th" if day.isdecimal() else day


def _month_of_year(said: str, month: NameOf) -> str | None:
    """A month, perhaps with its year."""
    name, _, year = said.partition(" ")
    english = month(name)
    if english is None or (year and not year.isdecimal()):
        return None
    return f"{english} {year}".strip()
