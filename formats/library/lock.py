"""Who may write the library? The one process that holds the system's lock, which ends with the process."""

import os
import sys
from pathlib import Path

from formats.library import disk


class HeldElsewhereError(OSError):
    """Another process holds the library."""


class Lock:
    """The lock on one library, held from `take` until `release` or the end of the process."""

    def __init__(self, library: Path) -> None:
        self._path = disk.path_beside(library, ".lock")
        self._handle = -1

    def take(self) -> None:
        """Hold the lock. Raises HeldElsewhereError where another has it, OSError where the disk allows no lock."""
        if self._handle >= 0 and disk.same_file(self._handle, self._path):
            return
        self.release()
        handle = disk.open_lock(self._path)
        try:
            _lock(handle)
        except BaseException:
            disk.close(handle)
            raise
        self._handle = handle

    @property
    def held(self) -> bool:
        """Whether the file we locked is still the one that others would find."""
        return self._handle >= 0 and disk.same_file(self._handle, self._path)

    def release(self) -> None:
        """Let others in; the empty file stays, because removing it would race with them."""
        if self._handle >= 0:
            disk.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
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
