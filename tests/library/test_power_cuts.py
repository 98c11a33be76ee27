"""After a power cut at any moment, everything that was acknowledged is there and the library opens."""

import os
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from formats.library import disk
from formats.library.file import LibraryFile
from formats.library.journal import change_line
from formats.library.safe_file import SafeFile
from formats.library.status import OpenOutcome
from tests.library.builders import killed, note, opened, records
from tests.library.disk_model import Watched, after_cuts, watched

ROUNDS = int(os.environ.get("CLEARING_FAULT_ROUNDS", "1"))
CALM = (OpenOutcome.SOUND, OpenOutcome.CREATED)


def work(path: Path, seed: int, saves: int, watch: Watched) -> None:
    """Open, save and close a few times, noting each state before it is tried and after it is acknowledged."""
    chance = random.Random(seed)
    library = opened(path)
    watch.promise((records(library.snapshot()),))
    for number in range(saves):
        before = records(library.snapshot())
        with library.saving():
            change(library, chance, number)
            watch.promise((before, records(library.snapshot())))  # until it returns, either is right
        watch.promise((records(library.snapshot()),))
        if chance.random() < 0.2:
            library.close() if chance.random() < 0.7 else killed(library)
            library = opened(path)
    library.close()


def change(library: LibraryFile, chance: random.Random, number: int) -> None:
    """One save of one to three changes."""
    for _ in range(chance.choice((1, 1, 3))):
        record_id = f"n{chance.randrange(6)}"
        if chance.random() < 0.25:
            library.remove("notes", record_id)
        else:
            library.put("notes", note(record_id, f"text {number} " * chance.randrange(1, 9)))


def after(folder: Path, watch: Watched, monkeypatch: pytest.MonkeyPatch) -> Iterator[bool]:
    """For every different cut: whether the library is then one of those it may be; some are cut again."""
    seen = set()
    for _, contents, promised in after_cuts(list(watch.acts)):
        key = hash((frozenset(contents.items()), str(promised)))
        if key in seen or promised is None:
            continue
        seen.add(key)
        again = folder / str(len(seen))
        right, opening = holds(again, contents, promised, monkeypatch)
        yield right
        for number, (_, twice, _) in enumerate(after_cuts(opening.acts, contents)):
            if len(seen) % 10 == 0:
                yield holds(again / str(number), twice, promised, monkeypatch)[0]


def holds(
    folder: Path, contents: dict[str, bytes], promised: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> tuple[bool, Watched]:
    """Whether a folder with these contents opens calmly, as one of the promised states; and the calls it took."""
    folder.mkdir(parents=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    with monkeypatch.context() as patch:
        watch = watched(folder, patch)
        library = opened(folder / "library.json")
        calm = library.open_report.opened in CALM and library.state.saved
        right = calm and records(library.snapshot()) in promised
        killed(library)
    return right, watch


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_acknowledged_is_lost_by_a_cut_at_any_call(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = run(tmp_path, monkeypatch, seed)
    results = list(after(tmp_path / "after", watch, monkeypatch))
    assert len(results) > 300
    assert results.count(False) == 0


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nor_where_the_library_is_behind_a_symbolic_link(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "shortcut.json"
    link.symlink_to(tmp_path / "library" / "library.json")
    watch = run(tmp_path, monkeypatch, seed, opened_as=link)
    results = list(after(tmp_path / "after", watch, monkeypatch))
    assert len(results) > 300
    assert results.count(False) == 0
    assert link.is_symlink()


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int = 0, opened_as: Path | None = None) -> Watched:
    """The work of one seed, watched."""
    folder = tmp_path / "library"
    folder.mkdir()
    (tmp_path / "after").mkdir()
    with monkeypatch.context() as patch:
        watch = watched(folder, patch)
        work(opened_as or folder / "library.json", seed, 40, watch)
    return watch


def no_sync(_: int) -> None:
    """Trusts the system to write soon."""


def no_folder_sync(_: Path) -> None:
    """Trusts that a new name is there to stay."""


def in_place(path: Path, parts: list[bytes]) -> None:
    """Writes over the file that is there."""
    disk.write_new(path, parts)


def rename_only(temporary: Path, path: Path) -> None:
    """Renames without syncing the folder."""
    disk.os.replace(temporary, path)


def acknowledge_first(self: SafeFile, content: bytes, lines: int) -> None:
    """Says that it is saved, and writes without a sync."""
    disk.write_all(self._handle, content)
    self._acknowledged = (self._acknowledged or 0) + len(content)
    self._number += lines


def promise_first(self: SafeFile, saves: Sequence[str]) -> None:
    """Notes what is saved before it is."""
    self.make_ready()
    self._number += len(saves)
    self._note_saved(in_journal=True)
    self._number -= len(saves)
    self._append(b"".join(change_line(self._number + at, body) for at, body in enumerate(saves)), len(saves))


@pytest.mark.parametrize(
    ("where", "name", "mistake"),
    [
        (disk, "sync", no_sync),
        (disk, "sync_folder", no_folder_sync),
        (disk, "write_whole", in_place),
        (disk, "replace", rename_only),
        (SafeFile, "_append", acknowledge_first),
        (SafeFile, "append", promise_first),
    ],
)
def test_the_model_catches_a_storage_that_is_careless(
    where: object, name: str, mistake: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(where, name, mistake)
        watch = run(tmp_path, patch)
    assert not all(after(tmp_path / "after", watch, monkeypatch))
