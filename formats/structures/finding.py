"""Which structures serve a purpose for so many people, in so many minutes, in such a room?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from formats.language import tr, tr_count
from formats.session.agenda import Agenda, Arrangement, RoomNeeds, Stage
from formats.session.folding import fold
from formats.session.room_sizes import SizeError, SizeRange, room_sizes
from formats.session.seating.round_limits import largest_room, most_rounds, rounds_that_fit
from formats.session.wording import join_or
from formats.structures.structure import Purpose, Structure
from formats.structures.unfold import part_from, room_needs

MINUTE = timedelta(minutes=1)
ANY_SIZE = (Arrangement.WHOLE_ROOM, Arrangement.INNER_CIRCLE, Arrangement.TEAMS, Arrangement.STATIONS)
"""Arrangements for which the number of people need not divide into rooms."""


class Limit(StrEnum):
    """What narrows the choice of structures."""

    WORDS = "the words"
    PURPOSE = "the purpose"
    PEOPLE = "the number of people"
    TIME = "the time"
    TABLES = "no tables"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words, one of some purposes, so many people, so much time; empty where all will do."""

    words: str = ""
    purposes: frozenset[Purpose] = frozenset()
    people: int = 0
    time: timedelta | None = None
    without_tables: bool = False

    def without(self, limit: Limit) -> "Search":
        """The search with one limit taken off."""
        match limit:
            case Limit.WORDS:
                return replace(self, words="")
            case Limit.PURPOSE:
                return replace(self, purposes=frozenset())
            case Limit.PEOPLE:
                return replace(self, people=0)
            case Limit.TIME:
                return replace(self, time=None)
            case Limit.TABLES:
                return replace(self, without_tables=False)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What narrows it."""
        set_ones = {
            Limit.WORDS: bool(self.words.strip()),
            Limit.PURPOSE: bool(self.purposes),
            Limit.PEOPLE: self.people > 0,
            Limit.TIME: self.time is not None,
            Limit.TABLES: self.without_tables,
        }
        return tuple(limit for limit, is_set in set_ones.items() if is_set)


@dataclass(frozen=True, slots=True)
class Misfit:
    """What stands against a structure in a few words, and for how many it works where they are too few or many."""

    words: str
    works: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A structure with the rounds and stages it would have, and what stands against it (None where it fits)."""

    structure: Structure
    rounds: int
    stages: tuple[Stage, ...]
    usual_rounds: int
    misfit: Misfit | None

    @property
    def against(self) -> str:
        """What stands against it, in a few words; empty where it fits."""
        return self.misfit.words if self.misfit else ""

    @property
    def length(self) -> timedelta:
        """How long it takes with these rounds."""
        return sum((stage.length for stage in self.stages), timedelta())

    @property
    def fits(self) -> bool:
        """Whether it can be held as looked for."""
        return self.misfit is None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What fits, what would fit with a change, and the limit to loosen where nothing fits."""

    fitting: tuple[Found, ...]
    with_a_change: tuple[Found, ...]
    loosen: Limit | None = None


def find_structures(structures: Iterable[Structure], search: Search) -> SearchResult:
    """The structures that hold the words and serve the purpose: those that fit first, in the order given.

    Where none does at all, it is said which limit, taken off, would bring back the most.
    """
    known = tuple(structures)
    found = [_weigh(one, search) for one in known if _is_meant(one, search)]
    fitting = tuple(one for one in found if one.fits)
    others = tuple(sorted((one for one in found if not one.fits), key=lambda one: one.length))
    return SearchResult(fitting, others, None if fitting else _limit_to_loosen(known, search))


def _is_meant(structure: Structure, search: Search) -> bool:
    if search.purposes and not search.purposes & set(structure.purposes):
        return False
    if search.without_tables and structure.needs_tables:
        return False
    text = fold(" ".join(_words_of(structure)))
    return all(word in text for word in fold(search.words).split())


def _words_of(structure: Structure) -> Iterable[str]:
    yield structure.title
    yield structure.summary
    yield from structure.purposes
    yield from structure.works_when
    yield from structure.tips
    yield from (stage.title for stage in structure.stages)
    # An id keeps the field's own word ("harvest") where the title has a plainer one.
    yield from (stage.id.replace("-", " ") for stage in structure.stages)
    if structure.credit is not None:
        yield structure.credit.by


def _weigh(structure: Structure, search: Search) -> Found:
    needs, people = room_needs(structure), search.people
    in_room = largest_room(needs, people) if people else structure.sizes.usual
    usual = most_rounds(needs, people) if needs.one_round_each and people else structure.rounds_for(in_room)
    usual = rounds_that_fit(needs, usual, people) if people else usual
    fewest = -(-usual // 2) if needs.one_round_each else min(structure.rounds.minimum, usual)
    agendas = [Agenda((part_from(structure, n, in_room),)).for_people(people) for n in range(fewest, usual + 1)]
    in_time = (one for one in reversed(agendas) if search.time is None or one.length <= search.time)
    agenda = next(in_time, agendas[0])
    misfit = _not_for(structure, needs, people) or _too_long(agenda.length, search.time)
    return Found(structure, agenda.parts[0].rounds, agenda.stages, usual, misfit)


def _not_for(structure: Structure, needs: RoomNeeds, people: int) -> Misfit | None:
    """Why so many people cannot work in this way."""
    if not people:
        return None
    if people < (least := structure.least_people):
        return Misfit(
            tr("from {least_people} people", least_people=least),
            tr("Works from {least_people} people", least_people=least),
        )
    if (most := structure.most_people) is not None and people > most:
        return Misfit(
            tr("up to {most_people} people", most_people=most),
            tr("Works up to {most_people} people", most_people=most),
        )
    if needs.arrangement in ANY_SIZE or people < max(needs.minimum, 3):
        return None
    try:
        room_sizes(people, SizeRange(needs.minimum, needs.usual, needs.maximum))
    except SizeError as error:
        choices = join_or(map(str, error.fits))
        return Misfit(
            tr("works with {choices} people", choices=choices), tr("Works with {choices} people", choices=choices)
        )
    return None


def _too_long(length: timedelta, time: timedelta | None) -> Misfit | None:
    over = length - time if time is not None else timedelta()
    if over <= timedelta():
        return None
    return Misfit(tr_count("{count} minute too long", "{count} minutes too long", -(-over // MINUTE)))


def _limit_to_loosen(structures: tuple[Structure, ...], search: Search) -> Limit | None:
    def brings_back(limit: Limit) -> int:
        looser = search.without(limit)
        return sum(_is_meant(one, looser) and _weigh(one, looser).fits for one in structures)

    best = max(search.limits, key=brings_back, default=None)
    return best if best is not None and brings_back(best) else None
