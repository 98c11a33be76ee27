"""How else may letters be read, where tags part them or one of them is drawn out: <b>P</b>hil, Philllip?"""

import re
from collections.abc import Callable, Iterator
from itertools import product

from formats.exports.redaction.atoms import WORD
from formats.exports.redaction.folded import FoldedText

Span = tuple[int, int]
MOST_RUNS = 5
_TAG = r"</?[a-z][a-z0-9-]{0,15}(?:\s[^<>\n]{0,200})?/?>|\[/?[a-z]{1,8}\]"
_TAGS_INSIDE = re.compile(rf"(?<=\w)(?:{_TAG})+(?=\w)")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


def other_readings(folded: FoldedText, known: Callable[[str], bool]) -> Iterator[tuple[FoldedText, list[Span]]]:
    """The text without what parts or draws out its words, and from where to where that stood as typed.

    `known` says whether letters may be a name; only what becomes one is drawn in again.
    """
    tags = [match.span() for match in _TAGS_INSIDE.finditer(folded.text)]
    drawn = list(_drawn_out(folded, known))
    for unread in (tags, drawn):
        if unread:
            yield folded.without(unread), [folded.typed_span(*span) for span in unread]


def _drawn_out(folded: FoldedText, known: Callable[[str], bool]) -> Iterator[Span]:
    """The letters too many in words that are names without them."""
    if not _DRAWN_OUT.search(folded.text):
        return
    for word in WORD.finditer(folded.shape):
        start, letters = word.start(), folded.text[word.start() : word.end()]
        runs = [match.span() for match in _DRAWN_OUT.finditer(letters)]
        for kept in product((1, 2), repeat=len(runs)) if len(runs) <= MOST_RUNS else ():
            unread = [_too_many(run, size) for run, size in zip(runs, kept, strict=True)]
            if unread and known(_without(letters, unread)):
                yield from ((start + first, start + last) for first, last in unread)
                break


def _too_many(run: Span, kept: int) -> Span:
    """All but `kept` of a run of one letter: the first ones, or the last ones where the word begins with them."""
    first, last = run
    return (kept, last) if first == 0 else (first, last - kept)


def _without(letters: str, unread: list[Span]) -> str:
    for first, last in reversed(unread):
        letters = letters[:first] + letters[last:]
    return letters
