"""How does the library come to another folder, and what can be known beforehand to go wrong?"""

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.folders import NAME, first_library
from desktop.live_preferences import LivePreferences
from formats.language import tr
from formats.library import disk
from formats.library.backups import Backups
from formats.library.base_file import encode_tables
from formats.library.file import LibraryFile
from formats.library.status import SaveState, cause_of

ROOM_TO_SPARE = 3  # times the library: the file, its backup, and something to write with


class MoveError(ValueError):
    """The library stays where it is; the sentence says why."""


@dataclass(frozen=True, slots=True)
class MoveReport:
    """How moving went; the files at `before` are left as they are."""

    state: SaveState
    before: Path
    backups: int


def library_path_in(folder: Path, name: str) -> Path:
    """Where the library would be: in a folder of its own, unless this one is empty or already is."""
    try:
        own = folder.name == NAME or not any(folder.iterdir())
    except OSError:
        own = True
    return (folder if own else folder / NAME) / name


def move_library(library: LibraryFile, target: Path) -> MoveReport:
    """Keeps the library and copies of its backups at `target` from now on. MoveError: nothing was changed."""
    before, copies = library.path, library.backups
    if target.exists():
        raise MoveError(
            tr("This folder has data of Clearing in it already. Nothing was changed. Choose another folder.")
        )
    try:
        _try_out(target.parent, sum(len(part) for part in encode_tables(library.snapshot())))
    except OSError as trouble:
        said = (cause_of(trouble).sentence, tr("Your data stays where it is."))
        raise MoveError(" ".join(said)) from trouble
    state = library.move_to(target)
    return MoveReport(state, before, _copy_backups(copies, library.backups) if state.saved else 0)


def remember_location(preferences: LivePreferences, before: Path, now: Path) -> None:
    """The next start opens the library at its new place, if it is the one that is opened as a rule."""
    kept = preferences.current.library
    if disk.real_path(before) == disk.real_path(Path(kept) if kept else first_library()):
        preferences.choose(replace(preferences.current, library=str(now)))


def _try_out(folder: Path, size: int) -> None:
    """Writes a small file and takes it away again."""
    disk.make_folder(folder)
    probe = folder / ".clearing-was-here"
    disk.write_new(probe, [b"?"])
    disk.remove(probe)
    if shutil.disk_usage(folder).free < ROOM_TO_SPARE * size:
        raise MoveError(
            tr("There is not enough room on that disk. Your data stays where it is. Choose another disk.")
        )


def _copy_backups(old: Backups, new: Backups) -> int:
    """Copies the backups that can be read, and says how many; the others are still where they were."""
    copied = 0
    with suppress(OSError):
        disk.make_folder(new.folder)
        for each in old.all():
            content = disk.read(each.path)
            if content is not None and old.read(each) is not None:
                disk.write_whole(new.folder / each.path.name, [content])
                copied += 1
    return copied
