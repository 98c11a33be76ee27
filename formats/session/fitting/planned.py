"""Does it fit the time there is? Stretches and trims stages, and says what each one gave."""

from bisect import bisect_left
from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from datetime import timedelta

from formats.session.agenda import Agenda, Part, Stage, StageKey
from formats.session.fitting.sharing import (
    HALF_MINUTE,
    ZERO,
    LengthChange,
    LengthRange,
    share_out,
    shortest_length,
    stretch_range,
    trim,
    trim_range,
    whole_minutes,
)
from formats.session.timetable import NOTHING_LOCKED, LockedStarts, Stretch, Timetable, timetable


@dataclass(frozen=True, slots=True)
class FittedAgenda:
    """An agenda made to fit: what changed, and by how much it is still too long at its shortest.

    Each stage that changed knows the length it was taken from.
    """

    agenda: Agenda
    changes: tuple[LengthChange, ...]
    short_by: timedelta


@dataclass(frozen=True, slots=True)
class RoundOutlook:
    """How many rounds fit at full length, and how much shorter all of them get where one more is wanted.

    The scale and the length of a round are None where one more would push stages below their minimum.
    """

    full_rounds: int
    scale_for_one_more: float | None
    round_length_for_one_more: timedelta | None


def fit_to(agenda: Agenda, available: timedelta, locked: LockedStarts = NOTHING_LOCKED) -> FittedAgenda:
    """Stretches or trims an agenda to take exactly the time available, as far as its stages allow it.

    Stretching gives to the stages of the structures, in proportion to what each can take; openings, breaks and
    closings get something only when those are at their maximum. Trimming takes from what is not protected, down
    to its minimum, and only then from the protected. Stages that give each person a while keep their length,
    rounds stay alike, and what the steps of the grid leave over goes to one stage that stands alone. The result
    never takes more than `available` unless it is `short_by`.

    Each stretch that ends at a `locked` start is made to end there: it is trimmed only where it overruns the lock,
    and stretched where it would leave people waiting. Rounds stay alike across a lock.
    """
    fit, fitted = _Fit(agenda, available, locked), agenda
    while (closer := fit.once(fitted)) != fitted:
        fitted = closer
    changes = tuple(
        LengthChange(old.key, old.length, new.length)
        for old, new in zip(agenda.stages, fitted.stages, strict=True)
        if old.length != new.length
    )
    on_the_clock = timetable(fitted, available, locked)
    return FittedAgenda(_with_marks(fitted, changes), changes, max(-on_the_clock.spare, ZERO))


def usual_again(agenda: Agenda) -> Agenda:
    """The agenda with the lengths that fitting took its stages from."""
    return agenda.with_each_stage(
        lambda s: s if s.fitted_from is None else replace(s, length=s.fitted_from, fitted_from=None)
    )


def _with_marks(agenda: Agenda, changes: tuple[LengthChange, ...]) -> Agenda:
    """Each changed stage keeps the length that it had before it was first fitted, until it has that again."""
    before = {change.key: change.before for change in changes}

    def marked(stage: Stage) -> Stage:
        first = before.get(stage.key) if stage.fitted_from is None else stage.fitted_from
        return replace(stage, fitted_from=None if first == stage.length else first)

    return agenda.with_each_stage(marked)


