"""What is wished for the rooms of a session: who apart, who together, who stays where, who takes which role?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from formats.language import Message, tr
from formats.session.group_words import numbered_group
from formats.session.online import OnlineSeating
from formats.session.people import Person
from formats.session.wording import join_and


class WishKind(StrEnum):
    """What a wish is about."""

    APART = "apart"
    TOGETHER = "together"
    STAYS = "stays"
    MISSES = "misses"
    OFFERS = "offers"
    DECLINES = "declines"


class Role(StrEnum):
    """What someone can do for their room in a round."""

    PRESENTER = "presenter"
    NOTE_TAKER = "note-taker"
    TIMEKEEPER = "timekeeper"
    HOST = "host"


DOES = {
    Role.PRESENTER: Message("present"),
    Role.NOTE_TAKER: Message("take notes"),
    Role.TIMEKEEPER: Message("keep time"),
    Role.HOST: Message("host a table"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish. `number` is the room to stay in or the round to miss; a missed round is of `part`."""

    kind: WishKind
    people: tuple[str, ...]
    number: int = 0
    part: str = ""
    role: Role = Role.PRESENTER

    def sentence(self, names: Mapping[str, str], word: str) -> str:
        """The wish as one says it, for names by person id; `word` is what a room is called: "Room", "Table"."""
        who = [names.get(person, tr("Someone")) for person in self.people]
        everyone = join_and(who)
        match self.kind:
            case WishKind.APART:
                return tr("{people} are kept apart", people=everyone)
            case WishKind.TOGETHER:
                return tr("{people} stay together", people=everyone)
            case WishKind.STAYS:
                return tr("{people} stays in {room}", people=everyone, room=numbered_group(word, self.number))
            case WishKind.MISSES:
                return tr("{people} is not here in round {round}", people=everyone, round=self.number)
            case WishKind.OFFERS:
                return tr("{people} is happy to {does}", people=everyone, does=DOES[self.role])
            case WishKind.DECLINES:
                return tr("{people} would rather not {does}", people=everyone, does=DOES[self.role])


@dataclass(frozen=True, slots=True)
class RoomWishes:
    """All wishes of a session, and the column of the roster that is spread evenly ("" for none).

    `online` says where those go who join online.
    """

    wishes: tuple[Wish, ...] = ()
    spread: str = ""
    online: OnlineSeating = OnlineSeating.ANY

    def of_kind(self, kind: WishKind) -> tuple[Wish, ...]:
        """The wishes of one kind, in the order in which they were made."""
        return tuple(wish for wish in self.wishes if wish.kind is kind)

    def misses(self, person: str, part: str, number: int) -> bool:
        """Whether someone is not here in a round of a part."""
        missed = (wish for wish in self.of_kind(WishKind.MISSES) if person in wish.people)
        return any((wish.part, wish.number) == (part, number) for wish in missed)

    def with_wish(self, wish: Wish) -> "RoomWishes":
        """The wishes with one more; what it takes the place of is gone."""
        kept = tuple(old for old in self.wishes if old != wish and not _replaces(old, wish))
        return replace(self, wishes=(*kept, wish))

    def without_wish(self, wish: Wish) -> "RoomWishes":
        """The wishes without this one."""
        return replace(self, wishes=tuple(old for old in self.wishes if old != wish))

    def only_among(self, people: Iterable[str]) -> "RoomWishes":
        """The wishes as far as they concern these people; groups of one are no wish."""
        here = set(people)
        narrowed = (replace(w, people=tuple(p for p in w.people if p in here)) for w in self.wishes)
        groups = (WishKind.APART, WishKind.TOGETHER)
        return replace(self, wishes=tuple(w for w in narrowed if len(w.people) >= (2 if w.kind in groups else 1)))


def _replaces(old: Wish, new: Wish) -> bool:
    """One room to stay in for each person, and one answer for each role."""
    answers = {WishKind.OFFERS, WishKind.DECLINES}
    if old.people != new.people:
        return False
    if new.kind is WishKind.STAYS:
        return old.kind is WishKind.STAYS
    return new.kind in answers and old.kind in answers and old.role is new.role


def with_names(sentence: str, people: Iterable[Person]) -> str:
    """A sentence of the planner, which knows people by id, with their names."""
    names = {person.id: person.name for person in people}
    if not names:
        return sentence
    ids = "|".join(re.escape(known) for known in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w-])(?:{ids})(?![\w-])", lambda found: names[found[0]], sentence)
