"""Will the running session end in time, does one more round fit, and who would give for it?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from formats.session.agenda import Part, Stage, StageKey
from formats.session.clock import Phase, Reading
from formats.session.events import Refitted, RoundAdded
from formats.session.fitting.planned import Change, Range, half_minutes, shortest, trimmed
from formats.session.moves import Refusal
from formats.session.position import ZERO, Position


class Fit(StrEnum):
    """Whether one round more fits before the slot ends."""

    FULL = "full"
    SCALED = "scaled"
    NO = "no"


@dataclass(frozen=True, slots=True)
class AnotherRound:
    """One round more of `part`: its length and scale as it would be held, and what stages give for it.

    Where it does not fit, `length` is the shortest that such a round can be and `missing` the time that
    lacks for it. `ends_like_before` is when all would end if it took as long as the rounds before it, or,
    from its last stage on, as the first one will have taken.
    """

    part: str
    number: int
    fit: Fit
    length: timedelta
    full_length: timedelta
    ends_at: datetime
    changes: tuple[Change, ...] = ()
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

    changes: tuple[Change, ...]
    still_over: timedelta

    @property
    def lengths(self) -> tuple[tuple[StageKey, timedelta], ...]:
        """The new lengths, as a `Refitted` event takes them."""
        return tuple((change.key, change.after) for change in self.changes)


def outlook(reading: Reading, slot_ends_at: datetime) -> Outlook:
    """When the session will end, how much is spare or over, and whether another round fits."""
    part = open_part(reading)
    real = real_round(reading.position, part) if part else None
    pace = real or (_round_ending(reading, part) if part else None)
    return Outlook(
        ends_at=reading.ends_at,
        spare=slot_ends_at - reading.ends_at,
        another_round=_another_round(reading, part, slot_ends_at, pace) if part else None,
        real_round=real,
        ends_like_before=_end_like_before(reading, part, real) if part and real is not None else None,
    )


def open_part(reading: Reading) -> Part | None:
    """The structure that a round can still be added to: the one of the moment, or the next to come."""
    if reading.phase is Phase.FINISHED:
        return None
    to_come = _here_and_following(reading)
    with_rounds = (part for part in reading.position.agenda.parts if part.last_round)
    return next((part for part in with_rounds if part.last_round[-1] in to_come), None)


def real_round(position: Position, part: Part) -> timedelta | None:
    """The mean running time of the completed rounds of a part; None before the first is complete.

    A round is complete when each of its stages was entered and the session has moved on past the last.
    """
    ended = [visit for visit in position.visits if visit.ended is not None]
    entered = {visit.key for visit in ended}
    current = position.current if position.finished_at is None else None
    totals = []
    for number in range(1, part.rounds + 1):
        keys = {stage.key for stage in part.stages if stage.repeats and stage.key.round == number}
        if keys and keys <= entered and current not in keys:
            totals.append(sum((visit.used for visit in ended if visit.key in keys), ZERO))
    return sum(totals, ZERO) / len(totals) if totals else None


def _round_ending(reading: Reading, part: Part) -> timedelta | None:
    """What the first round will have taken, once it is in its last stage: that is when the next is decided on."""
    first = [stage for stage in part.stages if stage.repeats and stage.key.round == 1]
    used = reading.position.used
    if not first or reading.position.current != first[-1].key or any(s.key not in used for s in first[:-1]):
        return None
    return sum((used[stage.key] for stage in first[:-1]), reading.used + max(reading.remaining, ZERO))


def share_overrun(reading: Reading, slot_ends_at: datetime) -> SharedOverrun:
    """Shares the overrun among the stages still to come that can give, in proportion.

    None goes below its minimum, and a protected one gives nothing.
    """
    over = max(reading.ends_at - slot_ends_at, ZERO)
    if not over or reading.phase is Phase.FINISHED:
        return SharedOverrun((), over)
    open_ones = (_can_give(stage, reading) for stage in reading.following if not stage.protected)
    changes = trimmed(open_ones, over, half_minutes)
    return SharedOverrun(changes, max(over - _given(changes), ZERO))


def share_overrun_event(reading: Reading, slot_ends_at: datetime, now: datetime) -> Refitted | Refusal:
    """The one event that shares the overrun, which one undo takes back."""
    shared = share_overrun(reading, slot_ends_at)
    if reading.ends_at <= slot_ends_at:
        return Refusal("The session ends in time as it is.")
    if not shared.changes:
        return Refusal("No stage still to come can give any time.")
    return Refitted(now, shared.lengths)


def fit_another_round(reading: Reading, slot_ends_at: datetime, now: datetime) -> RoundAdded | Refusal:
    """The one event that adds a round with the lengths that let it fit, which one undo takes back."""
    another = outlook(reading, slot_ends_at).another_round
    if another is None:
        return Refusal("No rounds can be added any more.")
    if another.fit is Fit.NO:
        return Refusal("Even a short round does not fit any more.")
    return RoundAdded(now, another.part, tuple((change.key, change.after) for change in another.changes))


def _another_round(reading: Reading, part: Part, slot_ends_at: datetime, real: timedelta | None) -> AnotherRound:
    """Rounds of this part that have not begun get shorter together with the new one: same time for all."""
    longer = part.with_another_round()
    ends_at = reading.ends_at + part.round_length
    over = max(ends_at - slot_ends_at, ZERO)
    stages = [*_rounds_to_come(reading, part), *longer.last_round]
    # Protected stages give last, as they do when an agenda is fitted before the session.
    changes = trimmed((_can_give(s, reading) for s in stages if not s.protected), over, half_minutes)
    if (still_over := over - _given(changes)) > ZERO:
        changes += trimmed((_can_give(s, reading) for s in stages if s.protected), still_over, half_minutes)
    missing = max(over - _given(changes), ZERO)
    trim = {change.key: change.before - change.after for change in changes}
    length = part.round_length - sum((trim.get(s.key, ZERO) for s in longer.last_round), ZERO)
    like_before = _end_like_before(reading, part, real) if real is not None else None
    return AnotherRound(
        part=part.id,
        number=longer.rounds,
        fit=Fit.NO if missing else Fit.SCALED if changes else Fit.FULL,
        length=length,
        full_length=part.round_length,
        ends_at=ends_at - _given(changes),
        changes=changes,
        missing=missing,
        ends_like_before=like_before + real if like_before and real is not None else None,
    )


def _end_like_before(reading: Reading, part: Part, real: timedelta) -> datetime:
    """The projected end with every round not yet complete going on at the pace of the completed ones."""
    ahead = {stage.key for stage in _here_and_following(reading)}
    end = reading.ends_at
    for number in range(1, part.rounds + 1):
        stages = [s for s in part.stages if s.repeats and s.key.round == number]
        planned = sum((s.length for s in stages), ZERO)
        to_come = sum((max(s.length - _used(s, reading), ZERO) for s in stages if s.key in ahead), ZERO)
        if planned:
            end += to_come * (real / planned) - to_come
    return end


def _used(stage: Stage, reading: Reading) -> timedelta:
    if stage.key == reading.position.current:
        return reading.used
    return reading.position.used.get(stage.key, ZERO)


def _here_and_following(reading: Reading) -> tuple[Stage, ...]:
    here = (reading.stage,) if reading.stage else ()
    return here + reading.following


def _rounds_to_come(reading: Reading, part: Part) -> list[Stage]:
    """The repeating stages of the rounds that no one has begun."""
    begun = {visit.key.round for visit in reading.position.visits if visit.key.part == part.id}
    ahead = {stage.key for stage in reading.following}
    return [s for s in part.stages if s.repeats and s.key.round not in begun and s.key in ahead]


def _can_give(stage: Stage, reading: Reading) -> Range:
    """A stage come back to keeps at least the time it has used already."""
    low = max(shortest(stage), _used(stage, reading))
    return Range(stage, min(low, stage.length), stage.length)


def _given(changes: tuple[Change, ...]) -> timedelta:
    return sum((change.before - change.after for change in changes), ZERO)
