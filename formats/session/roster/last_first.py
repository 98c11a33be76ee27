"""Does a comma stand between a family name and the given one, as address books write names?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from formats.session.folding import fold
from formats.session.person_names import PARTICLES, is_title
from formats.session.roster.addresses import is_turned
from formats.session.roster.answers import answer_sign
from formats.session.roster.brackets import Beside, kind_beside
from formats.session.roster.cells import could_be_name, is_organisation, is_role, reads_like_person
from formats.session.roster.fields import fields_of, parts_at_commas, take_addresses, take_brackets
from formats.session.roster.vocabulary import GIVEN_NAMES

LONGEST_PIECE = 500
"""Signs; nobody's name, place and remarks are longer."""
_MOST = 0.6
_LONGEST_SECOND_NAME = 3
_FIRST_PART = re.compile(r"[,(<\t]|\s[-–—|]\s")
_INITIALS = re.compile(r"(?:\w\.)+")
_MAY_BE_A_NAME = (Beside.OPEN, Beside.OTHER_NAME)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the other pieces of a list show: that it has the family name first, or that commas part people."""

    last_first: bool = False
    only_people: bool = False
    with_capitals: bool = False
    """Whether names are written with capitals here, so that small words are none."""


def neighbours_of(pieces: Sequence[str]) -> Neighbours:
    """What pieces show of each other: whether most of those with one comma are "Last, First"."""
    votes = [vote for vote in map(_vote, pieces) if vote is not None]
    whole = sum(reads_like_person(_FIRST_PART.split(piece)[0].strip()) for piece in pieces)
    return Neighbours(last_first=len(votes) > 1 and sum(votes) >= _MOST * len(votes), with_capitals=whole > 1)


def is_last_name_first(parts: Sequence[str], address: str, neighbours: Neighbours, *, alone: bool) -> bool:
    """Whether the first of the parts between commas is a family name and the next the given one.

    By the address where it says, then by capitals, the neighbours, and the looks of a piece that is `alone`.
    """
    if len(parts) < 2:
        return False
    family, given = parts[0], parts[1]
    if not _may_be_names(family, given):
        return False
    if address and (turned := is_turned(address, family, given)) is not None:
        return turned
    if family.isupper() and not given.isupper() and len(family) > 1:
        return True
    if len(parts) == 2 and _are_told_by_given_names(family, given):
        return True
    if neighbours.last_first:
        return _is_one_family(family) or len(given.split()) <= _LONGEST_SECOND_NAME - 1
    return alone and len(parts) == 2 and _is_one_family(family) and _is_one_given_name(given)


def may_be_last_first(parts: Sequence[str]) -> bool:
    """Whether "Hill, Ann Marie" may as well be somebody called Hill of Ann Marie, and nothing tells."""
    if len(parts) != 2 or not _may_be_names(*parts) or not _is_one_family(parts[0]):
        return False
    given = parts[1].split()
    return len(given) == 2 and all(word[:1].isupper() for word in given) and not is_organisation(parts[1])


def _may_be_names(family: str, given: str) -> bool:
    if not could_be_name(given) or not could_be_name(family) or len(given.split()) > _LONGEST_SECOND_NAME:
        return False
    is_other = is_organisation(family) or is_role(family)
    return kind_beside(given, family) in _MAY_BE_A_NAME and not is_other


def _vote(piece: str) -> bool | None:
    """Whether a piece with one comma looks like "Last, First"; None for a piece that does not say."""
    if len(piece) > LONGEST_PIECE:
        return None
    addresses, plain = take_addresses(answer_sign(piece)[1])
    fields = fields_of(take_brackets(plain)[1])
    parts = parts_at_commas(fields[0]) if fields else []
    if len(parts) != 2:
        return None
    before, after = parts
    if not could_be_name(after) or is_organisation(after) or is_role(after):
        return False
    if kind_beside(after, before) not in _MAY_BE_A_NAME:
        return None
    if addresses and (turned := is_turned(addresses[0], before, after)) is not None:
        return turned
    if _are_told_by_given_names(before, after):
        return True
    looks = (_is_one_family(before) or before.isupper()) and _is_one_given_name(after)
    return None if not looks and may_be_last_first(parts) else looks


def _are_told_by_given_names(family: str, given: str) -> bool:
    """Whether names of several words show by themselves which is which: "Garcia Lopez, Ana Maria"."""
    behind = {fold(word) for word in given.split()} - PARTICLES
    before = {fold(word) for word in family.split()}
    return len(before) > 1 and bool(behind) and behind <= GIVEN_NAMES and not before & GIVEN_NAMES


def _is_one_family(name: str) -> bool:
    """One word, with its particles: "Fenn", "de Wit"."""
    words = name.split()
    return len(words) == 1 or len([word for word in words if fold(word) not in PARTICLES]) == 1


def _is_one_given_name(name: str) -> bool:
    """One word, with initials, a title or a short second name: "Ada", "Ada M.", "Dr Ada", "Mary Jo"."""
    words = [word for word in name.split() if not is_title(word) and len(word.strip(".")) > 1]
    if not words or all(map(_INITIALS.fullmatch, words)):
        return bool(name)
    short_second = len(words) == len(name.split()) == 2 and len(words[1]) <= _LONGEST_SECOND_NAME
    return len(words) == 1 or (short_second and words[1][:1].isupper() and "-" not in name)
