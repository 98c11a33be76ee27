"""What the command line reads from a library that a running window may hold: the list, and how sound it is."""

import glob
import json
from datetime import UTC, datetime
from pathlib import Path

from formats.language import tr, tr_count
from formats.library.checking import CheckReport, check
from formats.library.checking import repair as repair_library
from formats.library.counting import counted_with_others
from formats.library.opening import read_library
from formats.library.repository import SessionCard, SessionRepository
from formats.session.wording import join_and


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
        return tr("No sessions yet.")
    width = max(len(card.title) for card in cards)
    return "\n".join(f"{card.id}  {card.date}  {card.title:<{width}}  {_counts(card)}" for card in cards)


def _counts(card: SessionCard) -> str:
    """How many people and notes, in columns."""
    people, notes = str(card.people), str(card.notes)
    return "  ".join(
        (
            tr_count("{count} person", "{count} people", card.people, count=people.rjust(3)),
            tr_count("{count} note", "{count} notes", card.notes, count=notes.rjust(4)),
        )
    )


def check_library(library: Path, *, repair: bool) -> tuple[str, int]:
    """What is in a library and what is wrong, in lines, and the exit code: 0 when sound, 1 when damaged.

    With `repair` all that can be read is kept first, and the damaged files are set aside unchanged.
    """
    if not library.exists() and not any(library.parent.glob(f"{glob.escape(library.name)}.journal")):
        raise NotThereError(tr("There is no library at {library}.", library=library))
    found = check(library)
    if not repair or found.sound:
        return _report_in_lines(found), found.exit_code
    report, after = repair_library(library, now=_now)
    return f"{report.sentence}\n{_report_in_lines(after)}", after.exit_code


def _report_in_lines(report: CheckReport) -> str:
    things = join_and(counted_with_others(report.records)) or tr("nothing")
    if report.sound:
        said = tr("{file}: sound.", file=report.library)
        holds = tr_count(
            "It holds {things}; {count} backup.",
            "It holds {things}; {count} backups.",
            report.backups,
            things=things,
        )
    else:
        said = tr("{file}: damaged.", file=report.library)
        holds = tr_count(
            "A repair would keep {things}; {count} backup.",
            "A repair would keep {things}; {count} backups.",
            report.backups,
            things=things,
        )
    return "\n".join((said, holds, *report.faults, *report.remarks))


def read_repository(library: Path) -> SessionRepository:
    """The sessions, people and notes of a library as it is on the disk; nothing is written.

    Raises OSError where it cannot be read, and a ValueError with one sentence where it is no library.
    """
    return SessionRepository(read_library(library, now=_now))


def _now() -> datetime:
    return datetime.now(UTC)
