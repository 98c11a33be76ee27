"""How are several things, and how many of them there are, said in a sentence?"""

from collections.abc import Iterable

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def join_and(words: Iterable[str]) -> str:
    """The words as one says them: Jo, Kristin and Idris."""
    return _join(words, "and")


def join_or(words: Iterable[str]) -> str:
    """The words as a choice: 4, 5 or 6."""
    return _join(words, "or")


def counted_noun(count: int, one: str, several: str = "") -> str:
    """A count with its noun: 1 room, 3 rooms; `several` where the plural is not an s."""
    return f"{count} {_noun(count, one, several)}"


def noun_counted_in_words(count: int, one: str, several: str = "") -> str:
    """The same with small numbers as words: one challenge, three challenges."""
    return f"{number_word(count)} {_noun(count, one, several)}"


def numbered(word: str, number: int) -> str:
    """One of several that are told apart by number: Room 2."""
    return f"{word} {number}"


def range_words(low: object, high: object) -> str:
    """From one to the other: 5 to 8; one of them where they are the same."""
    return f"{low} to {high}" if low != high else f"{low}"


def number_word(count: int) -> str:
    """Small numbers as words: none, one, nine, 10."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def _join(words: Iterable[str], conjunction: str) -> str:
    *before, last = (*words,) or ("",)
    return f"{', '.join(before)} {conjunction} {last}" if before else last


def _noun(count: int, one: str, several: str) -> str:
    return one if count == 1 else several or f"{one}s"
