"""What do the files on disk amount to: which tables, and what happened to them?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from formats.library.acknowledged import Acknowledged
from formats.library.base_file import (
    BaseContent,
    Checksum,
    ContentDigest,
    is_in_own_layout,
    read_base,
    tables_as_written,
)
from formats.library.changes import Changes, Tables, id_of, next_free_id, put_by_record
from formats.library.journal import Journal, read_journal
from formats.library.status import OpenOutcome

_APART = 16  # bytes; faults of a disk do not stand closer, changes by a person do


class EarlierCopies(Protocol):
    """Earlier copies of the library, to fall back on."""

    def find_by_name(self, name: str) -> bytes | None:
        """The copy with exactly this content's name, if there is one."""

    def newest(self) -> bytes | None:
        """The newest copy that can be read."""


@dataclass(frozen=True, slots=True)
class LibraryContent:
    """The tables, how they came about, and the journal to go on with if it is sound and fits.

    `since`: what was saved since the library file was written, where all of that file is known to have been let in
    by today's rules; None where every record is to be looked at.
    `readable`: whether anything of a library was found in the files. `rewritten`: another program wrote the
    whole file anew, which no fault of a disk does.
    """

    tables: Tables
    opened: OpenOutcome
    base: str | None
    journal: Journal | None
    lost_nothing: bool = True
    readable: bool = True
    rewritten: bool = False
    since: Changes | None = None


def reconstruct(
    base: bytes | None,
    content: bytes | None,
    copies: EarlierCopies,
    acknowledged: Acknowledged | None = None,
    door: str | None = None,
) -> LibraryContent:
    """All that can be read from the library file, its journal and earlier copies.

    `acknowledged`: what was said to be saved; a journal that has less of it is damaged. `door`: today's rules;
    a library file that was let in by them, and is as it was written, is not read through.
    """
    journal = read_journal(content or b"")
    if acknowledged is not None and acknowledged.shows_loss(journal):
        journal = replace(journal, damaged=True)
    if base is None:
        return _without_base(journal, copies, has_journal=bool(content))
    name = str(ContentDigest(base))
    if door and journal.door_of(name) == door and not journal.damaged:
        tables = tables_as_written(base)
        if tables is not None:
            return _base_let_in_before(tables, name, journal)
    found = read_base(base)
    if name in journal.bases:
        return _base_with_its_journal(found, name, journal)
    if found.checksum is Checksum.FITS and content:
        return _sound_base_with_strange_journal(found, name, journal)
    if found.checksum is Checksum.FITS:
        rolled_back = acknowledged is not None and acknowledged.is_of_another(name)
        return _sound_base_alone(found, name, lost=journal.damaged, rolled_back=rolled_back)
    return _doubtful_base(base, found, name, journal, copies, has_journal=bool(content))


def _base_let_in_before(tables: Tables, name: str, journal: Journal) -> LibraryContent:
    """The ordinary case: the very file that was let in by today's rules, and the journal that extends it."""
    for changes in journal.changes_after(name):
        changes.apply_to(tables)
    return LibraryContent(tables, OpenOutcome.SOUND, name, journal, since=_merge(journal.changes_after(name)))


def _base_with_its_journal(found: BaseContent, name: str, journal: Journal) -> LibraryContent:
    """A file to be looked through, and the journal that extends it."""
    for changes in journal.changes_after(name):
        changes.apply_to(found.tables)
    if journal.damaged or not found.whole:
        return LibraryContent(found.tables, OpenOutcome.RECOVERED, name, None, lost_nothing=False)
    return LibraryContent(found.tables, OpenOutcome.SOUND, name, journal)


def _sound_base_alone(found: BaseContent, name: str, *, lost: bool, rolled_back: bool) -> LibraryContent:
    """A library file that is as it was written, with no journal beside it."""
    if lost:
        return LibraryContent(found.tables, OpenOutcome.RECOVERED, name, None, lost_nothing=False)
    if rolled_back:
        return LibraryContent(found.tables, OpenOutcome.CHANGED, name, None, rewritten=True)
    return LibraryContent(found.tables, OpenOutcome.SOUND, name, None)


def _sound_base_with_strange_journal(found: BaseContent, name: str, journal: Journal) -> LibraryContent:
    """A library file that is as it was written, beside a journal that is damaged or another's."""
    if journal.damaged or not journal.bases:
        # Its beginning is gone, which named the file that it extends; what is left of it came after.
        for changes in journal.all_changes():
            changes.apply_to(found.tables)
        return LibraryContent(found.tables, OpenOutcome.RECOVERED, name, None, lost_nothing=False)
    put_by_record(found.tables, _merge(journal.all_changes()))
    return LibraryContent(found.tables, OpenOutcome.CHANGED, name, None, rewritten=True)


