"""How is a session drawn? Bars as SVG, in the palette of the app, each with the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from formats.exports.document import Picture
from formats.exports.wording import minutes
from formats.session.notes import NoteKind

WIDTH, LABEL, END, ROW = 640, 176, 104, 26
LONGEST_LABEL = 27
FONT = 'font-family="Atkinson Hyperlegible Next, Atkinson Hyperlegible, DejaVu Sans, sans-serif"'
INK, INK_2, MOSS, MOSS_2, CLAY, LINE = "#1E2A23", "#4E5D54", "#2C6649", "#DDEBE1", "#A3352A", "#777C6E"
# Kind, plural, name of the class in a style sheet, ground and text: every pair has 4.5:1 at least.
KINDS = (
    (NoteKind.INSIGHT, "insights", "moss", "#2C6649", "#FFFFFF"),
    (NoteKind.IDEA, "ideas", "lake", "#1F6274", "#FFFFFF"),
    (NoteKind.QUESTION, "questions", "amber2", "#FBE8C8", "#1E2A23"),
    (NoteKind.RESOURCE, "resources", "lake2", "#DCECEF", "#1E2A23"),
    (NoteKind.STORY, "stories", "clay2", "#F8DFD9", "#1E2A23"),
    (NoteKind.NEXT_STEP, "next steps", "moss2", "#DDEBE1", "#1E2A23"),
)


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
    said = (f"{bar.label}: {_clock(bar.planned)} planned, {_clock(bar.used)} used" for bar in bars)
    key = _key(len(bars) * ROW, (("moss2", MOSS_2, "planned"), ("moss", MOSS, "used"), ("clay", CLAY, "over")))
    words = f"Planned and used time by stage, in minutes and seconds. {'; '.join(said)}."
    return Picture(_svg((len(bars) + 1) * ROW, rows + key), words, told_beside=True)


def _time_row(bar: StageBar, top: int, scale: float) -> str:
    within = min(bar.planned, bar.used) * scale
    over = max(bar.used - bar.planned, 0) * scale
    return (
        _text(bar.label, 0, top, INK)
        + _box("moss2", MOSS_2, LABEL, top + 5, bar.planned * scale, 16)
        + _box("moss", MOSS, LABEL, top + 9, within, 8)
        + _box("clay", CLAY, LABEL + within, top + 9, over, 8)
        + _text(f"{_clock(bar.used)} of {_clock(bar.planned)}", WIDTH, top, INK_2, "end")
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
