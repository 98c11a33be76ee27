"""How are several things, and how many of them there are, said in a sentence?"""

from collections.abc import Iterable

from formats.language import ENGLISH, Message, spoken, tr
from formats.language.direction import isolated

# For translators: small numbers as they stand in a sentence: "three challenges"; "none" is 0.
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
    *before, last = (*words,) or ("",)
    return tr("{before} and {last}", before=join_list(before), last=last) if before else last


def join_or(words: Iterable[str]) -> str:
    """The words as a choice: 4, 5 or 6."""
    *before, last = (*words,) or ("",)
    return tr("{before} or {last}", before=join_list(before), last=last) if before else last


def join_list(words: Iterable[str]) -> str:
    """The words one after another: chairs, paper, pens."""
    between = tr("{before}, {after}", before="", after="")
    return between.join(isolated(word, spoken().from_the_right) for word in words)


def join_then(words: Iterable[str]) -> str:
    """The words in the order in which they come about: Station 3, then 1, then 2."""
    between = tr("{before}, then {after}", before="", after="")
    return between.join(isolated(word, spoken().from_the_right) for word in words)


def within_sentence(title: str) -> str:
    """A title where it is not the first word: English drops its capital there, other languages keep theirs."""
    return title[:1].lower() + title[1:] if spoken().tag == ENGLISH.code else title


def quoted(words: str) -> str:
    """What somebody wrote or what is called so, where it stands in a sentence: “Lunch”."""
    return tr("“{word}”", word=words)


def large_number(count: int) -> str:
    """A number from a thousand on, as it stands in a sentence: 2,000."""
    thousands, rest = divmod(count, 1000)
    # For translators: only the sign between thousands and the rest: 2,000
    return tr("{thousands},{rest}", thousands=thousands, rest=f"{rest:03}")


def counted_noun(count: int, one: str, several: str = "") -> str:
    """A count with its noun: 1 room, 3 rooms; `several` where the plural is not an s."""
    return f"{count} {_noun(count, one, several)}"


def range_words(low: object, high: object) -> str:
    """From one to the other: 5 to 8; one of them where they are the same."""
    return tr("{low} to {high}", low=low, high=high) if low != high else f"{low}"


def number_word(count: int) -> str:
    """Small numbers as words: none, one, nine, 10."""
    return str(NUMBERS[count]) if 0 <= count < len(NUMBERS) else str(count)


def _noun(count: int, one: str, several: str) -> str:
    return one if count == 1 else several or f"{one}s"
