"""What a call returned from is on the disk, and nothing else changes."""

import json
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from formats.library.file import LibraryFile
from formats.library.opening import read_library
from formats.library.status import NotSavedCause, OpenOutcome, SaveState
from tests.library.builders import filled, killed, noon, note, opened, plain, texts


def test_a_first_library_is_made_with_its_folders(tmp_path: Path) -> None:
    with opened(tmp_path / "new" / "folder" / "library.json") as library:
        assert library.open_report.opened is OpenOutcome.CREATED
        assert library.open_report.sentence == ""
        assert library.state.saved


@pytest.fixture
def careless_umask() -> Iterator[None]:
    """A system that lets everybody read what is made."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless_umask")
def test_files_and_folders_are_for_the_owner_alone(tmp_path: Path) -> None:
    folder = filled(tmp_path / "mine" / "library.json").parent
    everything = [folder, *folder.rglob("*")]
    assert {stat.S_IMODE(each.stat().st_mode) for each in everything if each.is_file()} == {0o600}
    assert {stat.S_IMODE(each.stat().st_mode) for each in everything if each.is_dir()} == {0o700}


def test_a_note_survives_the_end_of_the_process(tmp_path: Path) -> None:
    library = opened(tmp_path / "library.json")
    library.put("notes", note("n1", "An idea"))
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert texts(again) == {"n1": "An idea"}


def test_putting_the_same_id_again_replaces_the_record(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        library.put("notes", note("n1", "first", colour="blue"))
        library.put("notes", note("n1", "second"))
        assert library.all("notes") == [note("n1", "second")]


def test_a_removed_note_stays_removed(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 3))
    library.remove("notes", "n1")
    library.remove("notes", "never was")
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert sorted(texts(again)) == ["n0", "n2"]


def test_after_a_clean_exit_plain_tinydb_reads_every_table(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with TinyDB(path) as db:
        assert db.tables() == {"_meta", "notes", "sessions"}
        assert db.table("notes").get(where("id") == "n1") == note("n1", "Note 1, café")
    assert path.read_bytes().isascii()


def test_a_library_edited_with_plain_tinydb_is_taken_as_it_is_and_kept_as_found(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with TinyDB(path) as db:
        db.table("notes").update({"text": "By hand"}, where("id") == "n1")
    found = path.read_bytes()
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.CHANGED
        assert texts(library)["n1"] == "By hand"
        assert library.open_report.set_aside[0].read_bytes() == found


def change_three_and_fail(library: LibraryFile) -> None:
    with library.saving():
        library.put("notes", note("n1", "changed"))
        library.put("people", {"id": "p1", "name": "Beth"})
        library.remove("notes", "n0")
        raise KeyError


def test_several_changes_are_one_save_or_none(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 2))
    before, number = library.snapshot(), library.last_save
    with pytest.raises(KeyError):
        change_three_and_fail(library)
    assert library.snapshot() == before
    assert [list(table) for table in library.snapshot().values()] == [list(table) for table in before.values()]
    assert library.last_save == number
    with library.saving():
        library.put("notes", note("n1", "changed"))
        library.remove("notes", "n0")
    assert library.last_save == number + 1
    library.close()


def test_changes_made_through_tinydb_are_saved_alike(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 3))
    library.db.table("notes").update({"text": "all alike"})
    library.db.table("notes").remove(where("id") == "n2")
    library.db.drop_table("sessions")
    library.put("notes", note("n3"))
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert texts(again) == {"n0": "all alike", "n1": "all alike", "n3": "Ask the network"}
        assert again.all("sessions") == []


def test_what_is_handed_out_by_tinydb_cannot_change_the_library(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        mine = note("n1", links=["one"])
        library.put("notes", mine)
        mine["links"].append("after saving")
        library.db.table("notes").all()[0]["links"].append("after reading")
        assert library.get("notes", "n1") == note("n1", links=["one"])


def test_what_json_cannot_hold_is_refused_before_anything_changes(tmp_path: Path) -> None:
    with opened(tmp_path / "library.json") as library:
        with pytest.raises(TypeError):
            library.put("notes", note("n1", when=noon()))
        assert library.all("notes") == []


def test_a_save_that_does_not_wait_is_on_the_disk_soon(tmp_path: Path) -> None:
    durable = threading.Event()
    states: list[SaveState] = []

    def heard(state: SaveState) -> None:
        states.append(state)
        if state.saved_up_to == 1:
            durable.set()

    library = opened(tmp_path / "library.json", listener=heard)
    with library.saving(wait=False):
        library.put("drafts", {"id": "d1", "note": note("n1", "half a sen")})
    assert library.get("drafts", "d1") is not None
    assert durable.wait(10)
    assert states[-1].saved
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert again.get("drafts", "d1") == {"id": "d1", "note": note("n1", "half a sen")}


def test_saves_that_wait_and_saves_that_do_not_keep_their_order(tmp_path: Path) -> None:
    library = opened(tmp_path / "library.json")
    for number in range(50):
        with library.saving(wait=number % 7 == 0):
            library.put("notes", note("n1", str(number)))
    assert library.flush().saved
    killed(library)
    with opened(tmp_path / "library.json") as again:
        assert texts(again) == {"n1": "49"}


def test_a_second_opening_reads_and_never_writes(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as first:
        first.put("notes", note("n9", "while open"))
        before = {each.name: each.read_bytes() for each in tmp_path.glob("*.*")}
        with opened(path) as second:
            assert second.open_report.opened is OpenOutcome.READ_ONLY_HELD
            assert texts(second)["n9"] == "while open"
            second.put("notes", note("n8"))
            assert second.state.cause is NotSavedCause.HELD
        assert {each.name: each.read_bytes() for each in tmp_path.glob("*.*")} == before


def test_a_library_can_be_read_while_a_window_holds_it(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        library.put("notes", note("n9", "just now"))
        assert texts(read_library(path, now=noon))["n9"] == "just now"


def test_reading_where_there_is_no_library_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_library(tmp_path / "library.json", now=noon)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_library_is_read_and_not_rewritten(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with TinyDB(path) as db:
        db.table("_meta").update({"schema": 99})
    found = path.read_bytes()
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.READ_ONLY_NEWER
        assert "newer version of Clearing" in library.open_report.sentence
        library.put("notes", note("n1", "changed"))
        assert library.state.cause is NotSavedCause.NEWER
    assert path.read_bytes() == found


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    before = path.stat().st_mtime_ns, path.read_bytes()
    opened(path).close()
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_the_journal_says_in_plain_json_what_was_saved(tmp_path: Path) -> None:
    library = opened(tmp_path / "library.json")
    library.put("notes", note("n1"))
    line = (tmp_path / "library.json.journal").read_text().splitlines()[1]
    assert json.loads(line[9:]) == {"n": 1, "put": {"notes": {"1": note("n1")}}}
    library.close()
    assert plain(tmp_path / "library.json")["notes"] == {"1": note("n1")}
