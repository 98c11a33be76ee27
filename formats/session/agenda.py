"""What is planned: the ordered stages of one session, in parts, with the minutes of each."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import time, timedelta
from enum import StrEnum

from formats.language import tr
from formats.session.room_sizes import SizeError, SizeRange, room_sizes

BREAK_BOUNDS = (timedelta(minutes=1), timedelta(minutes=30))
FREE_BOUNDS = (timedelta(minutes=1), timedelta(hours=1))


class StageKind(StrEnum):
    """What kind of stage this is, which decides the panel that shows it."""

    OPENER = "opener"
    CHECK_IN = "check-in"
    WORK = "work"
    BREAK = "break"
    CLOSING = "closing"
    CLOSING_ROUND = "closing-round"
    FREE = "free"


class PartKind(StrEnum):
    """What a part of the agenda is for."""

    OPENING = "opening"
    STRUCTURE = "structure"
    BREAK = "break"
    CLOSING = "closing"
    FREE = "free"


class Arrangement(StrEnum):
    """How are the people of a session spread out for a structure?"""

    ROOMS = "rooms"
    NESTED = "nested"
    ROTATING_PAIRS = "rotating pairs"
    STATIONS = "stations"
    HOSTED_TABLES = "hosted tables"
    INNER_CIRCLE = "inner circle"
    WHOLE_ROOM = "whole room"
    TEAMS = "teams"


PUT_IN = frozenset({StageKind.BREAK, StageKind.FREE})
"""Stages that no structure has: the user puts them in anywhere, between those of a structure too."""
WORDED_BY_USER = PUT_IN | {StageKind.CLOSING}
"""Stages whose title is the user's from the start."""


@dataclass(frozen=True, slots=True, order=True)
class StageKey:
    """Names one stage of one round for good, so that a note stays where it was written."""

    part: str
    stage: str
    round: int = 1


@dataclass(frozen=True, slots=True)
class StageWords:
    """What a stage is called, what is said in it, and what the wall shows."""

    title: str
    instruction: str = ""
    wall: tuple[str, ...] = ()
    short_title: str = ""


@dataclass(frozen=True, slots=True)
class RoundWords:
    """What a stage says in certain rounds instead; what is empty is said as ever."""

    instruction: str = ""
    wall: tuple[str, ...] = ()


AS_EVER = RoundWords()


@dataclass(frozen=True, slots=True)
class Stage:
    """One timed part of the agenda. `seconds_each` is set where the length follows the number of people.

    `grouping` says in which group it is done: "alone", "pairs", "fours", "room" or "all". `facilitator_line` is
    the facilitator's own: in Run and on the run sheet, never on the wall, never in anything made for others.
    `locked_start` is the time of day, on the clock of the place, at which it has to begin; None where it begins
    when the stage before it ends. `fitted_from` is the length that fitting to the time took it from, until it is
    chosen by hand. `words_before` is what it was called and said before that was changed for this session.
    `later` is said from the second round on and `last` in the last one, `at_half` at half-time; `stage_as_said`
    tells which of them holds. `shows_question` says that the session's question stands large in it.
    """

    key: StageKey
    kind: StageKind
    title: str
    length: timedelta
    minimum: timedelta
    maximum: timedelta
    short_title: str = ""
    instruction: str = ""
    wall: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    listens: tuple[str, ...] = ()
    prompt: str = ""
    note_kind: str = "insight"
    protected: bool = False
    repeats: bool = False
    moves_on: bool = False
    opener: str = ""
    question: str = ""
    seconds_each: int = 0
    grouping: str = "room"
    facilitator_line: str = ""
    locked_start: time | None = None
    fitted_from: timedelta | None = None
    words_before: StageWords | None = None
    shows_question: bool = False
    later: RoundWords = AS_EVER
    last: RoundWords = AS_EVER
    at_half: str = ""

    @property
    def label(self) -> str:
        """The title as it fits a narrow place."""
        return self.short_title or self.title

    def with_length(self, length: timedelta) -> "Stage":
        """The same stage with another length; what the person chose wins over minimum and maximum."""
        return replace(self, length=length)

    @property
    def words(self) -> StageWords:
        """What it is called and says."""
        return StageWords(self.title, self.instruction, self.wall, self.short_title)

    def with_words(self, words: StageWords) -> "Stage":
        """The stage saying something else in this session; what it said at first is kept beside it.

        A stage that the user put in has no words but theirs, so there is nothing to go back to. A title of one's
        own has no short form, and words of one's own are said in every round.
        """
        first = self.words_before or self.words
        words = replace(words, short_title=first.short_title if words.title == first.title else "")
        kept = None if words == first or self.kind in WORDED_BY_USER else first
        return replace(
            self,
            title=words.title,
            short_title=words.short_title,
            instruction=words.instruction,
            wall=words.wall,
            words_before=kept,
        )

    def repeated_as(self, key: StageKey) -> "Stage":
        """The same stage once more under another key; only one of two can begin at a locked time."""
        return replace(self, key=key, locked_start=None)


