"""Which of many acts does a fault need? The shortest list that is found by leaving out, half by half."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shortest(acts: Sequence[T], fails: Callable[[Sequence[T]], bool], most_tries: int = 200) -> tuple[T, ...]:
    """Delta debugging (Zeller and Hildebrandt 2002): leaves out ever smaller parts while it still fails.

    With tries to spare the result is such that none of its acts can be left out alone.
    """
    kept, parts, tries = tuple(acts), 2, 0
    while len(kept) > 1:
        size = -(-len(kept) // parts)
        for start in range(0, len(kept), size):
            less = kept[:start] + kept[start + size :]
            tries += 1
            if tries > most_tries:
                return kept
            if fails(less):
                kept, parts = less, max(parts - 1, 2)
                break
        else:
            if size == 1:
                return kept
            parts = min(parts * 2, len(kept))
    return kept
