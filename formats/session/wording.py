"""How are several things, and how many of them there are, said in a sentence?"""

from collections.abc import Iterable

from formats.language import Message, tr

NUMBERS = (
    Message("none"),
    Message("one"),
    Message("two"),
    Message("three"),
    Message("four"),
    Message("five"),
    Message("six"),
    Message("seven"),
    Message("eight"),
    Message("nine"),
)


def join_and(words: Iterable[str]) -> str:
    """The words as one says them: Jo, Kristin and Idris."""
    before, last = _listed(words)
    return tr("{words} and {last}", words=before, last=last) if before else last


def join_or(words: Iterable[str]) -> str:
    """The words as a choice: 4, 5 or 6."""
    before, last = _listed(words)
    return tr("{words} or {last}", words=before, last=last) if before else last


def counted_noun(count: int, one: str, several: str = "") -> str:
    """A count with its noun: 1 room, 3 rooms; `several` where the plural is not an s."""
    return f"{count} {_noun(count, one, several)}"


def noun_counted_in_words(count: int, one: str, several: str = "") -> str:
    """The same with small numbers as words: one challenge, three challenges."""
    return f"{number_word(count)} {_noun(count, one, several)}"


def numbered(word: str, number: int) -> str:
    """One of several that are told apart by number: Room 2."""
    return tr("{word} {number}", word=word, number=number)


def range_words(low: object, high: object) -> str:
    """From one to the other: 5 to 8; one of them where they are the same."""
    return tr("{low} to {high}", low=low, high=high) if low != high else f"{low}"


def number_word(count: int) -> str:
    """Small numbers as words: none, one, nine, 10."""
    return str(NUMBERS[count]) if 0 <= count < len(NUMBERS) else str(count)


def _listed(words: Iterable[str]) -> tuple[str, str]:
    """All but the last, with what stands between them; and the last."""
    *before, last = (*words,) or ("",)
    # For translators: what stands between the entries of a list.
    return tr(", ").join(before), last


def _noun(count: int, one: str, several: str) -> str:
    return one if count == 1 else several or f"{one}s"
