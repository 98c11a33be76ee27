"""How is a library opened, whatever state its files are in?"""

import errno
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from time import sleep

from formats.language import Message, tr
from formats.library import disk
from formats.library.acknowledged import read_acknowledged
from formats.library.backups import Backups, EarlierFiles
from formats.library.conflicts import conflict_copies
from formats.library.door import door_name
from formats.library.file import RETRY_SECONDS, LibraryFile, aside_name
from formats.library.intake import Intake, take_in
from formats.library.lock import HeldElsewhereError, Lock
from formats.library.quarantine import quarantine_sentence, zones_sentence
from formats.library.recovery import LibraryContent, reconstruct
from formats.library.safe_file import AsideCopy, SafeFile
from formats.library.saver import Listener
from formats.library.status import NotSavedCause, OpenOutcome, OpenReport, SaveState, cause_of
from formats.library.upgrades import current_version, version_of
from formats.session.wording import join_and, quoted

_LOOKS = 5
BETWEEN_LOOKS = 0.05  # seconds
AS_FOUND = "as found"
_WHY = {OpenOutcome.RECOVERED: "damaged", OpenOutcome.CHANGED: AS_FOUND, OpenOutcome.UPGRADED: "before update"}
"""What a file kept aside is called by, in any language: it is found again by that."""

_SENTENCES = {
    OpenOutcome.RECOVERED: Message(
        "Your data file was damaged. What could be read of it is here. Check your latest session."
    ),
    OpenOutcome.CHANGED: Message(
        "Another program changed your data file since it was last open here, or a fault of the disk did."
        " What it holds now is here. Check your latest session."
    ),
    OpenOutcome.UPGRADED: Message("Your data was brought up to date for this version of Clearing."),
    OpenOutcome.READ_ONLY_NEWER: Message(
        "Your data was saved by a newer version of Clearing. You can read it here; to change it, install the newer"
        " version."
    ),
    OpenOutcome.READ_ONLY_HELD: Message(
        "Your data is open in another window. You can read it here and change it there."
    ),
}


