"""What the lock file says was saved is believed where it is whole, and is there before the journal has it."""

from pathlib import Path

import pytest

from formats.library.acknowledged import Acknowledged, read_acknowledged
from formats.library.lock import Lock
from tests.library.builders import killed, note, opened
from tests.library.disk_model import watched

SAID = Acknowledged("0123456789abcdef" * 2, 1204, in_journal=True)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    for said in (SAID, Acknowledged(SAID.base, 1, in_journal=False)):
        path.with_name("library.json.lock").write_bytes(said.encode())
        assert read_acknowledged(path) == said


def test_of_one_that_is_torn_or_changed_no_number_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    whole = SAID.encode()
    start = whole.index(b"\n") + 1
    for at in range(start, len(whole)):
        for changed in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            path.with_name("library.json.lock").write_bytes(changed)
            assert read_acknowledged(path) == Acknowledged("", 0, in_journal=True), at


def test_that_there_are_saves_is_on_the_disk_before_the_first_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path / "library.json") as library:
        library.put("notes", note("n1"))
    with monkeypatch.context() as patch:
        watch = watched(tmp_path, patch)
        library = opened(tmp_path / "library.json")
        before = len(watch.acts)
        library.put("notes", note("n2"))
        library.put("notes", note("n3"))
    done = [(act.what, act.where.removeprefix("library.json")) for act in watch.acts[before:]]
    said, saved = [("write over", ".lock")], [("write", ".journal"), ("sync", ".journal")]
    assert done == [*said, ("sync", ".lock"), *saved, *said, *saved, *said]
    killed(library)


def test_a_lock_file_that_is_a_new_one_is_told_again(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    lock = Lock(path)
    lock.take()
    lock.note(SAID)
    path.with_name("library.json.lock").unlink()
    lock.take()
    lock.note(SAID)
    assert read_acknowledged(path) == SAID
    lock.release()
