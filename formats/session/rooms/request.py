"""What is asked of a room plan, and what is a plan?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from formats.session.group_words import numbered_group
from formats.session.room_sizes import SizeRange

RoomPeople = tuple[str, ...]
Round = tuple[RoomPeople, ...]
Rounds = tuple[Round, ...]

FEWEST_PEOPLE, MOST_PEOPLE = 3, 500
MOST_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class PastSession:
    """Who shared a room in an earlier session, and how much that counts today."""

    rounds: Rounds
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that is wished for; rounds and rooms are numbered from 1.

    `absent` names the rounds someone misses, `locked` holds whole rounds as they are, `locked_rooms` single
    rooms by (round, room), `history` past sessions, oldest first, `attributes` person -> column -> value.
    `word` is what a room is called in sentences.
    """

    people: tuple[str, ...]
    rounds: int
    sizes: SizeRange
    rooms: int | None = None
    apart: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    apart_by: tuple[str, ...] = ()
    spread: tuple[str, ...] = ()
    hosts: Mapping[str, int] = field(default_factory=dict)
    absent: Mapping[str, frozenset[int]] = field(default_factory=dict)
    locked: Mapping[int, Round] = field(default_factory=dict)
    locked_rooms: Mapping[tuple[int, int], RoomPeople] = field(default_factory=dict)
    uneven: bool = False
    history: tuple[PastSession, ...] = ()
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    word: str = "Room"

    def present(self, number: int) -> tuple[str, ...]:
        """Who is there in this round."""
        return tuple(name for name in self.people if number not in self.absent.get(name, ()))

    def room_name(self, number: int) -> str:
        """What one room is called."""
        return numbered_group(self.word, number)

    def room_within_sentence(self, number: int) -> str:
        """The same where it is not the first word: "room 2"."""
        return numbered_group(self.word, number, within=True)

    def free_rounds(self) -> tuple[int, ...]:
        """The rounds that are not locked."""
        return tuple(number for number in range(1, self.rounds + 1) if number not in self.locked)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who sits with whom in every round, and how good that is.

    `repeat_cost`: every time a pair shares a room it pays the (weighted) number of times it met before.
    `lower_bound`: no plan for this request can cost less. `wishes`: soft wishes not met, as sentences.
    `nobody_new`: who met nobody they had not met before. `finished`: the search ended by itself, so the same
    request, seed and seconds give the same plan again; otherwise the clock or a stop cut it short.
    """

    rounds: Rounds
    repeat_cost: float
    lower_bound: float
    pairs_again: int
    wishes: tuple[str, ...]
    nobody_new: tuple[str, ...]
    seed: int
    finished: bool

    @property
    def proven_best(self) -> bool:
        """Whether no plan can have fewer repeat meetings."""
        return self.repeat_cost <= self.lower_bound


class PlanError(ValueError):
    """There is no plan for this request; `reasons` are sentences that name the wishes concerned."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons
