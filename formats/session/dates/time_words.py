"""How are times of the day said in the language that is spoken, beside English?"""

from formats.language import Message
from formats.session.dates.typed_phrases import Meaning, count_of, in_english

MOST_HOURS, MOST_MINUTES = 24, 59

# For translators: ways in which people type a time of the day, all that are usual, with " | " between
_PHRASES = (
    Message("noon | midday"),
    Message("midnight"),
    Message("{time} in the morning"),
    Message("{time} in the afternoon"),
    Message("{time} in the evening"),
    Message("quarter past {hour} | a quarter past {hour}"),
    Message("quarter to {hour} | a quarter to {hour}"),
    # For translators: 4:30 is "half past four" where people say it so
    Message("half past {hour}"),
    # For translators: 4:30 is "halb fünf" in German; say it in full where people do not say it so
    Message("30 before {hour} | half an hour before {hour}"),
    Message("{minutes} past {hour} | {minutes} minutes past {hour}"),
    Message("{minutes} to {hour} | {minutes} minutes to {hour}"),
    Message("{hour}:{minutes} | {hour} o'clock {minutes}"),
    # For translators: an hour alone, in words or figures, with all that is said with it
    Message("{hour} o'clock"),
    Message("at {time} | {time} o'clock"),
)


def time_in_english(words: str) -> str:
    """A time that is said in the language spoken as English says it; else the words."""
    return in_english(words, _PHRASES, _MEANINGS)


def _number(said: str, most: int) -> str | None:
    """Figures as they were typed: 04 is four in the morning."""
    number = count_of(said)
    return (said if said.isdecimal() else str(number)) if number is not None and 0 < number <= most else None


def _minutes(said: str) -> str | None:
    minutes = count_of(said)
    return f"{minutes:02}" if minutes is not None and minutes <= MOST_MINUTES else None


_MEANINGS: dict[str, Meaning] = {
    "time": time_in_english,
    "hour": lambda said: _number(said, MOST_HOURS),
    "minutes": _minutes,
}
