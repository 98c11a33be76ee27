"""How is a session drawn? Bars as SVG, in the palette of the app, each with the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from formats.exports.document import Picture
from formats.exports.mirroring import in_reading_direction
from formats.exports.wording import minutes
from formats.language import Message, tr
from formats.session.notes import NoteKind

WIDTH, LABEL, END, ROW = 640, 176, 104, 26
LONGEST_LABEL = 27
FONT = 'font-family="Atkinson Hyperlegible Next, Atkinson Hyperlegible, DejaVu Sans, sans-serif"'
INK, INK_2, MOSS, MOSS_2, CLAY, LINE = "#1E2A23", "#4E5D54", "#2C6649", "#DDEBE1", "#A3352A", "#777C6E"
NOTED = {
    NoteKind.INSIGHT: Message("Insights"),
    NoteKind.IDEA: Message("Ideas"),
    NoteKind.QUESTION: Message("Questions"),
    NoteKind.RESOURCE: Message("Resources"),
    NoteKind.STORY: Message("Stories"),
}
"""What is counted of what was noted, each as the name of many."""


@dataclass(frozen=True, slots=True)
class StageBar:
    """Planned and used seconds of one stage."""

    label: str
    planned: float
    used: float


def draw_times(bars: Sequence[StageBar]) -> Picture:
    """Planned and used time of every stage: a pale bar for the plan, a full one for what was used."""
    longest = max((max(bar.planned, bar.used) for bar in bars), default=0) or 1
    scale = (WIDTH - LABEL - END) / longest
    rows = "".join(_time_row(bar, index * ROW, scale) for index, bar in enumerate(bars))
    said = (planned_and_used(bar.label, _clock(bar.planned), _clock(bar.used)) for bar in bars)
    # For translators: what bars of three colours are: time that was planned, was used, was more than planned.
    words = (("moss2", MOSS_2, tr("planned")), ("moss", MOSS, tr("used")), ("clay", CLAY, tr("over")))
    key = _key(len(bars) * ROW, words)
    told = tr("Planned and used time by stage, in minutes and seconds. {stages}.", stages="; ".join(said))
    return in_reading_direction(Picture(_svg((len(bars) + 1) * ROW, rows + key), told, told_beside=True))


def planned_and_used(what: str, planned: str, used: str) -> str:
    """The times of a stage, or of a session, for whoever does not see the bars."""
    return tr("{what}: {planned} planned, {used} used", what=what, planned=planned, used=used)


def _time_row(bar: StageBar, top: int, scale: float) -> str:
    within = min(bar.planned, bar.used) * scale
    over = max(bar.used - bar.planned, 0) * scale
    return (
        _text(bar.label, 0, top, INK)
        + _box("moss2", MOSS_2, LABEL, top + 5, bar.planned * scale, 16)
        + _box("moss", MOSS, LABEL, top + 9, within, 8)
        + _box("clay", CLAY, LABEL + within, top + 9, over, 8)
        + _text(
            tr("{used} of {planned}", used=_clock(bar.used), planned=_clock(bar.planned)), WIDTH, top, INK_2, "end"
        )
    )


def _key(top: int, entries: Sequence[tuple[str, str, str]]) -> str:
    drawn, left = "", float(LABEL)
    for name, ground, said in entries:
        drawn += _box(name, ground, left, top + 8, 11, 11, edge=True) + _text(said, left + 16, top, INK_2)
        left += 26 + len(said) * 5.9
    return drawn


def _svg(height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'{FONT} font-size="12.5">{content}</svg>'
    )


def _box(name: str, ground: str, left: float, top: float, width: float, height: float, edge: bool = False) -> str:
    if width <= 0:
        return ""
    outline = f' stroke="{LINE}" stroke-width="0.75"' if edge or name.endswith("2") else ""
    place = f'x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height}" rx="3"'
    return f'\n<rect class="{name}" {place} fill="{ground}"{outline}/>'


def _text(text: str, left: float, top: float, ink: str, anchor: str = "start", css: str = "") -> str:
    short = text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"
    name = css or ("ink" if ink == INK else "ink2")
    place = f'x="{left:.1f}" y="{top + 17.5:.1f}" text-anchor="{anchor}"'
    return f'\n<text class="{name}" {place} fill="{ink}">{escape(short, quote=False)}</text>'


def _clock(seconds: float) -> str:
    return minutes(timedelta(seconds=seconds))
