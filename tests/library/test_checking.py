"""What `clearing check` says of a library, and what a repair keeps."""

from pathlib import Path

from tinydb import TinyDB

from formats.language import speaking
from formats.language.pseudo import ACCENTED
from formats.library.checking import FaultyPart, check, repair
from formats.library.status import OpenOutcome
from tests.library.builders import filled, killed, noon, note, opened, without_backups
from tests.translation.brackets import outside_brackets


def test_a_sound_library_is_sound_and_counted(tmp_path: Path) -> None:
    report = check(filled(tmp_path / "library.json", 3))
    assert report.exit_code == 0
    assert report.records == {"sessions": 1, "notes": 3}
    assert (report.version, report.waiting, report.backups) == (1, 0, 1)


def test_a_library_that_a_window_holds_can_be_checked(tmp_path: Path) -> None:
    with opened(filled(tmp_path / "library.json", 3)) as library:
        library.put("notes", note("n9"))
        report = check(tmp_path / "library.json")
        assert report.sound
        assert report.waiting == 1
        assert report.records["notes"] == 4


def test_damage_is_said_and_nothing_is_changed(tmp_path: Path) -> None:
    path = without_backups(filled(tmp_path / "library.json", 3))
    path.write_bytes(path.read_bytes()[:-250])
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    report = check(path)
    assert report.exit_code == 1
    assert "damaged" in report.faults[0]
    assert report.records["notes"] == 2
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_what_is_damaged_is_said_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 3)
    next((tmp_path / "backups").iterdir()).write_bytes(b"")
    path.write_bytes(path.read_bytes()[:-250])
    with speaking(ACCENTED):
        report = check(path)
    assert {fault.part for fault in report.found} == {FaultyPart.FILES, FaultyPart.BACKUP}
    assert outside_brackets("\n".join((*report.faults, *report.remarks))) == ""


def test_a_repair_keeps_what_the_check_promised(tmp_path: Path) -> None:
    path = without_backups(filled(tmp_path / "library.json", 3))
    path.write_bytes(path.read_bytes()[:-250])
    promised = check(path).records
    standing, report = repair(path, now=noon)
    assert standing.opened is OpenOutcome.RECOVERED
    assert report.sound
    assert report.records == promised
    assert any("set aside" in remark for remark in report.remarks)


def test_a_missing_library_and_a_damaged_backup_are_faults(tmp_path: Path) -> None:
    assert check(tmp_path / "nothing.json").faults == ("There is no data file here.",)
    path = filled(tmp_path / "library.json")
    next((tmp_path / "backups").iterdir()).write_bytes(b"")
    assert check(path).exit_code == 1


def test_records_that_are_there_twice_are_a_fault(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with TinyDB(path) as db:
        db.table("notes").insert(note("n1", "again"))
    report = check(path)
    assert report.faults[-1] == "Entry 2 of “notes” (n1) has a mistake: another entry has the same id."
    assert "Another program changed" in report.remarks[0]


def test_a_damaged_journal_is_a_fault(tmp_path: Path) -> None:
    library = opened(filled(tmp_path / "library.json", 2))
    for number in range(3):
        library.put("notes", note(f"n{number}"))
    killed(library)
    journal = tmp_path / "library.json.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + b"x" * 30 + b"\n" + b"".join(lines[2:]))
    assert check(tmp_path / "library.json").exit_code == 1
