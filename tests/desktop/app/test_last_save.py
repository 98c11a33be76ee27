"""The last save goes on behind the closed window; a small one says so where it takes long, and nothing is lost."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.app.last_save import LastSave
from desktop.look import Look
from formats.library.file import LibraryFile
from formats.library.lock import is_held
from formats.library.opening import open_library
from tests.desktop.conftest import StandingClock


@pytest.fixture
def file(library_path: Path, clock: StandingClock) -> LibraryFile:
    """A library with something in it that is not in its plain file yet."""
    made = open_library(library_path, now=clock.now, retry_seconds=None)
    made.put("_ours", {"id": "one", "said": "kept"})
    return made


def test_all_is_in_the_plain_file_and_in_a_backup_and_the_library_is_free(
    file: LibraryFile, look: Look, clock: StandingClock
) -> None:
    assert LastSave(file, look).write().saved
    assert "kept" in file.path.read_text("utf-8")
    assert len(file.backups.all()) == 1
    assert not is_held(file.path)


def test_where_it_takes_long_a_small_window_says_so_until_it_is_done(file: LibraryFile, look: Look) -> None:
    last, seen = LastSave(file, look), list[QWidget]()
    slow = ExitStack()
    slow.enter_context(file.saving(wait=False))
    patience = QTimer(interval=5)

    def go_on_once_it_is_seen() -> None:
        if last.notice is not None and last.notice.isVisible():
            seen.append(last.notice)
            patience.stop()
            slow.close()

    patience.timeout.connect(go_on_once_it_is_seen)
    patience.start()
    assert last.write().saved
    assert [window.isVisible() for window in seen] == [False]


def test_what_cannot_be_written_is_told_and_nobody_waits_for_ever(file: LibraryFile, look: Look) -> None:
    file.path.unlink(missing_ok=True)
    file.path.mkdir()
    assert not LastSave(file, look).write().saved
    file.abandon()
