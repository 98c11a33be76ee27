"""What may a tip hold? Words as they were typed: never read as markup, never wider than a screen."""

import textwrap

WORD_JOINER = "\u2060"
WIDEST = 72
"""So many letters stand in one line; Qt itself would put all of a tip into one."""


def plain_tip(text: str) -> str:
    """The text for a tip: in lines, and with no sign that Qt would take for the beginning of a tag."""
    lines = (textwrap.fill(line, WIDEST, break_on_hyphens=False) for line in text.splitlines())
    return "\n".join(lines).replace("<", f"<{WORD_JOINER}")