def break_stage(key: StageKey, length: timedelta) -> Stage:
    """A break: everyone leaves their room."""
    shortest, longest = BREAK_BOUNDS
    return Stage(
        key=key,
        kind=StageKind.BREAK,
        title=tr("Break"),
        length=length,
        minimum=min(shortest, length),
        maximum=max(longest, length),
        short_title=tr("Break"),
        instruction=tr("Say when you begin again, and that people can stay away longer if they need to."),
        prompt=tr("What should not be forgotten?"),
        grouping="all",
    )


def free_stage(key: StageKey, title: str, length: timedelta) -> Stage:
    """A stage of the user's own, for everyone together: what it is called and for how long."""
    shortest, longest = FREE_BOUNDS
    return Stage(
        key=key,
        kind=StageKind.FREE,
        title=title,
        length=length,
        minimum=min(shortest, length),
        maximum=max(longest, length),
        prompt=tr("What should not be forgotten?"),
        grouping="all",
    )


@dataclass(frozen=True, slots=True)
class InnerCircle:
    """Who sits in the middle: how many beside the presenter, and what they are called there."""

    minimum: int
    usual: int
    maximum: int
    role: str


@dataclass(frozen=True, slots=True)
class RoomNeeds:
    """How the people of a structure are arranged, how many a room takes, and who has which role in it.

    The sizes are those of a room, of a visiting group, or of a circle around the middle. `roles` are those
    beside the presenter that somebody has for a round; `rotating` are taken in turn behind the presenter, and
    `others` is what everybody else is called. `most_rounds` 0 stands for no limit that is known.
    """

    minimum: int
    usual: int
    maximum: int
    remixed: bool = True
    presenter: str = "presenter"
    roles: tuple[str, ...] = ()
    arrangement: Arrangement = Arrangement.ROOMS
    inner: InnerCircle | None = None
    rotating: tuple[str, ...] = ()
    others: str = ""
    least_people: int = 0
    most_rounds: int = 0
    one_round_each: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the agenda: the opening, a structure with all its rounds, a break, the closing."""

    id: str
    kind: PartKind
    title: str
    stages: tuple[Stage, ...]
    structure: str = ""
    icon: str = ""
    rooms: RoomNeeds | None = None

    @property
    def length(self) -> timedelta:
        """The planned time of all its stages."""
        return sum((stage.length for stage in self.stages), timedelta())

    @property
    def rounds(self) -> int:
        """How many rounds are planned; 0 for a part without rooms."""
        if not self.rooms or not self.stages:
            return 0
        return max((stage.key.round for stage in self.stages if stage.repeats), default=1)

    @property
    def round_length(self) -> timedelta:
        """The planned time of the last round: what one round more would take."""
        return sum((stage.length for stage in self.last_round), timedelta())

    @property
    def last_round(self) -> tuple[Stage, ...]:
        """The repeating stages of the last round."""
        number = self.rounds
        return tuple(s for s in self.stages if s.repeats and s.key.round == number)

    def with_another_round(self, like: "Part | None" = None) -> "Part":
        """The part with one round more, like its last or that of `like`; stages held once are not repeated."""
        last, number = self.last_round, self.rounds + 1
        if not last:
            return self
        more = tuple(s.repeated_as(replace(s.key, round=number)) for s in (like or self).last_round)
        after = self.stages.index(last[-1]) + 1
        while after < len(self.stages) and self.stages[after].kind in PUT_IN:
            after += 1  # what was put in after the last round comes before the new one
        return replace(self, stages=self.stages[:after] + more + self.stages[after:])

    def with_lengths(self, lengths: dict[StageKey, timedelta]) -> "Part":
        """The part with other lengths for the stages named; keys it does not hold are passed over."""
        stages = tuple(s.with_length(lengths[s.key]) if s.key in lengths else s for s in self.stages)
        return replace(self, stages=stages)

    def with_rounds(self, count: int) -> "Part":
        """The part with `count` rounds (at least 1), the last one repeated or the last ones dropped."""
        kept = tuple(s for s in self.stages if not s.repeats or s.key.round <= max(count, 1))
        part = replace(self, stages=kept)
        while part.rounds < count and part.last_round:
            part = part.with_another_round()
        return part


@dataclass(frozen=True, slots=True)
class Agenda:
    """The ordered parts of one session; every stage in it has a key of its own."""

    parts: tuple[Part, ...] = ()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage in the order in which it is planned."""
        return tuple(stage for part in self.parts for stage in part.stages)

    @property
    def length(self) -> timedelta:
        """The planned time of the whole agenda."""
        return sum((part.length for part in self.parts), timedelta())

    @property
    def structures(self) -> tuple[Part, ...]:
        """The parts in which people work in rooms."""
        return tuple(part for part in self.parts if part.kind is PartKind.STRUCTURE)

    @property
    def shows_question(self) -> bool:
        """Whether the session's question stands large in one of its stages."""
        return any(stage.shows_question for stage in self.stages)

    def part(self, part_id: str) -> Part | None:
        """The part with this id."""
        return next((part for part in self.parts if part.id == part_id), None)

    def stage(self, key: StageKey) -> Stage | None:
        """The stage with this key."""
        for part in self.parts:  # every event of a run log asks: no tuple is made of all stages for that
            for stage in part.stages:
                if stage.key == key:
                    return stage
        return None

    def find_stage(self, stage_id: str, round_number: int = 1) -> Stage | None:
        """The first stage with this id in this round, as files name them."""
        return next((s for s in self.stages if (s.key.stage, s.key.round) == (stage_id, round_number)), None)

    def with_part(self, part: Part) -> "Agenda":
        """The agenda with `part` in place of the part that has its id."""
        return Agenda(tuple(part if old.id == part.id else old for old in self.parts))

    def with_break(self, after: StageKey, key: StageKey, length: timedelta) -> "Agenda":
        """The agenda with a break after a stage; as it is where that is not in it, or the break's key is taken."""
        part = self.part(after.part)
        if part is None or key.part != part.id or self.stage(after) is None or self.stage(key) is not None:
            return self
        place = next(n for n, stage in enumerate(part.stages, 1) if stage.key == after)
        stages = (*part.stages[:place], break_stage(key, length), *part.stages[place:])
        return self.with_part(replace(part, stages=stages))

    def without_break(self, key: StageKey) -> "Agenda":
        """The agenda without a break; as it is where there is none of this key among the stages of a part."""
        part, stage = self.part(key.part), self.stage(key)
        if part is None or stage is None or stage.kind is not StageKind.BREAK or len(part.stages) == 1:
            return self
        return self.with_part(replace(part, stages=tuple(one for one in part.stages if one.key != key)))

    def with_each_stage(self, change: Callable[[Stage], Stage]) -> "Agenda":
        """The agenda with every stage as `change` gives it back."""
        return Agenda(tuple(replace(part, stages=tuple(map(change, part.stages))) for part in self.parts))

    def with_lengths(self, lengths: dict[StageKey, timedelta]) -> "Agenda":
        """The agenda with other lengths for the stages named; keys it does not hold are passed over."""
        return Agenda(tuple(part.with_lengths(lengths) for part in self.parts))

    def for_people(self, count: int, behind: Set[StageKey] = frozenset()) -> "Agenda":
        """The agenda with stages that give each person a while as long as `count` need, but those `behind`."""
        if not count:
            return self
        lengths = {
            stage.key: timedelta(seconds=stage.seconds_each * heads_in(part, stage, count))
            for part in self.parts
            for stage in part.stages
            if stage.seconds_each and stage.key not in behind
        }
        return self.with_lengths(lengths)

    def free_part_id(self, wanted: str) -> str:
        """`wanted`, or `wanted-2` and so on where a part has that id already."""
        taken = {part.id for part in self.parts}
        numbered: Iterator[str] = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
        return wanted if wanted not in taken else next(name for name in numbered if name not in taken)


def heads_in(part: Part, stage: Stage, count: int) -> int:
    """How many people take a turn in a stage that `count` are there for: the largest room, or everyone."""
    needs = part.rooms
    if needs is None or stage.grouping == "all" or needs.arrangement is Arrangement.WHOLE_ROOM:
        return count
    try:
        return room_sizes(count, SizeRange(needs.minimum, needs.usual, needs.maximum))[0]
    except SizeError:
        return min(count, needs.maximum)
