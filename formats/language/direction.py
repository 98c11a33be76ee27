"""Which way is a text read, and how does a name in another script stand in it without turning it round?

The marks are those of Unicode's bidirectional algorithm (UAX 9): an isolate keeps what is inside from reordering
what is around it, and the first strong letter inside decides which way the inside is read.
"""

from collections.abc import Iterator
from unicodedata import bidirectional

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
_BREAKS = "\n\u2028"
_FROM_THE_RIGHT, _FROM_THE_LEFT = frozenset({"R", "AL"}), frozenset({"L"})


def is_read_from_the_right(code: str) -> bool:
    """Whether a language is, by its code."""
    return code.casefold() in RIGHT_TO_LEFT or code.casefold().partition("-")[0] in RIGHT_TO_LEFT


def isolated(text: str, from_the_right: bool) -> str:
    """The text as it stands inside a sentence: set apart where it could be read the other way round.

    In a sentence from the left only a text with letters from the right needs it, so that English stays as it is;
    in one from the right everything does that has Latin letters or digits, for "1-2-4-All" turns into "All-1-2-4".
    What is set apart in it already does not count: a list of such names reads in the direction of the sentence.
    """
    other = _FROM_THE_LEFT | {"EN"} if from_the_right else _FROM_THE_RIGHT
    if text.isascii() and not from_the_right:
        return text
    if any(bidirectional(letter) in other for letter in not_set_apart(text)):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text


def standing_alone(text: str, from_the_right: bool) -> str:
    """A text that stands by itself, such as a title, with each line set apart that reads the other way."""
    if text.isascii() and not from_the_right:
        return text
    lines = ((line.rstrip(_BREAKS), line) for line in text.splitlines(keepends=True))
    return "".join(
        isolated(said, from_the_right) + line[len(said) :] if reads_the_other_way(said, from_the_right) else line
        for said, line in lines
    )


def reads_the_other_way(text: str, from_the_right: bool) -> bool:
    """Whether all of a text does: "1-2-4-All" or "5 → 3" in a window from the right.

    What has letters of both is a sentence, and a sentence reads as its window does.
    """
    if text.isascii() and not from_the_right:
        return False
    own, other = (
        (_FROM_THE_RIGHT, _FROM_THE_LEFT | {"EN"}) if from_the_right else (_FROM_THE_LEFT, _FROM_THE_RIGHT)
    )
    ways = {bidirectional(letter) for letter in not_set_apart(text)}
    return not ways & own and bool(ways & other)


def without_isolates(text: str) -> str:
    """The letters alone, as somebody would have typed them: for what is kept, or compared with what is kept."""
    return text.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


def not_set_apart(text: str) -> Iterator[str]:
    """The letters of a text that stand in no isolate."""
    depth = 0
    for letter in text:
        if letter == POP_ISOLATE:
            depth -= 1
        if not depth and letter not in (FIRST_STRONG_ISOLATE, POP_ISOLATE):
            yield letter
        if letter == FIRST_STRONG_ISOLATE:
            depth += 1
