"""The summary as a tagged PDF that looks designed, its texts passed in as data and never as markup."""

from pathlib import Path

from formats.exports import labels
from formats.exports.passages import Passage, pieces, runs_right_to_left
from formats.exports.pdf_layout import LAYOUT
from formats.exports.summary import Attendance, Section, StageNotes, Summary, SummaryNote
from formats.exports.typesetting import typeset
from formats.exports.wording import minutes

MOST_IN_ONE_COLUMN = 9
MISSING = (
    "Some signs are shown as empty boxes, because no font on the computer that made this file has them. "
    "The web page and the Markdown file hold every sign."
)


def write(summary: Summary, fonts: Path) -> bytes:
    """The whole PDF; `fonts` is the folder of our fonts, which are embedded as far as they are used."""
    return typeset(LAYOUT, _values(summary), fonts=fonts, now=summary.made_at)


def _values(summary: Summary) -> dict[str, object]:
    language, _, region = summary.language.partition("-")
    with_who = any(step.who.spans for step in summary.next_steps)
    following = summary.next_session
    return {
        "title": str(summary.title),
        "lang": language,
        "region": region,
        "footer": f"{summary.title}, {summary.dated}",
        "dated": f"{summary.dated}.",
        "outline": str(summary.outline),
        "in_brief": summary.in_brief,
        "picture": [],
        "parts": [
            {"title": str(part.title), "sections": [_section(one, summary.year) for one in part.sections]}
            for part in summary.parts
        ],
        "with_who": with_who,
        "step_headings": [h for h in labels.STEP_HEADINGS if with_who or h != "Who"],
        "next_steps": [
            {"what": _passage(step.what), "who": str(step.who), "by": labels.due_text(step)}
            for step in summary.next_steps
        ],
        "attendance": _attendance(summary.attendance) if summary.attendance else None,
        "timing_headings": labels.TIMING_HEADINGS,
        "timings": [
            {
                "part": str(row.part),
                "stage": str(labels.timing_stage(row)),
                "planned": minutes(row.planned),
                "used": minutes(row.used),
            }
            for row in summary.timings
        ],
        "next_session": {"title": str(following.title), "when": following.in_words} if following else None,
        "labels": {
            "in_brief": labels.IN_BRIEF,
            "next_steps": labels.NEXT_STEPS,
            "attendance": labels.WHO_TOOK_PART,
            "timings": labels.TIMINGS,
            "next_session": labels.NEXT_SESSION,
            "missing": MISSING,
        },
    }


def _section(section: Section, year: int) -> dict[str, object]:
    return {"heading": str(section.heading), "stages": [_stage(stage, year) for stage in section.stages]}


def _stage(stage: StageNotes, year: int) -> dict[str, object]:
    notes = [_note(note, year) for note in stage.notes]
    return {"title": str(stage.title), "question": str(stage.question), "notes": notes}


def _note(note: SummaryNote, year: int) -> dict[str, object]:
    return {
        "label": labels.kind_label(note),
        "text": _passage(note.text),
        "remark": str(labels.step_remark(note, year)),
    }


def _passage(passage: Passage) -> dict[str, object]:
    text = str(passage)
    some = [{"text": piece.text, "address": piece.address} for piece in pieces(text)]
    return {"rtl": runs_right_to_left(text), "pieces": some}


def _attendance(attendance: Attendance) -> dict[str, object]:
    people = [
        {
            "name": str(one.name),
            "more": "".join(f", {more}" for more in (one.role, one.organisation) if more.spans)
            + (f" ({one.count})" if one.count > 1 else ""),
        }
        for one in attendance.people
    ]
    narrow = not any(one.role.spans or one.organisation.spans for one in attendance.people)
    in_columns = narrow and len(people) > MOST_IN_ONE_COLUMN
    return {"sentence": attendance.sentence, "people": people, "columns": 2 if in_columns else 1}
