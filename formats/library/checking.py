"""What is in a library file, what is wrong with it, and what would a repair keep?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from formats.language import Message, tr, tr_count
from formats.library import disk
from formats.library.acknowledged import Acknowledged, read_acknowledged
from formats.library.backups import Backups
from formats.library.base_file import LOST_AND_FOUND, read_base
from formats.library.conflicts import conflict_copies, set_aside_files
from formats.library.file import MOVED_FROM
from formats.library.intake import Intake, take_in
from formats.library.journal import read_journal
from formats.library.opening import open_library, reconstruct_from_disk
from formats.library.quarantine import has_gaps, quarantine_sentence
from formats.library.recovery import LibraryContent
from formats.library.status import OpenOutcome, OpenReport, cause_of
from formats.library.upgrades import META, current_version, version_of
from formats.session.wording import join_and

NOT_A_LIBRARY = Message("The file is damaged or is no data file of Clearing: nothing in it can be read.")


class FaultyPart(Enum):
    """Of what something is wrong."""

    FILES = "files"  # the library file and its journal
    CONTENT = "content"  # what is in them
    BACKUP = "backup"  # one backup


@dataclass(frozen=True, slots=True)
class LibraryFault:
    """One thing that is wrong with a library."""

    part: FaultyPart
    sentence: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A library as it is on the disk; nothing was changed to find out."""

    library: Path
    version: int
    records: dict[str, int]  # by table, with what a repair would keep
    waiting: int  # saves in the journal, to be folded in when Clearing closes
    backups: int
    found: tuple[LibraryFault, ...]  # what is wrong
    remarks: tuple[str, ...]  # what is worth knowing and harmless

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong, a sentence each."""
        return tuple(fault.sentence for fault in self.found)

    @property
    def sound(self) -> bool:
        """Whether everything in the files can be trusted."""
        return not self.found

    @property
    def exit_code(self) -> int:
        """0 when sound, 1 when damaged or not there."""
        return 0 if self.sound else 1


def check(path: Path) -> CheckReport:
    """Look at a library and its backups without changing anything; another process may hold it."""
    path = disk.real_path(path)
    try:
        acknowledged = read_acknowledged(path)  # before the journal, which may only grow meanwhile
        base, content = disk.read(path), disk.read(disk.path_beside(path, ".journal"))
        understood = reconstruct_from_disk(path)
    except OSError as trouble:
        why = tr("The data file cannot be read. {cause}", cause=cause_of(trouble).sentence)
        return _nothing_read(path, why, ())
    if not understood.readable:
        return _nothing_read(path, str(NOT_A_LIBRARY), tuple(_remarks_on_files(path)))
    backups = Backups.of(path)
    version = version_of(understood.tables)
    gaps = has_gaps(understood.tables)
    intake = take_in(understood, base, backups)
    of_content = (*_faults_of_records(intake), *intake.zones, *_faults_beside(intake, gaps=gaps))
    of_backups = [
        tr("The backup {file} is damaged.", file=each.path.name)
        for each in backups.all()
        if backups.read(each) is None
    ]
    found = (
        *_each_of(FaultyPart.FILES, _faults_of_files(base, content, understood, acknowledged)),
        *_each_of(FaultyPart.CONTENT, of_content),
        *_each_of(FaultyPart.BACKUP, of_backups),
    )
    records = {
        name: len(table) for name, table in intake.tables.items() if name not in (META, MOVED_FROM) and table
    }
    journal = read_journal(content or b"")
    waiting = sum(1 for line in journal.lines if "base" not in line)
    remarks = tuple(_remarks(path, understood, intake, version))
    if journal.unfinished:
        remarks += (
            tr("The journal ends in an unfinished line, as after a power cut; what it was to save is not there."),
        )
    return CheckReport(path, version, records, waiting, len(backups.all()), found, remarks)


def _nothing_read(path: Path, why: str, remarks: tuple[str, ...]) -> CheckReport:
    return CheckReport(path, 0, {}, 0, 0, (LibraryFault(FaultyPart.FILES, why),), remarks)


def _each_of(part: FaultyPart, sentences: Iterable[str]) -> Iterator[LibraryFault]:
    return (LibraryFault(part, sentence) for sentence in sentences)


def repair(path: Path, *, now: Callable[[], datetime]) -> tuple[OpenReport, CheckReport]:
    """Keep all that can be read, set the damaged files aside, and look again."""
    library = open_library(path, now=now, retry_seconds=None)
    library.close()
    library.abandon()
    return library.open_report, check(path)


def _faults_of_files(
    base: bytes | None, content: bytes | None, understood: LibraryContent, acknowledged: Acknowledged | None
) -> list[str]:
    """What is wrong with the library file and its journal."""
    journal = read_journal(content or b"")
    faults = []
    if base is None:
        faults.append(tr("There is no data file here."))
    elif not read_base(base).whole:
        faults.append(tr("The data file is damaged; only a part of it can be read."))
    if journal.damaged or (content and not journal.lines):
        faults.append(tr("The journal is damaged; some of its lines cannot be read."))
    if acknowledged is not None and (lost := acknowledged.lines_lost(journal)):
        faults.append(
            tr_count(
                "The end of the journal is gone, with {count} save in it.",
                "The end of the journal is gone, with {count} saves in it.",
                lost,
            )
        )
    if base is not None and not content and acknowledged is not None and acknowledged.in_journal:
        faults.append(tr("The journal is gone; what was saved last was in it."))
    if understood.opened is OpenOutcome.RECOVERED and not faults:
        faults.append(tr("The data file was changed by a fault of the disk; a backup has it unharmed."))
    if understood.opened is OpenOutcome.CHANGED and not understood.rewritten:
        faults.append(
            tr("The data file is not as Clearing wrote it: an editor or a fault of the disk changed it.")
        )
    return faults


def _faults_of_records(intake: Intake) -> list[str]:
    """How many records cannot be used, and each of them by name."""
    if not intake.faults:
        return []
    return [quarantine_sentence(intake.faults), *(fault.sentence for fault in intake.faults)]


def _faults_beside(intake: Intake, *, gaps: bool) -> list[str]:
    """What the records do not have that they should: entries of a run log, and what only a backup still has."""
    faults = []
    if gaps:
        faults.append(
            tr("Entries are missing in the history of a session; those that are there were put in order.")
        )
    if intake.more_in_backup is not None:
        made = intake.more_in_backup.made.strftime("%Y-%m-%d %H:%M")
        counted = join_and(
            # For translators: so many entries of the part of the data that is called so
            tr("{count} of “{part}”", count=count, part=table)
            for table, count in intake.more_in_backup.counts.items()
        )
        faults.append(
            tr(
                "The newest backup, of {day_and_time}, has entries that the data file has not: {counted}.",
                day_and_time=made,
                counted=counted,
            )
        )
    return faults


def _remarks(path: Path, understood: LibraryContent, intake: Intake, version: int) -> list[str]:
    """What is worth knowing and no fault."""
    remarks = []
    if understood.opened is OpenOutcome.CHANGED and understood.rewritten:
        remarks.append(
            tr("Another program changed the data file since Clearing last wrote it. It can be read whole.")
        )
    if apart := len(intake.tables.get(LOST_AND_FOUND, {})):
        remarks.append(
            tr(
                "Entries that could not be used are kept apart in “{part}”: {count}.",
                part=LOST_AND_FOUND,
                count=apart,
            )
        )
    if version > current_version():
        remarks.append(tr("It comes from a newer version of Clearing; this one only reads it."))
    return remarks + _remarks_on_files(path)


def _remarks_on_files(path: Path) -> list[str]:
    """What lies beside the library."""
    remarks = [
        tr("“{file}” looks like a copy made by a sync service.", file=each.name) for each in conflict_copies(path)
    ]
    return remarks + [tr("“{file}” was set aside earlier.", file=each.name) for each in set_aside_files(path)]
