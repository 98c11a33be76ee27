"""What may a disk hold after the power fails? A model that watches real calls and rebuilds every answer.

`Watched` stands in for `os` inside `formats.library.disk`: each call really happens and is written down. After
a cut the model may keep, of what was not synced: nothing, all, a part, or zeros in its place; of names made,
changed or removed since the folder was synced, any number from the first on.
"""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from formats.library import disk

ELSEWHERE = "elsewhere"


@dataclass
class File:
    """One file: what is surely on the disk, and what was done since."""

    synced: bytes = b""
    since: list[tuple[str, bytes | int]] = field(default_factory=list)

    def now(self) -> bytes:
        """The content as the running system sees it."""
        return _done(self.synced, self.since)

    def after_cut(self) -> set[bytes]:
        """Every content that may be there after the power came back."""
        results = {self.synced, self.now()}
        for at, (what, value) in enumerate(self.since):
            if what == "write" and isinstance(value, bytes):
                before = _done(self.synced, self.since[:at])
                half, zeros = len(value) // 2, b"\0" * len(value)
                results |= {before + value[:half], before + value[:-1], before + zeros}
                results |= {before + zeros[:half] + value[half:], before + value[:half] + zeros[half:]}
            if what == "write over" and isinstance(value, bytes):
                before, half = _done(self.synced, self.since[:at]), len(value) // 2
                results |= {value + before[len(value) :], value[:half] + before[half:]}
                results |= {before[:half] + value[half:] + before[len(value) :]}
        return results


Names = dict[str, File]


@dataclass(frozen=True)
class Act:
    """One thing that happened, or the promise that a state of the library is safe."""

    what: str
    where: str = ""
    value: Any = None


