"""How does TinyDB change one document without touching the others?

TinyDB reads and writes all tables for each change. `TablesInMemory` holds the tables instead, and `LibraryTable`
tells it exactly which documents an operation changed; the rest of TinyDB stays as it is.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from threading import RLock
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from formats.library.changes import Changes, Document, Documents, Tables, id_of
from formats.library.session_index import SessionIndex
from formats.library.stored_tables import copied, each_as, in_order

Queue = Callable[[Changes], None]
AfterSave = Callable[[bool], None]
_ALL = ""  # no table has this name


class TablesInMemory(Storage):
    """All tables, in memory. Documents in it are replaced, never edited, so a shallow copy is a snapshot.

    `queue` takes each save in order; `settle` is told, with no lock held, whether to wait for the disk.
    """

    def __init__(self, tables: Tables, queue: Queue, settle: AfterSave, door: str = "") -> None:
        """`door`: the rules by which every record in the tables was let in, where they are known."""
        self.door = door
        self._tables = tables
        self._queue = queue
        self._settle = settle
        self._together: Changes | None = None
        self._undo: list[tuple[str, str | None, Any]] = []
        self._numbers = numbers_by_id(tables)
        self.by_session = SessionIndex(tables)
        self._revisions: Counter[str] = Counter()
        self.guard = RLock()

    def read(self) -> dict[str, Any] | None:
        """The tables by name, for TinyDB; the same documents, not copies."""
        return dict(self._tables) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take whole tables from TinyDB, which does this only to drop some."""
        with self.one_save():
            self.commit(Changes(dropped=[name for name in self._tables if name not in data]))

    def snapshot(self) -> Tables:
        """The tables as they are now, unharmed by later changes."""
        with self.guard:
            return {name: copied(table) for name, table in self._tables.items()}

    def replace_all(self, tables: Tables) -> None:
        """Hold other tables from now on."""
        with self.guard:
            self._tables, self.door = tables, ""
            self._read_anew()

    def revision(self, tables: Iterable[str]) -> int:
        """A number that rises with each change of any of these tables."""
        return self._revisions[_ALL] + sum(self._revisions[name] for name in tables)

    def number(self, table: str, record_id: str) -> str | None:
        """TinyDB's document id, as text, of the record with this `id`."""
        return self._numbers.get(table, {}).get(record_id)

    def ids(self, table: str) -> list[str]:
        """The ids of a table's records, in the order they came."""
        numbers = self._numbers.get(table, {})
        return sorted(numbers, key=lambda each: int(numbers[each]))

    def documents(self, table: str) -> Documents:
        """One table's documents by TinyDB's document id."""
        return self._tables.get(table, {})

    def commit(self, changes: Changes, *, is_let_in: bool = False) -> None:
        """Make the changes in memory, as a part of the save that `together` is gathering.

        `is_let_in`: every record that is put came through the one door for values, by its rules of today.
        """
        if not changes:
            return
        if changes.put and not is_let_in:
            self.door = ""
        plain = Changes.from_line(json.loads(f"{{{changes.body()}}}"))  # as the disk has it, and ours alone
        assert self._together is not None, "commit belongs inside together"
        self._remember(plain)
        self._make(plain)
        self._together.add_later(plain)

    @contextmanager
    def one_save(self, *, wait: bool = True) -> Iterator[None]:
        """Everything committed inside is one save, or none of it when an exception passes.

        Raises what the block raises, with everything as it was before.
        """
        with self.guard:
            if self._together is not None:
                yield  # part of the save around it
                return
            self._together, self._undo = Changes(), []
            try:
                yield
            except BaseException:
                self._undo_all()
                raise
            else:
                if self._together:
                    self._queue(self._together)
            finally:
                self._together = None
        self._settle(wait)

    def _read_anew(self) -> None:
        """Forget all that is known of the tables before."""
        self._numbers = numbers_by_id(self._tables)
        self._revisions[_ALL] += 1
        self.by_session.read_anew(self._tables)

    def _make(self, changes: Changes) -> None:
        """Make the changes in the tables and in both indices."""
        self._revisions.update({*changes.dropped, *changes.removed, *changes.put})
        for name in changes.dropped:
            self._numbers.pop(name, None)
            self.by_session.drop(name, self._tables.get(name, {}))
        for name, ids in changes.removed.items():
            for doc_id in ids:
                self._forget(name, doc_id)
                self.by_session.take(name, doc_id, self._tables.get(name, {}).get(doc_id), None)
        for name, documents in changes.put.items():
            for doc_id, document in documents.items():
                self._forget(name, doc_id)
                self.by_session.take(name, doc_id, self._tables.get(name, {}).get(doc_id), document)
                if "id" in document:
                    self._numbers.setdefault(name, {})[id_of(document)] = doc_id
        changes.apply_to(self._tables)

    def _forget(self, name: str, doc_id: str) -> None:
        """Take a document that is about to change out of the index."""
        old = self._tables.get(name, {}).get(doc_id)
        if old is not None and name in self._numbers:
            self._numbers[name].pop(id_of(old), None)

    def _remember(self, changes: Changes) -> None:
        """Note what the changes will overwrite."""
        for name in changes.dropped:
            self._undo += [(name, doc_id, old) for doc_id, old in self._tables.get(name, {}).items()]
        for name, ids in (*changes.put.items(), *changes.removed.items()):
            table = self._tables.get(name)
            if table is None:
                self._undo.append((name, None, None))
            else:
                self._undo += [(name, doc_id, table.get(doc_id)) for doc_id in ids]

    def _undo_all(self) -> None:
        """Put back what was overwritten, last change first."""
        for name, doc_id, old in reversed(self._undo):
            if doc_id is None:
                self._tables.pop(name, None)
            elif old is None:
                self._tables[name].pop(doc_id, None)
            else:
                self._tables.setdefault(name, {})[doc_id] = old
        for name in {name for name, _, _ in self._undo} & self._tables.keys():
            self._tables[name] = in_order(self._tables[name])
        self._read_anew()


