"""What of the files enters memory: brought up to date, looked through, compared with the newest backup?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from formats.library.backups import Backups
from formats.library.base_file import LOST_AND_FOUND, read_base
from formats.library.changes import Tables
from formats.library.quarantine import RecordFault, has_faults, quarantine_invalid_records, unknown_zones
from formats.library.record_checks import fault_of
from formats.library.recovery import LibraryContent, records_only_in
from formats.library.status import BackupOffer, OpenOutcome
from formats.library.upgrades import META, current_version, upgrade, version_of

_IN_DOUBT = (OpenOutcome.CHANGED, OpenOutcome.RECOVERED)
_NEVER_OFFERED = (
    META,
    LOST_AND_FOUND,
    "drafts",
    "side_timers",
    "unfinished_texts",
    "waiting_lists",
    "lineage",
    "two_people",
)


@dataclass(frozen=True, slots=True)
class Intake:
    """Tables in which every record can be used, and what is to be told of the others."""

    tables: Tables
    opened: OpenOutcome
    faults: tuple[RecordFault, ...]
    zones: tuple[str, ...]
    more_in_backup: BackupOffer | None


def take_in(understood: LibraryContent, base: bytes | None, backups: Backups) -> Intake:
    """What may enter memory of the files' content. Changes the tables in place."""
    tables, opened = understood.tables, understood.opened
    is_newer = version_of(tables) > current_version()
    upgraded = not is_newer and upgrade(tables)
    looked_at = understood.since is not None and not upgraded and not has_faults(understood.since.put)
    faults = () if looked_at else quarantine_invalid_records(tables, base)
    offer = what_backup_has_more(tables, backups) if opened in _IN_DOUBT or faults else None
    if upgraded and opened is OpenOutcome.SOUND:
        opened = OpenOutcome.UPGRADED
    return Intake(tables, opened, faults, unknown_zones(tables), offer)


def what_backup_has_more(tables: Tables, backups: Backups) -> BackupOffer | None:
    """How many records of each kind only the newest backup has; None for none."""
    newest = backups.newest_readable()
    if newest is None:
        return None
    backup, content = newest
    counts = Counter(table for table, _, _ in usable_records_only_in(content, tables))
    return BackupOffer(backup.made, dict(counts)) if counts else None


def usable_records_only_in(content: bytes, tables: Tables) -> Iterable[tuple[str, str, dict[str, object]]]:
    """Table, number and record of what only an earlier library file has, as far as it can be used."""
    earlier = read_base(content).tables
    if version_of(earlier) > current_version():
        return
    upgrade(earlier)
    for table, number, record in records_only_in(earlier, tables):
        if table not in _NEVER_OFFERED and not fault_of(table, record):
            yield table, number, record
