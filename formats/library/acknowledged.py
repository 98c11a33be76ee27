"""What was said to be saved in the journal? Kept in the lock file, which a lost journal does not take along.

It is written after each save has reached the disk, so it never promises more than the journal has: a journal
with fewer lines was damaged. It is not synced each time, which would double the cost of a save, so after a power
cut it may be as old as the system lets writes wait, about half a minute. Only for saves of that last half minute
can lines that the disk lost after all not be told from lines that it never said to have.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from formats.library import disk
from formats.library.journal import Journal

_IN_JOURNAL = b"There are saves in the journal.\n"
_FOLDED = b"The library file has all saves.\n"  # as long as the other
_PROMISE = re.compile(rb"([0-9a-f]{8}) (([0-9a-f]{32}) +(\d+))\n")


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The library file that the journal extends, and how many lines of the journal were said to be saved.

    `in_journal`: something was saved in the journal alone. Without a name, as an older Clearing left it, or where
    the power failed while it was written, nothing more is known.
    """

    base: str
    lines: int
    in_journal: bool

    def encode(self) -> bytes:
        """The same number of bytes each time, so that it can be written over the one before."""
        promise = f"{self.base} {self.lines:>15}".encode("ascii")
        return (_IN_JOURNAL if self.in_journal else _FOLDED) + b"%08x %b\n" % (crc32(promise), promise)

    def lines_lost(self, journal: Journal) -> int:
        """How many lines of this journal there were, and are not there any more."""
        return max(0, self.lines - journal.next_number) if self.base in journal.bases[:1] else 0

    def shows_loss(self, journal: Journal) -> bool:
        """Whether this journal has not all that was said to be saved in it."""
        return bool(self.lines_lost(journal)) or (self.in_journal and not journal.lines)

    def is_of_another(self, base: str) -> bool:
        """Whether the library file that was written here last is not the one of this name."""
        return self.base not in ("", base)


def read_acknowledged(library: Path) -> Acknowledged | None:
    """What was said to be saved when Clearing last wrote there; None where that is not known."""
    try:
        content = disk.read(disk.path_beside(library, ".lock")) or b""
    except OSError:
        return None
    first = content[: len(_IN_JOURNAL)]
    if first not in (_IN_JOURNAL, _FOLDED):
        return None
    found = _PROMISE.match(content, len(first))
    if found is None or found[1] != b"%08x" % crc32(found[2]):
        return Acknowledged("", 0, first == _IN_JOURNAL)
    return Acknowledged(found[3].decode("ascii"), int(found[4]), first == _IN_JOURNAL)
