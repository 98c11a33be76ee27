"""The summary as Markdown in which nothing that a note holds is markup."""

import re
from collections.abc import Iterable, Sequence

from formats.exports import labels
from formats.exports.passages import Passage, pieces
from formats.exports.summary import Attendance, Section, StageNotes, Summary, SummaryNote, SummaryPart
from formats.exports.wording import minutes

# Entities, for not every reader of Markdown honours a backslash before these three.
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
SIGNS = re.compile(r"[\\`*_\[\]{}~|$^]")
# Signs that mean something where a line begins: headings, lists, quotations, rules, definitions, front matter.
LINE_START = re.compile(r"^(\s*)([#+\-]|:(?=\s)|=+(?=\s*$))", re.MULTILINE)
NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)


def write(summary: Summary) -> str:
    """The whole summary as one Markdown text."""
    blocks = [f"# {line(summary.title)}", escaped(summary.dated) + ".", line(summary.outline)]
    if summary.in_brief:
        blocks += [f"## {labels.IN_BRIEF}", _bullets(escaped(said) for said in summary.in_brief)]
    for part in summary.parts:
        blocks += _part(part, summary.year)
    blocks += _next_steps(summary) + _attendance(summary.attendance) + _timings(summary)
    if summary.next_session:
        following = summary.next_session
        blocks += [f"## {labels.NEXT_SESSION}", f"{line(following.title)}: {escaped(following.in_words)}."]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """Text as Markdown that shows exactly this text; line breaks are kept, addresses become links."""
    return "".join(
        f"<{piece.address}>" if piece.address and _plain_address(piece.address) else _escaped(piece.text)
        for piece in pieces(text)
    ).replace("\n", "\\\n")


def line(passage: Passage) -> str:
    """A passage as Markdown on one line."""
    return escaped(" ".join(str(passage).split()))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; tables know no line break but the tag."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace(BREAK, '<br>') for cell in cells)} |" for cells in lines)


BREAK = "\\\n"


def _escaped(text: str) -> str:
    text = "".join(ENTITIES.get(sign, sign) for sign in SIGNS.sub(r"\\\g<0>", text))
    return NUMBERED.sub(r"\1\\\2", LINE_START.sub(r"\1\\\2", text))


def _plain_address(address: str) -> bool:
    return not any(sign.isspace() or sign in "<>\\" for sign in address)


def _bullets(items: Iterable[str]) -> str:
    return "\n".join("- " + item.replace("\n", "\n  ") for item in items)


def _part(part: SummaryPart, year: int) -> list[str]:
    blocks = [f"## {line(part.title)}"]
    for section in part.sections:
        blocks += _section(section, year)
    return blocks


def _section(section: Section, year: int) -> list[str]:
    heading = [f"### {line(section.heading)}"] if section.heading.spans else []
    level = "####" if heading else "###"
    return [*heading, *(block for stage in section.stages for block in _stage(stage, level, year))]


def _stage(stage: StageNotes, level: str, year: int) -> list[str]:
    heading = [f"{level} {line(stage.title)}"] if stage.title.spans else []
    question = [line(stage.question)] if stage.question.spans else []
    return [*heading, *question, _bullets(_note(note, year) for note in stage.notes)]


def _note(note: SummaryNote, year: int) -> str:
    label = labels.kind_label(note)
    parts = (f"**{label}.**" if label else "", escaped(str(note.text)), line(labels.step_remark(note, year)))
    return " ".join(part for part in parts if part)


def _next_steps(summary: Summary) -> list[str]:
    if not summary.next_steps:
        return []
    with_who = any(step.who.spans for step in summary.next_steps)
    headings = [h for h in labels.STEP_HEADINGS if with_who or h != "Who"]
    rows = [
        [escaped(str(step.what)), *([line(step.who)] if with_who else []), escaped(labels.due_text(step))]
        for step in summary.next_steps
    ]
    return [f"## {labels.NEXT_STEPS}", table(headings, rows)]


def _attendance(attendance: Attendance | None) -> list[str]:
    if attendance is None:
        return []
    people = [
        ", ".join(filter(None, (line(one.name), line(one.role), line(one.organisation))))
        + (f" ({one.count})" if one.count > 1 else "")
        for one in attendance.people
    ]
    return [f"## {labels.WHO_TOOK_PART}", escaped(attendance.sentence), _bullets(people)]


def _timings(summary: Summary) -> list[str]:
    if not summary.timings:
        return []
    rows = [
        [line(row.part), line(labels.timing_stage(row)), minutes(row.planned), minutes(row.used)]
        for row in summary.timings
    ]
    return [f"## {labels.TIMINGS}", table(labels.TIMING_HEADINGS, rows)]
