"""What is said beside a title so that nobody takes one session for another of the same name?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.folding import fold
from formats.session.time_zones import local_time


class Fact(IntEnum):
    """What can tell two sessions apart, in the order in which people would say it."""

    DAY = 0
    STRUCTURE = 1
    TIME = 2
    PLACE = 3


@dataclass(frozen=True, slots=True)
class NamedSession:
    """What may be said of a session to tell which one is meant; `structures` are titles."""

    id: str
    title: str
    starts_at: datetime
    timezone: str
    structures: tuple[str, ...] = ()
    place: str = ""


_Reader = Callable[[NamedSession, DateStyle], str]
_READERS: Mapping[Fact, _Reader] = {
    Fact.DAY: lambda one, style: style.short_day(local_time(one.starts_at, one.timezone).date()),
    Fact.STRUCTURE: lambda one, _style: ", ".join(one.structures),
    Fact.TIME: lambda one, style: style.time(local_time(one.starts_at, one.timezone)),
    Fact.PLACE: lambda one, _style: one.place.strip(),
}


def tell_apart(
    sessions: Iterable[NamedSession], style: DateStyle = DEFAULT_STYLE, in_sight: Set[Fact] = frozenset()
) -> dict[str, str]:
    """What to say beside the title of each session, by id; "" where the title and what is `in_sight` do.

    Only as much as is needed; what is alike in every fact is numbered in the order in which it was given.
    """
    alike: defaultdict[str, list[NamedSession]] = defaultdict(list)
    for session in sessions:
        alike[fold(session.title)].append(session)
    return {
        one.id: ", ".join(filter(None, _words_for(one, group, style, in_sight)))
        for group in alike.values()
        for one in group
    }


def _words_for(
    one: NamedSession, group: Sequence[NamedSession], style: DateStyle, in_sight: Set[Fact]
) -> Iterable[str]:
    """The facts in which one session differs from those that are still like it, until none is."""
    others = [other for other in group if other.id != one.id]
    for fact in sorted(Fact, key=lambda fact: (fact not in in_sight, fact)):
        said = _READERS[fact](one, style)
        left = [other for other in others if fold(_READERS[fact](other, style)) == fold(said)]
        if len(left) < len(others) and fact not in in_sight:
            yield said
        others = left
    if others:
        yield f"no. {1 + [each.id for each in group if each in (one, *others)].index(one.id)}"
