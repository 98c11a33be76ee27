"""How do a tip, a menu and a title show words as they were typed, with no sign in them read as anything else?"""

import textwrap

from formats.language import spoken
from formats.language.direction import standing_alone

WORD_JOINER = "\u2060"
WIDEST = 72
"""So many letters stand in one line; Qt itself would put all of a tip into one."""


def plain_tip(text: str) -> str:
    """The text for a tip: in lines, and with no sign that Qt would take for the beginning of a tag."""
    lines = (textwrap.fill(line, WIDEST, break_on_hyphens=False) for line in text.splitlines())
    return "\n".join(lines).replace("<", f"<{WORD_JOINER}")


def menu_text(text: str) -> str:
    """The text for a menu or a tab, where an & underlines what follows, and a tab comes before a key."""
    return standing_alone(text.replace("&", "&&").replace("\t", " "), spoken().from_the_right)


def title_text(text: str) -> str:
    """The text for the title of a window, where [*] would stand for changes that are not saved."""
    return text.replace("[*]", "[*][*]")
