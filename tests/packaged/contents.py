"""Does the packaged app hold what is named and nothing else, each part with its licence?

    python -m tests.packaged.contents dist/Clearing

Reads resources/install/linux/contents.toml, with the Python and the packages that the app was built from.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import Distribution
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from desktop.content.licences import needed_packages

ROOT = Path(__file__).parent.parent.parent
CONTENTS = tomllib.loads((ROOT / "resources/install/linux/contents.toml").read_text("utf-8"))
OURS = {"desktop", "formats", "resources"}
OF_PYTHON_ITSELF = re.compile(r"_sysconfigdata[\w-]*|_?pyi\w*|pyimod\w+")
"""How Python was built, and what unpacks it."""
MOST_BYTES = 158_000_000
PACKED_SMALL = "LICENCES.txt"
"""Compressed to a sixth by `pack`."""


def main(folder: Path) -> int:
    """Gives 0 where all is as it should be, else says what is not."""
    inside = folder / "_internal"
    files = {file.relative_to(inside).as_posix(): file for file in inside.rglob("*") if file.is_file()}
    libraries = {name: file for name, file in files.items() if _is_library(file)}
    counted_files = [file for name, file in files.items() if name != PACKED_SMALL and not file.is_symlink()]
    size = sum(file.stat().st_size for file in (*counted_files, folder / "clearing"))
    faults = [
        *_unnamed_libraries(libraries),
        *_unnamed_files(set(files) - set(libraries)),
        *_foreign_modules(folder / "clearing"),
        *_needs({**libraries, "clearing": folder / "clearing"}),
        *_without_licence(inside / "LICENCES.txt"),
    ]
    if size > MOST_BYTES:
        faults.append(f"it takes {size / 1e6:.1f} MB, {MOST_BYTES / 1e6:.0f} at most")
    for fault in faults:
        print(f"packaged app: {fault}")
    counted = f"{len(files)} files, {len(libraries)} libraries, {size / 1e6:.1f} MB"
    print(f"packaged app: {counted}, asks for glibc {_newest(libraries)}")
    return 1 if faults else 0


def _is_library(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _unnamed_libraries(libraries: dict[str, Path]) -> Iterator[str]:
    for name in libraries:
        if not any(fnmatch(name, pattern) for pattern in CONTENTS["libraries"]):
            yield f"{name} is a library that nobody named"
    for pattern in CONTENTS["libraries"]:
        if not any(fnmatch(name, pattern) for name in libraries):
            yield f"{pattern} is named and not there"


def _unnamed_files(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        if not any(fnmatch(name, pattern) for pattern in CONTENTS["files"]):
            yield f"{name} is a file that nobody named"


def _foreign_modules(program: Path) -> Iterator[str]:
    """What is in the archive of modules and belongs to no package whose licence is listed."""
    modules = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc
    allowed = OURS.union(sys.stdlib_module_names, *map(_first_names, needed_packages()))
    for first in sorted({name.partition(".")[0] for name in modules} - allowed):
        if not OF_PYTHON_ITSELF.fullmatch(first):
            yield f"{first} is a module of a package that Clearing does not need"


def _first_names(package: Distribution) -> set[str]:
    return {file.parts[0].partition(".")[0] for file in package.files or ()}


def _needs(libraries: dict[str, Path]) -> Iterator[str]:
    """What a library needs that is neither in the app nor named as the system's, or asks of it too much."""
    there = {Path(name).name for name in libraries} | set(CONTENTS["system"])
    needed = {one for file in libraries.values() for one in _objdump("-p", file, r"NEEDED +(\S+)")}
    yield from (f"{name} is needed and not there" for name in sorted(needed - there))
    yield from (f"{name} is said to be needed and is not" for name in sorted(set(CONTENTS["system"]) - needed))
    if _version(_newest(libraries)) > _version(CONTENTS["newest_glibc"]):
        yield f"it needs glibc {_newest(libraries)}, not {CONTENTS['newest_glibc']}"


def _newest(libraries: dict[str, Path]) -> str:
    """The newest glibc that any of them asks for."""
    versions = {one for file in libraries.values() for one in _objdump("-T", file, r"GLIBC_([0-9.]+)")}
    return max(versions, key=_version)


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def _objdump(option: str, file: Path, pattern: str) -> list[str]:
    said = subprocess.run(["objdump", option, file], capture_output=True, text=True, check=True).stdout
    return re.findall(pattern, said)


def _without_licence(text: Path) -> Iterator[str]:
    listed = text.read_text("utf-8").partition("\n\n")[0].casefold()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for line in project["dependencies"]:
        name = re.split(r"[^A-Za-z0-9_-]", line)[0].casefold()
        if name.removesuffix("6-essentials") not in listed and name != "pyside6-essentials":
            yield f"{name} is without a licence"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
