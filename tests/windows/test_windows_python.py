"""The Windows Python gets what is pinned for Windows, and what stands in for missing DLLs is found anywhere."""

import re
from pathlib import Path

import pytest

from desktop.content.licences import as_text, licences
from tests.packaged.windows_parts import faults_in
from tests.windows.limits import LIMITS, reason_for
from tests.windows.made_python import ROOT, pins_for_windows
from tests.windows.package import stand_ins_in, take_stand_ins_out

HASHES = (ROOT / ".ci" / "hashes.txt").read_text("utf-8")


def test_what_is_pinned_for_windows_alone_goes_in_and_what_is_for_others_does_not() -> None:
    pins = pins_for_windows(HASHES)
    names = set(re.findall(r"^([\w-]+)==", pins, re.MULTILINE))

    assert {"pyside6-essentials", "colorama", "pywin32-ctypes", "pefile", "pytest", "pyinstaller"} <= names
    assert names & {"jeepney", "macholib", "ruff", "mypy"} == set()
    assert ";" not in pins
    assert pins.count("--hash=") > len(names)


def test_a_dll_made_for_trying_is_found_under_any_name(tmp_path: Path) -> None:
    made, app = tmp_path / "standins", tmp_path / "app" / "_internal"
    for folder in (made, app):
        folder.mkdir(parents=True)
    (made / "icuuc.dll").write_bytes(b"made here")
    (app / "ICUUC.dll").write_bytes(b"of Windows")
    (app / "other.dll").write_bytes(b"made here")
    (app / "Qt6Core.dll").write_bytes(b"Qt")

    assert stand_ins_in(app.parent, made) == ["_internal/ICUUC.dll", "_internal/other.dll"]
    take_stand_ins_out(app.parent, made)
    assert stand_ins_in(app.parent, made) == []


@pytest.mark.parametrize("start", LIMITS)
def test_what_is_said_not_to_hold_there_is_a_test_that_there_is(start: str) -> None:
    file, _, name = start.partition("::")
    assert (ROOT / file).exists(), file
    assert name.partition("[")[0] in (ROOT / file).read_text("utf-8") if name else True
    assert reason_for(start) == LIMITS[start]


@pytest.mark.parametrize(
    "name", ["icuuc.dll", "bcryptprimitives.dll", "PySide6.dll", "_ssl.pyd", "Other/Qt6Core.dll"]
)
def test_a_library_that_nobody_named_is_a_fault_of_the_folder(name: str, tmp_path: Path) -> None:
    app = an_app(
        tmp_path, "python313.dll", "VCRUNTIME140.dll", "PySide6/MSVCP140.dll", "PySide6/Qt6Core.dll", name
    )
    (app / "LICENCES.txt").write_text(as_text(licences("win32")), "utf-8")

    assert list(faults_in(tmp_path)) == [f"{name} is a library that nobody named"]


def test_a_library_without_its_licence_is_a_fault_of_the_folder(tmp_path: Path) -> None:
    app = an_app(tmp_path, "VCRUNTIME140.dll", "_bz2.pyd")
    (app / "LICENCES.txt").write_text(as_text(licences("linux")), "utf-8")

    assert list(faults_in(tmp_path)) == [
        "VCRUNTIME140.dll belongs to Microsoft Visual C++ runtime, whose licence is not there",
        "_bz2.pyd belongs to bzip2, whose licence is not there",
    ]


def an_app(folder: Path, *libraries: str) -> Path:
    """A folder of the app with empty libraries in it, and gives where they are."""
    inside = folder / "_internal"
    for name in libraries:
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).touch()
    return inside
