"""How is time shared out among stages, in steps that people plan in, so that rounds stay alike?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from formats.session.agenda import Stage, StageKey

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
    tick = timedelta.resolution  # divided as plain numbers: a day times a day is more than a length can hold
    return (span // tick) * (extra // tick) // (width // tick) * tick if width else ZERO


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
