"""Dated copies, checked when made, kept by a stated rule, and restored so that it can be undone."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from formats.library import disk
from formats.library.backups import Backup, Backups, backups_to_keep
from formats.library.base_file import ContentDigest
from formats.library.conflicts import set_aside_files
from formats.library.erasing import erase_everywhere
from formats.library.restoring import BackupError, restore
from formats.library.status import NotSavedCause, OpenOutcome
from tests.library.builders import NOON, filled, note, opened, texts


def test_a_clean_close_leaves_a_copy_that_reads_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    backups = Backups.of(path)
    (backup,) = backups.all()
    assert backups.read(backup) == path.read_bytes()
    assert backup.made == NOON
    assert backups.size() == backup.path.stat().st_size


def test_closing_an_unchanged_library_makes_no_second_copy(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    opened(path, now=lambda: NOON + timedelta(days=1)).close()
    assert len(Backups.of(path).all()) == 1


def test_a_damaged_copy_is_not_believed(tmp_path: Path) -> None:
    backups = Backups.of(filled(tmp_path / "library.json"))
    (backup,) = backups.all()
    content = backup.path.read_bytes()
    for at in range(0, len(content), 7):
        backup.path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        found = backups.read(backup)
        assert found is None or str(ContentDigest(found)) == backup.name
    for end in range(0, len(content), 7):
        backup.path.write_bytes(content[:end])
        assert backups.read(backup) is None
    assert backups.newest() is None


def test_the_rule_keeps_two_days_whole_then_days_weeks_and_months() -> None:
    hourly = [
        Backup(NOON - timedelta(hours=hours), f"{hours}", Path(str(hours))) for hours in range(0, 24 * 900, 3)
    ]
    left = backups_to_keep(hourly, NOON)
    ages = sorted(NOON - each.made for each in left)
    assert sum(age <= timedelta(days=2) for age in ages) == 17
    assert sum(timedelta(days=2) < age <= timedelta(days=14) for age in ages) in (11, 12, 13)
    assert 17 + 11 < len(left) <= 17 + 14 + 12 + 24
    assert timedelta(days=650) < ages[-1] < timedelta(days=745)
    assert backups_to_keep(left, NOON) == left


def test_copies_that_are_too_old_go_when_a_new_one_is_made(tmp_path: Path) -> None:
    backups = Backups.of(tmp_path / "library.json")
    for days in range(40):
        for hours in (0, 2):
            backups.make(f"{days} {hours}".encode(), NOON + timedelta(days=days, hours=hours))
    left = backups.all()
    assert len(left) < 35
    assert {each.path for each in left} == set(backups.folder.iterdir())


def test_a_backup_is_restored_and_that_can_be_undone(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    (old,) = Backups.of(path).all()
    later = datetime(2026, 3, 9, tzinfo=UTC)
    with opened(path, now=lambda: later) as library:
        library.put("notes", note("n9", "since then"))
        done = restore(library, old)
        assert done.state.saved
        assert sorted(texts(library)) == ["n0", "n1"]
        library.put("notes", note("n5", "after restoring"))
        assert restore(library, done.before).state.saved
        assert sorted(texts(library)) == ["n0", "n1", "n9"]
        assert library.db.table("notes").search(lambda each: each["id"] == "n9")
    with opened(path) as again:
        assert sorted(texts(again)) == ["n0", "n1", "n9"]


def test_a_damaged_or_newer_backup_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with TinyDB(tmp_path / "newer.json") as db:
        db.table("_meta").insert({"id": "library", "schema": 99})
    backups = Backups.of(path)
    newer = backups.make((tmp_path / "newer.json").read_bytes(), NOON)
    damaged = backups.make(b"{}", NOON + timedelta(hours=1))
    damaged.path.write_bytes(b"no more")
    with opened(path) as library:
        for backup in (newer, damaged):
            with pytest.raises(BackupError, match="Nothing was changed"):
                restore(library, backup)
        assert sorted(texts(library)) == ["n0", "n1"]


@pytest.mark.parametrize("name", ["n" * 235 + ".json", "n" * 250 + ".json", "é" * 117 + ".json", "n" * 255])
def test_a_library_with_a_very_long_name_has_all_that_others_have(name: str, tmp_path: Path) -> None:
    path = filled(tmp_path / name, 2)
    assert len(Backups.of(path).all()) == 1
    path.write_bytes(path.read_bytes()[:-300])
    with opened(path) as library:
        assert library.open_report.opened is OpenOutcome.RECOVERED
        assert library.open_report.set_aside[0] in set_aside_files(path)
        assert len(texts(library)) == 2
        assert erase_everywhere(library, "s1").unreachable == ()
    assert all(len(each.name.encode()) <= 255 for each in tmp_path.rglob("*"))


def test_a_copy_that_does_not_read_back_is_not_called_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = opened(filled(tmp_path / "library.json", 1))
    library.put("notes", note("n9"))
    write = disk.write_whole

    def careless(path: Path, parts: Iterable[bytes]) -> None:
        content = b"".join(parts)
        write(path, [content[:-9] if path.suffix == ".gz" else content])

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_whole", careless)
        assert library.close().saved
    assert library.backup_cause is NotSavedCause.BROKEN
