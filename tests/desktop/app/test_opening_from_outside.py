"""Session files opened by a double click, a second start or macOS's event, in processes as people start them."""

import ast
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from desktop.content.catalogue import Catalogue
from tests.desktop.app.session_files import a_session_file
from tests.desktop.rehearsal.conftest import clearing, without_screen

ROOT = Path(__file__).parents[3]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
PATIENCE = 90.0  # seconds after which a window that says nothing is ended, so that the test fails
HERE = "“February peer assist” is in your data now, with 1 note."


@contextmanager
def heard_window(home: Path, *arguments: object) -> Iterator[Iterator[str]]:
    """A window of a process of its own, and what it says from its start on."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.app.heard_window", *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=without_screen(home) | OFFSCREEN,
    ) as window:
        assert window.stdout is not None
        given_up = threading.Timer(PATIENCE, window.kill)
        given_up.start()
        try:
            yield (line.strip() if line == "shown\n" else ast.literal_eval(line) for line in window.stdout)
        finally:
            given_up.cancel()
            window.kill()


def test_a_double_click_starts_clearing_with_the_file(tmp_path: Path, catalogue: Catalogue) -> None:
    file = a_session_file(tmp_path / "elsewhere" / "Þórsdóttir, 3 May.clearing", catalogue)
    with heard_window(tmp_path, "--library", tmp_path / "library.json", file) as said:
        assert [next(said), next(said)] == ["shown", HERE]


def test_a_second_start_opens_its_files_in_the_running_window(tmp_path: Path, catalogue: Catalogue) -> None:
    files = [
        a_session_file(tmp_path / "else where" / name, catalogue) for name in ("a b.clearing", "ليلى.clearing")
    ]
    with heard_window(tmp_path, "--library", tmp_path / "library.json") as said:
        assert next(said) == "shown"
        names = [str(file.relative_to(tmp_path)) for file in files]
        second = subprocess.run(
            [sys.executable, "-m", "desktop", *names, "--library", str(tmp_path / "library.json")],
            cwd=tmp_path,
            env=without_screen(tmp_path) | OFFSCREEN | {"PYTHONPATH": str(ROOT)},
            timeout=120,
            check=False,
        )
        assert second.returncode == 0
        assert next(said) == f"{HERE} {HERE}"


def test_two_starts_at_once_end_in_one_window_with_both_files(tmp_path: Path, catalogue: Catalogue) -> None:
    files = [a_session_file(tmp_path / "elsewhere" / f"{name}.clearing", catalogue) for name in "ab"]
    library = tmp_path / "library.json"
    with (
        heard_window(tmp_path, "--library", library, files[0]) as one,
        heard_window(tmp_path, "--library", library, files[1]) as other,
    ):
        heard: list[str] = []
        said = iter(merged(one, other))
        while heard.count(HERE) + 2 * heard.count(f"{HERE} {HERE}") < 2:
            heard.append(next(said))
        assert heard.count("shown") == 1


def merged(*windows: Iterator[str]) -> Iterator[str]:
    """The lines of several windows as they come; it ends when all of them have."""
    lines: Queue[str | None] = Queue()

    def pass_on(window: Iterator[str]) -> None:
        for line in window:
            lines.put(line)
        lines.put(None)

    for window in windows:
        threading.Thread(target=pass_on, args=(window,), daemon=True).start()
    for _ in windows:
        yield from iter(lines.get, None)


def test_files_that_the_system_opens_by_events_are_taken_in(tmp_path: Path, catalogue: Catalogue) -> None:
    first, second = (a_session_file(tmp_path / "elsewhere" / f"{name}.clearing", catalogue) for name in "ab")
    library = tmp_path / "library.json"
    with heard_window(tmp_path, "--library", library, "--event", first, second) as said:
        heard = [next(said), next(said)]
        while heard.count(HERE) + 2 * heard.count(f"{HERE} {HERE}") < 2:
            heard.append(next(said))


@pytest.mark.parametrize(
    "words", [("gone.clearing",), ("open", "gone.clearing"), ("--library", "x", "gone.clearing")]
)
def test_a_file_that_is_not_there_is_said_in_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = clearing(tmp_path, *words, **OFFSCREEN)

    assert done.returncode == 2
    assert done.stderr.strip() == "There is no file gone.clearing."


def test_a_file_with_the_name_of_a_command_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "list").touch()
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "list", "--library", "none.json"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "There is no library at none.json" in done.stderr
