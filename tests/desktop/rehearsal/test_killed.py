"""Killed at any moment, the library opens, holds what was told as saved, and the session goes on."""

import random
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.events import Moved
from formats.session.progress import Progress
from tests.desktop.rehearsal.conftest import CLEARING, SAMPLE, without_screen
from tests.waiting import wait_until

KILLS = 10
SPEED = 1000


def now() -> datetime:
    return datetime(2023, 2, 23, 18, tzinfo=UTC)


def written(library: Path) -> int:
    """How much has been written to the library so far, its journal included."""
    return sum(file.stat().st_size for file in library.parent.glob(f"{library.name}*") if file.exists())


def lines_until_killed(home: Path, library: Path, lines: int, more: int) -> list[str]:
    """Rehearses until this many stages were told, and so many bytes more were written, then kills."""
    command = [*CLEARING, "rehearse", SAMPLE, "--library", library, "--speed", SPEED]
    running = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, text=True, env=without_screen(home))
    assert running.stdout is not None
    told = [running.stdout.readline() for _ in range(lines)]
    size = written(library) + more
    wait_until(lambda: written(library) >= size or running.poll() is not None)
    running.kill()
    told += running.stdout.readlines()
    running.wait()
    return [line for line in told if ": planned " in line]


@pytest.mark.parametrize("kill", range(KILLS))
def test_everything_told_as_saved_is_there_after_a_kill(kill: int, tmp_path: Path) -> None:
    dice = random.Random(kill)
    library = tmp_path / "library.json"

    told = lines_until_killed(tmp_path, library, lines=dice.randint(1, 9), more=dice.randrange(4_000))

    with open_library(library, now=now, retry_seconds=None) as file:
        repository = SessionRepository(file)
        (card,) = repository.cards()
        session = repository.session(card.id)
    assert session is not None
    moves = [event for event in session.events if isinstance(event, Moved)]
    notes = sum(int(line.rsplit(", ", 1)[1].split()[0]) for line in told if "note" in line.rsplit(", ", 1)[1])
    assert len(moves) >= len(told) - 1
    assert len(session.notes) >= notes
    if card.progress is Progress.RUNNING:
        assert session.position.current is not None
        assert session.position.current == session.agenda.stages[len(moves)].key
