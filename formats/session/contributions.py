"""Who offered to contribute, and how? In a column of the roster that asks for it, or as a role for the rooms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from formats.language import tr
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.room_wishes import DOES, WishKind
from formats.session.session import Session

_ASKS = re.compile(
    r"\b(contribut\w*|offers?|offering|volunteer\w*|skills?|happy to|(could|can|like to|want to|able to)( you)? "
    r"(bring|share|help|offer|give|lead|host|present))\b"
)
OFFERS = "Offers to contribute"
_NOTHING = re.compile(r"\W*(no|none|nothing|not now|not yet|not sure|maybe later|n\W?a|)\W*")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one person offered, in their own words or as a role."""

    person: str
    what: str


def contributions_of(person: Person) -> tuple[str, ...]:
    """What a person offered in the columns of the roster that ask for it, each once."""
    answers = (answer.strip() for title, answer in person.extra if _ASKS.search(fold(title)))
    return tuple(dict.fromkeys(answer for answer in answers if not _NOTHING.fullmatch(fold(answer))))


def offers_column(person: Person) -> str:
    """The title of the column of the roster in which a person was asked what they offer; ours where none did."""
    return next((title for title, _answer in person.extra if _ASKS.search(fold(title))), OFFERS)


def with_offers(person: Person, text: str) -> Person:
    """The person with this in the column of what they offer; without the column where it is blank."""
    title, said = offers_column(person), " ".join(text.split())
    others = tuple(column for column in person.extra if column[0] != title)
    return replace(person, extra=(*others, (title, said)) if said else others)


def contributions_in(sessions: Iterable[Session]) -> tuple[Contribution, ...]:
    """All that was offered, each once, in the order in which it came; `person` is an id."""
    return tuple(dict.fromkeys(offer for session in sessions for offer in _offers_in(session)))


def _offers_in(session: Session) -> Iterator[Contribution]:
    for person in session.people:
        yield from (Contribution(person.id, what) for what in contributions_of(person))
    for wish in session.wishes.wishes:
        if wish.kind is WishKind.OFFERS:
            yield from (Contribution(one, tr("To {does}", does=DOES[wish.role])) for one in wish.people)
