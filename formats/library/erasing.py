"""What is left of a session after it was erased, and where?"""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Protocol, Self

from formats.language import tr, tr_count
from formats.library import disk
from formats.library.backups import Backup, Backups
from formats.library.base_file import encode_tables, read_base
from formats.library.changes import Tables
from formats.library.conflicts import set_aside_files
from formats.library.file import LibraryFile
from formats.library.lock import is_held
from formats.library.status import SaveState
from formats.library.traces import Traces, documents_in

_MOST_FILES = 20_000  # looked through in one folder; who keeps a library among more is told so by their names
_TELLING = 60  # letters of a name that very long names made from it still begin with
LARGEST = 1 << 29  # bytes of a file that is looked through


@dataclass(frozen=True, slots=True)
class EraseReport:
    """What was done, and what could not be reached."""

    records: int
    backups: int
    state: SaveState
    unreachable: tuple[Path, ...]  # files that hold the session, or may, and have to be deleted by hand
    sessions: int
    """How many sessions were erased; 0 where it was a person."""

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        if not self.state.saved:
            return f"{self._only_here} {self.state.sentence}"
        beyond = tr(
            "Clearing cannot delete files you exported or gave away, or copies made by other programs. "
            "A disk may also keep parts of deleted files."
        )
        if not self.unreachable:
            return f"{self._everywhere} {beyond}"
        left = " ".join(tr("Something of it may still be in “{path}”.", path=path) for path in self.unreachable)
        return f"{self._where_reached} {left} {beyond}"

    @property
    def _only_here(self) -> str:
        if not self.sessions:
            return tr("The person is deleted here, but may still be on the disk.")
        return tr_count(
            "The session is deleted here, but may still be on the disk.",
            "{count} sessions are deleted here, but may still be on the disk.",
            self.sessions,
        )

    @property
    def _everywhere(self) -> str:
        if not self.sessions:
            return tr("The person is deleted from your data and backups.")
        return tr_count(
            "The session is deleted from your data and backups.",
            "{count} sessions are deleted from your data and backups.",
            self.sessions,
        )

    @property
    def _where_reached(self) -> str:
        if not self.sessions:
            return tr("The person is deleted from your data, and from all that could be reached.")
        return tr_count(
            "The session is deleted from your data, and from all that could be reached.",
            "{count} sessions are deleted from your data, and from all that could be reached.",
            self.sessions,
        )


class ErasedTraces(Protocol):
    """What gives away a session, or a person, and how a file is written without it."""

    def are_in(self, content: bytes) -> bool:
        """Whether anything of it is found by a search of every byte."""

    def taken_from(self, content: bytes) -> bytes:
        """The content of a file of ours without it."""

    def taken_from_tables(self, tables: Tables) -> Tables:
        """The tables without it."""

    def without_texts_of(self, content: bytes) -> Self:
        """The same without the texts that are also written in this library file, which stays."""


def erase_everywhere(library: LibraryFile, session_id: str, also: Iterable[Path] = ()) -> EraseReport:
    """Take a session out of everything that Clearing wrote. It cannot be undone; see `erase_sessions`."""
    return erase_sessions(library, (session_id,), also)


def sessions_before(library: LibraryFile, day: datetime) -> tuple[str, ...]:
    """The ids of the sessions that began before this instant."""
    begun = ((record["id"], datetime.fromisoformat(record["starts_at"])) for record in library.all("sessions"))
    return tuple(session_id for session_id, starts_at in begun if starts_at < day)


def erase_sessions(library: LibraryFile, session_ids: Iterable[str], also: Iterable[Path] = ()) -> EraseReport:
    """Take sessions out of library, journal, backups, files set aside or unfinished, and former places.

    `also` are more files that Clearing writes, such as its log of faults. Then every byte of every file beside the
    library is searched: what still holds anything of the sessions, or cannot be read, is named in the report.
    """
    sessions = frozenset(session_ids)
    traces = _gather_traces(library, Traces(sessions))
    records = _erase_in_memory(library, traces)
    return erase_on_disk(library, traces, records, also, len(sessions))


def erase_on_disk(
    library: LibraryFile, traces: ErasedTraces, records: int, also: Iterable[Path], sessions: int
) -> EraseReport:
    """Take from every file what is out of memory already: `records` of it; `sessions`: see `EraseReport`."""
    state = library.compact()  # the old journal and the old file go with it
    if not state.saved:
        return EraseReport(records, 0, state, (), sessions)
    traces = traces.without_texts_of(disk.read(library.path) or b"")
    unreachable: dict[Path, None] = {}
    changed = 0
    for place in (library.path, *library.former_places):
        is_here = place == library.path
        changed += _erase_backups(Backups.of(place), traces, unreachable)
        if not is_here and not _may_write(place):
            unreachable[place] = None
            continue
        for path in chain(_own_files(place, with_library=not is_here), also if is_here else ()):
            _erase_in_file(path, traces, unreachable)
        unreachable |= dict.fromkeys(path for path in _every_file_beside(place) if _still_holds(path, traces))
    return EraseReport(records, changed, state, tuple(unreachable), sessions)


