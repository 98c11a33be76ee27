"""What do the files on disk amount to: which tables, and what happened to them?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from formats.library.base_file import BaseContent, ContentDigest, read_base
from formats.library.changes import Changes, Tables, put_by_record
from formats.library.journal import Journal, read_journal
from formats.library.status import OpenOutcome


class EarlierCopies(Protocol):
    """Earlier copies of the library, to fall back on."""

    def find_by_name(self, name: str) -> bytes | None:
        """The copy with exactly this content's name, if there is one."""

    def newest(self) -> bytes | None:
        """The newest copy that can be read."""


@dataclass(frozen=True, slots=True)
class LibraryContent:
    """The tables, how they came about, and the journal to go on with if it is sound and fits."""

    tables: Tables
    opened: OpenOutcome
    base: str | None
    journal: Journal | None
    lost_nothing: bool = True


def reconstruct(base: bytes | None, content: bytes | None, copies: EarlierCopies) -> LibraryContent:
    """All that can be read from the library file, its journal and earlier copies."""
    journal = read_journal(content or b"")
    name = str(ContentDigest(base)) if base is not None else None
    if name in journal.bases and base is not None and name is not None:
        return _base_with_its_journal(read_base(base, trusted=True), name, journal)
    if not journal.lines:
        return _base_without_journal(base, name, has_journal=bool(content), copies=copies)
    return _base_with_strange_journal(base, name, journal, copies)


def _base_with_its_journal(base: BaseContent, name: str, journal: Journal) -> LibraryContent:
    """The ordinary case: the journal extends this very file."""
    for changes in journal.changes_after(name):
        changes.apply_to(base.tables)
    if journal.damaged:
        return LibraryContent(base.tables, OpenOutcome.RECOVERED, name, None, lost_nothing=False)
    return LibraryContent(base.tables, OpenOutcome.SOUND, name, journal)


def _base_without_journal(
    base: bytes | None, name: str | None, *, has_journal: bool, copies: EarlierCopies
) -> LibraryContent:
    """A library file with no journal that could be read, or nothing at all."""
    damaged = has_journal
    if base is None:
        return LibraryContent(
            {}, OpenOutcome.RECOVERED if damaged else OpenOutcome.CREATED, None, None, not damaged
        )
    found = read_base(base)
    if not found.whole:
        _fill_gaps(found.tables, copies.newest())
        damaged = True
    return LibraryContent(
        found.tables, OpenOutcome.RECOVERED if damaged else OpenOutcome.SOUND, name, None, not damaged
    )


def _base_with_strange_journal(
    base: bytes | None, name: str | None, journal: Journal, copies: EarlierCopies
) -> LibraryContent:
    """A journal that extends another file than the one on disk."""
    exact, exact_name = _exact_copy(journal.bases, copies)
    found = read_base(base or b"")
    if found.whole and not _one_bit_apart(base, exact):
        put_by_record(found.tables, _merge(journal.all_changes()))
        return LibraryContent(found.tables, OpenOutcome.CHANGED, name, None)
    if exact is not None:
        tables = read_base(exact).tables
        for changes in journal.changes_after(exact_name):
            changes.apply_to(tables)
        return LibraryContent(tables, OpenOutcome.RECOVERED, name, None, lost_nothing=not journal.damaged)
    _fill_gaps(found.tables, copies.newest())
    for changes in journal.all_changes():
        changes.apply_to(found.tables)
    return LibraryContent(found.tables, OpenOutcome.RECOVERED, name, None, lost_nothing=False)


def _exact_copy(bases: Iterable[str], copies: EarlierCopies) -> tuple[bytes | None, str]:
    """The copy of the very file that the journal extends, the latest first."""
    for name in reversed(tuple(bases)):
        if (copy := copies.find_by_name(name)) is not None:
            return copy, name
    return None, ""


def _one_bit_apart(one: bytes | None, other: bytes | None) -> bool:
    """Whether the disk, rather than a person, changed the file."""
    if one is None or other is None or len(one) != len(other):
        return False
    difference = int.from_bytes(one, "little") ^ int.from_bytes(other, "little")
    return difference.bit_count() == 1


def _fill_gaps(tables: Tables, copy: bytes | None) -> None:
    """Add the records that only an earlier copy still has."""
    if copy is None:
        return
    for name, documents in read_base(copy).tables.items():
        table = tables.setdefault(name, {})
        here = {document.get("id") for document in table.values()}
        missing = (key for key in documents if key not in table and documents[key].get("id") not in here)
        table.update({key: documents[key] for key in missing})


def _merge(all_changes: Iterable[Changes]) -> Changes:
    """Many saves as one, so that what was put and later removed does not come back."""
    merged = Changes()
    for changes in all_changes:
        merged.add_later(changes)
    return merged
