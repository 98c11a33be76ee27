"""How is the time of a session drawn: as it was planned, and below it as it was used?"""

from dataclasses import dataclass
from datetime import timedelta
from html import escape

from formats.exports.document import Picture
from formats.exports.drawing import FONT, INK, INK_2, planned_and_used
from formats.exports.hour import extra_minutes
from formats.exports.mirroring import in_reading_direction
from formats.exports.summary import Summary, Timing
from formats.exports.wording import minutes
from formats.language import tr
from formats.session.agenda import PartKind

WIDTH, LEFT, RIGHT, HEIGHT, GAP = 640, 64, 60, 22, 2
PLANNED_TOP, USED_TOP, LABEL_TOP, BOTTOM = 0, 28, 54, 66
LETTER = 4.9
"""How wide a letter of a label is, more or less."""
# Name of the class in a style sheet, the colour of what was used, and the paler one of what was planned.
TINTS = {
    PartKind.OPENING: ("lake", "#1F6274", "#A2BCC4"),
    PartKind.STRUCTURE: ("moss", "#2C6649", "#A6BFB2"),
    PartKind.BREAK: ("stone", "#777C6E", "#C4C6C0"),
    PartKind.CLOSING: ("stone", "#777C6E", "#C4C6C0"),
    PartKind.FREE: ("stone", "#777C6E", "#C4C6C0"),
}


@dataclass(frozen=True, slots=True)
class _Box:
    """Where one stage stands on its line, in units of the drawing."""

    timing: Timing
    left: float
    width: float


def picture_of_hour(summary: Summary) -> Picture | None:
    """Planned and used time as two lines to one scale; nothing where no time was used or times are left out."""
    if not any(row.used for row in summary.timings):
        return None
    planned = sum((row.planned for row in summary.timings), timedelta())
    used = sum((row.used for row in summary.timings), timedelta())
    scale = (WIDTH - LEFT - RIGHT) / max(planned, used).total_seconds()
    plan = _boxes(summary.timings, [row.planned for row in summary.timings], scale)
    use = _boxes(summary.timings, [row.used for row in summary.timings], scale)
    drawn = "".join(
        (
            _text(tr("Planned"), 0, PLANNED_TOP + 16, "ink2"),
            *(_bar(box, PLANNED_TOP, paler=True) for box in plan),
            _text(_whole(planned), _end(plan), PLANNED_TOP + 16, "ink", bold=True),
            _text(tr("Used"), 0, USED_TOP + 16, "ink2"),
            *(_bar(box, USED_TOP, paler=False) + _extra(box) for box in use),
            _text(_whole(used), _end(use), USED_TOP + 16, "ink", bold=True),
            *_labels(use),
        )
    )
    return in_reading_direction(Picture(_svg(drawn), _in_words(summary, planned, used), told_beside=True))


def _boxes(timings: tuple[Timing, ...], lengths: list[timedelta], scale: float) -> list[_Box]:
    left, boxes = float(LEFT), []
    for timing, length in zip(timings, lengths, strict=True):
        width = length.total_seconds() * scale
        boxes.append(_Box(timing, left, width))
        left += width
    return boxes


def _bar(box: _Box, top: int, *, paler: bool) -> str:
    name, full, pale = TINTS[box.timing.kind]
    width = max(box.width - GAP, 0)
    place = f'x="{box.left:.1f}" y="{top}" width="{width:.1f}" height="{HEIGHT}" rx="3"'
    css = f"{name} planned" if paler else name
    return f'\n<rect class="{css}" {place} fill="{pale if paler else full}"/>' if width else ""


def _extra(box: _Box) -> str:
    """By how many minutes it took longer, in its bar."""
    extra = extra_minutes(box.timing)
    if extra <= 0 or box.width < 26:
        return ""
    place = f'x="{box.left + box.width - GAP - 5:.1f}" y="{USED_TOP + 15}" text-anchor="end"'
    return f'\n<text class="on-moss" {place} fill="#FFFFFF" font-size="10" font-weight="bold">+{extra}</text>'


def _labels(boxes: list[_Box]) -> list[str]:
    """The names of the stages that have the room for one."""
    fitting = (box for box in boxes if len(box.timing.label) * LETTER < box.width)
    return [_text(box.timing.label, box.left, LABEL_TOP + 9, "ink2", size=8.8) for box in fitting]


def _end(boxes: list[_Box]) -> float:
    return max(box.left + box.width for box in boxes) + 6


def _in_words(summary: Summary, planned: timedelta, used: timedelta) -> str:
    stages = (planned_and_used(_name(row), minutes(row.planned), minutes(row.used)) for row in summary.timings)
    by_stage = tr("Planned and used time by stage, in minutes and seconds. {stages}.", stages="; ".join(stages))
    in_all = tr("In all: {planned} planned, {used} used.", planned=minutes(planned), used=minutes(used))
    return f"{by_stage} {in_all}"


def _name(row: Timing) -> str:
    return tr("Round {round}, {stage}", round=row.round, stage=row.stage) if row.round else str(row.stage)


def _whole(length: timedelta) -> str:
    return tr("{count} min", count=round(length / timedelta(minutes=1)))


def _svg(content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {BOTTOM}" '
        f'width="{WIDTH}" height="{BOTTOM}" {FONT} font-size="11">{content}</svg>'
    )


def _text(text: str, left: float, top: float, css: str, *, bold: bool = False, size: float = 11) -> str:
    weight = ' font-weight="bold"' if bold else ""
    fill = INK if css == "ink" else INK_2
    place = f'x="{left:.1f}" y="{top:.1f}" font-size="{size}"{weight}'
    return f'\n<text class="{css}" {place} fill="{fill}">{escape(text, quote=False)}</text>'
