"""How is a session drawn? Bars as SVG, in the palette of the app, each with the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from formats.exports.document import Picture
from formats.exports.wording import minutes
from formats.session.notes import NoteKind
from formats.session.wording import counted_noun, join_and

WIDTH, LABEL, END, ROW = 640, 176, 104, 26
LONGEST_LABEL = 27
LETTER = 6.4
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


@dataclass(frozen=True, slots=True)
class RoundBar:
    """How many notes of each kind one round brought."""

    label: str
    counts: tuple[tuple[NoteKind, int], ...]


def draw_times(bars: Sequence[StageBar]) -> Picture:
    """Planned and used time of every stage: a pale bar for the plan, a full one for what was used."""
    longest = max((max(bar.planned, bar.used) for bar in bars), default=0) or 1
    scale = (WIDTH - LABEL - END) / longest
    rows = "".join(_time_row(bar, index * ROW, scale) for index, bar in enumerate(bars))
    said = (f"{bar.label}: {_clock(bar.planned)} planned, {_clock(bar.used)} used" for bar in bars)
    key = _key(len(bars) * ROW, (("moss2", MOSS_2, "planned"), ("moss", MOSS, "used"), ("clay", CLAY, "over")))
    words = f"Planned and used time by stage, in minutes and seconds. {'; '.join(said)}."
    return Picture(_svg((len(bars) + 1) * ROW, rows + key), words, told_beside=True)


def draw_notes(stacks: Sequence[RoundBar]) -> Picture:
    """The notes of every round, by kind, in bars with their numbers in them."""
    most = max((sum(count for _, count in stack.counts) for stack in stacks), default=0) or 1
    scale = (WIDTH - LABEL) / most
    rows = "".join(_note_row(stack, index * ROW, scale) for index, stack in enumerate(stacks))
    there = {kind for stack in stacks for kind, count in stack.counts if count}
    key = _key(len(stacks) * ROW, [(name, ground, several) for k, several, name, ground, _ in KINDS if k in there])
    words = "; ".join(f"{stack.label}: {_counts_text(stack)}" for stack in stacks)
    # The lines above the drawing tell what one bar tells.
    return Picture(_svg((len(stacks) + 1) * ROW, rows + key), f"Notes by kind. {words}.", len(stacks) == 1)


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


def _note_row(stack: RoundBar, top: int, scale: float) -> str:
    counts = dict(stack.counts)
    drawn, left = _text(stack.label, 0, top, INK), float(LABEL)
    for kind, several, name, ground, ink in KINDS:
        if count := counts.get(kind, 0):
            width = count * scale
            said = counted_noun(count, kind.value, several)
            said = said if len(said) * LETTER < width - 8 else str(count)
            drawn += _box(name, ground, left, top + 3, width - 2, 20)
            drawn += _text(said, left + 6, top, ink, css=f"on-{name}") if width > 16 else ""
            left += width
    return drawn


def _counts_text(stack: RoundBar) -> str:
    counts = dict(stack.counts)
    said = [counted_noun(counts[k], k.value, several) for k, several, *_ in KINDS if counts.get(k)]
    return join_and(said) or "nothing"


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
