"""How is a year drawn: which themes came up how often, and what became of the next steps?"""

from collections.abc import Sequence
from html import escape

from formats.exports.document import Picture
from formats.exports.drawing import FONT, INK, INK_2, LINE, MOSS
from formats.exports.mirroring import in_reading_direction
from formats.language import tr

WIDTH, LABEL, ROW, BAR = 640, 176, 26, 12
LONGEST_LABEL = 26
SQUARE, GAP = 20, 6
IN_A_ROW = (WIDTH + GAP) // (SQUARE + GAP)
WHITE, AMBER_2 = "#FFFFFF", "#FBE8C8"
_TICK, _DASH = "M5 10.5l3.5 3.5 6.5-7.5", "M6 10h8"


def draw_themes(counts: Sequence[tuple[str, int]]) -> Picture:
    """How many notes each theme has, in bars, in the order given."""
    most = max((count for _, count in counts), default=1)
    scale = (WIDTH - LABEL - 60) / most
    rows = "".join(_theme_row(name, count, number * ROW, scale) for number, (name, count) in enumerate(counts))
    said = "; ".join(f"{name}: {count}" for name, count in counts)
    return in_reading_direction(
        Picture(_svg(len(counts) * ROW, rows), tr("Notes by theme. {themes}.", themes=said))
    )


def draw_steps(done: int, still_open: int, let_go: int) -> Picture:
    """A square for each next step: ticked where it was taken, empty while it is open, with a dash where let go."""
    squares = ["done"] * done + ["open"] * still_open + ["dropped"] * let_go
    drawn = "".join(
        _square(kind, (number % IN_A_ROW) * (SQUARE + GAP), number // IN_A_ROW * (SQUARE + GAP))
        for number, kind in enumerate(squares)
    )
    rows = -(-len(squares) // IN_A_ROW)
    words = tr(
        "Next steps: {done} done, {open} open, {dropped} dropped.", done=done, open=still_open, dropped=let_go
    )
    return in_reading_direction(Picture(_svg(rows * (SQUARE + GAP), drawn), words, told_beside=True))


def _theme_row(name: str, count: int, top: int, scale: float) -> str:
    short = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}…"
    wide = count * scale
    bar = f'x="{LABEL}" y="{top + 7}" width="{wide:.1f}" height="{BAR}" rx="6"'
    return (
        f'\n<text class="ink" x="0" y="{top + 17.5}" fill="{INK}">{escape(short, quote=False)}</text>'
        f'\n<rect class="moss" {bar} fill="{MOSS}"/>'
        f'\n<text class="ink2" x="{LABEL + wide + 8:.1f}" y="{top + 17.5}" fill="{INK_2}">{count}</text>'
    )


def _square(kind: str, left: int, top: int) -> str:
    ground, name = {"done": (MOSS, "moss"), "open": (AMBER_2, "amber2"), "dropped": (WHITE, "plain")}[kind]
    box = f'x="{left + 0.5}" y="{top + 0.5}" width="{SQUARE - 1}" height="{SQUARE - 1}" rx="4"'
    drawn = f'\n<rect class="{name}" {box} fill="{ground}" stroke="{LINE}" stroke-width="0.75"/>'
    if kind == "open":
        return drawn
    sign, ink = (_TICK, WHITE) if kind == "done" else (_DASH, LINE)
    place = f'transform="translate({left} {top})" fill="none" stroke="{ink}" stroke-width="2"'
    return f'{drawn}<path d="{sign}" {place}/>'


def _svg(height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'{FONT} font-size="12.5">{content}</svg>'
    )
