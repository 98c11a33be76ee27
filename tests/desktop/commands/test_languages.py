"""Every command speaks the language it is asked for: its help, what it refuses, and what it prints."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.commands.command_line import run
from desktop.preferences import Preferences, write_preferences
from formats.language import ENGLISH, speak
from formats.library.opening import open_library
from tests.translation.brackets import outside_brackets

COMMANDS = ("", "open", "rehearse", "list", "export", "rooms", "plan", "people", "guide", "check")
AS_TYPED = re.compile(r"--?[a-z]+|\b[A-Z]+(?:\.\w+|\|last)?\b|\bclearing(?: [a-z]+)?|^    [a-z]+", re.MULTILINE)
"""What is the same in every language: options, what is to be filled in, and commands."""
LIST = "Name,Company,RSVP\nAda Fenn,Fenn Trust,Accepted\n,Hull Trust,\n"
OF_THE_LIST = ["Ada", "Fenn", "Fenn", "Trust", "Accepted"]
REFUSED: tuple[tuple[str, ...], ...] = (
    ("dance",),
    ("list", "--library", "nowhere"),
    ("list", "--json=3"),
    ("list", "further"),
    ("export", "last", "--library", "library.json", "--to", "x.md"),
    ("export", "--library", "library.json", "--to", "x.md"),
    ("export", "s1", "--series", "b", "--library", "library.json", "--to", "x.md"),
    ("export", "--series", "b", "--library", "library.json", "--to", "x.md"),
    ("export", "--person", "b", "--library", "library.json", "--to", "x.md"),
    ("export", "--links", "--library", "library.json", "--to", "x.md"),
    ("export", "last", "--audience", "x", "--library", "library.json", "--to", "x.md"),
    ("export", "last", "--names", "x", "--library", "library.json", "--to", "x.md"),
    ("export", "last", "--audience", "anyone", "--library", "library.json", "--to", "x.clearing"),
    ("rehearse", "--speed", "0"),
    ("rooms", "--seed", "x", "request.json"),
    ("rooms", "broken.json"),
    ("plan", "broken.json"),
    ("plan", "broken.json", "--people", "0"),
    ("people", "broken.json"),
    ("guide",),
    ("guide", "--out", "x.pdf"),
    ("check", "nowhere"),
    ("list", "--library", "list.csv"),
    ("open", "nowhere.clearing"),
)


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a library, a list and a file that is none; afterwards English is spoken again."""
    with open_library(tmp_path / "library.json", now=lambda: datetime.now(UTC), retry_seconds=None) as file:
        file.put("people", {"id": "p1", "name": "Beth"})
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    monkeypatch.chdir(tmp_path)
    chosen = tmp_path / "preferences.json"
    write_preferences(chosen, Preferences(language="en-XA"))  # with an export, --language is the readers'
    monkeypatch.setattr("desktop.commands.command_line.preferences_file", lambda: chosen)
    yield tmp_path
    speak(ENGLISH)


def said(*arguments: str) -> int:
    return run([*arguments, "--language", "en-XA"])


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language(there: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit):
        said(*filter(None, (command, "--help")))
    assert outside_brackets(AS_TYPED.sub(" ", capsys.readouterr().out)) == ""


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_cannot_be_done_is_said_in_the_language(
    there: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert said(*arguments) == 2
    assert outside_brackets(capsys.readouterr().err) == ""


@pytest.mark.parametrize("command", ["list --library", "check"])
def test_what_is_in_a_library_is_said_in_the_language(
    there: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert said(*command.split(), "library.json") == 0
    assert outside_brackets(capsys.readouterr().out) == ""


def test_a_damaged_library_is_told_of_in_the_language(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = there / "library.json"
    library.write_bytes(library.read_bytes()[:-20])
    assert said("check", "library.json") == 1
    assert outside_brackets(capsys.readouterr().out) == ""


def test_a_list_of_people_is_told_of_in_the_language(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said("people", "list.csv") == 0
    assert set(outside_brackets(capsys.readouterr().out).split()) <= set(OF_THE_LIST)


def test_a_plan_is_told_of_in_the_language(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hour: dict[str, object] = {
        "title": "Hour",
        "date": "2026-05-18",
        "start": "09:30",
        "minutes": 90,
        "timezone": "Europe/London",
    }
    hour["agenda"] = [{"structure": "peer-assist", "rounds": 2}]
    (there / "hour.json").write_text(json.dumps(hour), "utf-8")
    assert said("plan", "hour.json", "--people", "12") == 0
    told = capsys.readouterr().out
    assert "[Ŕööm 2" in told
    assert outside_brackets(told) == ""


def test_for_programs_the_keys_stay_and_the_sentences_follow(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said("people", "list.csv", "--json") == 0
    assert set(json.loads(capsys.readouterr().out)) == {"people", "not_read"}
