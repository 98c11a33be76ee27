"""How is a library opened, whatever state its files are in?"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import sleep

from formats.library import disk
from formats.library.backups import Backups
from formats.library.conflicts import conflict_copies
from formats.library.file import RETRY_SECONDS, LibraryFile, aside_name
from formats.library.lock import HeldElsewhereError
from formats.library.recovery import LibraryContent, reconstruct
from formats.library.safe_file import AsideCopy, SafeFile
from formats.library.saver import Listener
from formats.library.status import NotSavedCause, OpenOutcome, OpenReport, SaveState, cause_of
from formats.library.upgrades import current_version, upgrade, version_of
from formats.session.wording import join_and

_LOOKS = 5
_BETWEEN_LOOKS = 0.05  # seconds
_WHY = {OpenOutcome.RECOVERED: "damaged", OpenOutcome.CHANGED: "as found", OpenOutcome.UPGRADED: "before update"}

_SENTENCES = {
    OpenOutcome.CREATED: "",
    OpenOutcome.SOUND: "",
    OpenOutcome.RECOVERED: "The library file was damaged. Everything in it that could be read is here.",
    OpenOutcome.CHANGED: "Another program changed the library file since it was last open here. It reads well.",
    OpenOutcome.UPGRADED: "The library was brought up to date for this version of Clearing.",
    OpenOutcome.READ_ONLY_NEWER: "This library comes from a newer Clearing. You can read it here; to change it, "
    "install the newer version.",
    OpenOutcome.READ_ONLY_HELD: "The library is open in another window. You can read it here and change it there.",
}


def ignore_save_state(_: SaveState) -> None:
    """Listens to save states and does nothing."""


def open_library(
    path: Path,
    *,
    now: Callable[[], datetime],
    listener: Listener = ignore_save_state,
    retry_seconds: float | None = RETRY_SECONDS,
) -> LibraryFile:
    """Open the library at this place, or begin one; `standing` of the result says how that went.

    Never raises for what the disk or the file is like. The listener is told of every attempt to save, on
    whichever thread made it. `retry_seconds=None` leaves trying again to the caller.
    """
    file = SafeFile(path)
    try:
        file.claim()
    except HeldElsewhereError:
        return _open_read_only(path, OpenOutcome.READ_ONLY_HELD, now)
    except OSError:
        pass  # the first flush says why
    try:
        signature = disk.signature(path)
        base, content = disk.read(path), disk.read(file.journal)
    except OSError as trouble:
        return _unreadable_library(file, cause_of(trouble), now, listener)
    understood = reconstruct(base, content, Backups.of(path))
    if version_of(understood.tables) > current_version():
        file.close()
        return _open_read_only(path, OpenOutcome.READ_ONLY_NEWER, now)
    file.go_on_from(understood.base, signature, content or b"", understood.journal)
    opened = understood.opened
    if upgrade(understood.tables) and opened is OpenOutcome.SOUND:
        opened = OpenOutcome.UPGRADED
    library = LibraryFile(understood.tables, file, now=now, listener=listener, retry_seconds=retry_seconds)
    aside = _files_to_keep_aside(path, file.journal, opened, now())
    state = library.flush() if opened is OpenOutcome.SOUND else library.compact(aside)
    library.open_report = _report(path, opened, understood, aside, state)
    return library


def read_library(path: Path, *, now: Callable[[], datetime]) -> LibraryFile:
    """The library as it is on the disk, written by nobody here; another process may hold it.

    Raises OSError when it cannot be read, FileNotFoundError when there is none.
    """
    return _open_read_only(path, OpenOutcome.READ_ONLY_HELD, now)


def reconstruct_from_disk(path: Path) -> LibraryContent:
    """What the files on disk amount to, while another process may be writing them."""
    for _ in range(_LOOKS):
        content, base = disk.read(disk.path_beside(path, ".journal")), disk.read(path)
        understood = reconstruct(base, content, Backups.of(path))
        if understood.opened is OpenOutcome.SOUND:
            break
        sleep(_BETWEEN_LOOKS)  # the other process may just be putting a new file in place
    return understood


def _open_read_only(path: Path, opened: OpenOutcome, now: Callable[[], datetime]) -> LibraryFile:
    """The library in memory, with no hold on the disk."""
    understood = reconstruct_from_disk(path)
    if understood.opened is OpenOutcome.CREATED:
        raise FileNotFoundError(path)
    if version_of(understood.tables) > current_version():
        opened = OpenOutcome.READ_ONLY_NEWER
    else:
        upgrade(understood.tables)
    library = LibraryFile(
        understood.tables, SafeFile(path), now=now, listener=ignore_save_state, retry_seconds=None
    )
    library.forbid_saving(NotSavedCause.NEWER if opened is OpenOutcome.READ_ONLY_NEWER else NotSavedCause.HELD)
    library.open_report = OpenReport(
        opened, path, _SENTENCES[opened], (), conflict_copies(path), as_left=understood.opened is OpenOutcome.SOUND
    )
    return library


def _unreadable_library(
    file: SafeFile, cause: NotSavedCause, now: Callable[[], datetime], listener: Listener
) -> LibraryFile:
    """An empty library in memory, because the one on disk cannot be read and must not be written over."""
    library = LibraryFile({}, file, now=now, listener=listener, retry_seconds=None)
    library.forbid_saving(cause)
    sentence = f"The library {file.path} cannot be read. {cause.value} Nothing in it was changed."
    library.open_report = OpenReport(OpenOutcome.UNREADABLE, file.path, sentence)
    return library


def _files_to_keep_aside(path: Path, journal: Path, opened: OpenOutcome, now: datetime) -> tuple[AsideCopy, ...]:
    """The files to keep before a new library takes their place, and the names to keep them under."""
    if opened not in _WHY:
        return ()
    kept = aside_name(path, _WHY[opened], now)
    pairs = (path, kept), (journal, disk.path_beside(kept, ".journal"))
    return tuple((there, aside) for there, aside in pairs if disk.signature(there) is not None)


def _report(
    path: Path, opened: OpenOutcome, understood: LibraryContent, aside: tuple[AsideCopy, ...], state: SaveState
) -> OpenReport:
    """The opening report."""
    sentence = _SENTENCES[opened]
    if opened is OpenOutcome.RECOVERED and understood.lost_nothing:
        sentence += " Nothing was lost."
    kept = tuple(kept for _, kept in aside)
    if kept and state.saved:
        names = join_and(f"“{each.name}”" for each in kept)
        sentence += f" The library is {path}; the file as it was is kept beside it as {names}."
    if not state.saved:
        opened = OpenOutcome.NOT_SAVED if opened in (OpenOutcome.SOUND, OpenOutcome.CREATED) else opened
        sentence = f"{sentence} {state.sentence}".strip()
        kept = ()
    as_left = understood.opened in (OpenOutcome.SOUND, OpenOutcome.CREATED)
    return OpenReport(opened, path, sentence, kept, conflict_copies(path), as_left)
