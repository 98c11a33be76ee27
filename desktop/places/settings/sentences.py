"""What the settings say about the library: in words, without a file's name where none is needed."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from desktop.wording import date_style, short_date
from formats.language import tr, tr_count
from formats.library.checking import CheckReport, FaultyPart
from formats.library.counting import counted_records
from formats.library.status import SaveState
from formats.session.wording import join_and, join_list

BREAKS_AFTER = ("/", "\\")


def save_state_words(state: SaveState) -> str:
    """Whether everything is on the disk."""
    if state.cause is not None:
        return state.sentence
    return tr("Saving") if state.waiting else tr("Everything is saved")


def report_words(report: CheckReport) -> str:
    """What a check found, in sentences."""
    damaged = sum(fault.part is FaultyPart.BACKUP for fault in report.found)
    holds = [*counted_records(report.records)]
    if report.backups > damaged:
        holds.append(tr_count("{count} backup", "{count} backups", report.backups - damaged))
    if report.sound:
        said = tr("Your data is sound. It holds {things}, and all of it can be read.", things=join_and(holds))
        return " ".join([said if holds else tr("Your data is sound. It is still empty."), *report.remarks])
    found = [fault.sentence for fault in report.found if fault.part is not FaultyPart.BACKUP]
    if damaged:
        found += [] if found else [tr("Your data itself is sound.")]
        found.append(
            tr_count(
                "{count} backup cannot be read and would not be restored.",
                "{count} backups cannot be read and would not be restored.",
                damaged,
            )
        )
    safe = tr("What can be read: {things}.", things=join_and(holds)) if holds else ""
    return " ".join(filter(None, [*found, safe, *report.remarks]))


def worth_writing_anew(report: CheckReport) -> bool:
    """Whether the files on the disk are damaged, while what is open here is not."""
    return any(fault.part is FaultyPart.FILES for fault in report.found)


def byte_size_words(size: int) -> str:
    """A size as the locale writes it: 24 kB, 1.2 MB."""
    return QLocale().formattedDataSize(
        size, 1 if size >= 1_000_000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def moment_words(instant: datetime) -> str:
    """A date and time by the clock of this computer: 23 Feb 2023, 16:30."""
    local = instant.astimezone()
    return join_list((short_date(local.date()), date_style().time(local)))


def breakable_path(path: Path) -> str:
    """A path that may go on in the next line after each folder."""
    text = str(path)
    for mark in BREAKS_AFTER:
        text = text.replace(mark, f"{mark}\u200b")
    return text
