"""What would be read from a list of people: who is on it, who of them is away, and what was not read."""

import json
from collections.abc import Sequence
from pathlib import Path

from formats.language import Message, tr, tr_count
from formats.session.folding import fold
from formats.session.roster import Meeting, PersonDraft, Roster, RosterError, Understood
from formats.session.roster.draft import MOST_BYTES
from formats.session.roster.reading import read_roster

GAP = "  "
NOBODY = Message("There are no names in this file.")


def roster_in(path: Path) -> Roster:
    """The list in a file. Raises `RosterError` with one sentence where it is none, OSError where it is closed."""
    with path.open("rb") as file:
        roster = read_roster(file.read(MOST_BYTES + 1))
    if not roster.drafts:
        raise RosterError(str(NOBODY))
    return roster


def as_json(roster: Roster) -> str:
    """The list for programs: its people, and the lines that were not read."""
    return json.dumps(
        {
            "people": [
                {
                    "name": draft.name,
                    "organisation": draft.organisation,
                    "role": draft.role,
                    "email": draft.email,
                    "away": draft.away,
                    "remark": _remark(draft),
                }
                for draft in roster.drafts
            ],
            "not_read": [{"line": line.line_number, "text": line.text} for line in roster.not_read],
        },
        ensure_ascii=False,
        indent=1,
    )


def _remark(draft: PersonDraft) -> str:
    """What is kept beside a name, and that it may be another."""
    return ", ".join(filter(None, (draft.remarks, tr("or {name}", name=draft.maybe) if draft.maybe else "")))


def as_lines(roster: Roster) -> str:
    """The list for people: one a line, what the list as a whole says, and what was not read, with the reason."""
    rows = [_row(draft) for draft in roster.drafts]
    parts = [
        _meeting(roster.meeting) if roster.meeting else "",
        _lined_up(rows),
        "\n".join((_count(roster), *_to_ask(roster))),
        "\n".join((tr("Not read:"), *map(_not_read, roster.not_read))) if roster.not_read else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _row(draft: PersonDraft) -> tuple[str, ...]:
    away = tr("away") if draft.away else ""
    return draft.name, draft.organisation, draft.role, draft.email, away, _remark(draft)


def _lined_up(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns as wide as what they hold; a column that holds nothing is left out."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = ([f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True) if width] for row in rows)
    return "\n".join(GAP.join(cells).rstrip() for cells in padded)


def _count(roster: Roster) -> str:
    people = tr_count("{count} person", "{count} people", len(roster.drafts))
    lines = len(roster.lines)
    if roster.away:
        # For translators: “18 people from 19 lines, 2 away.”
        return tr("{people} from {lines} lines, {away} away.", people=people, lines=lines, away=roster.away)
    return tr("{people} from {lines} lines.", people=people, lines=lines)


def _to_ask(roster: Roster) -> list[str]:
    """What only a person knows: answers that may mean here or away, and people who may be there twice."""
    drafts = roster.drafts
    twice = [_twice(drafts[one], drafts[other]) for one, other in roster.duplicates]
    unclear = [tr("“{answer}” may mean here or away; read as here.", answer=answer) for answer in roster.unclear]
    guesses = [
        tr(
            "“{person}, {organisation}” may be {maybe}; read as {person} of {organisation}.",
            person=draft.name,
            organisation=draft.organisation,
            maybe=draft.maybe,
        )
        for draft in drafts
        if draft.maybe
    ]
    return [*unclear, *guesses, *twice]


def _twice(one: PersonDraft, other: PersonDraft) -> str:
    if fold(one.name) == fold(other.name):
        return tr("{person} is on the list twice.", person=one.name)
    return tr("{one} and {other} have one address.", one=one.name, other=other.name)


def _meeting(meeting: Meeting) -> str:
    """The meeting of an invitation, a line for each thing that it says."""
    starts = meeting.starts.strftime("%Y-%m-%d %H:%M") if meeting.starts else ""
    length = round(meeting.length.total_seconds() / 60) if meeting.length else 0
    minutes = tr_count("{count} minute", "{count} minutes", length) if length else ""
    when = ", ".join(part for part in (starts, minutes, meeting.zone) if part)
    cancelled = tr("This meeting is cancelled.") if meeting.cancelled else ""
    return "\n".join(part for part in (meeting.title, when, meeting.place, meeting.joining, cancelled) if part)


def _not_read(line: Understood) -> str:
    said = tr(
        "line {number}: {text} ({why})", number=line.line_number, text=line.text, why=line.remark_said.rstrip(".")
    )
    return f"{GAP}{said}"
