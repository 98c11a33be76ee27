"""How are lengths of time said in the language that is spoken: as we write them, and as people type them?"""

from datetime import timedelta

from formats.language import Message
from formats.session.dates.typed_phrases import (
    Meaning,
    count_of,
    in_english,
    plainly,
    with_english_units,
    with_spoken_figures,
)

# For translators: hours, by the sign that stands for them
IN_HOURS = Message("{count} h")
IN_MINUTES = Message("{count} min")
IN_SECONDS = Message("{count} s")

# For translators: ways in which people write the unit, whole and short, with " | " between
_UNITS = (
    Message("hours | hour | hrs | hr | h"),
    Message("minutes | minute | mins | min | m"),
    Message("seconds | second | secs | sec | s"),
)
# For translators: ways in which people type a length of time, all that are usual, with " | " between
_PHRASES = (
    Message("half an hour | half hour"),
    Message("an hour and a half"),
    # For translators: {count} is a number in words or figures; in German "{count}einhalb Stunden"
    Message("{count} hours and a half | {count} and a half hours"),
    Message("quarter of an hour | a quarter of an hour"),
    Message("45 min | three quarters of an hour"),
    Message("half a minute"),
    Message("a minute and a half"),
    Message("{count} minutes and a half | {count} and a half minutes"),
    Message("about {length} | around {length}"),
    Message("up to {length}"),
    Message("{length} each | {length} or so"),
    Message("{low} to {high}"),
    Message("{length} and {rest}"),
)


def length_in_words(length: timedelta) -> str:
    """A length with all its units: 1 h 30 min, 2 min 30 s, 40 s."""
    hours, rest = divmod(round(length.total_seconds()), 3600)
    units = ((hours, IN_HOURS), (rest // 60, IN_MINUTES), (rest % 60, IN_SECONDS))
    return " ".join(said.filled(count=count) for count, said in units if count) or IN_MINUTES.filled(count=0)


def length_in_english(text: str) -> str:
    """A length that is typed in the language spoken as English says it; else the words, in small letters."""
    return _in_english(plainly(text))


def _in_english(words: str) -> str:
    said = in_english(words, _PHRASES, _MEANINGS)
    if said != words:
        return said
    return with_english_units(with_spoken_figures(words), _UNITS, (IN_HOURS, IN_MINUTES, IN_SECONDS))


_MEANINGS: dict[str, Meaning] = {
    "count": lambda said: str(number) if (number := count_of(said)) else None,
    **dict.fromkeys(("length", "low", "high", "rest"), _in_english),
}
