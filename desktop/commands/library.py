"""What the command line reads from a library that a running window may hold: the list, and how sound it is."""

import glob
import json
from datetime import UTC, datetime
from pathlib import Path

from formats.library.checking import CheckReport, check
from formats.library.checking import repair as repair_library
from formats.library.opening import read_library
from formats.library.repository import SessionCard, SessionRepository


class NotThereError(LookupError, ValueError):
    """What was asked for is not there."""


def as_json(cards: tuple[SessionCard, ...]) -> str:
    """The list for programs: an array of objects."""
    return json.dumps(
        [
            {
                "id": card.id,
                "date": card.date.isoformat(),
                "title": card.title,
                "series": card.series,
                "structures": card.structures,
                "people": card.people,
                "notes": card.notes,
                "open_next_steps": card.open_next_steps,
                "progress": card.progress.value,
            }
            for card in cards
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_lines(cards: tuple[SessionCard, ...]) -> str:
    """The list for people: id, date, title, people and notes, a line each."""
    if not cards:
        return "No sessions yet."
    width = max(len(card.title) for card in cards)
    return "\n".join(
        f"{card.id}  {card.date}  {card.title:<{width}}  {card.people:>3} people  {card.notes:>4} notes"
        for card in cards
    )


def check_library(library: Path, *, repair: bool) -> tuple[str, int]:
    """What is in a library and what is wrong, in lines, and the exit code: 0 when sound, 1 when damaged.

    With `repair` all that can be read is kept first, and the damaged files are set aside unchanged.
    """
    if not library.exists() and not any(library.parent.glob(f"{glob.escape(library.name)}.journal")):
        raise NotThereError(f"There is no library at {library}.")
    found = check(library)
    if not repair or found.sound:
        return _report_in_lines(found), found.exit_code
    report, after = repair_library(library, now=_now)
    return f"{report.sentence}\n{_report_in_lines(after)}", after.exit_code


def _report_in_lines(report: CheckReport) -> str:
    counts = [f"{count} {table.strip('_').replace('_', ' ')}" for table, count in report.records.items()]
    held = ", ".join(counts) or "nothing"
    lines = [
        f"{report.library}: {'sound' if report.sound else 'damaged'}.",
        f"{'It holds' if report.sound else 'A repair would keep'} {held}; {report.backups} backups.",
        *report.faults,
        *report.remarks,
    ]
    return "\n".join(lines)


def read_repository(library: Path) -> SessionRepository:
    """The sessions, people and notes of a library as it is on the disk; nothing is written.

    Raises OSError where it cannot be read, and a ValueError with one sentence where it is no library.
    """
    return SessionRepository(read_library(library, now=_now))


def _now() -> datetime:
    return datetime.now(UTC)
