"""What is left of a session after it was erased, and where?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formats.library.backups import Backup, Backups
from formats.library.base_file import encode_tables, read_base
from formats.library.conflicts import conflict_copies, set_aside_files
from formats.library.file import LibraryFile
from formats.library.status import SaveState


@dataclass(frozen=True, slots=True)
class EraseReport:
    """What was done, and what could not be reached."""

    records: int
    backups: int
    state: SaveState
    unreachable: tuple[Path, ...]  # files that may still hold the session and have to be deleted by hand

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        if not self.state.saved:
            return f"The session is gone from this window, but not from the disk. {self.state.sentence}"
        left = " ".join(f"It may still be in “{path}”." for path in self.unreachable)
        beyond = (
            "Files you exported or gave away, copies made by other programs, and what a disk keeps of "
            "deleted files are out of reach."
        )
        return " ".join(part for part in ("The session is erased from library and backups.", left, beyond) if part)


def erase_everywhere(library: LibraryFile, session_id: str) -> EraseReport:
    """Take a session out of the library, its journal and its backups. It cannot be undone."""
    records = 0
    with library.saving(wait=False):
        for table in library.snapshot():
            for record in [each for each in library.all(table) if belongs(each, session_id)]:
                library.remove_without_trace(table, record["id"])
                records += 1
    state = library.compact()  # the old journal and the old file go with it
    changed, unread = (0, ()) if not state.saved else _erase_in_backups(library.backups, session_id)
    aside = (*set_aside_files(library.path), *conflict_copies(library.path))
    return EraseReport(records, changed, state, (*aside, *unread))


def belongs(record: Mapping[str, Any], session_id: str) -> bool:
    """Whether a record is the session or a part of it."""
    return session_id in (record.get("id"), record.get("session"))


def _erase_in_backups(backups: Backups, session_id: str) -> tuple[int, tuple[Path, ...]]:
    """Rewrite every backup that holds the session; how many, and those that could not be."""
    changed, unread = 0, []
    for backup in backups.all():
        try:
            changed += _erase_in(backups, backup, session_id)
        except (OSError, ValueError):
            unread.append(backup.path)
    return changed, tuple(unread)


def _erase_in(backups: Backups, backup: Backup, session_id: str) -> bool:
    """Rewrite one backup if it holds the session; ValueError when it cannot be read."""
    content = backups.read(backup)
    if content is None:
        raise ValueError(backup.path)
    if json.dumps(session_id)[1:-1].encode("ascii") not in content:
        return False
    tables = read_base(content).tables
    left = {
        name: {key: record for key, record in table.items() if not belongs(record, session_id)}
        for name, table in tables.items()
    }
    backups.change(backup, b"".join(encode_tables(left)))
    return True
