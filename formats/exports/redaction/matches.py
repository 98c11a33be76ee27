"""What is found when names are sought in a text?"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from formats.exports.redaction.forms import NameForm
from formats.session.folding import fold

_JOINED = re.compile(r"\s*(?:,|&|\+|/|,?\s+and|,?\s+or)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: from `start` to `end`, and whom it may mean; nobody known for an address.

    `asks` is the folded word that is to be asked about where it may mean no one; it is hidden until answered.
    A `plain` one is an everyday word by all that can be told: it stays, and is offered for a change.
    `always` says that it goes wherever any name does.
    """

    start: int
    end: int
    forms: tuple[NameForm, ...]
    asks: str = ""
    plain: bool = False
    always: bool = False

    def is_across(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether one of these spans stands inside it."""
        return any(self.start < start and end < self.end for start, end in spans)


def without_overlaps(found: Iterable[NameMatch]) -> tuple[NameMatch, ...]:
    """The matches from left to right; of two that overlap the certain one, then the longer one."""
    kept: list[NameMatch] = []
    for one in sorted(found, key=_best_first):
        at = bisect_left(kept, one.start, key=_by_place)
        before_ends = kept[at - 1].end if at else 0
        after_starts = kept[at].start if at < len(kept) else one.end
        if before_ends <= one.start and one.end <= after_starts:
            kept.insert(at, one)
    return tuple(kept)


def beside_names(found: Iterable[NameMatch], text: str) -> list[NameMatch]:
    """The matches, where an everyday word in a list with names may be one too: thanks to joy and grace."""
    matches = list(found)
    for order in (range(1, len(matches)), range(len(matches) - 2, -1, -1)):
        for at in order:
            other = matches[at - 1 if order.step > 0 else at + 1]
            first, second = sorted((matches[at], other), key=_by_place)
            if matches[at].plain and not other.plain and _JOINED.fullmatch(text, first.end, second.start):
                word = text[matches[at].start : matches[at].end]
                matches[at] = replace(matches[at], plain=False, asks=" ".join(fold(word).split()))
    return matches


def _best_first(found: NameMatch) -> tuple[bool, bool, bool, int, int]:
    return not found.always, found.plain, bool(found.asks), found.start - found.end, found.start


def _by_place(found: NameMatch) -> int:
    return found.start