def own_contents(library: LibraryFile) -> Iterator[bytes]:
    """What stands in every file that Clearing wrote: backups, libraries at former places, files set aside."""
    for place in (library.path, *library.former_places):
        backups = Backups.of(place)
        yield from (content for backup in backups.all() if (content := backups.read(backup)) is not None)
        files = _own_files(place, with_library=True)
        yield from (content for path in files if (content := _content(path)) is not None)


def _gather_traces(library: LibraryFile, traces: Traces) -> Traces:
    """All that gives the sessions away: what the library has of them, and what earlier files have."""
    traces = traces.with_documents(chain.from_iterable(library.all(table) for table in library.snapshot()))
    for content in own_contents(library):
        if traces.are_named_in(content):
            traces = traces.with_documents(documents_in(content))
    return traces


def _erase_in_memory(library: LibraryFile, traces: Traces) -> int:
    """Remove every record of the sessions, as one save; how many there were."""
    count = 0
    with library.saving(wait=False):
        for table in library.snapshot():
            held = [int(number) for number, record in library.documents(table).items() if traces.hold(record)]
            library.db.table(table).remove(doc_ids=held)
            count += len(held)
    return count


def _erase_backups(backups: Backups, traces: ErasedTraces, unreachable: dict[Path, None]) -> int:
    """Rewrite every backup that holds something of them; how many. Those that could not be are noted."""
    changed = 0
    for backup in backups.all():
        try:
            changed += _erase_in_backup(backups, backup, traces)
        except (OSError, ValueError):
            unreachable[backup.path] = None
    return changed


def _erase_in_backup(backups: Backups, backup: Backup, traces: ErasedTraces) -> bool:
    """Rewrite one backup if it holds something of them; ValueError when it cannot be read."""
    content = backups.read(backup)
    if content is None:
        raise ValueError(backup.path)
    if not traces.are_in(content):
        return False
    left = b"".join(encode_tables(traces.taken_from_tables(read_base(content).tables)))
    if left == content:
        return False
    backups.change(backup, left)
    return True


def _own_files(library: Path, *, with_library: bool) -> Iterator[Path]:
    """What Clearing wrote beside a library and does not need any more, and at a former place the library too."""
    if with_library:
        yield library
        yield disk.path_beside(library, ".journal")
    yield from set_aside_files(library)
    for folder in (library.parent, Backups.of(library).folder):
        try:
            beside = sorted(folder.iterdir())
        except OSError:
            continue
        started = (path for path in beside if path.name.startswith(library.stem[:_TELLING]))
        yield from (path for path in started if path.suffix == ".new" or ".journal found " in path.name)


def _erase_in_file(path: Path, traces: ErasedTraces, unreachable: dict[Path, None]) -> None:
    """Take them out of one file of ours; an unfinished one is deleted."""
    content = _content(path)
    if content is None or not traces.are_in(content):
        return
    try:
        if path.suffix == ".new":
            disk.remove(path)
        else:
            disk.write_whole(path, [traces.taken_from(content)])
    except OSError:
        unreachable[path] = None


def _may_write(place: Path) -> bool:
    """Whether the files of a former place can be changed: not where another Clearing uses them, or they are gone.

    A folder that is not there was deleted, if the one around it is; else its drive may be somewhere else.
    """
    if not place.parent.exists():
        return place.parent.parent.exists()
    return not is_held(place)


def _every_file_beside(library: Path) -> Iterator[Path]:
    """Every file in the folder of a library and in the folders in it."""
    try:
        inside = library.parent.rglob("*") if library.parent != Path.home() else library.parent.iterdir()
        files = (path for path in inside if path.is_file() and not path.is_symlink())
        yield from islice(files, _MOST_FILES)
    except OSError:
        yield library.parent


def _still_holds(path: Path, traces: ErasedTraces) -> bool:
    """Whether a file holds something of them, or cannot be looked through to the end."""
    try:
        if path.stat().st_size > LARGEST:
            return True
        content = disk.read(path) or b""
    except OSError:
        return True
    if content.startswith(b"\x1f\x8b"):
        try:
            content += gzip.decompress(content)
        except (OSError, EOFError, ValueError, zlib.error):
            return True
    return traces.are_in(content)


def _content(path: Path) -> bytes | None:
    try:
        return disk.read(path)
    except OSError:
        return None
