"""Which earlier copies of the library are there, and which are kept?

A copy is the library file as it was, compressed, named by when it was made and by its content. Kept are
all copies of the last 2 days, then the newest of each of 14 days, 12 weeks and 24 months.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from formats.library import disk
from formats.library.base_file import ContentDigest

ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 14, 12, 24
_STAMP = "%Y-%m-%d %H-%M-%S-%f"
_ENDING = ".json.gz"
LARGEST = 1 << 31  # bytes unpacked; more is not a library


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One dated copy."""

    made: datetime
    name: str  # of the content, see base_file.ContentDigest
    path: Path


class Backups:
    """The copies of one library, in the folder `backups` beside it."""

    def __init__(self, folder: Path, stem: str) -> None:
        self.folder = folder
        self.stem = stem

    @classmethod
    def of(cls, library: Path) -> Self:
        """The copies of the library at this place."""
        return cls(library.parent / "backups", disk.shortened(library.stem, disk.LONGEST_STEM))

    def all(self) -> tuple[Backup, ...]:
        """Every copy, the newest first."""
        try:
            names = [path for path in self.folder.iterdir() if path.name.endswith(_ENDING)]
        except OSError:
            return ()
        return tuple(sorted((each for path in names if (each := self._backup(path))), reverse=True))

    def size(self) -> int:
        """The bytes that all copies take on the disk."""
        return sum(each.path.stat().st_size for each in self.all())

    def read(self, backup: Backup) -> bytes | None:
        """The library file as it was, or None when the copy is damaged."""
        try:
            content = unpack(disk.read(backup.path) or b"")
        except (OSError, EOFError, ValueError, zlib.error):
            return None
        return content if str(ContentDigest(content)) == backup.name else None

    def find_by_name(self, name: str) -> bytes | None:
        """The copy with exactly this content's name, if there is one."""
        same = (each for each in self.all() if each.name == name)
        return next((content for each in same if (content := self.read(each))), None)

    def newest(self) -> bytes | None:
        """The newest copy that can be read."""
        found = self.newest_readable()
        return found[1] if found else None

    def newest_readable(self) -> tuple[Backup, bytes] | None:
        """The newest copy that can be read, and what is in it."""
        return next(((each, content) for each in self.all() if (content := self.read(each))), None)

    def make(self, content: bytes, now: datetime) -> Backup:
        """Keep a copy of this content, read it back, and let go of those too old; raises OSError."""
        name = str(ContentDigest(content))
        for each in self.all():
            if each.name == name and self.read(each) is not None:
                return each
        disk.make_folder(self.folder)
        backup = self._write(content, name, now)
        for old in set(self.all()) - backups_to_keep(self.all(), now):
            disk.remove(old.path)
        return backup

    def change(self, backup: Backup, content: bytes) -> Backup:
        """Put other content in place of a copy, dated as before; raises OSError."""
        changed = self._write(content, str(ContentDigest(content)), backup.made)
        if changed.path != backup.path:
            disk.remove(backup.path)
        return changed

    def _write(self, content: bytes, name: str, made: datetime) -> Backup:
        """Write a copy and read it back."""
        stamp = made.astimezone(UTC).strftime(_STAMP)
        backup = Backup(made, name, self.folder / f"{self.stem} {stamp} {name}{_ENDING}")
        disk.write_whole(backup.path, [gzip.compress(content, compresslevel=1, mtime=0)])
        if self.read(backup) is None:
            raise OSError(f"the copy does not read back: {backup.path.name}")
        return backup

    def _backup(self, path: Path) -> Backup | None:
        """What a file's name says about it; None when it is not a copy of this library."""
        start = f"{self.stem} "
        words = path.name.removeprefix(start).removesuffix(_ENDING).split(" ")
        if not path.name.startswith(start) or len(words) != 3:
            return None
        try:
            made = datetime.strptime(f"{words[0]} {words[1]}", _STAMP).replace(tzinfo=UTC)
        except ValueError:
            return None
        return Backup(made, words[2], path)


class EarlierFiles:
    """What a library can come back from: its copies, and one that was finished but did not get into its place."""

    def __init__(self, library: Path) -> None:
        self._copies = Backups.of(library)
        self._unfinished = disk.path_beside(library, ".new")

    def find_by_name(self, name: str) -> bytes | None:
        """The file with exactly this content's name, if there is one."""
        try:
            content = disk.read(self._unfinished)
        except OSError:
            content = None
        if content is not None and str(ContentDigest(content)) == name:
            return content
        return self._copies.find_by_name(name)

    def newest(self) -> bytes | None:
        """The newest copy that can be read."""
        return self._copies.newest()


def backups_to_keep(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Those that the rule keeps."""
    newest_first = sorted(backups, reverse=True)
    recent = {each for each in newest_first if now - each.made <= ALL_FOR}
    days = _first_of_each(newest_first, "%Y-%m-%d", DAYS)
    weeks = _first_of_each(newest_first, "%G-%V", WEEKS)
    months = _first_of_each(newest_first, "%Y-%m", MONTHS)
    return recent.union(days, weeks, months)


def _first_of_each(newest_first: list[Backup], span: str, count: int) -> Iterator[Backup]:
    """The newest of each day, week or month that has any, as many as are kept."""
    first: dict[str, Backup] = {}
    for each in newest_first:
        first.setdefault(each.made.strftime(span), each)
    return iter(list(first.values())[:count])


def unpack(content: bytes, largest: int = LARGEST) -> bytes:
    """The content of a gzip file, refusing one that swells beyond reason.

    Raises ValueError where it is cut short or swells too far, OSError where it is no gzip file.
    """
    unpacker = zlib.decompressobj(wbits=31)
    result = unpacker.decompress(content, largest)
    if not unpacker.eof:
        raise ValueError("cut short, or larger than a data file can be")
    return result
