"""What is in a copy of the library, and how is one made now?"""

from dataclasses import dataclass

from formats.library.backups import Backup, Backups
from formats.library.base_file import encode_tables, read_base
from formats.library.file import LibraryFile


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a look into a backup found; `sessions` is None where it cannot be read."""

    name: str
    sessions: int | None


def read_backup_contents(backups: Backups, backup: Backup) -> BackupContents:
    """Counts the sessions in a copy."""
    content = backups.read(backup)
    if content is None:
        return BackupContents(backup.name, None)
    return BackupContents(backup.name, len(read_base(content).tables.get("sessions", {})))


def make_backup_now(library: LibraryFile) -> Backup:
    """A copy of the library as it is; raises OSError."""
    return library.backups.make(b"".join(encode_tables(library.snapshot())), library.now)
