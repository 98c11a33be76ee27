"""A disk that is full, read-only, forbidden, broken or gone: work goes on in memory, and nothing is lost."""

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from formats.library.file import LibraryFile
from formats.library.status import NotSavedCause, OpenOutcome, SaveState
from tests.library.builders import filled, killed, note, opened, plain, texts
from tests.library.disk_model import Watched, for_good, once, watched

resource = pytest.importorskip("resource", reason="limits of the system that Windows does not have")
STEP = int(os.environ.get("CLEARING_FAULT_STEP", "3"))  # 1 fails every single call, 3 each third


def work(path: Path, watch: Watched) -> list[dict[str, str]]:
    """Save, close, open and save again on a failing disk: the last state said to be saved and all after it."""
    library = opened(path)
    states = [texts(library)]
    for number in range(8):
        library.put("notes", note(f"n{number % 3}", f"text {number}"))
        states.append(texts(library))
        if library.state.saved:
            del states[:-1]
        if number == 4 and library.close().saved:
            del states[:-1]
            library = opened(path)
            if library.open_report.opened is OpenOutcome.UNREADABLE:
                break
    if library.flush().saved:
        del states[:-1]
    watch.fails = once(0)
    killed(library)
    return states


def calls_of_a_whole_run(tmp_path: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        watch = watched(tmp_path / "counted", patch)
        work(tmp_path / "counted" / "library.json", watch)
    return watch.calls


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("failing", [once, for_good])
def test_whatever_call_fails_what_was_said_to_be_saved_is_there(
    failing: Callable[[int, int], Callable[[int, str], int]],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for at in range(1, calls_of_a_whole_run(tmp_path) + 1, STEP):
        path = tmp_path / str(at) / "library.json"
        with monkeypatch.context() as patch:
            watch = watched(path.parent, patch)
            watch.fails = failing(at, code)
            states = work(path, watch)
        with opened(path) as again:
            assert texts(again) in states, f"call {at}"
        if failing is once and len(states) < 9:  # 9: it could not be read to begin with, and is left alone
            assert len(states) == 1, f"call {at}: one fault is made good by the next save"


def test_a_full_disk_is_said_plainly_and_made_good_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = opened(filled(tmp_path / "library.json", 2))
    watch = watched(tmp_path, monkeypatch)
    watch.fails = for_good(1)
    library.put("notes", note("n8", "typed on a full disk"))
    library.put("notes", note("n9", "and more"))
    assert library.state.cause is NotSavedCause.FULL
    assert library.state.waiting == 2
    assert "disk is full" in library.state.sentence
    assert texts(library)["n9"] == "and more"
    watch.fails = once(0)
    assert library.retry().saved
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert sorted(texts(again)) == ["n0", "n1", "n8", "n9"]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system's own limit, which cuts a write short and then refuses it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", [0, 1, 10, 90, 200])
def test_a_write_cut_short_by_the_system_leaves_no_trace(room: int, tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    library = opened(path)
    library.put("notes", note("n5", "acknowledged"))
    size = (tmp_path / "library.json.journal").stat().st_size
    with files_no_larger_than(size + room):
        library.put("notes", note("n6", "too much " * 50))
        assert library.state.cause is NotSavedCause.FULL
    killed(library)
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert texts(again)["n5"] == "acknowledged"
        assert "n6" not in texts(again)


def test_the_library_tries_again_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[SaveState] = []
    safe = threading.Event()

    def listen(state: SaveState) -> None:
        heard.append(state)
        if state.saved_up_to == 1:
            safe.set()

    library = opened(tmp_path / "library.json", retry_seconds=0.01, listener=listen)
    watch = watched(tmp_path, monkeypatch)
    watch.fails = for_good(1, errno.EIO)
    library.put("notes", note("n1"))
    assert heard[-1].cause is NotSavedCause.BROKEN
    watch.fails = once(0)
    assert safe.wait(10)
    killed(library)


def test_another_place_takes_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "library.json", 2)
    before = path.read_bytes()
    library = opened(path)
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = for_good(1, errno.EROFS)
        library.put("notes", note("n9", "kept elsewhere"))
        assert library.state.cause is NotSavedCause.READ_ONLY
    assert library.move_to(tmp_path / "elsewhere" / "library.json").saved
    library.close()
    assert path.read_bytes() == before
    assert len(plain(tmp_path / "elsewhere" / "library.json")["notes"]) == 3


def test_moving_never_writes_over_a_file(tmp_path: Path) -> None:
    other = filled(tmp_path / "other.json")
    with opened(tmp_path / "library.json") as library, pytest.raises(FileExistsError):
        library.move_to(other)


def test_a_folder_that_vanished_is_said_and_the_library_goes_on_in_memory(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    library = opened(filled(folder / "library.json", 2))
    folder.rename(tmp_path / "pulled out")
    folder.write_text("not a folder")
    library.put("notes", note("n9", "while it is gone"))
    assert library.state.cause is NotSavedCause.GONE
    folder.unlink()
    (tmp_path / "pulled out").rename(folder)
    assert library.retry().saved
    killed(library)
    with opened(folder / "library.json") as again:
        assert texts(again)["n9"] == "while it is gone"


def test_a_file_that_may_not_be_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "library.json", 2)
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = lambda number, call: errno.EACCES if call == "open" else 0
        library = opened(path)
    assert library.open_report.opened is OpenOutcome.UNREADABLE
    assert "does not allow" in library.open_report.sentence
    library.put("notes", note("n9"))
    assert not library.state.saved
    library.close()
    assert path.read_bytes() == before


def test_a_library_in_a_read_only_folder_opens_and_says_what_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "library.json", 2)
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = lambda number, call: 0 if call == "open" else errno.EROFS
        library = opened(path)
        assert library.open_report.opened is OpenOutcome.NOT_SAVED
        assert "cannot save to this folder" in library.open_report.sentence
        assert len(texts(library)) == 2
        library.put("notes", note("n9"))
        assert library.state.cause is NotSavedCause.READ_ONLY
        assert not library.close().saved
    assert path.read_bytes() == before
    killed(library)


def test_a_library_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 2))
    other = filled(tmp_path / "elsewhere" / "library.json", 4).read_bytes()
    (tmp_path / "library.json").write_bytes(other)
    library.put("notes", note("n9", "mine"))
    assert library.state.cause is NotSavedCause.CHANGED
    assert (tmp_path / "library.json").read_bytes() == other
    assert library.close().saved
    (kept,) = tmp_path.glob("library (changed elsewhere *).json")
    assert kept.read_bytes() == other
    assert len(plain(tmp_path / "library.json")["notes"]) == 3


@pytest.mark.parametrize("name", ["library.json.journal", "library.json.lock", "library.json"])
def test_a_file_deleted_behind_our_back_comes_back(name: str, tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 2))
    library.put("notes", note("n8"))
    (tmp_path / name).unlink()
    library.put("notes", note("n9"))
    assert library.state.saved
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert sorted(texts(again)) == ["n0", "n1", "n8", "n9"]


def test_a_strange_journal_is_not_written_over(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 2))
    journal = tmp_path / "library.json.journal"
    shutil.copy(journal, tmp_path / "other")
    (tmp_path / "other").write_text("somebody else's\n")
    (tmp_path / "other").replace(journal)
    library.put("notes", note("n9"))
    assert library.state.saved
    assert any(each.read_text() == "somebody else's\n" for each in tmp_path.glob("*.journal*"))
    killed(library)


def test_closing_an_unsaved_library_says_so_and_keeps_it_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library: LibraryFile = opened(tmp_path / "library.json")
    with monkeypatch.context() as patch:
        watched(tmp_path, patch).fails = for_good(1)
        library.put("notes", note("n1"))
        assert not library.close().saved
    assert library.close().saved
    assert plain(tmp_path / "library.json")["notes"] == {"1": note("n1")}
