"""How does the library become what it was on an earlier day, and go back again?"""

from dataclasses import dataclass

from formats.language import tr
from formats.library.backups import Backup
from formats.library.base_file import encode_tables, read_base
from formats.library.file import LibraryFile
from formats.library.intake import usable_records_only_in
from formats.library.quarantine import quarantine_invalid_records
from formats.library.status import SaveState
from formats.library.upgrades import current_version, upgrade, version_of


class BackupError(ValueError):
    """The backup cannot be restored; the sentence says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """How restoring went, and the backup that undoes it."""

    state: SaveState
    before: Backup


def bring_back(library: LibraryFile) -> int:
    """Adds what only the newest backup has, as one save, and says how many records that were."""
    newest = library.backups.newest_readable()
    if newest is None:
        return 0
    missing = tuple(usable_records_only_in(newest[1], library.snapshot()))
    with library.saving():
        for table, _, record in missing:
            library.put_as_is(table, record)
    return len(missing)


def restore(library: LibraryFile, backup: Backup) -> RestoreReport:
    """Make the library what it was; first keep what it is.

    Raises BackupError where the backup is damaged or newer, OSError where the disk refuses: nothing was changed.
    """
    content = library.backups.read(backup)
    if content is None:
        raise BackupError(tr("This backup is damaged and was not restored. Nothing was changed."))
    tables = read_base(content).tables
    if version_of(tables) > current_version():
        raise BackupError(
            tr("This backup was made by a newer version of Clearing and was not restored. Nothing was changed.")
        )
    upgrade(tables)
    quarantine_invalid_records(tables, content)
    before = library.backups.make(b"".join(encode_tables(library.snapshot())), library.now)
    return RestoreReport(library.replace_all(tables), before)
