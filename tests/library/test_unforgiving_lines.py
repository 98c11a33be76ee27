"""Lines that only matter on a bad day: each of these fails when such a line is taken away."""

import errno
import gzip
import os
import re
from pathlib import Path
from typing import Any

import pytest

from formats.library import disk
from formats.library.backups import Backups
from formats.library.lock import Lock
from formats.library.status import NotSavedCause, OpenOutcome
from tests.library.builders import NOON, filled, killed, note, opened, plain, texts, without_backups
from tests.library.disk_model import Act, watched


def acts_of(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[Act]:
    """What is done to the files of a folder from now on, in order."""
    return watched(folder, monkeypatch).acts


def test_what_was_cut_off_is_synced_before_anything_is_written_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened(filled(tmp_path / "library.json", 1))
    library.put("notes", note("n8"))
    killed(library)
    journal = tmp_path / "library.json.journal"
    journal.write_bytes(journal.read_bytes() + b"0000dead {half a li")
    library = opened(tmp_path / "library.json")
    with monkeypatch.context() as patch:
        journal.write_bytes(journal.read_bytes() + b"another half")
        acts = acts_of(patch, tmp_path)
        library.put("notes", note("n9"))
    killed(library)
    done = [act.what for act in acts if act.where == journal.name]
    assert done[done.index("cut") + 1] == "sync"


def test_the_folder_around_a_new_folder_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    plain_sync = disk.sync_folder
    monkeypatch.setattr(disk, "sync_folder", lambda folder: (synced.append(folder), plain_sync(folder)))
    disk.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]


def test_another_drive_mounted_where_the_library_was_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    library = opened(filled(folder / "library.json", 1))
    (folder / "library.json.lock").unlink()  # as on the drive that is mounted instead
    real = folder.stat()

    class OtherDrive:
        """The system, with the folder on another drive."""

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def stat(self, path: Path) -> os.stat_result:
            found = list(Path(path).stat())
            if Path(path) == folder:
                found[2] = real.st_dev + 1
            return os.stat_result(found)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", OtherDrive())
        library.put("notes", note("n9"))
        assert library.state.cause is NotSavedCause.GONE
    assert not (folder / "library.json.lock").exists()
    assert library.retry().saved
    killed(library)


def test_a_last_line_that_lacks_its_line_feed_gets_it_before_the_next(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 1))
    library.put("notes", note("n8", "all but the line feed was written"))
    killed(library)
    journal = tmp_path / "library.json.journal"
    journal.write_bytes(journal.read_bytes()[:-1])
    library = opened(tmp_path / "library.json")
    library.put("notes", note("n9", "the next"))
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert sorted(texts(again)) == ["n0", "n8", "n9"]


def test_a_library_from_a_newer_clearing_is_moved_nowhere(tmp_path: Path) -> None:
    path = without_backups(filled(tmp_path / "library.json", 1))
    path.write_bytes(re.sub(rb'"schema": \d+', b'"schema": 99', path.read_bytes()))
    library = opened(path)
    assert library.open_report.opened is OpenOutcome.READ_ONLY_NEWER
    state = library.move_to(tmp_path / "elsewhere" / "library.json")
    assert library.path == path
    library.put("notes", note("n9"))
    assert library.state.cause is NotSavedCause.NEWER
    library.close()
    assert not (tmp_path / "elsewhere").exists()
    assert state.library == path


def test_a_lock_file_that_was_replaced_is_no_lock(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "library.json")
    lock.take()
    assert lock.held
    (tmp_path / "new").touch()
    (tmp_path / "new").replace(tmp_path / "library.json.lock")
    assert not lock.held
    lock.take()
    assert lock.held
    lock.release()


def test_who_finds_its_lock_replaced_and_held_saves_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 1)
    first = opened(path)
    (tmp_path / "library.json.lock").unlink()
    second = opened(path)
    assert second.open_report.opened is not OpenOutcome.READ_ONLY_HELD
    first.put("notes", note("n9"))
    assert first.state.cause is NotSavedCause.HELD
    killed(first)
    killed(second)


def test_a_backup_whose_content_is_not_the_one_it_is_named_by_is_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    backups = Backups.of(path)
    (backup,) = backups.all()
    changed = gzip.decompress(backup.path.read_bytes()).replace(b"Note 1", b"Note 7")
    backup.path.write_bytes(gzip.compress(changed))
    assert backups.read(backup) is None
    assert backups.newest() is None
    made = backups.make(path.read_bytes(), NOON)
    assert backups.read(made) == path.read_bytes()


def test_a_value_that_cannot_be_used_is_not_even_saved(tmp_path: Path) -> None:
    with opened(filled(tmp_path / "library.json", 1)) as library:
        for bad in ({"session": ["s1"]}, {"kind": "virus"}, {"due": "9999-12-31"}, {"text": "\ud83c"}):
            with pytest.raises(ValueError, match=r"[a-z]"):
                library.put("notes", note("n0") | bad)
        assert texts(library) == {"n0": "Note 0, café"}
    assert plain(tmp_path / "library.json")["notes"]["1"]["text"] == "Note 0, café"


def test_a_disk_full_while_the_finished_file_is_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "library.json", 1)
    before = path.read_bytes()
    library = opened(path)
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = lambda _, call: errno.ENOSPC if call == "write" else 0
        library.compact()
    assert path.read_bytes() == before
    assert not (tmp_path / "library.json.new").exists()
    killed(library)
