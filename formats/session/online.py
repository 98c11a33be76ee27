"""Who joins from elsewhere, and how are they seated: wherever it comes, in rooms they share, or spread out?"""

from collections.abc import Iterable
from enum import StrEnum

from formats.session.folding import fold
from formats.session.people import Person

COLUMN = "joining online"
"""What the planner calls it, as if it were a column of the roster."""
_SAID_ONLINE = frozenset(
    """online | remote | remotely | virtual | virtually | zoom | on zoom | by zoom | via zoom | teams | on teams
    | via teams | video | by video | video call | via video | dial in | dialling in | webex | google meet
    | from home""".replace("\n    ", " ").split(" | ")
)


class OnlineSeating(StrEnum):
    """Where the people who join online go."""

    ANY = "any"
    SHARE = "share"
    SPREAD = "spread"


def says_online(person: Person) -> bool:
    """Whether a list that someone came from says that they join online, in a column of its own or as a remark."""
    said = (*(value for _, value in person.extra), person.remarks)
    return any(" ".join(fold(value).split()) in _SAID_ONLINE for value in said)


def shared_groups(
    online: Iterable[str], most: int, apart: Iterable[tuple[str, ...]], bound: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """People who join online in as few groups as go into rooms of `most`, of even size.

    Nobody is put with someone they are to be kept `apart` from; whoever is `bound` already goes with nobody.
    """
    elsewhere = set(bound)
    people = [person for person in online if person not in elsewhere]
    count = -(-len(people) // most) if most > 0 else 0
    groups: list[list[str]] = [[] for _ in range(count)]
    kept_apart = [set(group) for group in apart]
    for person in people:
        open_groups = (g for g in groups if len(g) < most and not _is_kept_from(person, g, kept_apart))
        group = min(open_groups, key=len, default=None)
        if group is not None:
            group.append(person)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _is_kept_from(person: str, group: list[str], kept_apart: list[set[str]]) -> bool:
    return any(person in apart and not apart.isdisjoint(group) for apart in kept_apart)
