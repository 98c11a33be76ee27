"""What should the window say about the library: how it opened, and whether what was typed is on the disk?"""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from formats.session.wording import join_and


class OpenOutcome(Enum):
    """How opening went."""

    CREATED = "created"
    SOUND = "sound"
    RECOVERED = "recovered"  # it was damaged; what could be read is here, the damaged file is kept
    CHANGED = "changed"  # another program wrote it since; it reads well, and is kept as it was found
    UPGRADED = "upgraded"  # an older Clearing wrote it; it is kept as it was found
    READ_ONLY_NEWER = "read-only, from a newer version of Clearing"
    READ_ONLY_HELD = "read-only, open in another window"
    UNREADABLE = "unreadable"  # the disk does not let us read it; nothing of it is here
    NOT_SAVED = "not saved"  # opened, but the disk takes no changes


@dataclass(frozen=True, slots=True)
class BackupOffer:
    """What a backup has that a damaged or changed library has not: how many records, by table."""

    made: datetime
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OpenReport:
    """The opening report: what happened, in one sentence, and where every file is."""

    opened: OpenOutcome
    library: Path
    sentence: str = ""
    set_aside: tuple[Path, ...] = ()
    conflict_copies: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()  # a sentence for each record that cannot be used and was quarantined
    zones: tuple[str, ...] = ()  # a sentence for each session whose time zone this computer does not know
    more_in_backup: BackupOffer | None = None  # what the newest backup has that the library has not
    found_as: OpenOutcome | None = None  # what the files were, where they are only read
    readable: bool = True  # something of a library was in them

    @property
    def read_only(self) -> bool:
        """Whether changes stay in memory because they would be wrong on this disk."""
        return self.opened in (OpenOutcome.READ_ONLY_NEWER, OpenOutcome.READ_ONLY_HELD)

    @property
    def is_damaged(self) -> bool:
        """Whether the files that were only read are damaged, beside records that cannot be used."""
        return self.found_as is OpenOutcome.RECOVERED

    @property
    def reading_sentence(self) -> str:
        """One sentence on what is wrong with files that were only read; empty where nothing is."""
        wrong = []
        if self.is_damaged:
            wrong.append("it is damaged, and what could be read of it is here")
        if self.found_as is OpenOutcome.CHANGED:
            wrong.append("another program or a fault of the disk changed it")
        if self.faults:
            has = "entry has" if len(self.faults) == 1 else "entries have"
            wrong.append(f"{len(self.faults)} {has} a mistake and cannot be shown")
        if self.zones:
            wrong.append(self.zones[0].rstrip("."))
        return f"{self.library}: {'; '.join(wrong)}; clearing check names everything." if wrong else ""

    @property
    def copies_sentence(self) -> str:
        """What to say of copies that a sync service left beside the library; empty where there are none."""
        if not self.conflict_copies:
            return ""
        names = join_and(f"“{copy.name}”" for copy in self.conflict_copies)
        looks = "looks like a copy" if len(self.conflict_copies) == 1 else "look like copies"
        return (
            f"{names} {looks} that OneDrive, Dropbox or another sync service made of “{self.library.name}”."
            f" Clearing uses “{self.library.name}” and left the other as it is."
        )

    @property
    def message(self) -> str:
        """All there is to tell the user; empty when there is nothing."""
        return " ".join(filter(None, (self.sentence, self.copies_sentence)))

    @property
    def worth_saying(self) -> bool:
        """Whether the user should be told."""
        return bool(self.message)


class NotSavedCause(Enum):
    """Why a change is not on the disk."""

    FULL = "The disk is full."
    READ_ONLY = "Clearing cannot save to this folder."
    DENIED = "This computer does not allow Clearing to use that folder."
    GONE = "The folder cannot be found."
    BROKEN = "The disk reported a fault."
    HELD = "Your data is open in another window of Clearing."
    NEWER = "Your data was saved by a newer version of Clearing."
    CHANGED = "Another program changed your data file while it was open here. Nothing was written over it."

    @property
    def way_out(self) -> str:
        """What a person can do about it."""
        return _WAYS_OUT[self]


_WAYS_OUT = {
    NotSavedCause.FULL: "Delete some files, then choose Try again.",
    NotSavedCause.READ_ONLY: "Choose another folder in Settings.",
    NotSavedCause.DENIED: "Choose another folder in Settings.",
    NotSavedCause.GONE: "Plug the drive back in, or choose another folder in Settings.",
    NotSavedCause.BROKEN: "Choose a folder on another disk in Settings.",
    NotSavedCause.HELD: "Close that window, then choose Try again.",
    NotSavedCause.NEWER: "Install the newer version to change it.",
    NotSavedCause.CHANGED: "Choose another folder in Settings.",
}


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether everything in memory is on the disk, and if not, why."""

    library: Path
    waiting: int = 0  # saves that are in memory only
    saved_up_to: int = 0  # the number of the last save known to be on the disk, see LibraryFile.last_save
    cause: NotSavedCause | None = None

    @property
    def saved(self) -> bool:
        """Whether closing the laptop now would lose nothing."""
        return not self.waiting and self.cause is None

    @property
    def sentence(self) -> str:
        """What to say when something is wrong; empty when all is well or the disk is just being written."""
        if self.cause is None:
            return ""
        return (
            f"Not saved yet. {self.cause.value} Your changes are kept while Clearing is open. {self.cause.way_out}"
        )


class ChangedElsewhereError(OSError):
    """The library on disk is no longer the one that was opened."""


_CAUSES = {
    errno.ENOSPC: NotSavedCause.FULL,
    errno.EFBIG: NotSavedCause.FULL,
    errno.EDQUOT: NotSavedCause.FULL,
    errno.EROFS: NotSavedCause.READ_ONLY,
    errno.EACCES: NotSavedCause.DENIED,
    errno.EPERM: NotSavedCause.DENIED,
    errno.ENOENT: NotSavedCause.GONE,
    errno.ENODEV: NotSavedCause.GONE,
    errno.ENXIO: NotSavedCause.GONE,
    errno.ENOTDIR: NotSavedCause.GONE,
    errno.ESTALE: NotSavedCause.GONE,
}


def cause_of(trouble: OSError) -> NotSavedCause:
    """The plain reason behind an error of the disk."""
    if isinstance(trouble, ChangedElsewhereError):
        return NotSavedCause.CHANGED
    return _CAUSES.get(trouble.errno or 0, NotSavedCause.BROKEN)
