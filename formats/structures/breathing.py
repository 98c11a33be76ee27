"""Where is the breath at a moment: which part, how far into it, and how large is the shape?"""

import math
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from formats.structures.opener import Opener, Pace

NO_TIME = timedelta()


class BreathPhase(StrEnum):
    """The four parts of a breath; an opener without a pace rests all the time."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Breath:
    """The breath at one moment."""

    phase: BreathPhase
    fraction: float
    """How much of the part has passed, from 0 to 1."""
    size: float
    """How large the shape is, from 0 (empty) to 1 (full); it never jumps."""


AT_REST = Breath(BreathPhase.REST, 0.0, 0.0)


def breath_at(opener: Opener, t: timedelta, length: timedelta | None = None) -> Breath:
    """The breath `t` after the start; at rest before it, without a pace, and after the last whole breath.

    `length` is how long the opener takes: a breath that would be cut short is not begun.
    """
    pace = opener.pace
    if pace is None or t < NO_TIME or t // pace.cycle >= _cycles(opener, pace, t, length):
        return AT_REST
    return _breath_within(pace, t % pace.cycle)


def _cycles(opener: Opener, pace: Pace, t: timedelta, length: timedelta | None) -> int:
    fitting = (t if length is None else length) // pace.cycle + (length is None)
    return fitting if opener.most_cycles is None else min(fitting, opener.most_cycles)


def _breath_within(pace: Pace, t: timedelta) -> Breath:
    if t < pace.breathe_in:
        fraction = t / pace.breathe_in
        return Breath(BreathPhase.IN, fraction, _ease(fraction))
    t -= pace.breathe_in
    if t < pace.hold:
        return Breath(BreathPhase.HOLD, t / pace.hold, 1.0)
    t -= pace.hold
    if t < pace.breathe_out:
        fraction = t / pace.breathe_out
        return Breath(BreathPhase.OUT, fraction, 1.0 - _ease(fraction))
    return Breath(BreathPhase.REST, (t - pace.breathe_out) / pace.rest, 0.0)


def _ease(fraction: float) -> float:
    """Slow at both ends, as breath is."""
    return (1.0 - math.cos(math.pi * fraction)) / 2.0
