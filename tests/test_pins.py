"""Is every package that may be installed pinned, and are the hashes those of the pins?"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def plain(name: str) -> str:
    """A package's name, however it is spelled."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file: str) -> dict[str, str]:
    """The version of each package that a file pins."""
    return {plain(name): version for name, version in PIN.findall((ROOT / file).read_text("utf-8"))}


def test_the_hashes_are_those_of_the_pins() -> None:
    assert pins(".ci/hashes.txt") == pins("constraints.txt")


def test_each_pin_has_the_hash_of_a_file() -> None:
    entries = re.split(r"^(?=[A-Za-z0-9._-]+==)", (ROOT / ".ci/hashes.txt").read_text("utf-8"), flags=re.MULTILINE)
    without = [entry.split("==")[0] for entry in entries[1:] if "--hash=sha256:" not in entry]
    assert not without
    assert len(entries) > 40


def test_every_package_that_the_project_names_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [
        *project["dependencies"],
        *(one for some in project["optional-dependencies"].values() for one in some),
    ]
    known = pins("constraints.txt")
    missing = [name for name in named if (found := NAME.match(name)) and plain(found.group()) not in known]
    assert not missing
    assert "linkify-it-py" in known, "an extra of markdown-it-py that the tests need"
