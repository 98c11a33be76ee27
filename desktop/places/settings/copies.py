"""What is in a copy of the library, and how is one made now?"""

from dataclasses import dataclass

from formats.library.backups import Backup, Backups
from formats.library.base_file import read_base, written
from formats.library.file import LibraryFile


@dataclass(frozen=True, slots=True)
class Copy:
    """What a look into a backup found; `sessions` is None where it cannot be read."""

    name: str
    sessions: int | None


def looked_into(backups: Backups, backup: Backup) -> Copy:
    """Counts the sessions in a copy."""
    content = backups.read(backup)
    if content is None:
        return Copy(backup.name, None)
    return Copy(backup.name, len(read_base(content, trusted=True).tables.get("sessions", {})))


def copy_now(library: LibraryFile) -> Backup:
    """A copy of the library as it is; raises OSError."""
    return library.backups.make(b"".join(written(library.snapshot())), library.now)
