"""Who is a summary for, what does it include, and how do names appear in it?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from formats.exports.paper import Paper
from formats.language import Language, spoken
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle
from formats.session.people import Person
from formats.session.session import Session


class Audience(StrEnum):
    """Who is going to read it."""

    PRESENT = "present"
    NETWORK = "network"
    ANYONE = "anyone"


class NameStyle(StrEnum):
    """How people are named."""

    FULL = "full"
    FIRST = "first"
    INITIALS = "initials"
    ROLES = "roles"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NameSpot:
    """Where a name stands: the text it was found in (a note's id, or "title" and the like), and the character."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What leaves the machine. Private notes, and stories without agreement, never do: nothing here adds them.

    `overruled` names the places where the user wants the opposite of what was proposed for a name;
    `names_confirmed` are doubtful words that the user says are names, `words_confirmed` those that are none;
    `known` are people of the network who are not in this session and whose names change too;
    `dates` is how days and times are written, `paper` what is printed on. Without `key_notes` none comes first.
    `language` is that of the readers, None for the one the app speaks; `dates` are to be of the same.
    """

    audience: Audience = Audience.PRESENT
    names: NameStyle = NameStyle.FULL
    insights: bool = True
    ideas: bool = True
    check_in: bool = True
    key_notes: bool = True
    next_steps: bool = True
    people: bool = True
    timings: bool = False
    overruled: frozenset[NameSpot] = frozenset()
    words_confirmed: frozenset[str] = frozenset()
    names_confirmed: frozenset[str] = frozenset()
    known: tuple[Person, ...] = ()
    dates: DateStyle = DEFAULT_STYLE
    paper: Paper = Paper.A4
    language: Language | None = None

    @property
    def spoken(self) -> Language:
        """The language to write in."""
        return self.language or spoken()

    @property
    def answered(self) -> frozenset[str]:
        """The doubtful words about which the user has been asked."""
        return self.words_confirmed | self.names_confirmed

    def __post_init__(self) -> None:
        """A plain text would pass for a member here and slip past every comparison later."""
        if not (isinstance(self.audience, Audience) and isinstance(self.names, NameStyle)):
            raise TypeError("audience and names are members of their enumerations")


def with_more_answers(choices: Choices, names: frozenset[str], words: frozenset[str]) -> Choices:
    """Choices that know which doubtful words are names as well, and which are none."""
    confirmed = choices.names_confirmed | names
    return replace(
        choices, names_confirmed=confirmed, words_confirmed=(choices.words_confirmed | words) - confirmed
    )


def with_answers(choices: Choices, sessions: Iterable[Session]) -> Choices:
    """Choices that know what was answered about the doubtful words of these sessions."""
    some = tuple(sessions)
    names = frozenset[str]().union(*(session.names_confirmed for session in some))
    return with_more_answers(
        choices, names, frozenset[str]().union(*(session.words_confirmed for session in some))
    )


# What people say in a check-in is theirs: it leaves only where somebody chooses that.
STARTING_POINTS = {
    Audience.PRESENT: Choices(Audience.PRESENT, NameStyle.FULL, timings=True, check_in=False),
    Audience.NETWORK: Choices(Audience.NETWORK, NameStyle.FIRST, check_in=False),
    Audience.ANYONE: Choices(Audience.ANYONE, NameStyle.NONE, check_in=False, next_steps=False, people=False),
}


def choices_for(audience: Audience) -> Choices:
    """Where to start from for these readers; each choice can be changed."""
    return STARTING_POINTS[audience]
