"""Does a day stand before the names on this line, as in a rota: "Sun 8 Dec   Shanthi Perera, Margaret Yeo"?"""

import re

from formats.session.folding import fold
from formats.session.roster.cells import is_day
from formats.session.roster.vocabulary import DAYS

_LONGEST = 7
_PARTING = " \t:,;–—-|."
_PARTED = re.compile(r"(?:[:\t|;,–—]|\s-)\s*\Z|\s{2,}\Z")


def day_before(line: str) -> tuple[str, str] | None:
    """The day or time that a line begins with, and what follows; None where it begins with none.

    A number and a month may as well be a bullet and a name, "1. Jan Nowak": a weekday, a year or a mark tells.
    """
    words = list(re.finditer(r"[^\s|]+", line))
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        day, rest = line[: words[count].start()], line[words[count].start() :]
        plain = day.strip(_PARTING)
        if is_day(plain) and _is_sure(day, plain) and rest[:1].isalpha():
            return plain, rest
    return None


def _is_sure(day: str, plain: str) -> bool:
    if not any(c.isdigit() for c in plain) or plain.isdigit():
        return False
    weekday = fold(plain).split()[0].strip(".,") in DAYS
    return weekday or bool(_PARTED.search(day)) or bool(re.search(r"\d{4}|\d[./:-]\d", plain))
