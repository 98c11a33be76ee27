"""How are changes put on the disk so that whatever was acknowledged is there after any crash?

Only appends to the journal and whole new files put in place by renaming: nothing is edited in place.
Every method may raise OSError; what was acknowledged before then still is, and the call can be repeated.
"""

import errno
from collections.abc import Iterable, Sequence
from pathlib import Path
from zlib import crc32

from formats.library import disk
from formats.library.acknowledged import Acknowledged
from formats.library.base_file import ContentDigest, encode_tables
from formats.library.changes import Tables
from formats.library.journal import Journal, base_line, change_line
from formats.library.lock import Lock
from formats.library.status import ChangedElsewhereError

AsideCopy = tuple[Path, Path]  # a file, and the name under which to keep it


class JournalLostError(OSError):
    """The journal that we wrote is not there any more; only writing the whole library helps."""


class SafeFile:
    """One library on one disk: lock, library file and journal."""

    def __init__(self, path: Path, lock: Lock | None = None) -> None:
        """`lock`: one on this library that is held already."""
        self.path = path
        self.journal = disk.path_beside(path, ".journal")
        self._new = disk.path_beside(path, ".new")
        self._lock = lock or Lock(path)
        self._ours: set[str] = set()  # names the library file may have on disk; none: there must be no file
        self._device: int | None = None
        self._signature: disk.Signature | None = None
        self._handle = -1
        self._acknowledged: int | None = None  # bytes; None: the journal on disk is not one to go on with
        self._checksum = 0
        self._number = 0
        self._base = ""  # the library file that the journal extends, by name
        self._door = ""  # the rules by which all of that file was let in, as far as it is known

    def claim(self) -> None:
        """Become the one process that writes here.

        Raises HeldElsewhereError where another process writes here, OSError where the drive is another one.
        """
        if not self._ours:  # later a missing folder means a missing drive: do not make one in its place
            disk.make_folder(self.path.parent)
        device = disk.device(self.path.parent)
        if self._device not in (None, device):
            raise OSError(errno.ENODEV, "another drive is mounted here", str(self.path.parent))
        self._lock.take()
        self._device = device

    def go_on_from(
        self, base: str | None, signature: disk.Signature | None, content: bytes, journal: Journal | None
    ) -> None:
        """Take the library file of that name, and its journal if it is sound, as the ones to go on from."""
        self._ours = {base} if base else set()
        self._signature = signature
        if journal is not None:
            self._base, self._door = journal.bases[0], journal.door_of(journal.bases[0])
            self._acknowledged = journal.sound_bytes
            self._checksum = crc32(content[: journal.sound_bytes])
            self._number = journal.next_number

    def note_door(self, door: str) -> None:
        """Note beside a library file that is all there is by which rules all of it was let in."""
        if self.is_compact and self._door != door:
            self._begin_journal(self._base, door)

    def accept_other(self) -> None:
        """Take the file that another program put there as one that may be replaced, once it is kept aside."""
        content = disk.read(self.path)
        if content is not None:
            self._ours.add(str(ContentDigest(content)))

    def make_ready(self) -> None:
        """See that we hold the lock, that the library is the one we know, and that the journal is open.

        Raises JournalLostError where the library file is gone, and as `claim` where the lock was lost.
        """
        self._must_be_ours()
        if self._signature is None:
            raise JournalLostError("there is no data file to extend")
        if self._handle >= 0 and not self._is_intact():
            self._let_go()
        if self._handle < 0:
            self._open_journal()

    def append(self, saves: Sequence[str]) -> None:
        """Put saves (see Changes.body) on the disk and return when they would survive a power cut."""
        self.make_ready()
        self._note_saved(in_journal=True)  # before the first of them, so that even that is missed where it is lost
        lines = [change_line(self._number + at, body) for at, body in enumerate(saves)]
        self._append(b"".join(lines), len(lines))
        self._note_saved(in_journal=True)

    def strange_journal(self) -> tuple[AsideCopy, ...]:
        """The journal there that is not ours, if any, and a name to keep it under."""
        content = disk.read(self.journal)
        kept = disk.path_beside(self.path, f".journal found {crc32(content or b''):08x}")
        return ((self.journal, kept),) if content else ()

    def rewrite(self, tables: Tables, aside: Iterable[AsideCopy] = (), door: str = "") -> None:
        """Put a whole new library in place of the old one, which may be kept aside, and begin a journal.

        `door`: the rules by which every record was let in, where they are known.
        Raises OSError where the disk refuses; the old library is then as it was.
        """
        try:
            self.make_ready()
        except JournalLostError:
            self._let_go()
        self._lock.take()
        linked = disk.has_links_elsewhere(self.path)
        for path, kept in aside:
            by_link = path == self.path and not linked  # the journal goes on being written
            disk.keep_aside(path, kept, by_link=by_link)
        name = ContentDigest()
        try:
            disk.write_new(self._new, name.pass_through(encode_tables(tables)))
        except OSError:
            disk.remove(self._new)
            raise
        if self._handle >= 0:  # say so before, in case we die between the two renames
            self._append(base_line(self._number, str(name), door), 1)
        self._ours.add(str(name))
        if linked:  # a new file would take this name from the others; should we die, the finished one is there
            disk.sync_folder(self.path.parent)
            disk.part_from_kept(self.path)
            disk.write_over(self.path, disk.read(self._new) or b"")
        else:
            disk.replace(self._new, self.path)
        self._signature = disk.signature(self.path)
        self._begin_journal(str(name), door)
        self._ours = {str(name)}
        if linked:
            disk.remove(self._new)

    @property
    def is_compact(self) -> bool:
        """Whether the journal holds nothing but the name of the library file."""
        return self._number == 1

    def close(self) -> None:
        """Let go of journal and lock."""
        self._let_go()
        self._lock.release()

    def _must_be_ours(self) -> None:
        """Raise unless we hold the lock and the library file is as we left it, or is gone."""
        if not self._lock.held:
            self.claim()
        signature = disk.signature(self.path)
        if signature != self._signature:
            content = disk.read(self.path)
            if content is not None and str(ContentDigest(content)) not in self._ours:
                raise ChangedElsewhereError(str(self.path))
        self._signature = signature

    def _is_intact(self) -> bool:
        """Whether the journal on disk is the one we have open, as long as we left it."""
        return disk.same_file(self._handle, self.journal) and disk.size(self._handle) == self._acknowledged

    def _open_journal(self) -> None:
        """Open the journal at its last acknowledged byte, or begin one."""
        content = disk.read(self.journal)
        if self._acknowledged is None and not content and len(self._ours) == 1:
            self._begin_journal(next(iter(self._ours)))
            return
        length = self._acknowledged
        if length is None or not content or crc32(content[:length]) != self._checksum:
            raise JournalLostError(str(self.journal))
        self._handle = disk.open_to_append(self.journal)
        if len(content) > length:
            disk.truncate(self._handle, length)
        if content[length - 1 : length] != b"\n":
            self._append(b"\n", 0)  # all of the last line but this was written

    def _begin_journal(self, base: str, door: str = "") -> None:
        """Put an empty journal for the library file of that name in place."""
        first = base_line(0, base, door)
        self._let_go()
        disk.write_whole(self.journal, [first])
        self._handle = disk.open_to_append(self.journal)
        self._acknowledged, self._checksum, self._number = len(first), crc32(first), 1
        self._base, self._door = base, door
        self._note_saved(in_journal=False)

    def _append(self, content: bytes, lines: int) -> None:
        """Write and sync; after any trouble nothing is assumed, and the journal is opened afresh."""
        try:
            disk.write_all(self._handle, content)
            disk.sync(self._handle)
        except OSError:
            self._let_go()
            raise
        self._acknowledged = (self._acknowledged or 0) + len(content)
        self._checksum = crc32(content, self._checksum)
        self._number += lines

    def _note_saved(self, *, in_journal: bool) -> None:
        """Note beside the journal how much of it is saved."""
        self._lock.note(Acknowledged(self._base, self._number, in_journal))

    def _let_go(self) -> None:
        """Close the journal."""
        if self._handle >= 0:
            disk.close(self._handle)
            self._handle = -1
