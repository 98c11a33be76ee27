"""What does somebody mean who types in the language that is spoken, said in the English that is read here?

A phrase is a message that holds the ways in which one thing is said, with " | " between them: "tomorrow | tmrw".
In its translation stand the ways of that language, as many as it has. So a language is read once it is translated.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from formats.language import ENGLISH, Language, Message, spoken
from formats.session.dates.typed_text import NUMBERS, plain_typed
from formats.session.folding import fold

BETWEEN = "|"
Meaning = Callable[[str], str | None]
"""What stands in a field of a phrase, in English; None where it cannot stand there."""
LONGEST = 80
"""Letters; nobody says a day or a length with more."""
_OF_PHRASES = frozenset({"{day}", "{time}", "{length}", "{low}", "{high}", "{rest}"})
"""Fields that are read as phrases themselves; one alone would be read for ever."""
_FIELD = re.compile(r"\\\{(\w+)\\\}")

# For translators: numbers as people write them in words, all their forms with " | " between: "ein | eine | eins"
_NUMBER_WORDS = (
    (1, Message("one | a | an")),
    (2, Message("two")),
    (3, Message("three")),
    (4, Message("four")),
    (5, Message("five")),
    (6, Message("six")),
    (7, Message("seven")),
    (8, Message("eight")),
    (9, Message("nine")),
    (10, Message("ten")),
    (11, Message("eleven")),
    (12, Message("twelve")),
    (14, Message("fourteen")),
    (15, Message("fifteen")),
    (20, Message("twenty")),
    (25, Message("twenty-five")),
    (30, Message("thirty")),
    (40, Message("forty")),
    (45, Message("forty-five")),
    (50, Message("fifty")),
    (60, Message("sixty")),
    (90, Message("ninety")),
)


def in_english(words: str, phrases: tuple[Message, ...], meanings: Mapping[str, Meaning]) -> str:
    """The first English way of the phrase that the words are, its fields read by `meanings`; else the words.

    `words` are as `plainly` gives them.
    """
    if len(words) > LONGEST:
        return words
    for pattern, english in _patterns(spoken(), phrases):
        if (match := pattern.fullmatch(words)) is None:
            continue
        meant = {name: meanings[name](said) for name, said in match.groupdict().items()}
        if None not in meant.values():
            return english.format_map(meant)
    return words


def plainly(text: str) -> str:
    """What was typed, for comparing: small letters without accents, figures as 0 to 9."""
    return plain_typed(fold(plain_typed(text)))


def ways_of(message: Message) -> tuple[str, ...]:
    """The ways in which a phrase is said in the language that is spoken, then the English ones, for comparing."""
    said = [*str(message).split(BETWEEN), *message.text.split(BETWEEN)]
    return tuple(dict.fromkeys(filter(None, map(plainly, said))))


def count_of(word: str) -> int | None:
    """The number that a word or figures are, in the language that is spoken or in English."""
    if word.isdecimal():
        return int(word)
    return _numbers(spoken()).get(plainly(word))


def with_spoken_figures(words: str) -> str:
    """Numbers that stand as words in the language that is spoken as figures: "zehn Minuten" as "10 Minuten"."""
    if spoken() is ENGLISH:
        return words
    return re.sub(r"[^\W\d]+", lambda found: str(_numbers(spoken()).get(found[0], found[0])), words)


def with_english_units(words: str, units: tuple[Message, ...], written: tuple[Message, ...]) -> str:
    """The same with units of time in English, each the first English way of its phrase.

    `written` are the messages by which we write a count of each unit, which are read wherever they stand.
    """
    if spoken() is not ENGLISH:
        for pattern, english in _units(spoken(), units, written):
            words = pattern.sub(english, words)
    return words


@lru_cache(maxsize=32)
def _patterns(language: Language, phrases: tuple[Message, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is looked for in a language, and the English that it means. English itself is read as it is."""
    if language is ENGLISH:
        return ()
    return tuple(
        (re.compile(_FIELD.sub(r"(?P<\1>\\S.*?)", re.escape(way))), english)
        for phrase in phrases
        for english in (phrase.text.split(BETWEEN)[0].strip(),)
        for way in ways_of(phrase)
        if way != english and way not in _OF_PHRASES
    )


@lru_cache(maxsize=8)
def _numbers(_language: Language) -> dict[str, int]:
    spoken_words = {way: number for number, message in _NUMBER_WORDS for way in ways_of(message)}
    return {**NUMBERS, **spoken_words}


@lru_cache(maxsize=8)
def _units(
    _language: Language, units: tuple[Message, ...], written: tuple[Message, ...]
) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_unit_patterns(units, written))


def _unit_patterns(
    units: tuple[Message, ...], written: tuple[Message, ...]
) -> Iterator[tuple[re.Pattern[str], str]]:
    for unit, count in zip(units, written, strict=True):
        english, *_ = unit.text.split(BETWEEN)
        before, after = (re.escape(plainly(part)) for part in count.filled(count="\0").split("\0"))
        yield re.compile(rf"{before}\s*(\d+(?:[.,]\d+)?)\s*{after}(?![^\W\d_])"), rf"\1 {english.strip()}"
        names = "|".join(re.escape(way) for way in sorted(ways_of(unit), key=len, reverse=True))
        yield re.compile(rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])"), english.strip()
