"""Back to an earlier day and forth again: what is restored, what is kept first, and what is refused."""

from datetime import timedelta
from pathlib import Path

import pytest

from formats.library.backups import Backup
from formats.library.base_file import encode_tables, read_base
from formats.library.file import LibraryFile
from formats.library.restoring import BackupError, restore
from formats.library.upgrades import current_version, version_of
from tests.library.builders import NOON, filled, note, opened, records, texts


def backup_of(library: LibraryFile, hours_ago: int = 24) -> Backup:
    """A backup of the library as it is now."""
    content = b"".join(encode_tables(library.snapshot()))
    return library.backups.make(content, NOON - timedelta(hours=hours_ago))


def content(library: LibraryFile) -> dict[str, object]:
    """All records, by table and id."""
    return dict(records(library.snapshot()))


def test_the_library_is_what_it_was_and_the_next_start_finds_it_so(tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json", 2)
    with opened(path) as library:
        was, backup = content(library), backup_of(library)
        library.put("notes", note("n9", "since then"))
        library.put("people", {"id": "p1", "name": "Zoë"})
        library.remove("notes", "n0")
        done = restore(library, backup)
        assert done.state.saved
        assert content(library) == was
    with opened(path) as again:
        assert content(again) == was


def test_what_it_was_before_is_kept_first_and_undoes_it(tmp_path: Path) -> None:
    with opened(filled(tmp_path / "library.json", 2)) as library:
        backup = backup_of(library)
        library.put("notes", note("n9", "since then"))
        before = content(library)
        done = restore(library, backup)
        assert done.before in library.backups.all()
        assert done.before.made == NOON
        assert "n9" not in texts(library)
        restore(library, done.before)
        assert content(library) == before


def test_a_backup_of_an_older_clearing_is_brought_up_to_date(tmp_path: Path) -> None:
    (old_library,) = sorted((Path(__file__).parent / "old").glob("*1*.json"))[:1]
    with opened(filled(tmp_path / "library.json", 1)) as library:
        backup = library.backups.make(old_library.read_bytes(), NOON - timedelta(days=1))
        restore(library, backup)
        assert version_of(library.snapshot()) == current_version()


@pytest.mark.parametrize("damage", [b"", b"no more", b"\x1f\x8b\x08\x00"])
def test_a_damaged_backup_is_refused_and_no_backup_is_made_for_it(tmp_path: Path, damage: bytes) -> None:
    with opened(filled(tmp_path / "library.json", 1)) as library:
        backup = backup_of(library)
        backup.path.write_bytes(damage)
        before, copies = content(library), library.backups.all()
        with pytest.raises(BackupError, match="damaged and was not restored"):
            restore(library, backup)
        assert content(library) == before
        assert library.backups.all() == copies


def test_a_backup_of_a_newer_clearing_is_refused_and_one_of_this_is_not(tmp_path: Path) -> None:
    with opened(filled(tmp_path / "library.json", 1)) as library:
        tables = library.snapshot()
        (row,) = tables["_meta"]
        for ahead in (0, 1):
            meta = {**tables["_meta"][row], "schema": current_version() + ahead}
            newer = b"".join(encode_tables({**tables, "_meta": {row: meta}}))
            assert version_of(read_base(newer).tables) == current_version() + ahead
            backup = library.backups.make(newer, NOON - timedelta(days=1 + ahead))
            if not ahead:
                assert restore(library, backup).state.saved
                continue
            copies = library.backups.all()
            with pytest.raises(BackupError, match="newer version of Clearing and was not restored"):
                restore(library, backup)
            assert library.backups.all() == copies
