"""How does a file reach the disk so that a power cut cannot take it back?

The only module of the library that calls the operating system. The fault tests stand in its `os`.
"""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

LONGEST_NAME = 255  # bytes, on every usual disk
LONGEST_STEM = 160  # bytes; names that are made from it have room for a date and a digest
OWNER_FILE = 0o600
OWNER_FOLDER = 0o700
# The names of files set aside, see file.aside_name.
SET_ASIDE = re.compile(r" \((?:damaged|as found|before update|changed elsewhere) \d{4}-\d\d-\d\d [\d-]{8}\)")

_BINARY = getattr(os, "O_BINARY", 0)  # Windows changes line ends without it

_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOENT, errno.EINVAL}

Signature = tuple[int, int, int, int]


def make_folder(folder: Path) -> None:
    """Create the folder and its parents, for the owner alone."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        os.mkdir(each, OWNER_FOLDER)  # noqa: PTH102  one door to the system, see above
        sync_folder(each.parent)


def read(path: Path) -> bytes | None:
    """The whole file, or None when there is none."""
    try:
        handle = os.open(path, os.O_RDONLY | _BINARY)
    except FileNotFoundError:
        return None
    try:
        parts = []
        while part := os.read(handle, os.fstat(handle).st_size + 1):  # the whole of it at once, as a rule
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def real_path(path: Path) -> Path:
    """Where a file really is, whatever links lead to it; of a link to nothing, where the file would be.

    Of several names of one file in a folder, the first: whoever opens it by any of them finds the same place.
    """
    path = Path(os.path.realpath(path))
    return min((path, *other_names(path)))


def other_names(path: Path) -> tuple[Path, ...]:
    """The other names that the file has in its folder, without those under which we kept it aside."""
    return tuple(name for name in _same_file_beside(path) if not SET_ASIDE.search(name.name))


def has_links_elsewhere(path: Path) -> bool:
    """Whether the file has more names than this one and those under which we kept it aside."""
    kept = sum(bool(SET_ASIDE.search(name.name)) for name in _same_file_beside(path))
    return _count_names(path) > 1 + kept


def part_from_kept(path: Path) -> None:
    """Make copies of the names under which the file was kept aside, before it is written over."""
    for name in _same_file_beside(path):
        if SET_ASIDE.search(name.name):
            write_whole(name, [read(path) or b""])


def write_over(path: Path, content: bytes) -> None:
    """Write a file in place, so that each of its names has the new content; a power cut may leave a part of it."""
    handle = open_to_append(path)
    try:
        os.ftruncate(handle, 0)
        write_all(handle, content)
        sync(handle)
    finally:
        os.close(handle)


def _count_names(path: Path) -> int:
    try:
        return os.stat(path).st_nlink  # noqa: PTH116  one door, as above
    except OSError:
        return 0


def _same_file_beside(path: Path) -> tuple[Path, ...]:
    """Other names in the folder of a file that has several."""
    if _count_names(path) < 2:
        return ()
    try:
        beside = [name for name in path.parent.iterdir() if name.name != path.name and not name.is_symlink()]
        return tuple(name for name in beside if name.is_file() and name.samefile(path))
    except OSError:
        return ()


def write_new(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file from nothing and sync it; the folder is not synced yet."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, OWNER_FILE)
    try:
        for block in _blocks(parts):
            write_all(handle, block)
        sync(handle)
    finally:
        os.close(handle)


def replace(temporary: Path, path: Path) -> None:
    """Put a written and synced file in another's place, all or nothing."""
    os.replace(temporary, path)  # noqa: PTH105  one door, as above
    sync_folder(path.parent)


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file so that either the old or the new one is there, whole, whatever happens."""
    temporary = path_beside(path, ".new")
    write_new(temporary, parts)
    replace(temporary, path)


def keep_aside(path: Path, aside: Path, *, by_link: bool = True) -> None:
    """Keep a file's content under a second name; a link needs no room on a full disk."""
    if aside.exists() or (by_link and _try_link(path, aside)):
        return
    content = read(path)
    if content is not None:
        write_whole(aside, [content])


def _try_link(path: Path, aside: Path) -> bool:
    """Give the file a second name, where the disk knows such a thing."""
    try:
        os.link(path, aside)
    except OSError as refused:
        if refused.errno in _NO_LINKS:
            return False
        raise
    sync_folder(aside.parent)
    return True


def open_to_append(path: Path) -> int:
    """A handle whose writes all go to the end of an existing file."""
    return os.open(path, os.O_RDWR | os.O_APPEND | _BINARY)


def open_lock(path: Path) -> int:
    """A handle on the lock file, made when missing."""
    return os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, OWNER_FILE)


def write_all(handle: int, content: bytes) -> None:
    """Write every byte; the system may take fewer than offered."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def write_from_start(handle: int, content: bytes) -> None:
    """Write over the beginning of a file that is not open to append."""
    os.lseek(handle, 0, os.SEEK_SET)
    write_all(handle, content)


def truncate(handle: int, length: int) -> None:
    """Shorten a file to what was acknowledged, and sync that."""
    os.ftruncate(handle, length)
    sync(handle)


def sync(handle: int) -> None:
    """Return when the file's content would survive a power cut."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync alone leaves it in the drive's own memory on macOS
    else:
        os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Return when names made or changed in the folder would survive a power cut."""
    if os.name == "nt":
        return  # Windows cannot open a folder; it journals names itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def close(handle: int) -> None:
    """Let go of a handle, whatever the disk says about it."""
    try:
        os.close(handle)
    except OSError:
        return  # what counts was synced before; a vanished drive may refuse the rest


def remove(path: Path) -> None:
    """Delete a file if it is there."""
    try:
        os.unlink(path)  # noqa: PTH108  one door, as above
    except FileNotFoundError:
        return
    sync_folder(path.parent)


def signature(path: Path) -> Signature | None:
    """What changes when a file is replaced or rewritten; None when there is no file."""
    try:
        found = os.stat(path)  # noqa: PTH116  one door, as above
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def device(folder: Path) -> int:
    """The number of the disk that the folder is on."""
    return os.stat(folder).st_dev  # noqa: PTH116  one door, as above


def same_file(handle: int, path: Path) -> bool:
    """Whether the open handle is still the file of that name."""
    try:
        there = os.stat(path)  # noqa: PTH116  one door, as above
    except FileNotFoundError:
        return False
    here = os.fstat(handle)
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)


def size(handle: int) -> int:
    """The length in bytes of an open file."""
    return os.fstat(handle).st_size


def path_beside(path: Path, ending: str) -> Path:
    """The file next to this one whose name goes on with the ending."""
    room = LONGEST_NAME - len((ending + ".new").encode())
    return path.with_name(shortened(path.name, room) + ending)


def shortened(name: str, room: int) -> str:
    """A name of at most so many bytes: the name itself, or its beginning and what tells it from others like it."""
    encoded = os.fsencode(name)
    if len(encoded) <= room:
        return name
    start = encoded[: max(0, room - 9)].decode("utf-8", "ignore")
    return f"{start}~{crc32(encoded):08x}"


def _blocks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about a megabyte, so that few calls carry many lines."""
    block = bytearray()
    for part in parts:
        block += part
        if len(block) >= 1 << 20:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)
