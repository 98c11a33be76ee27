"""What is the next session of a series called, going by what those before it were called?"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.folding import fold

LOOKED_AT = 5
"""How many of the latest titles may show the way of naming: one special title in between does not hide it."""
_HELD = "\ue000"
"""Stands for the structure while the numbers around it are counted on; no title has it."""
_NUMBER = re.compile(r"(?<![\d./:-])\d{1,3}(?![\d./:%-])")
_LONG_WORD = 5


@dataclass(frozen=True, slots=True)
class TitledDay:
    """One session of the series: its title, its day, the titles of its structures."""

    title: str
    day: date
    structures: tuple[str, ...] = ()


def propose_title(
    earlier: Sequence[TitledDay], day: date, structure: str, style: DateStyle = DEFAULT_STYLE
) -> str:
    """The title of a session on `day` with this structure, "" where that is not known; `earlier` oldest first.

    Month, year, number and structure are carried on where titles have them. "" where no title shows a way.
    """
    for one in tuple(reversed(earlier))[:LOOKED_AT]:
        renewed = _renewed(one, earlier, day, structure, style)
        if renewed and renewed != one.title:
            return renewed
    return ""


def _renewed(
    one: TitledDay, earlier: Sequence[TitledDay], day: date, structure: str, style: DateStyle
) -> str | None:
    """A title carried on; None where it names a structure that is not known now, or a month it was not held in."""
    held = _with_structure_held(one)
    if (_HELD in held and not structure) or _names_another_month(held, one.day, style):
        return None
    dated = _with_dates_of(held, one.day, day, style)
    counted = dated if dated != held else _counted_on(held, earlier)
    lower = _HELD in held and _replaced(one).islower()
    return counted.replace(_HELD, structure.lower() if lower else structure)


def _with_structure_held(one: TitledDay) -> str:
    words = _replaced(one)
    return one.title.replace(words, _HELD, 1) if words else one.title


def _replaced(one: TitledDay) -> str:
    """The words of a title that name one of its structures: in full, or by a long first word at the end."""
    for name in one.structures:
        if found := re.search(re.escape(name), one.title, re.IGNORECASE):
            return found[0]
        first = re.escape(name.split()[0]) if name.split() else ""
        if len(first) >= _LONG_WORD and (found := re.search(rf"\b{first}$", one.title, re.IGNORECASE)):
            return found[0]
    return ""


def _with_dates_of(title: str, before: date, after: date, style: DateStyle) -> str:
    """The title with month, day beside it and year of another date, each where it has that of its own."""
    for old, new in _months(before, after, style):
        word = re.escape(old)
        title = re.sub(rf"\b0?{before.day}(\.?\s+){word}\b", rf"{after.day}\g<1>{new}", title)
        title = re.sub(rf"\b{word}(\s+)0?{before.day}\b", rf"{new}\g<1>{after.day}", title)
        title, count = re.subn(rf"\b{word}\b", new, title)
        if count:
            break
    return re.sub(rf"\b{before.year}\b", str(after.year), title)


def _names_another_month(title: str, day: date, style: DateStyle) -> bool:
    names = {*style.months, *DEFAULT_STYLE.months}
    own = {style.months[day.month - 1], DEFAULT_STYLE.months[day.month - 1]}
    said = {name for name in names if re.search(rf"\b{re.escape(name)}\b", title)}
    return bool(said) and said.isdisjoint(own)


def _months(before: date, after: date, style: DateStyle) -> Iterator[tuple[str, str]]:
    """The name of one month and that of the other, in each way in which titles write them."""
    ways: tuple[Callable[[str], str], ...] = (str, str.capitalize, str.upper)
    for names in (style.months, DEFAULT_STYLE.months, style.short_months, DEFAULT_STYLE.short_months):
        for way in ways:
            yield way(names[before.month - 1]), way(names[after.month - 1])


def _counted_on(title: str, earlier: Sequence[TitledDay]) -> str:
    """The title with the number after the highest that any has in this place; as it is without a number."""
    found = _NUMBER.search(title)
    if found is None:
        return title
    around = fold(title[: found.start()]), fold(title[found.end() :])
    numbers = [int(found[0])]
    for one in earlier:
        held = _with_structure_held(one)
        other = _NUMBER.search(held)
        if other and (fold(held[: other.start()]), fold(held[other.end() :])) == around:
            numbers.append(int(other[0]))
    return f"{title[: found.start()]}{max(numbers) + 1}{title[found.end() :]}"
