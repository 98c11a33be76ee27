"""Which day is it that stands there as we print days ourselves, in whatever locale?"""

import re
from datetime import date
from functools import lru_cache

from formats.session.dates.calendar_days import is_sane, next_such_day
from formats.session.dates.date_style import DateStyle
from formats.session.dates.typed_text import plain_typed
from formats.session.folding import fold


def parse_printed_day(words: str, today: date, style: DateStyle) -> date | None:
    """A day as the locale writes it, in any of the ways in which we print one; `words` is folded text."""
    for pattern in _printed_patterns(style):
        if (match := pattern.fullmatch(words)) is None:
            continue
        found = match.groupdict()
        months = [name for name in ("MMMM", "MMM") if found.get(name)]
        if months:
            names = style.months if months[0] == "MMMM" else style.short_months
            month = 1 + [_folded_name(name) for name in names].index(found[months[0]])
        else:
            month = int(found["M"])
        day = next_such_day(int(found["d"]), month, found.get("y"), today)
        if day is not None and is_sane(day):
            return day
    return None


@lru_cache(maxsize=8)
def _printed_patterns(style: DateStyle) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile("".join(_as_pattern(token, style) for token in way)) for way in style.ways_of_writing_a_day()
    )


def _as_pattern(token: str, style: DateStyle) -> str:
    """A field of a date, or the text between two, as a pattern for what was typed."""
    if token.startswith("\0"):
        return re.escape(plain_typed(fold(f".{token[1:]}."))[1:-1]).replace(r"\ ", r"\ ?")
    if token.startswith("ddd"):
        return "(?:" + "|".join(re.escape(_folded_name(name)) for name in style.weekdays) + ")"
    if token.startswith("MMM"):
        names = style.months if token == "MMMM" else style.short_months
        return (
            f"(?P<{token[:4]}>"
            + "|".join(re.escape(_folded_name(name)) for name in sorted(names, key=len, reverse=True))
            + ")"
        )
    return {"d": r"(?P<d>\d{1,2})", "M": r"(?P<M>\d{1,2})", "y": r"(?P<y>\d{4}|\d{2})"}[token[0]]


def _folded_name(name: str) -> str:
    return plain_typed(fold(name))
