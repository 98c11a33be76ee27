"""What is said beside a title so that nobody takes one session for another of the same name?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from formats.language import tr
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.folding import fold
from formats.session.time_zones import local_time
from formats.session.wording import join_list


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
    Fact.STRUCTURE: lambda one, _style: join_list(one.structures),
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
        session_id: join_list(filter(None, words))
        for group in alike.values()
        for session_id, words in _words_for(group, style, in_sight).items()
    }


def _words_for(group: Sequence[NamedSession], style: DateStyle, in_sight: Set[Fact]) -> dict[str, list[str]]:
    """The facts in which each session differs from those that are still like it, until none is."""
    words: dict[str, list[str]] = {one.id: [] for one in group}
    like = [group]
    for fact in sorted(Fact, key=lambda fact: (fact not in in_sight, fact)):
        finer: list[Sequence[NamedSession]] = []
        for whole in like:
            parts = _parted(whole, fact, style)
            finer += parts
            for one in whole if len(parts) > 1 and fact not in in_sight else ():
                words[one.id].append(_READERS[fact](one, style))
        like = finer
    for still_like in like:
        for number, one in enumerate(still_like, 1) if len(still_like) > 1 else ():
            words[one.id].append(tr("no. {number}", number=number))
    return words


def _parted(whole: Sequence[NamedSession], fact: Fact, style: DateStyle) -> list[Sequence[NamedSession]]:
    """Sessions that are alike so far, parted by one more fact."""
    if len(whole) == 1:
        return [whole]
    parts: defaultdict[str, list[NamedSession]] = defaultdict(list)
    for one in whole:
        parts[fold(_READERS[fact](one, style))].append(one)
    return [*parts.values()]