@dataclass(frozen=True, slots=True)
class _Fit:
    """One agenda as it was planned, to be made to fit stretch by stretch."""

    planned: Agenda
    available: timedelta
    locked: LockedStarts

    def once(self, fitted: Agenda) -> Agenda:
        """Trims every stretch that overruns, then stretches those with time to spare."""
        number = range(len(self.timetable(fitted).stretches))
        for change in (self.trimmed, self.stretched):
            for n in number:
                fitted = change(fitted, n)
        return fitted

    def timetable(self, agenda: Agenda) -> Timetable:
        return timetable(agenda, self.available, self.locked)

    def trimmed(self, fitted: Agenda, number: int) -> Agenda:
        """A stretch without what it overruns by; what the grid took too much is given back, up to what it was."""
        before = {stage.key: stage.length for stage in fitted.stages}
        if not self.timetable(fitted).stretches[number].over:
            return fitted
        first = {stage.key for stage in fitted.stages if not stage.protected}
        for keys in (first, before.keys() - first):
            stretch = self.timetable(fitted).stretches[number]
            ranges = [trim_range(stage) for stage in _free(stretch) if stage.key in keys]
            fitted = _with_changes(fitted, trim(ranges, stretch.over, whole_minutes))
            for alone in (True, False):
                fitted = self.with_rest_absorbed(fitted, number, before.__getitem__, among=keys, alone=alone)
        return fitted

    def stretched(self, fitted: Agenda, number: int) -> Agenda:
        """A stretch with its spare time given to its stages."""
        most = {stage.key: stretch_range(stage).high for stage in fitted.stages}
        first = {stage.key for part in fitted.structures for stage in part.stages}
        for keys in (first, most.keys() - first):
            stretch = self.timetable(fitted).stretches[number]
            ranges = [stretch_range(stage) for stage in _free(stretch) if stage.key in keys]
            fitted = self.with_more(fitted, ranges, stretch.spare)
            fitted = self.with_rest_absorbed(fitted, number, most.__getitem__, among=keys)
        return self.with_rest_absorbed(fitted, number, most.__getitem__, alone=False)

    def with_more(self, fitted: Agenda, ranges: list[LengthRange], spare: timedelta) -> Agenda:
        """As much of `spare` shared out as leaves no other stretch over, into which rounds like these reach."""

        def more(half_minutes: int) -> Agenda:
            extra = min(half_minutes * HALF_MINUTE, spare)
            return _with_changes(fitted, share_out(ranges, extra, whole_minutes))

        def is_too_much(half_minutes: int) -> bool:
            return not self.is_no_more_over(more(half_minutes), fitted)

        spare = max(min(spare, sum((r.high - r.low for r in ranges), ZERO)), ZERO)
        most = -(-spare // HALF_MINUTE)
        return more(bisect_left(range(1, most + 1), True, key=is_too_much) if is_too_much(most) else most)

    def is_no_more_over(self, longer: Agenda, fitted: Agenda) -> bool:
        both = zip(self.timetable(longer).stretches, self.timetable(fitted).stretches, strict=True)
        return all(after.over <= before.over for after, before in both)

    def with_rest_absorbed(
        self,
        fitted: Agenda,
        number: int,
        most: Callable[[StageKey], timedelta],
        *,
        among: Set[StageKey] | None = None,
        alone: bool = True,
    ) -> Agenda:
        """The time that is left over, given to stages that stand alone, so that rounds stay alike.

        Where none does, and not only those are asked for, the rounds share it.
        """
        stages = [s for s in _free(self.timetable(fitted).stretches[number]) if among is None or s.key in among]
        alike: dict[object, list[Stage]] = {}
        for stage in fitted.stages:
            alike.setdefault(_alike(stage), []).append(stage)
        groups = {_alike(s): alike[_alike(s)] for s in stages}
        for group in sorted(groups.values(), key=lambda group: (len(group), -group[0].length)):
            if alone and len(group) > 1:
                break
            more = min(most(group[0].key) - group[0].length, self.room_for(group, fitted, number))
            if more > ZERO:
                fitted = fitted.with_lengths({stage.key: stage.length + more for stage in group})
        return fitted

    def room_for(self, group: list[Stage], fitted: Agenda, number: int) -> timedelta:
        """How much longer each of these stages can get without any of their stretches being over."""
        keys = {stage.key for stage in group}
        shares = [(s, sum(stage.key in keys for stage in s.stages)) for s in self.timetable(fitted).stretches]
        return min(stretch.spare // count for stretch, count in shares if count)


def _free(stretch: Stretch) -> list[Stage]:
    """The stages of a stretch that can give or take: not those that give each person a while."""
    return [stage for stage in stretch.stages if not stage.seconds_each]


def _alike(stage: Stage) -> object:
    """What stages have in common that keep equal minutes: the same one in each round, where it is equally long."""
    if not stage.repeats:
        return stage.key
    return stage.key.part, stage.key.stage, stage.minimum, stage.maximum, stage.length, stage.seconds_each


def _with_changes(agenda: Agenda, changes: tuple[LengthChange, ...]) -> Agenda:
    """Other lengths, in every round that was alike, whichever stretch it is in."""
    lengths = {_alike(stage): c.after for c in changes if (stage := agenda.stage(c.key)) is not None}
    return agenda.with_lengths({s.key: lengths[_alike(s)] for s in agenda.stages if _alike(s) in lengths})


def round_outlook(agenda: Agenda, part: Part, available: timedelta) -> RoundOutlook:
    """How many rounds of `part` fit beside everything else that is planned."""
    if not part.round_length:
        return RoundOutlook(0, None, None)
    rounds = sum((stage.length for stage in part.stages if stage.repeats), ZERO)
    left = max(available - (agenda.length - rounds), ZERO)
    full = left // part.round_length
    each = left / (full + 1) // HALF_MINUTE * HALF_MINUTE
    if each < sum((shortest_length(stage) for stage in part.last_round), ZERO):
        return RoundOutlook(full, None, None)
    return RoundOutlook(full, each / part.round_length, each)
