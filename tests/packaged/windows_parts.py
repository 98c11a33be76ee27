"""Does each program and library of the Windows folder belong to a part that is named, and whose licence is there?

    python -m tests.packaged.windows_parts dist/Clearing

Reads resources/install/windows/contents.toml; it runs on any system.
"""

import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PARTS: dict[str, list[str]] = tomllib.loads((ROOT / "resources/install/windows/contents.toml").read_text("utf-8"))[
    "parts"
]
PROGRAMS = {".exe", ".dll", ".pyd"}


def main(folder: Path) -> int:
    """Gives 0 where all is as it should be, else says what is not."""
    faults = list(faults_in(folder))
    for fault in faults:
        print(f"packaged app: {fault}")
    return 1 if faults else 0


def faults_in(folder: Path) -> Iterator[str]:
    """What is in the folder of the app and nobody named, and what is named and has no licence there."""
    inside = folder / "_internal"
    listed = (inside / "LICENCES.txt").read_text("utf-8").partition("\n\n")[0].splitlines()
    for name in sorted(_programs(folder, inside)):
        part = part_of(name)
        if not part:
            yield f"{name} is a library that nobody named"
        elif not any(line.strip().startswith((f"{part} ", f"{part}:")) for line in listed):
            yield f"{name} belongs to {part}, whose licence is not there"


def part_of(name: str) -> str:
    """The part that a library belongs to, by its path in the app; empty where it is none that was named."""
    fitting = (
        part for part, patterns in PARTS.items() for pattern in patterns if fnmatchcase(name.lower(), pattern)
    )
    return next(fitting, "")


def _programs(folder: Path, inside: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        if file.suffix.lower() in PROGRAMS:
            yield file.relative_to(inside if file.is_relative_to(inside) else folder).as_posix()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
