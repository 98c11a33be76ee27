"""What can the rest of Clearing do with an open library?"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import Any, Self, TypeVar

from formats.library import disk, lineage
from formats.library.backups import Backups
from formats.library.changes import Changes, Document, Tables
from formats.library.record_checks import require_usable
from formats.library.safe_file import AsideCopy, SafeFile
from formats.library.saver import Listener, Saver
from formats.library.session_index import Revision
from formats.library.status import NotSavedCause, OpenReport, SaveState, cause_of
from formats.library.stored_tables import each_as, some_as
from formats.library.tables import LibraryDB, LibraryTable, TablesInMemory

T = TypeVar("T")
Watcher = Callable[[Changes], None]
RETRY_SECONDS = 5.0
MOVED_FROM = "_moved_from"  # where the library was before, so that erasing finds what was left there


class LibraryFile:
    """One open library: its tables in memory, its saves on the disk.

    Records are plain JSON documents with a text `id` of their own. Those that `get` and `all` hand out are
    to be read, not edited. Every method may be called from any thread; see the package for who waits when.
    """

    def __init__(
        self,
        tables: Tables,
        file: SafeFile,
        *,
        now: Callable[[], datetime],
        listener: Listener,
        retry_seconds: float | None = RETRY_SECONDS,
        door: str = "",
    ) -> None:
        """`door`: the rules by which every record in the tables was let in, where they are known."""
        self._now = now
        self._memory = TablesInMemory(tables, self._queue, self._save_now_or_soon, door)
        self._saver = Saver(file, self._memory, listener, retry_seconds)
        self._watchers: list[Watcher] = []
        self.path = file.path
        self.open_report: OpenReport
        self.backup_cause: NotSavedCause | None = None  # why closing could not make a backup
        self.db = LibraryDB(self._memory)
        for name in tables:
            self.db.table(name)

    @property
    def state(self) -> SaveState:
        """Whether everything in memory is on the disk, and if not, why."""
        return self._saver.state

    @property
    def last_save(self) -> int:
        """The number of the last save; it is durable once `state.saved_up_to` reaches it."""
        return self._saver.last_number

    @property
    def backups(self) -> Backups:
        """The earlier copies of this library."""
        return Backups.of(self.path)

    @property
    def former_places(self) -> tuple[Path, ...]:
        """Where the library was before it was moved; its files may still be there."""
        places = (Path(str(record.get("library", ""))) for record in self.all(MOVED_FROM))
        return tuple(place for place in places if place.is_absolute() and place != self.path)

    @property
    def now(self) -> datetime:
        """The time by this library's clock."""
        return self._now()

    def get(self, table: str, record_id: str) -> Document | None:
        """The record with this id, or None."""
        with self._memory.guard:
            number = self._memory.number(table, record_id)
            return None if number is None else self._memory.documents(table)[number]

    def all(self, table: str) -> list[Document]:
        """Every record of the table, in the order they came."""
        with self._memory.guard:
            return list(self._memory.documents(table).values())

    def ids(self, table: str) -> list[str]:
        """The ids of every record of the table, in the order they came; costs no look at the records."""
        with self._memory.guard:
            return self._memory.ids(table)

    def all_as(self, table: str, kind: type[T]) -> list[T]:
        """Every record of the table as far as this kind of value asks for it, which is faster than the whole."""
        with self._memory.guard:
            return [each for _, each in each_as(self._memory.documents(table), kind)]

    def of_session_as(self, table: str, session_id: str, kind: type[T]) -> list[T]:
        """A session's own records in one of `OF_SESSIONS` in the same way."""
        with self._memory.guard:
            documents = self._memory.documents(table)
            numbers = self._memory.by_session.numbers(table, session_id)
            return some_as(documents, numbers, kind)

    def of_session_where(
        self, table: str, session_id: str, kind: type[T], is_wanted: Callable[[T], bool]
    ) -> list[Document]:
        """Those of a session's own records of which such a value is wanted; the others are not read whole."""
        with self._memory.guard:
            documents = self._memory.documents(table)
            numbers = self._memory.by_session.numbers(table, session_id)
            values = some_as(documents, numbers, kind)
            return [documents[number] for number, value in zip(numbers, values, strict=True) if is_wanted(value)]

    def of_session(self, table: str, session_id: str) -> list[Document]:
        """A session's own records in one of `OF_SESSIONS`, in the order they came."""
        with self._memory.guard:
            documents = self._memory.documents(table)
            return [documents[number] for number in self._memory.by_session.numbers(table, session_id)]

    def session_revision(self, session_id: str) -> Revision:
        """Another one after each change of the session's document, notes or run log."""
        with self._memory.guard:
            return self._memory.by_session.revision(session_id)

    def revision(self, *tables: str) -> int:
        """A number that rises with each change of any of these tables."""
        with self._memory.guard:
            return self._memory.revision(tables)

    def documents(self, table: str) -> Mapping[str, Document]:
        """The table's documents by TinyDB's number; to be read at once."""
        return self._memory.documents(table)

    def put(self, table: str, record: Mapping[str, Any]) -> None:
        """Save a record in place of the one with the same id, or as a new one."""
        with self._memory.one_save():
            old = self.get(table, record["id"])
            self.put_as_is(table, record)
            if table in lineage.FOLLOWED and old != record:
                line = lineage.line_after_edit(self.get(lineage.TABLE, record["id"]), old)
                if line is not None:
                    self.put_as_is(lineage.TABLE, line)

    def remove(self, table: str, record_id: str) -> None:
        """Remove the record with this id, if there is one."""
        with self._memory.one_save():
            old = self.get(table, record_id)
            if old is None:
                return
            self.remove_without_trace(table, record_id)
            if table in lineage.FOLLOWED:
                self.put_as_is(lineage.TABLE, lineage.line_after_removal(self.get(lineage.TABLE, record_id), old))

    def put_as_is(self, table: str, record: Mapping[str, Any]) -> None:
        """Save a record without noting that it follows on the one before; for merging and undoing.

        Raises InvalidValueError where the record could not be used, as `put` does; nothing is changed then.
        """
        require_usable(table, record)
        with self._memory.one_save():
            number = self._memory.number(table, record["id"]) or str(self._table(table).next_number())
            self._memory.commit(Changes(put={table: {number: record}}), is_let_in=True)

    def remove_without_trace(self, table: str, record_id: str) -> None:
        """Remove a record and remember nothing of it; for merging and erasing."""
        with self._memory.one_save():
            number = self._memory.number(table, record_id)
            if number is not None:
                self._memory.commit(Changes(removed={table: [number]}))

    def saving(self, *, wait: bool = True) -> AbstractContextManager[None]:
        """Everything changed inside is one save, all or nothing; `wait=False` leaves the disk to a thread."""
        return self._memory.one_save(wait=wait)

    def flush(self) -> SaveState:
        """Put everything that waits on the disk now, and say whether that went well."""
        return self._saver.flush()

    def retry(self) -> SaveState:
        """Try again after trouble; this also happens by itself every few seconds."""
        return self._saver.flush()

    def move_to(self, path: Path) -> SaveState:
        """Keep the library at another place from now on; there must be no file there yet.

        Raises FileExistsError where there is one, OSError where the place cannot be written to.
        """
        path = disk.real_path(path)
        if path.exists():
            raise FileExistsError(path)
        if not self._saver.may_move:
            return self._saver.flush()
        with self._memory.one_save(wait=False):
            name = sha256(str(self.path).encode("utf-8", "replace")).hexdigest()[:16]
            self.put_as_is(MOVED_FROM, {"id": name, "library": str(self.path)})
        self.path = path
        return self._saver.move_to(SafeFile(path))

    def keep_mine(self) -> SaveState:
        """After another program changed the file: keep its file beside ours under another name."""
        return self._saver.overwrite_other(aside_name(self.path, "changed elsewhere", self._now()))

    def tell_saves_to(self, listener: Listener) -> None:
        """Have another listener hear of every attempt to save from now on, on the thread that makes it."""
        self._saver.listener = listener

    def watch(self, watcher: Watcher) -> None:
        """Be told of every save as it enters memory, on the thread that made it."""
        self._watchers.append(watcher)

    def snapshot(self) -> Tables:
        """All tables as they are now; later changes do not reach it."""
        return self._memory.snapshot()

    def replace_all(self, tables: Tables) -> SaveState:
        """Hold these tables instead of all we have, in memory and on the disk."""
        changes = Changes(dropped=list(self._memory.snapshot()), put=tables)
        self._memory.replace_all(tables)
        self.db = LibraryDB(self._memory)  # tables made before remember numbers and searches
        self._tell_watchers(changes)
        return self.compact()

    def compact(self, aside: Iterable[AsideCopy] = ()) -> SaveState:
        """Write one plain library file that holds everything; keep the files in its way under other names."""
        self._saver.rewrite_first(aside)
        return self._saver.flush()

    def forbid_saving(self, cause: NotSavedCause) -> None:
        """Keep all changes in memory only, for this cause."""
        self._saver.forbid_saving(cause)

    def close(self) -> SaveState:
        """Write everything into the plain library file and let go of it; repeat or move when not saved."""
        state = self._saver.flush()
        if state.cause is NotSavedCause.CHANGED:
            state = self.keep_mine()
        if state.saved and not self._saver.is_compact:
            state = self.compact()
        if state.saved and not self.open_report.read_only:
            with suppress(OSError):  # it only makes the next start faster
                self._saver.note_door()
            self.backup_cause = self._back_up()
        if state.saved or self.open_report.read_only:
            self.abandon()
        return state

    def abandon(self) -> None:
        """Let go of the files as they are; what was acknowledged is in them."""
        self._saver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self.abandon()

    def _back_up(self) -> NotSavedCause | None:
        """Keep a dated copy of the library as it is on the disk; the cause when that failed."""
        try:
            content = disk.read(self.path)
            if content is not None:
                self.backups.make(content, self._now())
        except OSError as trouble:
            return cause_of(trouble)
        return None

    def _table(self, name: str) -> LibraryTable:
        table = self.db.table(name)
        assert isinstance(table, LibraryTable)
        return table

    def _queue(self, changes: Changes) -> None:
        """Take one save from memory, with its guard held."""
        self._saver.queue(changes)
        self._tell_watchers(changes)

    def _tell_watchers(self, changes: Changes) -> None:
        """Pass on what changed in memory."""
        for watcher in self._watchers:
            watcher(changes)

    def _save_now_or_soon(self, wait: bool) -> None:
        """See to what was queued, now or soon."""
        if self._saver.state.waiting:
            if wait:
                self._saver.flush()
            else:
                self._saver.flush_soon()


def aside_name(library: Path, why: str, now: datetime) -> Path:
    """A name beside the library under which to keep a file that is not to be used any more."""
    start = f"{disk.shortened(library.stem, disk.LONGEST_STEM)} ({why} {now:%Y-%m-%d %H-%M-%S})"
    numbers = chain([""], (f" {number}" for number in count(2)))
    names = (library.with_name(f"{start}{number}{disk.shortened(library.suffix, 30)}") for number in numbers)
    return next(name for name in names if not name.exists())
