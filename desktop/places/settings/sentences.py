"""What the settings say about the library: in words, without a file's name where none is needed."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from desktop.wording import date_style, short_date
from formats.library.checking import CheckReport
from formats.library.status import SaveState
from formats.session.wording import counted_noun, join_and

COUNTED = (
    ("sessions", "session", ""),
    ("people", "person", "people"),
    ("notes", "note", ""),
    ("openers", "opener of your own", "openers of your own"),
    ("structures", "structure of your own", "structures of your own"),
)
OF_A_BACKUP = "The backup "  # how the check begins what it says of one
OF_THE_FILES = ("The data file", "The journal", "There is no data file")
BREAKS_AFTER = ("/", "\\")


def save_state_words(state: SaveState) -> str:
    """Whether everything is on the disk."""
    if state.cause is not None:
        return state.sentence
    return "Saving" if state.waiting else "Everything is saved"


def report_words(report: CheckReport) -> str:
    """What a check found, in sentences."""
    damaged = sum(fault.startswith(OF_A_BACKUP) for fault in report.faults)
    holds = [
        counted_noun(report.records[name], one, many) for name, one, many in COUNTED if report.records.get(name)
    ]
    if report.backups > damaged:
        holds.append(counted_noun(report.backups - damaged, "backup"))
    if report.sound:
        inside = f" It holds {join_and(holds)}, and all of it can be read." if holds else " It is still empty."
        return " ".join([f"Your data is sound.{inside}", *report.remarks])
    found = [fault for fault in report.faults if not fault.startswith(OF_A_BACKUP)]
    if damaged:
        well = "" if found else "Your data itself is sound. "
        found.append(f"{well}{counted_noun(damaged, 'backup')} cannot be read and would not be restored.")
    safe = f"What can be read: {join_and(holds)}." if holds else ""
    return " ".join(filter(None, [*found, safe, *report.remarks]))


def worth_writing_anew(report: CheckReport) -> bool:
    """Whether the files on the disk are damaged, while what is open here is not."""
    return any(fault.startswith(OF_THE_FILES) for fault in report.faults)


def byte_size_words(size: int) -> str:
    """A size as the locale writes it: 24 kB, 1.2 MB."""
    return QLocale().formattedDataSize(
        size, 1 if size >= 1_000_000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def moment_words(instant: datetime) -> str:
    """A date and time by the clock of this computer: 23 Feb 2023, 16:30."""
    local = instant.astimezone()
    return f"{short_date(local.date())}, {date_style().time(local)}"


def breakable_path(path: Path) -> str:
    """A path that may go on in the next line after each folder."""
    text = str(path)
    for mark in BREAKS_AFTER:
        text = text.replace(mark, f"{mark}\u200b")
    return text
