"""How useful did people find the sessions, one after the other? A line, for the year alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from formats.exports.document import Picture
from formats.exports.drawing import FONT, INK, INK_2, LINE, MOSS
from formats.exports.mirroring import in_reading_direction
from formats.language import tr, tr_count

LEAST, MOST = 1, 5
_WIDTH, _HEIGHT, _SIDE, _TOP, _FOOT = 640, 150, 40, 26, 30
_DOT = 4
_MOST_LABELS = 13


@dataclass(frozen=True, slots=True)
class Usefulness:
    """The average of the hands of one session, from 1 to 5, and how many there were.

    `day` and `written`, which is the average, are as their reader writes them.
    """

    day: str
    average: float
    hands: int
    written: str

    def __str__(self) -> str:
        return tr_count(
            "{day} {average} of {most}, from {count} hand",
            "{day} {average} of {most}, from {count} hands",
            self.hands,
            day=self.day,
            average=self.written,
            most=MOST,
        )


def draw_usefulness(points: Sequence[Usefulness]) -> Picture:
    """The averages as a line from 1 to 5, the oldest first."""
    said = "; ".join(map(str, points))
    spots = [(_across(number, len(points)), _down(point.average)) for number, point in enumerate(points)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    rules = "".join(_rule(value) for value in range(LEAST, MOST + 1))
    dots = "".join(f'<circle class="moss" cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}" fill="{MOSS}"/>' for x, y in spots)
    every = -(-len(points) // _MOST_LABELS)
    labels = "".join(
        _text(point.written, x, y - 10, INK) + _text(point.day, x, _HEIGHT - 8, INK_2)
        for number, (point, (x, y)) in enumerate(zip(points, spots, strict=True))
        if number % every == 0
    )
    drawn = f'{rules}<polyline points="{line}" fill="none" stroke="{MOSS}" stroke-width="2"/>{dots}{labels}'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'{FONT} font-size="12">{drawn}</svg>'
    )
    words = tr(
        "How useful people found it, from {least} to {most}. {sessions}.", least=LEAST, most=MOST, sessions=said
    )
    return in_reading_direction(Picture(svg, words))


def _across(number: int, count: int) -> float:
    room = _WIDTH - 2 * _SIDE
    return _SIDE + (room * number / (count - 1) if count > 1 else room / 2)


def _down(value: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _FOOT) * (MOST - value) / (MOST - LEAST)


def _rule(value: int) -> str:
    y = _down(value)
    return (
        f'<line x1="{_SIDE - 14}" y1="{y:.1f}" x2="{_WIDTH - 8}" y2="{y:.1f}" stroke="{LINE}" '
        'stroke-opacity="0.3"/>' + _text(str(value), 12, y + 4, INK_2)
    )


def _text(words: str, x: float, y: float, ink: str) -> str:
    name = "ink" if ink == INK else "ink2"
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
    return f'<text class="{name}" {place} fill="{ink}">{escape(words, quote=False)}</text>'
