"""Small libraries for the tests."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

from tinydb import TinyDB

from formats.library.changes import Tables
from formats.library.file import LibraryFile
from formats.library.opening import ignore_save_state, open_library
from formats.library.records import note_document, session_document
from formats.library.safe_file import SafeFile
from formats.library.status import NotSavedCause
from formats.session.notes import Note, NoteKind
from formats.session.session import Session

EXAMPLES = int(os.environ.get("CLEARING_EXAMPLES", "40"))
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


def opened(path: Path, **choices: Any) -> LibraryFile:
    """The library at this place; nothing is tried again behind the test's back."""
    return open_library(path, **{"now": noon, "retry_seconds": None} | choices)


def in_memory() -> LibraryFile:
    """A library that never touches a disk."""
    library = LibraryFile({}, SafeFile(Path("nowhere") / "library.json"), now=noon, listener=ignore_save_state)
    library.forbid_saving(NotSavedCause.HELD)
    return library


def note(record_id: str, text: str = "Ask the network", session: str = "s1", **more: Any) -> dict[str, Any]:
    """A note as a record."""
    return note_document(session, Note(record_id, NoteKind.IDEA, text, NOON)) | more


def session(record_id: str, title: str) -> dict[str, Any]:
    """A session as a record, with nothing planned and nobody there."""
    return session_document(Session(record_id, title, NOON, "Europe/London", timedelta(hours=1)))


def filled(path: Path, count: int = 5) -> Path:
    """A library with some notes and a session, closed."""
    with opened(path) as library:
        library.put("sessions", session("s1", "Peer Assist in February"))
        with library.saving():
            for number in range(count):
                library.put("notes", note(f"n{number}", f"Note {number}, café"))
    return path


def killed(library: LibraryFile) -> None:
    """Let go of the files as a process that dies does: nothing is folded or tidied."""
    library.abandon()


def without_backups(path: Path) -> Path:
    """The same library as if its backups had been lost."""
    rmtree(path.parent / "backups", ignore_errors=True)
    return path


def texts(library: LibraryFile) -> dict[str, str]:
    """The text of every note by its id."""
    return {each["id"]: each["text"] for each in library.all("notes")}


def plain(path: Path) -> Tables:
    """What TinyDB with its stock storage reads from the file."""
    with TinyDB(path, access_mode="r") as db:
        return {name: {str(each.doc_id): dict(each) for each in db.table(name)} for name in db.tables()}


def records(tables: Tables) -> dict[str, dict[str, Any]]:
    """Records by table and id, without TinyDB's numbers and our version."""
    return {
        name: {each["id"]: dict(each) for each in table.values()}
        for name, table in tables.items()
        if table and name != "_meta"
    }
