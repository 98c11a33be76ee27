"""Who may write the library? The one process that holds the system's lock, which ends with the process."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from formats.library import disk

if TYPE_CHECKING:
    from formats.library.acknowledged import Acknowledged


class HeldElsewhereError(OSError):
    """Another process holds the library."""


class Lock:
    """The lock on one library, held from `take` until `release` or the end of the process."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._path = disk.path_beside(library, ".lock")
        self._handle = self._linked = -1
        self._noted: Acknowledged | None = None

    def take(self) -> None:
        """Hold the lock, or raise HeldElsewhereError, or OSError where the disk allows no lock."""
        if self._handle < 0 or not disk.same_file(self._handle, self._path):
            self.release()
            self._handle, self._noted = _locked(disk.open_lock(self._path)), None
        if self._linked < 0 and disk.has_links_elsewhere(self._library):
            # Under its other name somebody would look for another lock file, so the file itself is locked too.
            self._linked = _locked(disk.open_to_append(self._library))

    @property
    def held(self) -> bool:
        """Whether the file we locked is still the one that others would find."""
        return self._handle >= 0 and disk.same_file(self._handle, self._path)

    def note(self, saved: "Acknowledged") -> None:
        """Write into the lock file what was saved, so that its loss is noticed; see acknowledged.py.

        Synced where more than the number of lines has changed. Trouble with it takes nothing from the save itself.
        """
        if self._handle < 0 or saved == self._noted:
            return
        before, self._noted = self._noted, saved
        with suppress(OSError):
            disk.write_from_start(self._handle, saved.encode())
            if before is None or (before.base, before.in_journal) != (saved.base, saved.in_journal):
                disk.sync(self._handle)

    def release(self) -> None:
        """Let others in; the empty file stays, because removing it would race with them."""
        for handle in (self._handle, self._linked):
            if handle >= 0:
                disk.close(handle)
        self._handle = self._linked = -1


def is_held(library: Path) -> bool:
    """Whether another process holds the library now."""
    library = disk.real_path(library)
    if not disk.path_beside(library, ".lock").exists():
        return False
    lock = Lock(library)
    try:
        lock.take()
    except HeldElsewhereError:
        return True
    except OSError:
        return False
    finally:
        lock.release()
    return False


def _locked(handle: int) -> int:
    """The handle, locked; closed again where that fails."""
    try:
        _lock(handle)
    except BaseException:
        disk.close(handle)
        raise
    return handle


if sys.platform == "win32":
    import msvcrt

    _FAR = 0x7FFF0000

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)  # others may read the file meanwhile
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as held:
            raise HeldElsewhereError(*held.args) from held

else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise HeldElsewhereError(*held.args) from held
