"""What is a structure: which stages, how long, for whom, in which rooms, and who it comes from?"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from formats.language import Message
from formats.session.agenda import Arrangement, InnerCircle, RoundWords
from formats.session.notes import NoteKind
from formats.structures.fields import Lengths, RoomSizes

EVERYONE = "everyone"
FACILITATOR = "facilitator"
GIVEN_ROLES = {"note-taker": "note-taker", "scribe": "note-taker", "timekeeper": "timekeeper", "host": "host"}
"""The roles that one person has for a whole round: what a file says, and how rooms know it."""


class StageRecurrence(StrEnum):
    """Does a stage come once before the rounds, in each round, or once after them?"""

    BEFORE = "once-before"
    EACH_ROUND = "each-round"
    AFTER = "once-after"


class Duration(StrEnum):
    """What do a stage's minutes count: the whole, one person of the room, one item, or up to a vote?"""

    FIXED = "fixed"
    PER_PERSON = "per person"
    PER_ITEM = "per item"
    ELASTIC = "elastic"
    BY_VOTE = "by vote"


class Grouping(StrEnum):
    """In which group is a stage done?"""

    ALONE = "alone"
    PAIRS = "pairs"
    FOURS = "fours"
    ROOM = "room"
    ALL = "all"


class Purpose(StrEnum):
    """What does somebody want when they look for a structure?"""

    GET_HELP = "get help"
    SHARE = "share"
    DECIDE = "decide"
    LOOK_BACK = "look back"
    MEET = "meet"


PURPOSES = {
    Purpose.GET_HELP: Message("Get help"),
    Purpose.SHARE: Message("Share"),
    Purpose.DECIDE: Message("Decide"),
    Purpose.LOOK_BACK: Message("Look back"),
    Purpose.MEET: Message("Meet"),
}


class BetweenRounds(StrEnum):
    """Who sits together in the next round: the same, a new mix, or the same group at the next station?"""

    STAY = "stay"
    MIX = "mix"
    MOVE_ON = "move on"


@dataclass(frozen=True, slots=True)
class StageTemplate:
    """One timed part of a structure, before it stands in an agenda."""

    id: str
    title: str
    short_title: str
    lengths: Lengths
    duration: Duration
    items: int
    """How many items a stage per item usually has."""
    extension: timedelta
    """What one vote adds to a stage by vote; zero elsewhere."""
    protected: bool
    optional: bool
    when: StageRecurrence
    only_in: int
    """The one round in which this stage comes; 0 for every round."""
    grouping: Grouping
    instruction: str
    wall: tuple[str, ...]
    later: RoundWords
    """What is said from the second round on."""
    last: RoundWords
    """What is said in the last round."""
    at_half: str
    """What is said at half-time; empty where nothing changes then."""
    shows_question: bool
    """Whether the session's question stands large in it."""
    speaks: tuple[str, ...]
    listens: tuple[str, ...]
    note_prompt: str
    note_kind: NoteKind

    def lengths_for(self, people_in_room: int, items: int | None = None) -> Lengths:
        """How long this stage takes in a room of so many people, with so many items."""
        if self.duration is Duration.PER_PERSON:
            return self.lengths.times(people_in_room)
        if self.duration is Duration.PER_ITEM:
            return self.lengths.times(self.items if items is None else items)
        return self.lengths


@dataclass(frozen=True, slots=True)
class RoundRules:
    """How often the repeating stages come, what each pass is for, and who meets whom in the next."""

    minimum: int
    usual: int
    maximum: int
    one_per_person: bool
    """One round for each person in the room; minimum, usual and maximum then follow the room's sizes."""
    each: str
    """What one round is for: a presenter, a question, a topic."""
    between: BetweenRounds


@dataclass(frozen=True, slots=True)
class RoleNames:
    """What this structure calls its people. Each name is singular, so that "client listens" reads well."""

    presenter: str | None
    others: str
    also: tuple[str, ...]
    rotating: tuple[str, ...] = ()
    """Which of the others go round with the presenter: whoever sits next is the first of them, and so on."""

    def known(self) -> tuple[str, ...]:
        """Every label that a stage may name as speaking or listening."""
        first = (self.presenter,) if self.presenter else ()
        return (EVERYONE, FACILITATOR, *first, self.others, *self.also)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who a structure comes from, where to read on, and under which licence it is shared."""

    by: str
    address: str
    licence: str


@dataclass(frozen=True, slots=True)
class Structure:
    """A known way of working together."""

    id: str
    title: str
    summary: str
    icon: str
    arrangement: Arrangement
    sizes: RoomSizes
    inner: InnerCircle | None
    """Who sits in the middle; None where there is no middle."""
    size_note: str
    """What a room of an unusual size means for the time; empty where it means nothing."""
    least_people: int
    most_people: int | None
    rounds: RoundRules
    roles: RoleNames
    purposes: tuple[Purpose, ...]
    works_when: tuple[str, ...]
    to_begin: tuple[str, ...]
    """What to say to begin with, word for word."""
    if_wrong: tuple[str, ...]
    """What to do or say where it goes wrong."""
    to_end: tuple[str, ...]
    """How to bring people back and thank them."""
    example_question: str
    """A question of the kind it lives by; empty where it needs none."""
    needs_tables: bool
    needs: tuple[str, ...]
    tips: tuple[str, ...]
    """What to watch for."""
    credit: Credit | None
    stages: tuple[StageTemplate, ...]

    @property
    def lives_by_question(self) -> bool:
        """Whether one of its stages shows the session's question."""
        return any(stage.shows_question for stage in self.stages)

    def stages_of(self, when: StageRecurrence) -> tuple[StageTemplate, ...]:
        """The stages before, in each of, or after the rounds, in order."""
        return tuple(stage for stage in self.stages if stage.when is when)

    def rounds_for(self, people_in_room: int) -> int:
        """How many rounds a room of so many people usually has."""
        return people_in_room if self.rounds.one_per_person else self.rounds.usual

    def round_length(self, people_in_room: int | None = None) -> timedelta:
        """The usual length of one further round, without optional stages."""
        return self._usual(StageRecurrence.EACH_ROUND, people_in_room or self.sizes.usual)

    def length(self, rounds: int | None = None, people_in_room: int | None = None) -> timedelta:
        """The usual length in all, without optional stages; usual rounds and room unless given."""
        people = people_in_room or self.sizes.usual
        count = self.rounds_for(people) if rounds is None else rounds
        once = self._usual(StageRecurrence.BEFORE, people) + self._usual(StageRecurrence.AFTER, people)
        rounds_in_all = (self._usual(StageRecurrence.EACH_ROUND, people, number) for number in range(1, count + 1))
        return once + sum(rounds_in_all, timedelta())

    def _usual(self, when: StageRecurrence, people: int, number: int = 1) -> timedelta:
        stages = (s for s in self.stages_of(when) if not s.optional and s.only_in in (0, number))
        return sum((stage.lengths_for(people).usual for stage in stages), timedelta())
