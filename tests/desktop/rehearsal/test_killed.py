"""Killed at any moment, the library opens, holds what was told as saved, and the session goes on."""

import random
import signal
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats.library.opening import open_library
from formats.library.repository import Progress, SessionRepository
from formats.session.events import Moved
from tests.desktop.rehearsal.conftest import CLEARING, SAMPLE, without_screen

KILLS = 10
SPEED = 1000


def now() -> datetime:
    return datetime(2023, 2, 23, 18, tzinfo=UTC)


def lines_until_killed(home: Path, library: Path, lines: int, delay: float) -> list[str]:
    """Rehearses until this many stages were told, and a little longer, then kills."""
    command = [*CLEARING, "rehearse", SAMPLE, "--library", library, "--speed", SPEED]
    running = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, text=True, env=without_screen(home))
    assert running.stdout is not None
    told = [running.stdout.readline() for _ in range(lines)]
    time.sleep(delay)
    running.send_signal(signal.SIGKILL)
    told += running.stdout.readlines()
    running.wait()
    return [line for line in told if ": planned " in line]


@pytest.mark.parametrize("kill", range(KILLS))
def test_everything_told_as_saved_is_there_after_a_kill(kill: int, tmp_path: Path) -> None:
    dice = random.Random(kill)
    library = tmp_path / "library.json"

    told = lines_until_killed(tmp_path, library, lines=dice.randint(1, 9), delay=dice.uniform(0, 0.4))

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
