"""How long do the rounds of this session really take, and when does it end if the others take as long?"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from formats.session.agenda import Part, Stage, StageKey
from formats.session.clock import Reading
from formats.session.run_state import ZERO, RunState

StageTimes = Mapping[str, timedelta]
"""The time that each stage of a round really took, by its id; empty while nothing is known of it."""


def stage_times(position: RunState, part: Part) -> StageTimes:
    """The mean running time of each stage in the completed rounds of a part; empty before the first is complete.

    A round is complete when each of its stages was entered and the session has moved on past the last.
    """
    entered = {visit.key for visit in position.visits if visit.ended is not None}
    current = position.current if position.finished_at is None else None
    rounds = [_stages_of(part, number) for number in range(1, part.rounds + 1)]
    complete = [keys for keys in rounds if keys and entered.issuperset(keys) and current not in keys]
    held = [key for keys in complete for key in keys]
    times: dict[str, timedelta] = {}
    for key in held:
        times[key.stage] = times.get(key.stage, ZERO) + _time_spent(position, key)
    return {stage: total / len(complete) for stage, total in times.items()}


def times_of_round_ending(reading: Reading, part: Part) -> StageTimes:
    """What the first round will have taken, once it is in its last stage: that is when the next is decided on."""
    position, first = reading.position, _stages_of(part, 1)
    if not first or position.current != first[-1] or any(key not in position.used for key in first[:-1]):
        return {}
    times = {key.stage: _time_spent(position, key) for key in first}
    times[first[-1].stage] += _running_time(reading) + max(reading.remaining, ZERO)
    return times


def round_time(times: StageTimes) -> timedelta:
    """How long a round is that takes these times."""
    return sum(times.values(), ZERO)


def ends_like_before(reading: Reading, part: Part, times: StageTimes) -> datetime:
    """The projected end if every stage of a round that is still to come takes these times.

    The stage of the moment has at least what the clock gives it, for that was decided for it alone.
    """
    end = reading.ends_at
    for stage in here_and_following(reading):
        if stage.key.part == part.id and stage.repeats and stage.key.stage in times:
            here = stage.key == reading.position.current
            by_clock = max(stage.length - time_used_in(stage, reading), ZERO)
            spent = _time_spent(reading.position, stage.key) + (_running_time(reading) if here else ZERO)
            end += max(times[stage.key.stage] - spent, by_clock if here else ZERO) - by_clock
    return end


def here_and_following(reading: Reading) -> tuple[Stage, ...]:
    """The stage of the moment and those planned after it."""
    here = (reading.stage,) if reading.stage else ()
    return here + reading.following


def time_used_in(stage: Stage, reading: Reading) -> timedelta:
    """The time used of a stage by now."""
    if stage.key == reading.position.current:
        return reading.used
    return reading.position.used.get(stage.key, ZERO)


def _stages_of(part: Part, number: int) -> list[StageKey]:
    return [stage.key for stage in part.stages if stage.repeats and stage.key.round == number]


def _time_spent(position: RunState, key: StageKey) -> timedelta:
    """All running time in a stage up to the last event, that before it was begun again included."""
    return sum((visit.used for visit in position.visits if visit.key == key), ZERO)


def _running_time(reading: Reading) -> timedelta:
    """The running time since the last event that counted it."""
    since = reading.position.running_since
    return reading.now - since if since else ZERO
