"""Signal 9 at random moments, and two processes at once."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from formats.library.status import NotSavedCause, OpenOutcome
from tests.library.builders import killed, note, opened, texts

KILLS = int(os.environ.get("CLEARING_KILLS", "12"))
SAVES = max(500, 40 * KILLS)  # acknowledged before that many kills are enough
MOST_BEFORE_A_KILL = 120
ROOT = Path(__file__).parents[2]


@contextmanager
def saving(path: Path, start: int = 0) -> Iterator["subprocess.Popen[str]"]:
    """Another process that saves to the library until it is killed."""
    command = [sys.executable, "-m", "tests.library.saving_process", str(path), str(start)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_no_acknowledged_save_is_lost_by_signal_nine(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    chance = random.Random(9)
    acknowledged = saves = kills = 0
    while kills < KILLS or saves < SAVES:
        kills += 1
        with saving(path, acknowledged + 1) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            lines = [process.stdout.readline() for _ in range(chance.randint(1, MOST_BEFORE_A_KILL))]
            process.kill()
            lines += process.stdout.read().split()
            said = [int(line) for line in lines if line.strip().isdigit()]
        saves += len(said)
        acknowledged = max([acknowledged, *said])
        library = opened(path)
        assert library.open_report.opened is OpenOutcome.SOUND
        newest = max(map(int, texts(library).values()))
        assert newest in (acknowledged, acknowledged + 1)
        acknowledged = newest
        killed(library)


def test_two_processes_never_write_one_library(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with saving(path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        library = opened(path)
        assert library.open_report.opened is OpenOutcome.READ_ONLY_HELD
        library.put("notes", note("n1"))
        assert library.state.cause is NotSavedCause.HELD
        library.close()
    with opened(path) as again:
        assert again.open_report.opened is OpenOutcome.SOUND
        assert "Ask the network" not in texts(again).values()


def test_the_other_process_finds_it_held_too(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with opened(path), saving(path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "read-only\n"


def test_a_lock_left_by_a_crash_shuts_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with saving(path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        other.kill()
        other.wait()
        assert (tmp_path / "library.json.lock").exists()
        with opened(path) as library:
            assert not library.open_report.read_only
