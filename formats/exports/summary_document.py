"""In which order is a summary read? Lays it out as one document for every format that is read."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from formats.exports.document import Block, Bullets, Document, Heading, Item, Paragraph, Table
from formats.exports.figures import picture_of_notes, picture_of_times
from formats.exports.passages import EMPTY_PASSAGE, Passage, join_passages, plain
from formats.exports.summary import (
    Attendance,
    Attendee,
    Invitation,
    NextStep,
    StageNotes,
    Summary,
    SummaryNote,
    SummaryPart,
    SummarySection,
    Timing,
)
from formats.exports.wording import minutes
from formats.session.notes import NoteKind

Day = Callable[[date], str]


def document_of(summary: Summary) -> Document:
    """The whole summary as one document."""
    return Document(
        title=summary.title,
        lead=join_passages(f"{summary.dated}. ", summary.outline),
        blocks=tuple(_blocks(summary)),
        language=summary.language,
        made_at=summary.made_at,
        footer=f"{summary.title}, {summary.dated}",
    )


def kind_label(kind: NoteKind) -> str:
    """Insight, Next step; an answer stands under its question and needs no name."""
    return "" if kind is NoteKind.ANSWER else kind.value.capitalize()


def step_table(steps: tuple[NextStep, ...], name: str) -> Table:
    """What, who and by when; without a column for names where nobody is named."""
    with_who = any(step.who.spans for step in steps)
    rows = [(step.what, step.who, _due(step)) if with_who else (step.what, _due(step)) for step in steps]
    return Table(("What", "Who", "By") if with_who else ("What", "By"), tuple(rows), name=name)


def timing_stage(timing: Timing) -> Passage:
    """The stage of a row of timings, with its round where there is more than one."""
    return join_passages(f"Round {timing.round}: ", timing.stage) if timing.round else timing.stage


def _blocks(summary: Summary) -> Iterator[Block]:
    if summary.in_brief:
        yield Heading(2, plain("In brief"))
        yield Bullets(tuple(Item(plain(said)) for said in summary.in_brief))
    if drawn := picture_of_notes(summary):
        yield drawn
    for part in summary.parts:
        yield from _part(part, partial(summary.choices.dates.near_day, year=summary.year))
    if summary.next_steps:
        yield Heading(2, plain("Next steps"))
        yield step_table(summary.next_steps, "Next steps")
    if summary.attendance:
        yield from _attendance(summary.attendance)
    if summary.timings:
        yield Heading(2, plain("Planned and used time"))
        if drawn := picture_of_times(summary):
            yield drawn
        yield _timings(summary.timings)
    if following := summary.next_session:
        yield Heading(2, plain("Next session"))
        yield Paragraph(join_passages(following.title, f": {following.in_words}."))
        yield from _where(following)


def _where(following: Invitation) -> Iterator[Block]:
    """The place and how to join, where they are known."""
    known = (("Place", following.place), ("How to join", following.joining))
    if items := tuple(Item(passage, label) for label, passage in known if passage.spans):
        yield Bullets(items)


def _part(part: SummaryPart, day: Day) -> Iterator[Block]:
    yield Heading(2, part.title)
    for section in part.sections:
        yield from _section(section, day)


def _section(section: SummarySection, day: Day) -> Iterator[Block]:
    if section.heading.spans:
        yield Heading(3, section.heading)
    for stage in section.stages:
        yield from _stage(stage, 4 if section.heading.spans else 3, day)


def _stage(stage: StageNotes, level: int, day: Day) -> Iterator[Block]:
    if stage.title.spans:
        yield Heading(level, stage.title)
    if stage.question.spans:
        yield Paragraph(stage.question, quiet=True)
    yield Bullets(tuple(Item(n.text, kind_label(n.kind), _step_remark(n, day)) for n in stage.notes))


def _step_remark(note: SummaryNote, day: Day) -> Passage:
    """(Beth, by 2 March) behind a next step."""
    if note.kind is not NoteKind.NEXT_STEP:
        return EMPTY_PASSAGE
    due = f"by {day(note.due)}" if note.due else ""
    said = [part for part in (note.owner, plain(due), plain(note.status)) if part.spans]
    return join_passages("(", *_join_with_commas(said), ")") if said else EMPTY_PASSAGE


def _due(step: NextStep) -> Passage:
    return plain(", ".join(filter(None, (step.by, step.status))))


def _attendance(attendance: Attendance) -> Iterator[Block]:
    yield Heading(2, plain("Who took part"))
    yield Paragraph(plain(attendance.sentence))
    if attendance.people:
        yield Bullets(tuple(_attendee(one) for one in attendance.people))


def _attendee(one: Attendee) -> Item:
    if one.count > 1:
        return Item(one.name, remark=plain(f"({one.count})"))
    more = [part for part in (one.role, one.organisation) if part.spans]
    return Item(one.name, remark=join_passages("(", *_join_with_commas(more), ")") if more else EMPTY_PASSAGE)


def _join_with_commas(parts: list[Passage]) -> list[Passage | str]:
    return [", " if n % 2 else parts[n // 2] for n in range(2 * len(parts) - 1)]


def _timings(timings: tuple[Timing, ...]) -> Table:
    rows = tuple(
        (timing_stage(row), row.part, plain(minutes(row.planned)), plain(minutes(row.used))) for row in timings
    )
    return Table(("Stage", "Part", "Planned", "Used"), rows, figures=(2, 3), name="Planned and used time")