class NotALibraryError(ValueError):
    """There is a file, and nothing of a library in it that could be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "The file {path} is damaged or is no data file of Clearing: nothing in it can be read. "
                "It was left as it was.",
                path=path,
            )
        )


def ignore_save_state(_: SaveState) -> None:
    """Listens to save states and does nothing."""


def open_library(
    path: Path,
    *,
    now: Callable[[], datetime],
    listener: Listener = ignore_save_state,
    retry_seconds: float | None = RETRY_SECONDS,
    lock: Lock | None = None,
) -> LibraryFile:
    """Open the library at this place, or begin one; `open_report` of the result says how that went.

    Never raises for what the disk or the file is like. The listener is told of every attempt to save, on
    whichever thread made it. `retry_seconds=None` leaves trying again to the caller. `lock`: one on this library
    that is held already, let go of with the library.
    """
    path = disk.real_path(path)
    file = SafeFile(path, lock)
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
    understood = reconstruct(base, content, EarlierFiles(path), read_acknowledged(path), door_name())
    if version_of(understood.tables) > current_version():
        file.close()
        return _open_read_only(path, OpenOutcome.READ_ONLY_NEWER, now)
    file.go_on_from(understood.base, signature, content or b"", understood.journal)
    intake = take_in(understood, base, Backups.of(path))
    library = LibraryFile(
        intake.tables, file, now=now, listener=listener, retry_seconds=retry_seconds, door=door_name()
    )
    as_it_was = intake.opened is OpenOutcome.SOUND and not intake.faults
    aside = _files_to_keep_aside(path, file.journal, intake, now())
    state = library.flush() if as_it_was else library.compact(aside)
    library.open_report = _report(path, understood, intake, aside, state)
    return library


def read_library(path: Path, *, now: Callable[[], datetime]) -> LibraryFile:
    """The library as it is on the disk, written by nobody here; another process may hold it.

    Raises OSError when it cannot be read, FileNotFoundError when there is none, NotALibraryError when nothing of a
    library is in the file.
    """
    path = disk.real_path(path)
    library = _open_read_only(path, OpenOutcome.READ_ONLY_HELD, now)
    if not library.open_report.readable:
        raise NotALibraryError(path)
    return library


def reconstruct_from_disk(path: Path) -> LibraryContent:
    """What the files on disk amount to, while another process may be writing them."""
    before: tuple[bytes | None, bytes | None] | None = None
    for _ in range(_LOOKS):
        acknowledged = read_acknowledged(path)  # first: the journal may only grow meanwhile
        content, base = disk.read(disk.path_beside(path, ".journal")), disk.read(path)
        if (content, base) == before:
            break  # nobody is writing
        before = content, base
        understood = reconstruct(base, content, EarlierFiles(path), acknowledged, door_name())
        if understood.opened is OpenOutcome.SOUND:
            break
        sleep(BETWEEN_LOOKS)  # the other process may just be putting a new file in place
    return understood


def _open_read_only(path: Path, opened: OpenOutcome, now: Callable[[], datetime]) -> LibraryFile:
    """The library in memory, with no hold on the disk."""
    base = disk.read(path)
    understood = reconstruct_from_disk(path)
    if understood.opened is OpenOutcome.CREATED:
        raise FileNotFoundError(errno.ENOENT, tr("there is no data file here"), str(path))
    if version_of(understood.tables) > current_version():
        opened = OpenOutcome.READ_ONLY_NEWER
    intake = take_in(understood, base, Backups.of(path))
    library = LibraryFile(intake.tables, SafeFile(path), now=now, listener=ignore_save_state, retry_seconds=None)
    library.forbid_saving(NotSavedCause.NEWER if opened is OpenOutcome.READ_ONLY_NEWER else NotSavedCause.HELD)
    library.open_report = OpenReport(
        opened,
        path,
        str(_SENTENCES[opened]),
        conflict_copies=conflict_copies(path),
        faults=tuple(fault.sentence for fault in intake.faults),
        zones=intake.zones,
        more_in_backup=intake.more_in_backup,
        found_as=understood.opened,
        readable=understood.readable,
    )
    return library


def _unreadable_library(
    file: SafeFile, cause: NotSavedCause, now: Callable[[], datetime], listener: Listener
) -> LibraryFile:
    """An empty library in memory, because the one on disk cannot be read and must not be written over."""
    library = LibraryFile({}, file, now=now, listener=listener, retry_seconds=None)
    library.forbid_saving(cause)
    sentence = tr(
        "Your data in {path} cannot be read. {cause} Nothing in it was changed.",
        path=file.path,
        cause=cause.sentence,
    )
    library.open_report = OpenReport(OpenOutcome.UNREADABLE, file.path, sentence)
    return library


def _files_to_keep_aside(path: Path, journal: Path, intake: Intake, now: datetime) -> tuple[AsideCopy, ...]:
    """The files to keep before a new library takes their place, and the names to keep them under."""
    if intake.opened not in _WHY and not intake.faults:
        return ()
    kept = aside_name(path, _WHY.get(intake.opened, AS_FOUND), now)
    pairs = (path, kept), (journal, disk.path_beside(kept, ".journal"))
    return tuple((there, aside) for there, aside in pairs if disk.signature(there) is not None)


def _report(
    path: Path, understood: LibraryContent, intake: Intake, aside: tuple[AsideCopy, ...], state: SaveState
) -> OpenReport:
    """The opening report."""
    opened = intake.opened
    sentences = [*_outcome_sentences(opened, understood), quarantine_sentence(intake.faults)]
    sentences.append(zones_sentence(intake.zones))
    kept = tuple(kept for _, kept in aside)
    if kept and state.saved:
        sentences.append(_kept_sentence(path, kept))
    if not state.saved:
        opened = OpenOutcome.NOT_SAVED if opened in (OpenOutcome.SOUND, OpenOutcome.CREATED) else opened
        sentences.append(state.sentence)
        kept = ()
    return OpenReport(
        opened,
        path,
        " ".join(filter(None, sentences)),
        kept,
        conflict_copies(path),
        faults=tuple(fault.sentence for fault in intake.faults),
        zones=intake.zones,
        more_in_backup=intake.more_in_backup,
        found_as=understood.opened,
        readable=understood.readable,
    )


def _outcome_sentences(opened: OpenOutcome, understood: LibraryContent) -> Iterator[str]:
    """How it went, and what was lost where something was damaged."""
    if opened in _SENTENCES:
        yield str(_SENTENCES[opened])
    if opened is OpenOutcome.RECOVERED:
        yield tr("Nothing was lost.") if understood.lost_nothing else tr("What was saved last may be missing.")


def _kept_sentence(path: Path, kept: Sequence[Path]) -> str:
    """Where the file is that was found, and its journal."""
    names = join_and(quoted(each.name) for each in kept)
    return tr("Your data is in {path}; the file as it was is kept beside it as {names}.", path=path, names=names)
