"""What is a note called in a summary, and what stands behind its text?"""

from formats.exports.passages import NOTHING, Passage, joined, plain
from formats.exports.summary import NextStep, SummaryNote, Timing
from formats.exports.wording import short_day
from formats.session.notes import NoteKind

IN_BRIEF = "In brief"
NEXT_STEPS = "Next steps"
WHO_TOOK_PART = "Who took part"
TIMINGS = "Planned and used time"
NEXT_SESSION = "Next session"
STEP_HEADINGS = ("What", "Who", "By")
TIMING_HEADINGS = ("Part", "Stage", "Planned", "Used")


def kind_label(note: SummaryNote) -> str:
    """Insight, Next step; an answer stands under its question and needs no name."""
    return "" if note.kind is NoteKind.ANSWER else note.kind.value.capitalize()


def step_remark(note: SummaryNote, near_year: int) -> Passage:
    """(Beth, by 2 March) behind a next step."""
    if note.kind is not NoteKind.NEXT_STEP:
        return NOTHING
    day = f"by {short_day(note.due, near_year)}" if note.due else ""
    said = [part for part in (note.owner, plain(day), plain("done" if note.done else "")) if part.spans]
    strung: list[Passage | str] = [", " if n % 2 else said[n // 2] for n in range(2 * len(said) - 1)]
    return joined("(", *strung, ")") if said else NOTHING


def due_text(step: NextStep) -> str:
    """The day of a next step, and whether it is done."""
    return ", ".join(filter(None, (step.by, "done" if step.done else "")))


def timing_stage(timing: Timing) -> Passage:
    """The stage of a row of timings, with its round where there is more than one."""
    return joined(f"Round {timing.round}: ", timing.stage) if timing.round else timing.stage
