"""Is the session in memory what the journal holds and what plain TinyDB reads?"""

from pathlib import Path

from desktop.app.clearing import Clearing
from formats.library.changes import Tables
from formats.library.opening import read_library
from formats.library.repository import SessionRepository
from tests.library.builders import plain
from tests.random_use.faults import Fault


def unlike_on_disk(app: Clearing) -> Fault | None:
    """What is in memory and not, or not like that, in the library file with its journal."""
    state = app.file.flush()
    if not state.saved:
        return Fault("not saved", str(state.cause), state.sentence)
    here = app.file.snapshot()
    read = read_library(app.file.path, now=lambda: app.file.now)
    if (there := read.snapshot()) != here:
        return _differing("the journal", here, there)
    session = app.runner.session
    if session is not None and (kept := SessionRepository(read).session(session.id)) != session:
        return Fault("another session", "the journal", f"on the table: {session}\n\non the disk: {kept}")
    return None


def unlike_in_tinydb(here: Tables, path: Path) -> Fault | None:
    """What was in memory at the end and is not in the closed file, as TinyDB with its stock storage reads it."""
    held, found = _records(here), _records(plain(path))
    return None if held == found else _differing("plain TinyDB", held, found)


def _records(tables: Tables) -> Tables:
    """Without what the file says of itself, such as its checksum."""
    return {name: table for name, table in tables.items() if table and name != "_meta"}


def _differing(where: str, here: Tables, there: Tables) -> Fault:
    names = sorted(name for name in {*here, *there} if here.get(name) != there.get(name))
    told = "\n".join(f"{name}\n  here:  {here.get(name)}\n  there: {there.get(name)}" for name in names)
    return Fault("another library", f"{where}: {', '.join(names)}", told)
