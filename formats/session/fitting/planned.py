"""Does it fit the time there is? Stretches and trims stages, and says what each one gave."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from formats.session.agenda import Agenda, Part, PartKind, Stage, StageKey

ZERO = timedelta()
MINUTE = timedelta(minutes=1)
HALF_MINUTE = timedelta(seconds=30)
SHORT = timedelta(minutes=3)


class LengthChange(NamedTuple):
    """A stage that got another length."""

    key: StageKey
    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True)
class FittedAgenda:
    """An agenda made to fit: what changed, and by how much it is still too long at its shortest."""

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


@dataclass(frozen=True, slots=True)
class LengthRange:
    """A stage, and how short and how long it may become."""

    stage: Stage
    low: timedelta
    high: timedelta


Grid = Callable[[timedelta], timedelta]


def whole_minutes(length: timedelta) -> timedelta:
    """The step in which people plan: minutes, and half minutes for stages under three."""
    return HALF_MINUTE if length < SHORT else MINUTE


def half_minutes(length: timedelta) -> timedelta:
    """The step while a session runs, where a whole minute more or less is a lot."""
    return HALF_MINUTE


def fit_to(agenda: Agenda, available: timedelta) -> FittedAgenda:
    """Stretches or trims an agenda to take exactly the time available, as far as its stages allow it.

    Stretching gives to the stages of the structures, in proportion to what each can take; openings, breaks and
    closings get something only when those are at their maximum. Trimming takes from what is not protected, down
    to its minimum, and only then from the protected. Stages that give each person a while keep their length,
    rounds stay alike, and what the steps of the grid leave over goes to one stage that stands alone. The result
    never takes more than `available` unless it is `short_by`.
    """
    longer = agenda.length <= available
    fitted, free = agenda, [stage for stage in agenda.stages if not stage.seconds_each]
    first = {s.key for s in free if (_is_of_structure(agenda, s) if longer else not s.protected)}
    for keys in (first, {stage.key for stage in free} - first):
        change = _stretch if longer else _trim_down
        fitted = change(fitted, agenda, keys, available)
    fitted = _with_rest_absorbed(fitted, agenda, available, alone=False)
    changes = tuple(
        LengthChange(old.key, old.length, new.length)
        for old, new in zip(agenda.stages, fitted.stages, strict=True)
        if old.length != new.length
    )
    return FittedAgenda(fitted, changes, max(fitted.length - available, ZERO))


def _is_of_structure(agenda: Agenda, stage: Stage) -> bool:
    part = agenda.part(stage.key.part)
    return part is not None and part.kind is PartKind.STRUCTURE


def _stretch(fitted: Agenda, planned: Agenda, keys: Set[StageKey], available: timedelta) -> Agenda:
    ranges = [stretch_range(stage) for stage in fitted.stages if stage.key in keys]
    longer = _with_changes(fitted, share_out(ranges, available - fitted.length, whole_minutes))
    return _with_rest_absorbed(longer, planned, available, among=keys)


def _trim_down(fitted: Agenda, planned: Agenda, keys: Set[StageKey], available: timedelta) -> Agenda:
    if fitted.length <= available:
        return fitted
    ranges = [trim_range(stage) for stage in fitted.stages if stage.key in keys]
    shorter = _with_changes(fitted, trim(ranges, fitted.length - available, whole_minutes))
    return _with_rest_absorbed(shorter, planned, available, among=keys)


def _with_rest_absorbed(
    fitted: Agenda,
    planned: Agenda,
    available: timedelta,
    *,
    among: Set[StageKey] | None = None,
    alone: bool = True,
) -> Agenda:
    """The time that is left over, given to stages that stand alone, so that rounds stay alike.

    Where none does, and not only those are asked for, the rounds share it.
    """
    longer = planned.length <= available
    before = {stage.key: stage.length for stage in planned.stages}
    ranges = [
        LengthRange(s, s.length, stretch_range(s).high if longer else max(before[s.key], s.length))
        for s in fitted.stages
        if not s.seconds_each and (among is None or s.key in among)
    ]
    groups = sorted(_equal_in_every_round(ranges), key=lambda g: (len(g), -g[0].stage.length))
    left = available - fitted.length
    lengths: dict[StageKey, timedelta] = {}
    for group in groups:
        if left <= ZERO or (alone and len(group) > 1):
            break
        more = min(group[0].high - group[0].low, left // len(group))
        lengths |= {r.stage.key: r.stage.length + more for r in group}
        left -= more * len(group)
    return fitted.with_lengths(lengths)


def _with_changes(agenda: Agenda, changes: tuple[LengthChange, ...]) -> Agenda:
    return agenda.with_lengths({change.key: change.after for change in changes})


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


def shortest_length(stage: Stage) -> timedelta:
    """The least a stage can be made to take; one that gives each person a while cannot give."""
    return stage.length if stage.seconds_each else min(stage.minimum, stage.length)


def trim_range(stage: Stage) -> LengthRange:
    """How far a stage can be trimmed."""
    return LengthRange(stage, shortest_length(stage), stage.length)


def stretch_range(stage: Stage) -> LengthRange:
    """How far a stage can be stretched."""
    most = stage.length if stage.seconds_each else max(stage.maximum, stage.length)
    return LengthRange(stage, stage.length, most)


def trim(ranges: Iterable[LengthRange], by: timedelta, grid: Grid) -> tuple[LengthChange, ...]:
    """Takes at least `by` off the ranges, or all they can give where that is less."""
    ranges = tuple(ranges)
    can_give = sum((r.high - r.low for r in ranges), ZERO)
    return share_out(ranges, max(can_give - by, ZERO), grid)


def share_out(ranges: Iterable[LengthRange], extra: timedelta, grid: Grid) -> tuple[LengthChange, ...]:
    """Shares at most `extra` out over ranges from their low end up, in proportion to their width.

    Rounds of one structure stay alike: stages that are equal in every round get the same length, even
    where that leaves a little of `extra` over.
    """
    groups = _equal_in_every_round(ranges)
    width = sum((len(g) * (g[0].high - g[0].low) for g in groups), ZERO)
    extra = min(extra, width)
    wished = [g[0].low + _portion(g[0].high - g[0].low, extra, width) for g in groups]
    lengths = [max(w // grid(w) * grid(w), g[0].low) for w, g in zip(wished, groups, strict=True)]
    _hand_out(extra, lengths, wished, groups, grid)
    return tuple(
        LengthChange(r.stage.key, r.stage.length, length)
        for length, group in zip(lengths, groups, strict=True)
        for r in group
        if length != r.stage.length
    )


def _portion(span: timedelta, extra: timedelta, width: timedelta) -> timedelta:
    """In whole microseconds: a float would turn five minutes into just under five."""
    return span * (extra // timedelta.resolution) // (width // timedelta.resolution) if width else ZERO


def _hand_out(
    extra: timedelta,
    lengths: list[timedelta],
    wished: list[timedelta],
    groups: list[tuple[LengthRange, ...]],
    grid: Grid,
) -> None:
    """Adds steps to `lengths` while some of `extra` is left, to those first that rounding cost most."""
    left = extra - sum((len(g) * (n - g[0].low) for n, g in zip(lengths, groups, strict=True)), ZERO)
    neediest = sorted(range(len(groups)), key=lambda i: lengths[i] - wished[i])
    given = True
    while given:
        given = False
        for i in neediest:
            step = grid(lengths[i])
            up = min((lengths[i] // step + 1) * step, groups[i][0].high)
            cost = (up - lengths[i]) * len(groups[i])
            if ZERO < cost <= left:
                lengths[i], left, given = up, left - cost, True


def _equal_in_every_round(ranges: Iterable[LengthRange]) -> list[tuple[LengthRange, ...]]:
    groups: dict[object, list[LengthRange]] = {}
    for r in ranges:
        key = r.stage.key
        name = (key.part, key.stage, r.low, r.high, r.stage.length) if r.stage.repeats else key
        groups.setdefault(name, []).append(r)
    return [tuple(group) for group in groups.values()]
