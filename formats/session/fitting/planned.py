"""Does it fit the time there is? Stretches and trims stages, and says what each one gave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from formats.session.agenda import Agenda, Part, Stage, StageKey

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
    """Stretches or trims an agenda to the time available, in proportion to what each stage can give.

    Protected stages are trimmed only when all others are at their minimum; stages that give each person
    a while keep their length. The result never takes more than `available` unless it is `short_by`.
    """
    if agenda.length <= available:
        return _apply_changes(
            agenda, share_out(map(stretch_range, agenda.stages), available - agenda.length, whole_minutes)
        )
    open_ones = [trim_range(stage) for stage in agenda.stages if not stage.protected]
    fitted = _apply_changes(agenda, trim(open_ones, agenda.length - available, whole_minutes))
    if fitted.agenda.length > available:
        last_ones = [trim_range(stage) for stage in agenda.stages if stage.protected]
        over = fitted.agenda.length - available
        more = _apply_changes(fitted.agenda, trim(last_ones, over, whole_minutes))
        fitted = FittedAgenda(more.agenda, _sort_changes(agenda, fitted.changes + more.changes), ZERO)
    return FittedAgenda(fitted.agenda, fitted.changes, max(fitted.agenda.length - available, ZERO))


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


def _apply_changes(agenda: Agenda, changes: tuple[LengthChange, ...]) -> FittedAgenda:
    lengths = {change.key: change.after for change in changes}
    return FittedAgenda(agenda.with_lengths(lengths), _sort_changes(agenda, changes), ZERO)


def _sort_changes(agenda: Agenda, changes: tuple[LengthChange, ...]) -> tuple[LengthChange, ...]:
    by_key = {change.key: change for change in changes}
    return tuple(by_key[stage.key] for stage in agenda.stages if stage.key in by_key)
