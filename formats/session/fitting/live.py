"""Will the running session end in time, does one more round fit, and who would give for it?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from formats.language import tr
from formats.session.agenda import Part, Stage, StageKey
from formats.session.clock import Phase, Reading
from formats.session.events import Refitted, RoundAdded
from formats.session.fitting.pace import (
    StageTimes,
    ends_like_before,
    here_and_following,
    round_time,
    stage_times,
    time_used_in,
    times_of_round_ending,
)
from formats.session.fitting.sharing import LengthChange, LengthRange, half_minutes, shortest_length, trim
from formats.session.moves import Refusal
from formats.session.run_state import ZERO
from formats.session.seating.round_limits import most_rounds


class RoundFit(StrEnum):
    """Whether one round more fits before the slot ends."""

    FULL = "full"
    SCALED = "scaled"
    NO = "no"


@dataclass(frozen=True, slots=True)
class AnotherRound:
    """One round more of `part`: its length and scale as it would be held, and what stages give for it.

    A full round is as long as the agenda has it: minutes given by hand to the rounds before do not count.
    `lengths` are those that differ from the round before it, as a `RoundAdded` event takes them. Where it does
    not fit, `length` is the shortest that such a round can be and `missing` the time that lacks for it.
    `ends_like_before` is when all would end if it took as long as the rounds before it, or, from its last
    stage on, as the first one will have taken.
    """

    part: str
    number: int
    fit: RoundFit
    length: timedelta
    full_length: timedelta
    ends_at: datetime
    changes: tuple[LengthChange, ...] = ()
    lengths: tuple[tuple[StageKey, timedelta], ...] = ()
    missing: timedelta = ZERO
    ends_like_before: datetime | None = None

    @property
    def scale(self) -> float:
        """The length it would have as a share of a full round."""
        return self.length / self.full_length if self.full_length else 1.0


@dataclass(frozen=True, slots=True)
class Outlook:
    """What lies ahead: `spare` is negative when the session would end after its slot.

    `real_round` is the mean time that completed rounds really took, `ends_like_before` the end if the
    rounds still to come take as long; both are None until a round is complete.
    """

    ends_at: datetime
    spare: timedelta
    another_round: AnotherRound | None
    real_round: timedelta | None = None
    ends_like_before: datetime | None = None

    @property
    def over(self) -> timedelta:
        """By how much the session would end after its slot."""
        return max(-self.spare, ZERO)


@dataclass(frozen=True, slots=True)
class SharedOverrun:
    """What stages still to come would give to end in time, and what is over even so."""

    changes: tuple[LengthChange, ...]
    still_over: timedelta

    @property
    def lengths(self) -> tuple[tuple[StageKey, timedelta], ...]:
        """The new lengths, as a `Refitted` event takes them."""
        return tuple((change.key, change.after) for change in self.changes)


def outlook(reading: Reading, slot_ends_at: datetime, people: int = 0) -> Outlook:
    """When the session will end, how much is spare or over, and whether another round fits.

    A round that would only repeat what was done is none: `people`, where known, set how many there can be.
    """
    part = open_part(reading)
    times = stage_times(reading.position, part) if part else {}
    pace = times or (times_of_round_ending(reading, part) if part else {})
    return Outlook(
        ends_at=reading.ends_at,
        spare=slot_ends_at - reading.ends_at,
        another_round=_another_round(reading, part, slot_ends_at, pace, people) if part else None,
        real_round=round_time(times) if times else None,
        ends_like_before=ends_like_before(reading, part, times) if part and times else None,
    )


def open_part(reading: Reading) -> Part | None:
    """The structure that a round can still be added to: the one of the moment, or the next to come."""
    if reading.phase is Phase.FINISHED:
        return None
    to_come = here_and_following(reading)
    with_rounds = (part for part in reading.position.agenda.parts if part.last_round)
    return next((part for part in with_rounds if part.last_round[-1] in to_come), None)


def share_overrun(reading: Reading, slot_ends_at: datetime) -> SharedOverrun:
    """Shares the overrun among the stages still to come that can give, in proportion.

    None goes below its minimum, and a protected one gives nothing.
    """
    over = max(reading.ends_at - slot_ends_at, ZERO)
    if not over or reading.phase is Phase.FINISHED:
        return SharedOverrun((), over)
    open_ones = (_range_left(stage, reading) for stage in reading.following if not stage.protected)
    changes = trim(open_ones, over, half_minutes)
    return SharedOverrun(changes, max(over - _time_given(changes), ZERO))


def share_overrun_event(
    reading: Reading, slot_ends_at: datetime, now: datetime, people: int = 0
) -> Refitted | Refusal:
    """The one event that shares the overrun, which one undo takes back."""
    shared = share_overrun(reading, slot_ends_at)
    if reading.ends_at <= slot_ends_at:
        return Refusal(tr("The session ends on time as it is."))
    if not shared.changes:
        return Refusal(tr("No stage still to come can give any time."))
    return Refitted(now, shared.lengths)


def fit_another_round(
    reading: Reading, slot_ends_at: datetime, now: datetime, people: int = 0
) -> RoundAdded | Refusal:
    """The one event that adds a round with the lengths that let it fit, which one undo takes back."""
    another = outlook(reading, slot_ends_at, people).another_round
    if another is None:
        return Refusal(tr("No rounds can be added any more."))
    if another.fit is RoundFit.NO:
        return Refusal(tr("Even a short round does not fit any more."))
    return RoundAdded(now, another.part, another.lengths)


def _another_round(
    reading: Reading, part: Part, slot_ends_at: datetime, pace: StageTimes, people: int
) -> AnotherRound | None:
    """Rounds of this part that have not begun get shorter together with the new one: same time for all."""
    if part.rooms is not None and part.rounds >= most_rounds(part.rooms, people):
        return None
    longer = part.with_another_round(like=reading.position.planned.part(part.id))
    ends_at = reading.ends_at + longer.round_length
    over = max(ends_at - slot_ends_at, ZERO)
    stages = [*_rounds_to_come(reading, part), *longer.last_round]
    # Protected stages give last, as they do when an agenda is fitted before the session.
    changes = trim((_range_left(s, reading) for s in stages if not s.protected), over, half_minutes)
    if (still_over := over - _time_given(changes)) > ZERO:
        changes += trim((_range_left(s, reading) for s in stages if s.protected), still_over, half_minutes)
    missing = max(over - _time_given(changes), ZERO)
    added = longer.with_lengths({change.key: change.after for change in changes})
    return AnotherRound(
        part=part.id,
        number=longer.rounds,
        fit=RoundFit.NO if missing else RoundFit.SCALED if changes else RoundFit.FULL,
        length=added.round_length,
        full_length=longer.round_length,
        ends_at=ends_at - _time_given(changes),
        changes=changes,
        lengths=_differing_lengths(added, part.with_another_round()),
        missing=missing,
        ends_like_before=ends_like_before(reading, part, pace) + round_time(pace) if pace else None,
    )


def _differing_lengths(part: Part, other: Part) -> tuple[tuple[StageKey, timedelta], ...]:
    """The lengths of a part that are not those of another with the same stages."""
    both = zip(part.stages, other.stages, strict=True)
    return tuple((one.key, one.length) for one, same in both if one.length != same.length)


def _rounds_to_come(reading: Reading, part: Part) -> list[Stage]:
    """The repeating stages of the rounds that no one has begun."""
    begun = {visit.key.round for visit in reading.position.visits if visit.key.part == part.id}
    ahead = {stage.key for stage in reading.following}
    return [s for s in part.stages if s.repeats and s.key.round not in begun and s.key in ahead]


def _range_left(stage: Stage, reading: Reading) -> LengthRange:
    """A stage come back to keeps at least the time it has used already."""
    low = max(shortest_length(stage), time_used_in(stage, reading))
    return LengthRange(stage, min(low, stage.length), stage.length)


def _time_given(changes: tuple[LengthChange, ...]) -> timedelta:
    return sum((change.before - change.after for change in changes), ZERO)
