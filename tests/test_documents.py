"""README and CONTRIBUTING name what is there: files, commands, benchmarks, floors and counts."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from desktop.commands.command_line import run
from desktop.content.languages import CORRECTIONS, UNREAD, is_read_by_natives, languages_on_offer
from formats.exports import suffixes
from formats.structures import read_openers, read_structures
from tests.test_architecture import ROOT, floors

README, CONTRIBUTING, CHANGES = (
    (ROOT / f"{name}.md").read_text(encoding="utf-8") for name in ("README", "CONTRIBUTING", "CHANGELOG")
)
RECIPES = CONTRIBUTING.partition("## Recipes")[2]
QUOTED = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[\w./-]+(/|\.(py|toml|md|txt|spec|json))")
NAMED_IN_THE_README = 3  # structures, before “further structures”


def quoted_files(text: str) -> set[str]:
    """What stands between backticks and is a path or the name of a file; not what a reader is about to make."""
    named = {found for found in QUOTED.findall(text) if FILE.fullmatch(found)}
    return named - {"try.json", "page.py"}


def quoted_names(text: str) -> set[str]:
    """What stands between backticks and is the name of something in the code."""
    return {
        found
        for found in QUOTED.findall(text)
        if re.fullmatch(r"_?[A-Za-z]+(_[A-Za-z]+)+|[A-Z][a-z]+[A-Z]\w+", found)
    }


def test_how_to_correct_a_translation_is_said_as_in_settings() -> None:
    readme, contributing = (" ".join(text.split()) for text in (README, CONTRIBUTING))
    assert CORRECTIONS.text in readme
    assert CORRECTIONS.text in contributing
    unread = [each for each in languages_on_offer() if not is_read_by_natives(each.code)]
    assert [each.name for each in unread if UNREAD.filled(language=each.name) not in readme] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_file_that_is_named_is_there(text: str) -> None:
    paths = [f"/{path.relative_to(ROOT).as_posix()}{'/' if path.is_dir() else ''}" for path in ours()]
    missing = sorted(name for name in quoted_files(text) if not any(path.endswith(f"/{name}") for path in paths))
    assert not missing


def ours() -> list[Path]:
    """Every file and folder of the project that somebody may be sent to."""
    folders = [ROOT / name for name in ("desktop", "formats", "resources", "tests")]
    return [*folders, *ROOT.iterdir(), *(path for folder in folders for path in folder.rglob("*"))]


def test_every_name_in_the_recipes_is_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ours() if path.suffix == ".py")
    assert not sorted(name for name in quoted_names(RECIPES) if not re.search(rf"\b{name}\b", code))


def test_the_commands_of_the_readme_are_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--help"])
    there = set(re.findall(r"^ {4}([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    assert set(re.findall(r"^\| `clearing ([a-z]+)", README, re.MULTILINE)) == there


@pytest.mark.parametrize("suffix", suffixes())
def test_every_format_is_in_the_table_of_commands(suffix: str) -> None:
    line = next(line for line in README.splitlines() if "the ending chooses the format" in line)
    assert re.search(rf"\b{suffix}\b", line.rpartition("|")[0].rpartition("|")[2])


def test_every_benchmark_is_named() -> None:
    there = {path.stem for path in (ROOT / "tests" / "bench").glob("*.py")} - {"__init__", "costs", "start_timed"}
    assert set(re.findall(r"`(?:python -m tests\.bench)?\.(\w+)`", README)) == there


def test_the_map_names_every_floor_of_the_desktop() -> None:
    rooms = {name for name in floors() if (ROOT / "desktop" / name).is_dir()}
    assert rooms <= set(QUOTED.findall(README.partition("## The map")[2]))


def test_structures_and_openers_are_counted_right() -> None:
    structures = len(read_structures(files("resources") / "structures"))
    openers = len(read_openers(files("resources") / "openers"))
    assert f"one of {structures - NAMED_IN_THE_README} further structures" in README
    assert f"{structures} structures and {openers} openers" in CHANGES
