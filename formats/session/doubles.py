"""Which two records of people are likely one person, and why?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from formats.language import tr
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.person_names import name_parts

MOST_OF_ONE_WORD = 80
"""So many who share a word of their name are compared each with each; of more, the word says too little."""
ALIKE, WORD_ALIKE, SHORTEST = 0.86, 0.8, 6
"""From this share of equal letters on, two texts of so many letters may be one, mistyped."""


@dataclass(frozen=True, slots=True)
class LikelyDouble:
    """Two people of whom the first is known better, and why they may be one."""

    one: Person
    other: Person
    why: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody, with what is compared of them, folded."""

    person: Person
    name: str
    words: tuple[str, ...]
    organisation: str
    email: str


def likely_doubles(people: Iterable[Person], two: Set[frozenset[str]] = frozenset()) -> tuple[LikelyDouble, ...]:
    """The pairs to ask about, the surest first; none of those in `two`, who were said to be two people."""
    found: dict[frozenset[str], tuple[int, LikelyDouble]] = {}
    for group in _groups([_known(person) for person in people]):
        for one, other in combinations(group, 2):
            pair = frozenset((one.person.id, other.person.id))
            if pair not in found and pair not in two and (reason := _reason(one, other)):
                rank, why = reason
                better, lesser = sorted((one.person, other.person), key=_fullness, reverse=True)
                found[pair] = rank, LikelyDouble(better, lesser, why)
    return tuple(double for _rank, double in sorted(found.values(), key=lambda entry: entry[0]))


def _known(person: Person) -> _Known:
    words = tuple(fold(word).strip(".,") for word in name_parts(person.name).words)
    return _Known(person, fold(person.name), words, fold(person.organisation), fold(person.email))


def _groups(known: Iterable[_Known]) -> Iterator[list[_Known]]:
    """Those who share an address or a word of their name: only they can be one person under two spellings."""
    groups: defaultdict[tuple[str, str], list[_Known]] = defaultdict(list)
    for one in known:
        keys = [("word", word) for word in set(one.words) if len(word) > 1]
        for key in [*keys, ("email", one.email)] if one.email else keys:
            groups[key].append(one)
    yield from (group for group in groups.values() if 1 < len(group) <= MOST_OF_ONE_WORD)


def _reason(one: _Known, other: _Known) -> tuple[int, str] | None:
    """Why two may be one, and how sure that is: 0 is surest."""
    if one.email and one.email == other.email:
        return (0, tr("Same email address")) if set(one.words) & set(other.words) else None
    if one.organisation and other.organisation and not _alike(one.organisation, other.organisation):
        return None
    near = bool(one.organisation and other.organisation)
    if one.name == other.name:
        return 1, tr("Same name")
    if set(one.words) == set(other.words):
        return 2, tr("Same name, in another order")
    if _is_short_for(one.words, other.words) or _is_short_for(other.words, one.words):
        return 3, tr("Same first name, nearly the same organisation") if near else tr("Same first name")
    if _is_nearly(one, other):
        said = tr("Nearly the same name, nearly the same organisation") if near else tr("Nearly the same name")
        return 4, said
    return None


def _is_nearly(one: _Known, other: _Known) -> bool:
    """Whether two names differ as a mistyped one does: a little, and in no word much."""
    if len(one.words) != len(other.words) or min(len(one.name), len(other.name)) < SHORTEST:
        return False
    pairs = zip(one.words, other.words, strict=True)
    return _share(one.name, other.name) >= ALIKE and all(_share(*pair, least=WORD_ALIKE) for pair in pairs)


def _is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one is the first name of the other, or that and a letter of the family name: "Kristin T."."""
    if not short or len(long) < 2 or short[0] != long[0]:
        return False
    return len(short) == 1 or (len(short) == 2 and 0 < len(short[1]) <= 2 and long[-1].startswith(short[1]))


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    """Whether two organisations may be one: one is the beginning of the other, or they are nearly the same."""
    return one.startswith(other) or other.startswith(one) or _share(one, other) >= ALIKE


def _share(one: str, other: str, least: float = ALIKE) -> float:
    """The share of letters that two texts have alike, 0 below the `least` that counts."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    share = matcher.ratio() if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least else 0
    return share if share >= least else 0


def _fullness(person: Person) -> tuple[int, int]:
    """How much is known of somebody."""
    return (sum(map(bool, (person.email, person.organisation, person.role, person.remarks))), len(person.name))
