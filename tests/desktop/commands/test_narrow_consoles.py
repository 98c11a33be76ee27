"""Output never fails on a letter, and an app with no console at all runs as well."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.commands.command_line import run
from desktop.content.catalogue import Catalogue
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from tests.desktop.a_session import STARTS, a_session
from tests.desktop.rehearsal.conftest import clearing

TITLE = "Zażółć ليلى 日本 😀"
ALPHABETS = ("cp1252:strict", "ascii:strict")


@pytest.fixture
def library(tmp_path: Path, catalogue: Catalogue) -> Path:
    """A library with a session whose title no narrow alphabet holds."""
    file = tmp_path / "library.json"
    with open_library(file, now=lambda: STARTS, retry_seconds=None) as opened:
        SessionRepository(opened).keep_session(replace(a_session(catalogue), title=TITLE))
    return file


def _requests(library: Path) -> dict[str, list[str]]:
    people, rooms = library.with_name("people.txt"), library.with_name("rooms.json")
    people.write_text(f"{TITLE}\nليلى حسن, 日本\n", "utf-8")
    rooms.write_text(json.dumps({"people": [TITLE, "b", "c", "d"], "rounds": 1, "rooms": 2}), "utf-8")
    return {
        "list": ["list", "--library", str(library)],
        "list json": ["list", "--json", "--library", str(library)],
        "export": ["export", "last", "--library", str(library), "--to", str(library.with_name("łódź.md"))],
        "check": ["check", str(library)],
        "people": ["people", str(people)],
        "rooms": ["rooms", str(rooms), "--seconds", "0.1"],
        "no such session": ["export", TITLE, "--library", str(library), "--to", str(library.with_name("x.md"))],
        "no such command": [TITLE],
    }


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_no_command_fails_on_a_letter(library: Path, alphabet: str) -> None:
    for name, arguments in _requests(library).items():
        done = clearing(library.parent, *arguments, PYTHONIOENCODING=alphabet, PYTHONUTF8="0", LC_ALL="C")
        assert done.returncode == (2 if name.startswith("no such") else 0), (name, done.stderr)
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("alphabet", ["cp1252", "ascii"])
def test_a_stream_that_cannot_be_changed_takes_every_letter_too(
    library: Path, alphabet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, _Narrow(alphabet))
    codes = {name: run(arguments) for name, arguments in _requests(library).items()}
    assert [name for name, code in codes.items() if code] == ["no such session", "no such command"]


def test_with_no_console_nothing_fails(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    requests = _requests(library)
    for name, arguments in requests.items():
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)
        assert run(arguments) == (2 if name.startswith("no such") else 0), name


class _Narrow(io.StringIO):
    """A stream of some other program's making, which refuses the letters that its alphabet lacks."""

    def __init__(self, alphabet: str) -> None:
        super().__init__()
        self._alphabet = alphabet

    @property
    def encoding(self) -> str:  # type: ignore[override]  # Python's own is None
        return self._alphabet

    def write(self, text: str) -> int:
        text.encode(self._alphabet)
        return super().write(text)