class _Named(msgspec.Struct, gc=False):
    """What a record is called."""

    id: Any = msgspec.UNSET


def numbers_by_id(tables: Tables) -> dict[str, dict[str, str]]:
    """For each table, the number of each record by its `id`."""
    return {
        name: {str(each.id): number for number, each in each_as(table, _Named) if each.id is not msgspec.UNSET}
        for name, table in tables.items()
    }


class _AcceptsTinyDocuments(type):
    """Lets TinyDB take its own documents for ours, when it asks whether one brings its number along."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, TinyDocument)


class LibraryTable(Table):
    """A TinyDB table that knows which documents an operation changed.

    It remembers no results of searches: they would have to be forgotten with every save that is taken back.
    """

    class document_class(TinyDocument, metaclass=_AcceptsTinyDocuments):  # noqa: N801  TinyDB's hook has this name
        """A document handed out whole, so that editing it in place changes nothing here."""

        def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
            super().__init__(copy_value(value), doc_id)

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size, persist_empty)
        numbers = self._read_table()
        if numbers:  # as TinyDB finds it at the first insertion, which then takes no longer than the next
            self._next_id = max(map(int, numbers)) + 1  # type: ignore[assignment]  # TinyDB's own is untyped

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        memory: TablesInMemory = self._storage  # type: ignore[assignment]  # LibraryDB makes no other
        with memory.one_save():
            view = _WatchedTable(memory.documents(self.name))
            updater(view)  # type: ignore[arg-type]  # TinyDB says dict and means a mapping
            memory.commit(view.changes(self.name, is_new=self.name not in (memory.read() or {})))

    def next_number(self) -> int:
        """The number that the next new document gets."""
        number: int = self._get_next_id()  # type: ignore[no-untyped-call]  # TinyDB leaves it untyped
        return number


class _WatchedTable(MutableMapping[int, Any]):
    """One table as TinyDB's operations see it; hands out copies and tells afterwards what changed."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._touched: dict[int, Any] = {}
        self._removed: set[int] = set()

    def __getitem__(self, doc_id: int) -> Any:
        if doc_id in self._removed:
            raise KeyError(doc_id)
        if doc_id not in self._touched:
            self._touched[doc_id] = copy_value(self._documents[str(doc_id)])
        return self._touched[doc_id]

    def __setitem__(self, doc_id: int, document: Any) -> None:
        self._removed.discard(doc_id)
        self._touched[doc_id] = document

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._touched.pop(doc_id, None)
        if str(doc_id) in self._documents:
            self._removed.add(doc_id)

    def __contains__(self, doc_id: object) -> bool:
        return doc_id not in self._removed and (doc_id in self._touched or str(doc_id) in self._documents)

    def __iter__(self) -> Iterator[int]:
        yield from (int(each) for each in self._documents if int(each) not in self._removed)
        yield from (each for each in self._touched if str(each) not in self._documents)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self, name: str, *, is_new: bool) -> Changes:
        """What differs now from the table as it was."""
        put = {
            str(doc_id): document
            for doc_id, document in self._touched.items()
            if json.dumps(self._documents.get(str(doc_id))) != json.dumps(document)  # since 1 == True
        }
        removed = [str(doc_id) for doc_id in self._removed]
        return Changes([], {name: put} if put or is_new else {}, {name: removed} if removed else {})


class LibraryDB(TinyDB):
    """TinyDB over tables in memory."""

    table_class = LibraryTable
    _storage: TablesInMemory

    def __init__(self, memory: TablesInMemory) -> None:
        super().__init__(storage=lambda: memory)


def copy_value(value: Any) -> Any:
    """The same JSON value, sharing nothing that can be edited."""
    if isinstance(value, Mapping):
        return {name: copy_value(each) for name, each in value.items()}
    if isinstance(value, list):
        return [copy_value(each) for each in value]
    return value
