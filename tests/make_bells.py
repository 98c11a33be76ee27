"""How were the sounds in resources/sounds made? `python -m tests.make_bells` makes them again.

A bell is a handful of partials (the ratios of a hand bell: hum, prime, tierce, quint, nominal and two
above), each a pair of close frequencies that beat slowly, each dying away at its own pace, high ones first.
"""

import math
import sys
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

RATE = 44_100
FOLDER = Path(__file__).parent.parent / "resources" / "sounds"
PARTIALS = (  # ratio to the prime, loudness, seconds until a third is left
    (0.5, 0.55, 1.5),
    (1.0, 1.00, 1.2),
    (1.2, 0.30, 0.8),
    (1.5, 0.20, 0.6),
    (2.0, 0.45, 0.7),
    (2.7, 0.12, 0.35),
    (4.1, 0.05, 0.18),
)
BEAT = 0.7  # hertz between the two frequencies of a partial
ATTACK = 0.014
FADE = 0.5

Sound = Callable[[float], float]


def smooth(x: float) -> float:
    """From 0 to 1 without a corner; a corner would click."""
    x = min(max(x, 0.0), 1.0)
    return (1 - math.cos(math.pi * x)) / 2


def strike(prime: float, t: float) -> float:
    """One struck bell at `t` seconds after the stroke."""
    if t < 0:
        return 0.0
    ring = 0.0
    for ratio, loudness, third in PARTIALS:
        turn = 2 * math.pi * prime * ratio
        pair = math.sin(turn * t) + math.sin((turn + 2 * math.pi * BEAT) * t)
        ring += loudness * math.exp(-t * math.log(3) / third) * pair / 2
    return ring * smooth(t / ATTACK)


def bell_soon(t: float) -> float:
    """A little before the end: one light stroke."""
    return strike(523.25, t)


def bell_end(t: float) -> float:
    """Time: a lower stroke, and a second one a fourth below."""
    return 0.8 * strike(440.0, t) + strike(329.63, t - 0.9)


def swell(seconds: float, low: float, high: float) -> Sound:
    """A breath of tone that slides from `low` to `high` hertz and is loudest in its middle."""

    def sound(t: float) -> float:
        part = t / seconds
        turn = 2 * math.pi * (low * t + (high - low) * t * part / 2)
        envelope = smooth(2 * part) if part < 0.5 else smooth(2 - 2 * part)
        return envelope * (math.sin(turn) + 0.25 * math.sin(2 * turn))

    return sound


def samples(sound: Sound, seconds: float, peak: float) -> list[int]:
    """The sound as 16-bit numbers, its loudest at `peak` of full scale, faded to silence at the end."""
    count = int(seconds * RATE)
    raw = [sound(n / RATE) * smooth((seconds - n / RATE) / FADE) for n in range(count)]
    scale = 32767 * peak / max(abs(value) for value in raw)
    return [round(value * scale) for value in raw]


def write(path: Path, numbers: list[int]) -> None:
    """One mono WAV file."""
    little = array("h", numbers)
    if sys.byteorder == "big":
        little.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(little.tobytes())


def all_sounds() -> dict[str, list[int]]:
    """Every sound of the app by the name of its file."""
    return {
        "bell-soon.wav": samples(bell_soon, 3.0, 0.5),
        "bell-end.wav": samples(bell_end, 4.4, 0.6),
        "tone-in.wav": samples(swell(2.2, 196.0, 246.94), 2.2, 0.12),
        "tone-out.wav": samples(swell(2.8, 246.94, 196.0), 2.8, 0.12),
    }


if __name__ == "__main__":
    for name, numbers in all_sounds().items():
        write(FOLDER / name, numbers)
