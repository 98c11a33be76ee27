"""Is the name of a series new, or nearly one that there is already?"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from formats.session.folding import fold

ALIKE = 0.84
"""From this share of equal letters on, one name may be the other one mistyped."""
_APART = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")


def series_like(name: str, known: Iterable[str]) -> str:
    """The name of a series that this one may have been meant for; "" where it is one of them, or quite new.

    Names with other numbers in them ("Group 1", "Group 2") are other series.
    """
    names = [one for one in known if one.strip()]
    if not fold(name) or any(fold(one) == fold(name) for one in names):
        return ""
    near = [(_likeness(name, one), one) for one in names if _DIGITS.findall(one) == _DIGITS.findall(name)]
    share, nearest = max(near, default=(0.0, ""))
    return nearest if share >= ALIKE else ""


def _likeness(one: str, other: str) -> float:
    bare, other_bare = (_APART.sub("", fold(text)) for text in (one, other))
    return SequenceMatcher(None, bare, other_bare, autojunk=False).ratio()
