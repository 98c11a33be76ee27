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
from formats.library.recovery import Understood, understand
from formats.library.safe_file import Aside, SafeFile
from formats.library.saver import Listener
from formats.library.status import Cause, Opened, SaveState, Standing, cause_of
from formats.library.upgrades import upgrade, version, version_of

_LOOKS = 5
_BETWEEN_LOOKS = 0.05  # seconds
_WHY = {Opened.RECOVERED: "damaged", Opened.CHANGED: "as found", Opened.UPGRADED: "before update"}

_SENTENCES = {
    Opened.CREATED: "",
    Opened.SOUND: "",
    Opened.RECOVERED: "The library file was damaged. Everything in it that could be read is here.",
    Opened.CHANGED: "Another program changed the library file since it was last open here. It reads well.",
    Opened.UPGRADED: "The library was brought up to date for this version of Clearing.",
    Opened.READ_ONLY_NEWER: "This library comes from a newer Clearing. You can read it here; to change it, "
    "install the newer version.",
    Opened.READ_ONLY_HELD: "The library is open in another window. You can read it here and change it there.",
}


def nobody(_: SaveState) -> None:
    """Listens to save states and does nothing."""


def open_library(
    path: Path,
    *,
    now: Callable[[], datetime],
    listener: Listener = nobody,
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
        return _read_only(path, Opened.READ_ONLY_HELD, now)
    except OSError:
        pass  # the first flush says why
    try:
        signature = disk.signature(path)
        base, content = disk.read(path), disk.read(file.journal)
    except OSError as trouble:
        return _unreadable(file, cause_of(trouble), now, listener)
    understood = understand(base, content, Backups.of(path))
    if version_of(understood.tables) > version():
        file.close()
        return _read_only(path, Opened.READ_ONLY_NEWER, now)
    file.go_on_from(understood.base, signature, content or b"", understood.journal)
    opened = understood.opened
    if upgrade(understood.tables) and opened is Opened.SOUND:
        opened = Opened.UPGRADED
    library = LibraryFile(understood.tables, file, now=now, listener=listener, retry_seconds=retry_seconds)
    aside = _aside(path, file.journal, opened, now())
    state = library.flush() if opened is Opened.SOUND else library.fold(aside)
    library.standing = _standing(path, opened, understood, aside, state)
    return library


def read_library(path: Path, *, now: Callable[[], datetime]) -> LibraryFile:
    """The library as it is on the disk, written by nobody here; another process may hold it.

    Raises OSError when it cannot be read, FileNotFoundError when there is none.
    """
    return _read_only(path, Opened.READ_ONLY_HELD, now)


def look(path: Path) -> Understood:
    """What the files on disk amount to, while another process may be writing them."""
    for _ in range(_LOOKS):
        content, base = disk.read(disk.beside(path, ".journal")), disk.read(path)
        understood = understand(base, content, Backups.of(path))
        if understood.opened is Opened.SOUND:
            break
        sleep(_BETWEEN_LOOKS)  # the other process may just be putting a new file in place
    return understood


def _read_only(path: Path, opened: Opened, now: Callable[[], datetime]) -> LibraryFile:
    """The library in memory, with no hold on the disk."""
    understood = look(path)
    if understood.opened is Opened.CREATED:
        raise FileNotFoundError(path)
    if version_of(understood.tables) > version():
        opened = Opened.READ_ONLY_NEWER
    else:
        upgrade(understood.tables)
    library = LibraryFile(understood.tables, SafeFile(path), now=now, listener=nobody, retry_seconds=None)
    library.forbid(Cause.NEWER if opened is Opened.READ_ONLY_NEWER else Cause.HELD)
    library.standing = Standing(
        opened, path, _SENTENCES[opened], (), conflict_copies(path), as_left=understood.opened is Opened.SOUND
    )
    return library


def _unreadable(file: SafeFile, cause: Cause, now: Callable[[], datetime], listener: Listener) -> LibraryFile:
    """An empty library in memory, because the one on disk cannot be read and must not be written over."""
    library = LibraryFile({}, file, now=now, listener=listener, retry_seconds=None)
    library.forbid(cause)
    sentence = f"The library {file.path} cannot be read. {cause.value} Nothing in it was changed."
    library.standing = Standing(Opened.UNREADABLE, file.path, sentence)
    return library


def _aside(path: Path, journal: Path, opened: Opened, now: datetime) -> tuple[Aside, ...]:
    """The files to keep before a new library takes their place, and the names to keep them under."""
    if opened not in _WHY:
        return ()
    kept = aside_name(path, _WHY[opened], now)
    pairs = (path, kept), (journal, disk.beside(kept, ".journal"))
    return tuple((there, aside) for there, aside in pairs if disk.signature(there) is not None)


def _standing(
    path: Path, opened: Opened, understood: Understood, aside: tuple[Aside, ...], state: SaveState
) -> Standing:
    """The opening report."""
    sentence = _SENTENCES[opened]
    if opened is Opened.RECOVERED and understood.lost_nothing:
        sentence += " Nothing was lost."
    kept = tuple(kept for _, kept in aside)
    if kept and state.saved:
        names = " and ".join(f"“{each.name}”" for each in kept)
        sentence += f" The library is {path}; the file as it was is kept beside it as {names}."
    if not state.saved:
        opened = Opened.NOT_SAVED if opened in (Opened.SOUND, Opened.CREATED) else opened
        sentence = f"{sentence} {state.sentence}".strip()
        kept = ()
    as_left = understood.opened in (Opened.SOUND, Opened.CREATED)
    return Standing(opened, path, sentence, kept, conflict_copies(path), as_left)
