"""From the command line every fault is one sentence on standard error, with exit code 2."""

import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.commands.file_words import with_open_named
from formats.library.opening import open_library
from tests.desktop.rehearsal.conftest import clearing

WRONG = (
    ([], "There is no screen here."),
    (["dance"], "'dance'"),
    (["list", "--library", "nowhere.json"], "There is no library at nowhere.json"),
    (["export", "last", "--library", "nowhere.json", "--to", "x.md"], "There is no library at nowhere.json"),
    (["export", "last"], "--to"),
    (["rehearse", "nowhere.json"], "nowhere.json cannot be read"),
    (["rehearse", "--speed", "0"], "the speed '0' is not a number above 0"),
    (["rehearse", "--speed", "fast"], "the speed 'fast'"),
    (["rooms", "nowhere.json"], "nowhere.json: no such file"),
    (["guide"], "--out"),
    (["list", "--language", "xx"], "Clearing does not speak “xx”"),
    (["list", "--language"], "--language"),
    (["check", "nowhere.json"], "There is no library at nowhere.json"),
)


def one_sentence(text: str) -> bool:
    return len(text.strip().splitlines()) == 1 and "Traceback" not in text


@pytest.mark.parametrize(
    ("arguments", "sentence"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_what_cannot_be_done_is_said_in_one_sentence(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    done = clearing(tmp_path, *arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert one_sentence(done.stderr), done.stderr
    assert sentence in done.stderr


def test_a_command_speaks_the_language_it_is_asked_for(tmp_path: Path) -> None:
    done = clearing(tmp_path, "plan", Path("resources/samples/whole-day.json").absolute(), "--language=en-XA")

    assert done.returncode == 0
    assert "[Åŕŕîvîñg" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the language of a computer is no variable")
def test_a_command_speaks_the_language_of_the_computer(tmp_path: Path) -> None:
    plan = ("plan", Path("resources/samples/whole-day.json").absolute())
    german, french = (clearing(tmp_path, *plan, LANGUAGE=code, LC_ALL="") for code in ("de", "fr"))

    assert german.returncode == french.returncode == 0
    assert german.stdout == clearing(tmp_path, *plan, "--language=de", LANGUAGE="de", LC_ALL="").stdout
    assert german.stdout != french.stdout
    assert "Arriving" in french.stdout


def test_a_file_to_open_may_stand_behind_the_language() -> None:
    assert with_open_named(["--language", "de", "a.clearing"], {"open"}) == [
        "--language",
        "de",
        "open",
        "a.clearing",
    ]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"title": 3}', '{"title": "x", "roster": "none.csv"}'])
def test_a_file_that_is_no_session_is_said_in_one_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "plan.json"
    file.write_text(content, "utf-8")

    done = clearing(tmp_path, "rehearse", file)

    assert (done.returncode, done.stdout) == (2, "")
    assert one_sentence(done.stderr), done.stderr
    assert "plan.json" in done.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root, and a user of Windows, may write everywhere"
)
def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)

    done = clearing(tmp_path, "rehearse", "--library", closed / "library.json", "--speed", 2000)

    assert done.returncode == 2
    assert one_sentence(done.stderr), done.stderr


def test_rooms_are_planned_and_written(tmp_path: Path) -> None:
    request = {"people": [f"P{n}" for n in range(9)], "rounds": 4, "size": {"min": 3, "max": 3}}
    (tmp_path / "request.json").write_text(json.dumps(request), "utf-8")

    done = clearing(tmp_path, "rooms", tmp_path / "request.json", "--out", tmp_path / "plan.json")

    assert done.returncode == 0, done.stderr
    plan = json.loads((tmp_path / "plan.json").read_text("utf-8"))
    assert plan["repeat_cost"] == 0
    assert len(plan["rounds"]) == 4


def test_check_tells_a_sound_library_from_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with open_library(path, now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        file.put("people", {"id": "p1", "name": "Beth O'Neill"})
    assert clearing(tmp_path, "check", path).returncode == 0

    path.write_bytes(path.read_bytes()[:-20])
    damaged = clearing(tmp_path, "check", path)
    assert damaged.returncode == 1
    assert "damaged" in damaged.stdout

    assert clearing(tmp_path, "check", path, "--repair").returncode == 0
    assert clearing(tmp_path, "check", path).returncode == 0


def test_check_names_a_record_that_was_edited_by_hand_with_a_mistake_and_repair_keeps_it_apart(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.json"
    with open_library(path, now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        file.put("people", {"id": "p1", "name": "Beth O'Neill"})
        file.put("people", {"id": "p2", "name": "Jo Fraser"})
    path.write_text(path.read_text("utf-8").replace('"Jo Fraser"', "17"), "utf-8")

    before = clearing(tmp_path, "check", path)
    repaired = clearing(tmp_path, "check", path, "--repair")

    assert before.returncode == 1
    assert "One entry in it has a mistake" in before.stdout
    assert repaired.returncode == 0, repaired.stdout
    assert "_recovered" in path.read_text("utf-8")
    assert clearing(tmp_path, "check", path).returncode == 0


def test_list_works_where_qt_cannot_be_loaded_and_a_rehearsal_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    with open_library(path, now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        file.put("people", {"id": "p1", "name": "Beth O'Neill"})
    broken = tmp_path / "broken"
    (broken / "PySide6").mkdir(parents=True)
    text = "raise ImportError('libEGL.so.1: cannot open shared object file')"
    (broken / "PySide6" / "__init__.py").write_text(text, "utf-8")

    listed = clearing(tmp_path, "list", "--library", path, PYTHONPATH=broken)
    rehearsed = clearing(tmp_path, "rehearse", PYTHONPATH=broken)

    assert (listed.returncode, listed.stdout.strip()) == (0, "No sessions yet.")
    assert rehearsed.returncode == 2
    assert one_sentence(rehearsed.stderr), rehearsed.stderr
    assert "Clearing cannot load a part of the system (libEGL.so.1" in rehearsed.stderr
