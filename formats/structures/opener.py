"""What is an opener: how long, at which pace, in which words; and which questions may a check-in ask?"""

from dataclasses import dataclass
from datetime import timedelta

from formats.structures.fields import Lengths
from formats.structures.structure import Credit


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one breath takes, part by part; a hold or rest of zero is left out."""

    breathe_in: timedelta
    hold: timedelta
    breathe_out: timedelta
    rest: timedelta

    @property
    def cycle(self) -> timedelta:
        """One whole breath."""
        return self.breathe_in + self.hold + self.breathe_out + self.rest

    @property
    def has_holds(self) -> bool:
        """Does it ask anyone to hold their breath?"""
        return bool(self.hold or self.rest)


@dataclass(frozen=True, slots=True)
class OpenerLine:
    """One thing to say, and when: 0 is the start of the opener, 1 its end."""

    at: float
    text: str
    bell: bool = False
    """Whether a bell rings with it."""
    quiet: bool = False
    """Whether a long silence after it is on purpose."""
    from_length: timedelta = timedelta()
    """It is left out where the opener takes less than this: a longer one has more lines, not longer gaps."""


@dataclass(frozen=True, slots=True)
class Bells:
    """Which bells does an opener have beside those between its lines?"""

    start: bool = True
    end: bool = True


@dataclass(frozen=True, slots=True)
class Opener:
    """A short start for the whole group that asks for nothing and may be left at any time."""

    id: str
    title: str
    summary: str
    icon: str
    lengths: Lengths
    pace: Pace | None
    most_cycles: int | None
    """After so many breaths the shape comes to rest and stays there."""
    by_name_only: bool
    """Off unless someone asks for it by name."""
    preferred: bool
    """The one to offer when nothing has been chosen."""
    eyes_open: bool
    """Asks for no attention to the breath and no closed eyes."""
    first_time: bool
    """Fit for a group that has never done this."""
    invitation: tuple[str, ...]
    needs: tuple[str, ...]
    lines: tuple[OpenerLine, ...]
    bells: Bells = Bells()
    recording: str = ""
    """Where on this computer the user's own recording lies, which is heard instead of the lines; "" for none."""
    credit: Credit | None = None

    def lines_for(self, length: timedelta) -> tuple[OpenerLine, ...]:
        """The lines that are said when the opener takes `length`."""
        return tuple(line for line in self.lines if line.from_length <= length)

    def lines_at(self, length: timedelta) -> tuple[tuple[timedelta, str], ...]:
        """Each line with its time, to the whole second, when the opener takes `length`."""
        return tuple((_whole_seconds(length * line.at), line.text) for line in self.lines_for(length))

    def line_index(self, length: timedelta, t: timedelta) -> int:
        """Which line is to be heard `t` after the start."""
        passed = sum(at <= t for at, _ in self.lines_at(length))
        return max(passed - 1, 0)


@dataclass(frozen=True, slots=True)
class CheckInQuestion:
    """A question that each person may answer in turn, or pass."""

    id: str
    text: str
    each: Lengths
    """How long one person has."""


@dataclass(frozen=True, slots=True)
class ClosingIdea:
    """A way to close together in a few minutes."""

    title: str
    instruction: str
    wall: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The go-round after the opener, how it is said, what it may ask; questions to leave with, ways to close."""

    id: str
    title: str
    instruction: str
    wall: tuple[str, ...]
    each: Lengths
    questions: tuple[CheckInQuestion, ...]
    check_out: tuple[CheckInQuestion, ...] = ()
    closings: tuple[ClosingIdea, ...] = ()


def _whole_seconds(t: timedelta) -> timedelta:
    return timedelta(seconds=t // timedelta(seconds=1))