class Watched:
    """Stands in for `os`: passes calls on, writes down those that change the folder, fails on request."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acts: list[Act] = []
        self.calls = 0
        self.fails: Callable[[int, str], int] = _never
        self._names: dict[int, str] = {}
        self._at_start: set[int] = set()  # handles whose next write is over what is there

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def promise(self, state: object) -> None:
        """Note that this state was said to be saved."""
        self.acts.append(Act("promise", value=state))

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        """Open, noting what it makes or empties."""
        self._about_to("open to write" if flags & (os.O_WRONLY | os.O_RDWR) else "open")
        handle = os.open(path, flags, mode)
        self._names[handle] = self._name(path)
        if flags & os.O_CREAT:
            self._note("make", self._name(path))
        if flags & os.O_TRUNC:
            self._note("cut", self._name(path), 0)
        return handle

    def write(self, handle: int, content: bytes) -> int:
        """Write, as far as a failing disk lets it."""
        trouble = self._trouble("write")
        taken = bytes(content[: len(content) // 2] if trouble else content)
        what = "write over" if handle in self._at_start else "write"
        self._at_start.discard(handle)
        self._note(what, self._names.get(handle, ELSEWHERE), taken)
        written = os.write(handle, taken)
        if trouble:
            raise trouble
        return written

    def lseek(self, handle: int, position: int, whence: int) -> int:
        """Go to the beginning of a file, to write over it."""
        self._about_to("lseek")
        self._at_start.add(handle)
        return os.lseek(handle, position, whence)

    def ftruncate(self, handle: int, length: int) -> None:
        """Shorten."""
        self._about_to("ftruncate")
        os.ftruncate(handle, length)
        self._note("cut", self._names.get(handle, ELSEWHERE), length)

    def fsync(self, handle: int) -> None:
        """Sync a file, or the folder."""
        self._about_to("fsync")
        self._note("sync", self._names.get(handle, ELSEWHERE))

    def replace(self, path: Path, other: Path) -> None:
        """Rename over another."""
        self._about_to("replace")
        Path(path).replace(other)
        self._note("replace", self._name(path), self._name(other))

    def link(self, path: Path, other: Path) -> None:
        """Give a file a second name."""
        self._about_to("link")
        os.link(path, other)
        self._note("link", self._name(path), self._name(other))

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        self._about_to("unlink")
        Path(path).unlink()
        self._note("unlink", self._name(path))

    def mkdir(self, path: Path, mode: int = 0o777) -> None:
        """Make a folder."""
        self._about_to("mkdir")
        Path(path).mkdir(mode)

    def _name(self, path: Path) -> str:
        """The name in the folder that is watched, empty for the folder; other folders are not written down."""
        if Path(path) == self.folder:
            return ""
        return Path(path).name if Path(path).parent == self.folder and not Path(path).is_dir() else ELSEWHERE

    def _note(self, what: str, where: str, value: Any = None) -> None:
        """Write down what was done to a file of the folder."""
        if where != ELSEWHERE:
            self.acts.append(Act(what, where, value))

    def _about_to(self, call: str) -> None:
        """Count a call, and fail where that is wanted."""
        if trouble := self._trouble(call):
            raise trouble

    def _trouble(self, call: str) -> OSError | None:
        self.calls += 1
        code = self.fails(self.calls, call)
        return OSError(code, os.strerror(code)) if code else None


def _never(_: int, __: str) -> int:
    return 0


def once(at: int, code: int = errno.EIO) -> Callable[[int, str], int]:
    """The call of this number fails."""
    return lambda number, _: code if number == at else 0


def for_good(at: int, code: int = errno.ENOSPC) -> Callable[[int, str], int]:
    """Every call from this number on fails."""
    return lambda number, _: code if number >= at else 0


def after_cuts(
    acts: list[Act], start: dict[str, bytes] | None = None
) -> Iterator[tuple[int, dict[str, bytes], Any]]:
    """For a cut after every act: the files that may be there, and the last state promised before."""
    files: Names = {name: File(content) for name, content in (start or {}).items()}
    synced: Names = dict(files)
    since: list[tuple[str, str, str]] = []
    promised: Any = None
    for at, act in enumerate(acts):
        if act.what == "promise":
            promised = act.value
        elif act.what == "sync" and act.where == "":
            synced, since = dict(files), []
        elif act.what == "sync":
            file = files[act.where]
            file.synced, file.since = file.now(), []
        elif act.what in ("write", "write over", "cut"):
            files[act.where].since.append((act.what, act.value))
        elif not (act.what == "make" and act.where in files):
            _rename(files, act)
            since.append((act.what, act.where, act.value))
        for names in _names_after_cut(synced, since, files):
            for contents in _contents(names):
                yield at, contents, promised


def _rename(names: Names, act: Act) -> None:
    """Do one change of names."""
    if act.what == "make":
        names[act.where] = File()
    elif act.what == "link":
        names[act.value] = names[act.where]
    elif act.what == "replace":
        names[act.value] = names.pop(act.where)
    elif act.what == "unlink":
        names.pop(act.where)


def _names_after_cut(synced: Names, since: list[tuple[str, str, str]], files: Names) -> Iterator[Names]:
    """The names after any number of the unsynced changes."""
    names = dict(synced)
    made = {id(file): file for file in files.values()}
    yield dict(names)
    for what, where, value in since:
        if what == "make":
            later = files.get(_final_name(where, since))
            names[where] = later if later is not None and id(later) in made else File()
        else:
            _rename(names, Act(what, where, value))
        yield dict(names)


def _final_name(name: str, since: list[tuple[str, str, str]]) -> str:
    """The name that a file made under this one has by now."""
    for what, where, value in since:
        if what == "replace" and where == name:
            name = value
    return name


def _contents(names: Names) -> Iterator[dict[str, bytes]]:
    """The folder with each file in turn in each of its possible states, the others as they were synced."""
    yield {name: file.now() for name, file in names.items()}
    calm = {name: file.synced for name, file in names.items()}
    for name, file in names.items():
        for content in file.after_cut():
            yield calm | {name: content}


def _done(content: bytes, acts: list[tuple[str, bytes | int]]) -> bytes:
    """The content after writes at its end or over its beginning, and cuts."""
    for what, value in acts:
        if isinstance(value, int):
            content = content[:value].ljust(value, b"\0")
        else:
            content = content + value if what == "write" else value + content[len(value) :]
    return content


def watched(folder: Path, monkeypatch: Any) -> Watched:
    """The stand-in, in place."""
    stand_in = Watched(folder)
    monkeypatch.setattr(disk, "os", stand_in)
    return stand_in
