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


class Change(NamedTuple):
    """A stage that got another length."""

    key: StageKey
    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True)
class Fitted:
    """An agenda made to fit: what changed, and by how much it is still too long at its shortest."""

    agenda: Agenda
    changes: tuple[Change, ...]
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
class Range:
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


def fit_to(agenda: Agenda, available: timedelta) -> Fitted:
    """Stretches or trims an agenda to the time available, in proportion to what each stage can give.

    Protected stages are trimmed only when all others are at their minimum; stages that give each person
    a while keep their length. The result never takes more than `available` unless it is `short_by`.
    """
    if agenda.length <= available:
        return _fitted(agenda, shared(map(longer, agenda.stages), available - agenda.length, whole_minutes))
    open_ones = [shorter(stage) for stage in agenda.stages if not stage.protected]
    fitted = _fitted(agenda, trimmed(open_ones, agenda.length - available, whole_minutes))
    if fitted.agenda.length > available:
        last_ones = [shorter(stage) for stage in agenda.stages if stage.protected]
        over = fitted.agenda.length - available
        more = _fitted(fitted.agenda, trimmed(last_ones, over, whole_minutes))
        fitted = Fitted(more.agenda, _in_order(agenda, fitted.changes + more.changes), ZERO)
    return Fitted(fitted.agenda, fitted.changes, max(fitted.agenda.length - available, ZERO))


def round_outlook(agenda: Agenda, part: Part, available: timedelta) -> RoundOutlook:
    """How many rounds of `part` fit beside everything else that is planned."""
    if not part.round_length:
        return RoundOutlook(0, None, None)
    rounds = sum((stage.length for stage in part.stages if stage.repeats), ZERO)
    left = max(available - (agenda.length - rounds), ZERO)
    full = left // part.round_length
    each = left / (full + 1) // HALF_MINUTE * HALF_MINUTE
    if each < sum((shortest(stage) for stage in part.last_round), ZERO):
        return RoundOutlook(full, None, None)
    return RoundOutlook(full, each / part.round_length, each)


def shortest(stage: Stage) -> timedelta:
    """The least a stage can be made to take; one that gives each person a while cannot give."""
    return stage.length if stage.seconds_each else min(stage.minimum, stage.length)


def shorter(stage: Stage) -> Range:
    """How far a stage can be trimmed."""
    return Range(stage, shortest(stage), stage.length)


def longer(stage: Stage) -> Range:
    """How far a stage can be stretched."""
    most = stage.length if stage.seconds_each else max(stage.maximum, stage.length)
    return Range(stage, stage.length, most)


def trimmed(ranges: Iterable[Range], by: timedelta, grid: Grid) -> tuple[Change, ...]:
    """Takes at least `by` off the ranges, or all they can give where that is less."""
    ranges = tuple(ranges)
    can_give = sum((r.high - r.low for r in ranges), ZERO)
    return shared(ranges, max(can_give - by, ZERO), grid)


def shared(ranges: Iterable[Range], extra: timedelta, grid: Grid) -> tuple[Change, ...]:
    """Shares at most `extra` out over ranges from their low end up, in proportion to their width.

    Rounds of one structure stay alike: stages that are equal in every round get the same length, even
    where that leaves a little of `extra` over.
    """
    groups = _alike(ranges)
    width = sum((len(g) * (g[0].high - g[0].low) for g in groups), ZERO)
    extra = min(extra, width)
    wished = [g[0].low + _portion(g[0].high - g[0].low, extra, width) for g in groups]
    lengths = [max(w // grid(w) * grid(w), g[0].low) for w, g in zip(wished, groups, strict=True)]
    _hand_out(extra, lengths, wished, groups, grid)
    return tuple(
        Change(r.stage.key, r.stage.length, length)
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
    groups: list[tuple[Range, ...]],
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


def _alike(ranges: Iterable[Range]) -> list[tuple[Range, ...]]:
    groups: dict[object, list[Range]] = {}
    for r in ranges:
        key = r.stage.key
        name = (key.part, key.stage, r.low, r.high, r.stage.length) if r.stage.repeats else key
        groups.setdefault(name, []).append(r)
    return [tuple(group) for group in groups.values()]


def _fitted(agenda: Agenda, changes: tuple[Change, ...]) -> Fitted:
    lengths = {change.key: change.after for change in changes}
    return Fitted(agenda.with_lengths(lengths), _in_order(agenda, changes), ZERO)


def _in_order(agenda: Agenda, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    by_key = {change.key: change for change in changes}
    return tuple(by_key[stage.key] for stage in agenda.stages if stage.key in by_key)
