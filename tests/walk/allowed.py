"""What the walk finds and lets be, each with its reason."""

import re

ALLOWED = (
    # A region of words has no role of its own in Qt; it has a name, and a ring when the keys are in it.
    r"wrong role: (ScrollColumn|EntryDetails) .* is heard as Client$",
    # Nobody reads eighty letters across a room; the whole name stands in Prepare and in Run.
    r"^Wall, .*: cut text: .* is shortened, and nothing tells the whole$",
)
_EACH = [re.compile(pattern) for pattern in ALLOWED]


def is_allowed(fault: str) -> bool:
    """Whether a fault is let be."""
    return any(pattern.search(fault) for pattern in _EACH)
