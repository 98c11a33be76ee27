"""What should the window say about the library: how it opened, and whether what was typed is on the disk?"""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from formats.language import Message, tr, tr_count
from formats.session.wording import join_and, quoted


class OpenOutcome(Enum):
    """How opening went."""

    CREATED = "created"
    SOUND = "sound"
    RECOVERED = "recovered"  # it was damaged; what could be read is here, the damaged file is kept
    CHANGED = "changed"  # another program wrote it since; it reads well, and is kept as it was found
    UPGRADED = "upgraded"  # an older Clearing wrote it; it is kept as it was found
    READ_ONLY_NEWER = "read_only_newer"  # a newer version of Clearing wrote it
    READ_ONLY_HELD = "read_only_held"  # it is open in another window
    UNREADABLE = "unreadable"  # the disk does not let us read it; nothing of it is here
    NOT_SAVED = "not_saved"  # opened, but the disk takes no changes


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
            wrong.append(tr("it is damaged, and what could be read of it is here"))
        if self.found_as is OpenOutcome.CHANGED:
            wrong.append(tr("another program or a fault of the disk changed it"))
        if self.faults:
            wrong.append(
                tr_count(
                    "{count} entry has a mistake and cannot be shown",
                    "{count} entries have a mistake and cannot be shown",
                    len(self.faults),
                )
            )
        if self.zones:
            wrong.append(self.zones[0].rstrip("."))
        if not wrong:
            return ""
        # For translators: “clearing check” is a command that people type
        return tr("{file}: {what}; clearing check names everything.", file=self.library, what="; ".join(wrong))

    @property
    def copies_sentence(self) -> str:
        """What to say of copies that a sync service left beside the library; empty where there are none."""
        if not self.conflict_copies:
            return ""
        names = join_and(quoted(copy.name) for copy in self.conflict_copies)
        return tr_count(
            "{names} looks like a copy that OneDrive, Dropbox or another sync service made of “{file}”."
            " Clearing uses “{file}” and left the other as it is.",
            "{names} look like copies that OneDrive, Dropbox or another sync service made of “{file}”."
            " Clearing uses “{file}” and left the other as it is.",
            len(self.conflict_copies),
            names=names,
            file=self.library.name,
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

    FULL = "full"
    READ_ONLY = "read_only"
    DENIED = "denied"
    GONE = "gone"
    BROKEN = "broken"
    HELD = "held"
    NEWER = "newer"
    CHANGED = "changed"

    @property
    def sentence(self) -> str:
        """The cause as a whole sentence."""
        return str(_SAID[self])

    @property
    def way_out(self) -> str:
        """What a person can do about it."""
        return str(_WAYS_OUT[self])


_SAID = {
    NotSavedCause.FULL: Message("The disk is full."),
    NotSavedCause.READ_ONLY: Message("Clearing cannot save to this folder."),
    NotSavedCause.DENIED: Message("This computer does not allow Clearing to use that folder."),
    NotSavedCause.GONE: Message("The folder cannot be found."),
    NotSavedCause.BROKEN: Message("The disk reported a fault."),
    NotSavedCause.HELD: Message("Your data is open in another window of Clearing."),
    NotSavedCause.NEWER: Message("Your data was saved by a newer version of Clearing."),
    NotSavedCause.CHANGED: Message(
        "Another program changed your data file while it was open here. Nothing was written over it."
    ),
}
_WAYS_OUT = {
    NotSavedCause.FULL: Message("Delete some files, then choose Try again."),
    NotSavedCause.READ_ONLY: Message("Choose another folder in Settings."),
    NotSavedCause.DENIED: Message("Choose another folder in Settings."),
    NotSavedCause.GONE: Message("Plug the drive back in, or choose another folder in Settings."),
    NotSavedCause.BROKEN: Message("Choose a folder on another disk in Settings."),
    NotSavedCause.HELD: Message("Close that window, then choose Try again."),
    NotSavedCause.NEWER: Message("Install the newer version to change it."),
    NotSavedCause.CHANGED: Message("Choose another folder in Settings."),
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
        return tr("Not saved yet. {why}", why=self.reason) if self.cause else ""

    @property
    def reason(self) -> str:
        """Why it is not saved, what is safe and what to do; empty as `sentence` is."""
        if self.cause is None:
            return ""
        return tr(
            "{cause} Your changes are kept while Clearing is open. {way_out}",
            cause=self.cause.sentence,
            way_out=self.cause.way_out,
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
