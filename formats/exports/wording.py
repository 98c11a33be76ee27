"""How are lengths and counts written in a summary? Days and times follow its reader's locale."""

from collections.abc import Sequence
from datetime import timedelta

LANGUAGE = "en-GB"
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def minutes(length: timedelta) -> str:
    """5:00, in minutes and seconds; 66:00 for more than an hour."""
    whole = round(length.total_seconds())
    return f"{whole // 60}:{whole % 60:02}"


def number_word(count: int) -> str:
    """Small numbers as words."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def count_in_words(count: int, one: str, several: str = "") -> str:
    """One challenge, three challenges."""
    return f"{number_word(count)} {one if count == 1 else several or one + 's'}"


def count_in_figures(count: int, one: str, several: str = "") -> str:
    """1 insight, 14 insights."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def join_and(words: Sequence[str]) -> str:
    """Words as one says them: a, b and c."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."
