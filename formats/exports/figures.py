"""Which figures of a summary are drawn?"""

from collections import Counter

from formats.exports.document import Picture
from formats.exports.drawing import KINDS, RoundBar, StageBar, draw_notes, draw_times
from formats.exports.summary import Summary, SummaryPart
from formats.session.agenda import PartKind
from formats.session.notes import NoteKind

DRAWN_KINDS = frozenset(kind for kind, *_ in KINDS)


def picture_of_times(summary: Summary) -> Picture | None:
    """Planned and used time by stage; nothing where times are left out or no time was used."""
    if not any(row.used for row in summary.timings):
        return None
    return draw_times([
        StageBar(
            f"{f'{row.round}. ' if row.round else ''}{row.stage}",
            row.planned.total_seconds(),
            row.used.total_seconds(),
        )
        for row in summary.timings
    ])  # fmt: skip


def picture_of_notes(summary: Summary) -> Picture | None:
    """Notes by kind and round; nothing where there are none to count."""
    stacks = [stack for part in summary.parts for stack in _stacks(part, _several(summary))]
    return draw_notes(stacks) if stacks else None


def _several(summary: Summary) -> bool:
    return sum(part.kind is PartKind.STRUCTURE for part in summary.parts) > 1


def _stacks(part: SummaryPart, several: bool) -> list[RoundBar]:
    counts: dict[int, Counter[NoteKind]] = {}
    for section in part.sections:
        kinds = (note.kind for stage in section.stages for note in stage.notes if note.kind in DRAWN_KINDS)
        counts.setdefault(section.round, Counter()).update(kinds)
    return [RoundBar(_label(part, n, several), tuple(found.items())) for n, found in counts.items() if found]


def _label(part: SummaryPart, round_number: int, several: bool) -> str:
    if part.kind is not PartKind.STRUCTURE or not round_number:
        return str(part.title)
    return f"{part.title}, {round_number}" if several else f"Round {round_number}"
