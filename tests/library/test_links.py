"""A library behind a link is locked and written where it really is, and the link stays a link."""

import errno
import os
from pathlib import Path

import pytest

from formats.library.checking import check
from formats.library.disk import has_links_elsewhere, write_over
from formats.library.status import NotSavedCause, OpenOutcome
from tests.library.builders import filled, killed, note, opened, plain, texts, without_backups
from tests.library.disk_model import for_good, once, watched


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A library in a folder of its own."""
    return filled(tmp_path / "real" / "library.json", 2)


@pytest.fixture
def symlink(real: Path, tmp_path: Path) -> Path:
    """A symbolic link to it from another folder, under another name."""
    link = tmp_path / "shortcut.json"
    link.symlink_to(real)
    return link


@pytest.fixture
def hard_link(real: Path, tmp_path: Path) -> Path:
    """A second name of the same file in another folder."""
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "notes.json"
    os.link(real, link)
    return link


def test_a_symbolic_link_stays_one_and_all_files_lie_where_the_library_is(real: Path, symlink: Path) -> None:
    with opened(symlink) as library:
        library.put("notes", note("n9", "through the link"))
    assert symlink.is_symlink()
    assert texts_in(real)["n9"] == "through the link"
    assert [each.name for each in symlink.parent.iterdir() if each.is_file()] == [symlink.name]
    assert check(symlink).sound


def test_a_library_opened_through_a_symbolic_link_is_held_for_all(real: Path, symlink: Path) -> None:
    with opened(symlink) as library, opened(real) as second:
        assert second.open_report.opened is OpenOutcome.READ_ONLY_HELD
        library.put("notes", note("n9"))
    assert "n9" in texts_in(real)


def test_a_link_to_nothing_begins_a_library_where_it_leads(tmp_path: Path) -> None:
    link = tmp_path / "library.json"
    link.symlink_to(tmp_path / "stick" / "kept.json")
    with opened(link) as library:
        library.put("notes", note("n1"))
    assert link.is_symlink()
    assert texts_in(tmp_path / "stick" / "kept.json") == {"n1": "Ask the network"}


def test_a_hard_link_stays_one_and_both_names_have_what_was_saved(real: Path, hard_link: Path) -> None:
    with opened(real) as library:
        library.put("notes", note("n8", "by one name"))
    with opened(hard_link) as library:
        assert library.open_report.opened is OpenOutcome.SOUND
        library.put("notes", note("n9", "by the other"))
    assert real.samefile(hard_link)
    assert sorted(texts_in(real)) == ["n0", "n1", "n8", "n9"]
    with opened(real) as again:
        assert sorted(texts(again)) == ["n0", "n1", "n8", "n9"]


def test_a_library_opened_by_one_of_its_names_is_held_under_the_other(real: Path, hard_link: Path) -> None:
    with opened(real) as library:
        second = opened(hard_link)
        assert second.open_report.opened is OpenOutcome.READ_ONLY_HELD
        library.put("notes", note("n9"))
        assert library.state.saved
    killed(second)


def test_saves_in_the_journal_of_one_name_are_there_again_when_it_is_opened_by_that_name(
    real: Path, hard_link: Path
) -> None:
    """No system tells in which folder a file has other names, so a journal is found beside its own name only."""
    library = opened(real)
    library.put("notes", note("n8", "before a crash"))
    killed(library)
    with opened(hard_link) as library:
        library.put("notes", note("n9", "by the other name"))
    with opened(real) as again:
        assert sorted(texts(again)) == ["n0", "n1", "n8", "n9"]
    assert sorted(texts_in(hard_link)) == ["n0", "n1", "n8", "n9"]


def test_a_name_under_which_it_was_kept_aside_does_not_make_it_a_linked_file(real: Path) -> None:
    os.link(real, real.with_name("library (damaged 2026-03-04 12-00-00).json"))
    assert not has_links_elsewhere(real)
    os.link(real, real.with_name("mine.json"))
    assert has_links_elsewhere(real)


def test_two_names_in_one_folder_are_one_library(real: Path) -> None:
    second = real.with_name("second name.json")
    os.link(real, second)
    library = opened(real)
    library.put("notes", note("n9", "before a crash"))
    killed(library)
    with opened(second) as again:
        assert texts(again)["n9"] == "before a crash"
    assert real.samefile(second)


def test_whatever_call_fails_both_names_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at, calls = -1, 0  # the first run fails nowhere and counts
    while at < calls:
        at += 1
        path = without_backups(filled(tmp_path / str(at) / "library.json", 2))
        os.link(path, path.with_name("linked.json"))
        library = opened(path)
        library.put("notes", note("n9", "acknowledged"))
        with monkeypatch.context() as patch:
            watch = watched(path.parent, patch)
            watch.fails = for_good(at, errno.EIO) if at else once(0)
            library.close()
            calls = max(calls, watch.calls)
            watch.fails = once(0)
            killed(library)
        with opened(path.with_name("linked.json")) as again:
            assert sorted(texts(again)) == ["n0", "n1", "n9"], at
        assert path.samefile(path.with_name("linked.json"))
    assert calls > 10


def test_a_damaged_file_with_two_names_is_kept_aside_as_a_file_of_its_own(real: Path, hard_link: Path) -> None:
    damaged = real.read_bytes()[:-300]
    with real.open("r+b") as file:
        file.truncate(len(damaged))
    with opened(hard_link) as library:
        (kept, *_) = library.open_report.set_aside
        library.put("notes", note("n9"))
    assert kept.read_bytes() == damaged
    assert real.samefile(hard_link)


def test_a_file_kept_aside_as_a_link_keeps_what_was_in_it(real: Path, hard_link: Path) -> None:
    """As a crash leaves it: set aside by a link, and not replaced yet."""
    kept = real.with_name("library (as found 2026-01-01 00-00-00).json")
    os.link(real, kept)
    before = real.read_bytes()
    with opened(real) as library:
        library.put("notes", note("n9"))
    assert kept.read_bytes() == before
    assert "n9" in texts_in(hard_link)


def texts_in(path: Path) -> dict[str, str]:
    return {each["id"]: each["text"] for each in plain(path)["notes"].values()}


def test_what_is_written_over_is_on_the_disk_before_anything_else_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.json"
    path.write_bytes(b"before")
    with monkeypatch.context() as patch:
        watch = watched(tmp_path, patch)
        write_over(path, b"after")
    assert [act.what for act in watch.acts] == ["cut", "write", "sync"]


def test_a_library_that_got_another_name_meanwhile_and_is_held_by_it_is_not_written_anew(
    real: Path, tmp_path: Path
) -> None:
    with opened(real) as library:
        library.put("notes", note("n8"))
        link = tmp_path / "other.json"
        os.link(real, link)
        with opened(link) as other:
            assert not other.open_report.read_only
            before = real.read_bytes()
            assert library.compact().cause is NotSavedCause.HELD
            assert real.read_bytes() == before
            assert texts(library)["n8"] == note("n8")["text"]
        assert library.compact().saved