def _without_base(journal: Journal, copies: EarlierCopies, *, has_journal: bool) -> LibraryContent:
    """No library file: it comes back from its copies and its journal, or is begun."""
    exact, exact_name = _exact_copy(journal.bases, copies)
    if exact is not None:
        return _from_exact_copy(exact, exact_name, None, journal)
    copy = copies.newest()
    if copy is None and not has_journal:
        return LibraryContent({}, OpenOutcome.CREATED, None, None)
    tables: Tables = {}
    _fill_gaps(tables, copy)
    for changes in journal.all_changes():
        changes.apply_to(tables)
    return LibraryContent(tables, OpenOutcome.RECOVERED, None, None, lost_nothing=False, readable=bool(tables))


def _doubtful_base(
    base: bytes, found: BaseContent, name: str, journal: Journal, copies: EarlierCopies, *, has_journal: bool
) -> LibraryContent:
    """A library file that is not known to be as it was written: damaged, changed, or of an older Clearing."""
    exact, exact_name = _exact_copy(journal.bases, copies)
    newest = copies.newest()
    if exact is None and newest is not None and _is_damage(base, newest):
        exact, exact_name = newest, str(ContentDigest(newest))
    if exact is not None and (not found.whole or _is_damage(base, exact)):
        return _from_exact_copy(exact, exact_name, name, journal, has_journal=has_journal)
    if not found.whole:
        return _damaged_base(found, name, journal, newest)
    if not found.is_of_a_library:
        return LibraryContent(found.tables, OpenOutcome.CHANGED, name, None, readable=False)
    if journal.damaged or (has_journal and not journal.bases):
        for changes in journal.all_changes():
            changes.apply_to(found.tables)
        return LibraryContent(found.tables, OpenOutcome.RECOVERED, name, None, lost_nothing=False)
    put_by_record(found.tables, _merge(journal.all_changes()))
    is_older = found.checksum is Checksum.ABSENT and not has_journal and newest in (None, base)
    if is_older:
        return LibraryContent(found.tables, OpenOutcome.SOUND, name, None)
    rewritten = not is_in_own_layout(base)
    return LibraryContent(found.tables, OpenOutcome.CHANGED, name, None, rewritten=rewritten)


def _damaged_base(found: BaseContent, name: str, journal: Journal, newest: bytes | None) -> LibraryContent:
    """What is left of a library file that cannot be read as a whole, with what its copy and journal have."""
    readable = found.is_of_a_library or bool(journal.lines)
    _fill_gaps(found.tables, newest)
    for changes in journal.all_changes():
        changes.apply_to(found.tables)
    return LibraryContent(
        found.tables,
        OpenOutcome.RECOVERED,
        name,
        None,
        lost_nothing=False,
        readable=readable or newest is not None,
    )


def _from_exact_copy(
    copy: bytes, copy_name: str, name: str | None, journal: Journal, *, has_journal: bool = True
) -> LibraryContent:
    """A copy of the very file that was damaged or is gone, with what was saved since."""
    tables = read_base(copy).tables
    all_there = copy_name in journal.bases
    for changes in journal.changes_after(copy_name) if all_there else journal.all_changes():
        changes.apply_to(tables)
    lost_nothing = (all_there or not has_journal) and not journal.damaged
    return LibraryContent(tables, OpenOutcome.RECOVERED, name, None, lost_nothing=lost_nothing)


def _exact_copy(bases: Iterable[str], copies: EarlierCopies) -> tuple[bytes | None, str]:
    """The copy of the very file that the journal extends, the latest first."""
    for name in reversed(tuple(bases)):
        if (copy := copies.find_by_name(name)) is not None:
            return copy, name
    return None, ""


def _is_damage(one: bytes, other: bytes) -> bool:
    """Whether the disk, rather than a person or a program, made one file of the other: single bits, far apart."""
    if len(one) != len(other):
        return False
    difference = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    if not 0 < difference.bit_count() <= max(1, len(one) // 1000):
        return False
    bits = difference.to_bytes(len(one), "big")
    places = [at for at, byte in enumerate(bits) if byte]
    alone = all(after - before > _APART for before, after in pairwise(places))
    return alone and all(bits[at].bit_count() == 1 for at in places)


def _fill_gaps(tables: Tables, copy: bytes | None) -> None:
    """Add the records that only an earlier copy still has."""
    if copy is None:
        return
    for name, number, record in records_only_in(read_base(copy).tables, tables):
        table = tables.setdefault(name, {})
        table[number if number not in table else next_free_id(table)] = record


def records_only_in(earlier: Tables, tables: Tables) -> list[tuple[str, str, dict[str, object]]]:
    """Table, number and record of what an earlier library has and this one has not, by the records' own ids."""
    missing = []
    for name, documents in earlier.items():
        here = {id_of(document) for document in tables.get(name, {}).values()}
        missing += [(name, number, dict(each)) for number, each in documents.items() if id_of(each) not in here]
    return missing


def _merge(all_changes: Iterable[Changes]) -> Changes:
    """Many saves as one, so that what was put and later removed does not come back."""
    merged = Changes()
    for changes in all_changes:
        merged.add_later(changes)
    return merged
