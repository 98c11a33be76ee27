"""Copies that a sync service makes are noticed, and places where it would are named."""

from pathlib import Path

import pytest

from formats.library.conflicts import sync_warning
from tests.library.builders import filled, opened

NAMES = [
    "library (Ana's conflicted copy 2026-03-04).json",
    "library.sync-conflict-20260304-120000-ABCDEF.json",
    "library (1).json",
    "Copy of library.json",
    "library - Copy.json",
    "library (In Konflikt stehende Kopie).json",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_conflict_copy_is_named_in_the_opening_report(name: str, tmp_path: Path) -> None:
    path = filled(tmp_path / "library.json")
    (tmp_path / name).write_bytes(b"{}")
    with opened(path) as library:
        assert [each.name for each in library.open_report.conflict_copies] == [name]
        assert f"“{name}”" in library.open_report.message
        assert "“library.json”" in library.open_report.message


def test_files_that_we_set_aside_are_not_taken_for_conflicts(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.write_bytes(b"damaged")
    opened(path).close()
    with opened(path) as library:
        assert library.open_report.conflict_copies == ()


@pytest.mark.parametrize(
    "folder",
    ["Users/Ana/OneDrive - Network", "home/ana/Dropbox", "Users/ana/Documents", "Users/ana/Desktop/x"],
)
def test_a_folder_that_is_synced_is_named(folder: str) -> None:
    assert "sync service" in sync_warning(Path("/") / folder / "library.json")


def test_the_usual_folder_needs_no_warning() -> None:
    assert sync_warning(Path("/home/ana/.local/share/Clearing/library.json")) == ""
