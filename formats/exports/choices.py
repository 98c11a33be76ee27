"""Who is a summary for, what does it include, and how do names appear in it?"""

from dataclasses import dataclass
from enum import StrEnum

from formats.session.dates.date_style import OURS, DateStyle
from formats.session.people import Person


class Audience(StrEnum):
    """Who is going to read it."""

    PRESENT = "present"
    NETWORK = "network"
    ANYONE = "anyone"


class Names(StrEnum):
    """How people are named."""

    FULL = "full"
    FIRST = "first"
    INITIALS = "initials"
    ROLES = "roles"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: the text it was found in (a note's id, or "title" and the like), and the character."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What leaves the machine. Private notes, and stories without agreement, never do: nothing here adds them.

    `overruled` names the places where the user wants the opposite of what was proposed for a name;
    `known` are people of the network who are not in this session and whose names change too;
    `dates` is how days and times are written.
    """

    audience: Audience = Audience.PRESENT
    names: Names = Names.FULL
    insights: bool = True
    ideas: bool = True
    check_in: bool = True
    next_steps: bool = True
    people: bool = True
    timings: bool = False
    overruled: frozenset[Place] = frozenset()
    known: tuple[Person, ...] = ()
    dates: DateStyle = OURS

    def __post_init__(self) -> None:
        """A plain text would pass for a member here and slip past every comparison later."""
        if not (isinstance(self.audience, Audience) and isinstance(self.names, Names)):
            raise TypeError("audience and names are members of their enumerations")


STARTING_POINTS = {
    Audience.PRESENT: Choices(Audience.PRESENT, Names.FULL),
    Audience.NETWORK: Choices(Audience.NETWORK, Names.FIRST),
    Audience.ANYONE: Choices(Audience.ANYONE, Names.NONE, check_in=False, next_steps=False, people=False),
}


def choices_for(audience: Audience) -> Choices:
    """Where to start from for these readers; each choice can be changed."""
    return STARTING_POINTS[audience]
