"""What does a summary look like in rows, for whoever counts and sorts?

A spreadsheet is read by people: the heads of its columns, kinds and "yes" are in the language of the summary. A
file of comma-separated values is read by other programs too, which look for a column by its name: there they stay
English, whatever the language, and the file of each session can be put below that of another. So do the names that
other programs prescribe: the columns in breakout_rooms, and the fields of a calendar file.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from formats.exports.series import HeldSession, Year
from formats.exports.summary import StageNotes, Summary, SummaryNote, SummaryPart, SummarySection
from formats.language import tr
from formats.session.notes import KINDS
from formats.session.wording import within_sentence

Value = str | int | date | timedelta | None
# A spreadsheet reads a cell that begins with one of these as a formula or a command.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its headings, its rows, and how wide each column is in characters."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]


def sheets_of(summary: Summary) -> tuple[Sheet, ...]:
    """Notes, next steps, people and timings, as far as the summary holds them."""
    found = (_notes(summary), _next_steps(summary), _people(summary), _timings(summary))
    return tuple(sheet for sheet in found if sheet.rows or sheet.name == tr("Notes"))


def sheets_of_year(year: Year) -> tuple[Sheet, ...]:
    """The same sheets for a whole series, each row with the day and title of its session."""
    sheets: dict[str, list[tuple[HeldSession, Sheet]]] = {}
    for one in year.held:
        for sheet in sheets_of(one.summary):
            sheets.setdefault(sheet.name, []).append((one, sheet))
    return tuple(_join_sheets(some) for some in sheets.values()) or (Sheet(tr("Notes"), (tr("Note"),), (), (70,)),)


def _join_sheets(some: list[tuple[HeldSession, Sheet]]) -> Sheet:
    first = some[0][1]
    rows = tuple((one.day, str(one.summary.title), *row) for one, sheet in some for row in sheet.rows)
    return Sheet(first.name, (tr("Day"), tr("Session"), *first.headings), rows, (12, 26, *first.widths))


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might take this text for a formula, spaces before it aside."""
    return text.lstrip(" \n").startswith(DANGEROUS)


def _notes(summary: Summary) -> Sheet:
    rows = tuple(
        _note(part, section, stage, note)
        for part in summary.parts
        for section in part.sections
        for stage in section.stages
        for note in stage.notes
    )
    headings = (
        tr("Part"), tr("Round"), tr("Room"), tr("Stage"), tr("Kind"), tr("Note"), tr("Who"), tr("By"), tr("Done"),
    )  # fmt: skip
    return Sheet(tr("Notes"), headings, rows, (16, 8, 8, 26, 12, 70, 20, 12, 8))


def _note(part: SummaryPart, section: SummarySection, stage: StageNotes, note: SummaryNote) -> tuple[Value, ...]:
    return (
        str(part.title),
        section.round or None,
        section.room,
        str(stage.title),
        within_sentence(str(KINDS[note.kind])),
        str(note.text),
        str(note.owner),
        note.due,
        tr("yes") if note.done else note.status,
    )


def _next_steps(summary: Summary) -> Sheet:
    rows = tuple(
        (str(step.what), str(step.who), step.due, tr("yes") if step.done else step.status or tr("no"))
        for step in summary.next_steps
    )
    return Sheet(tr("Next steps"), (tr("What"), tr("Who"), tr("By"), tr("Done")), rows, (70, 24, 12, 8))


def _people(summary: Summary) -> Sheet:
    people = summary.attendance.people if summary.attendance else ()
    rows = tuple((str(one.name), str(one.role), str(one.organisation), one.count) for one in people)
    headings = (tr("Name"), tr("Role"), tr("Organisation"), tr("People"))
    return Sheet(tr("People"), headings, rows, (28, 24, 28, 8))


def _timings(summary: Summary) -> Sheet:
    rows = tuple(
        (str(row.part), row.round or None, str(row.stage), row.planned, row.used) for row in summary.timings
    )
    headings = (tr("Part"), tr("Round"), tr("Stage"), tr("Planned minutes"), tr("Used minutes"))
    return Sheet(tr("Timings"), headings, rows, (18, 8, 30, 16, 16))
