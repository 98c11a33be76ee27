"""Does what people install on Windows work? Builds it, installs it, uses it as they do, and removes it."""

import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.app.session_files import a_session_file
from tests.packaged.windows_parts import faults_in
from tests.waiting import wait_until
from tests.windows.made_python import ROOT
from tests.windows.wine import Wine, WineError

INSTALL = ROOT / "resources" / "install"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
STAND_INS = ROOT / "build" / "windows" / "standins"
LEFT_BY_THE_USER = re.compile(r"users/[^/]+/AppData/Local/Clearing/")
PATIENCE = 120.0
"""Seconds to wait for what a window does, before it counts as never."""


@dataclass(frozen=True)
class Package:
    """What was built: the folder, a zip of it, and the installer."""

    folder: Path
    portable: Path
    installer: Path

    def sizes(self) -> str:
        """How large each is, in megabytes."""
        unpacked = sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())
        sizes = (unpacked, self.portable.stat().st_size, self.installer.stat().st_size)
        return "folder {:.0f} MB, zip {:.0f} MB, installer {:.0f} MB".format(*(size / 1e6 for size in sizes))


def build_package(wine: Wine, python: Path, target: Path) -> Package:
    """Builds everything from this checkout. Raises WineError where that fails."""
    words = (
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        target,
        "--workpath",
        target / "work",
        "build.spec",
    )
    wine.check(python, "-m", "PyInstaller", *words, cwd=ROOT, seconds=900)
    folder = target / "Clearing"
    take_stand_ins_out(folder, STAND_INS)
    if faults := list(faults_in(folder)):
        raise WineError(f"the folder is not as it is described: {faults}")
    package = Package(folder, target / "Clearing-windows-portable.zip", target / f"Clearing-{VERSION}-windows.exe")
    zipped = [sys.executable, INSTALL / "zip_folder.py", folder, package.portable]
    subprocess.run(zipped, check=True, stdout=subprocess.DEVNULL)
    icon = ROOT / "build" / "made" / "clearing.ico"
    words = icon.with_name("words.nsh")
    subprocess.run([sys.executable, INSTALL / "languages.py", "windows", words], check=True)
    made = {"VERSION": VERSION, "FOLDER": folder, "ICON": icon, "WORDS": words, "TARGET": package.installer}
    defined = [f"-D{name}={value}" for name, value in made.items()]
    subprocess.run(["makensis", "-V2", *defined, INSTALL / "windows" / "clearing.nsi"], check=True)
    return package


def take_stand_ins_out(folder: Path, stand_ins: Path) -> None:
    """Takes out what was made for trying; where Windows itself packages, python3.dll is the one of its Python."""
    for name in stand_ins_in(folder, stand_ins):
        (folder / name).unlink()


def stand_ins_in(folder: Path, stand_ins: Path) -> list[str]:
    """The files of a folder that are DLLs made for trying, under their own name or another."""
    made = {_digest(dll) for dll in stand_ins.glob("*.dll")}
    names = {dll.name for dll in stand_ins.glob("*.dll")}
    files = (file for file in folder.rglob("*") if file.suffix.lower() in (".dll", ".pyd", ".exe"))
    found = (file for file in files if file.name.lower() in names or _digest(file) in made)
    return sorted(file.relative_to(folder).as_posix() for file in found)


def try_installed(wine: Wine, python: Path, package: Package, tell: Callable[[str], None]) -> None:
    """From the installer to the last file removed. Raises WineError where something is not as it should be."""
    before = _files(wine)
    program = install(wine, package.installer)
    tell(f"installed without a question, {len(_files(wine) - before)} files")
    if found := stand_ins_in(program.parent, STAND_INS):
        raise WineError(f"made for trying only, and yet installed: {found}")
    tell(wine.check(python, "-m", "tests.packaged", program, cwd=ROOT, seconds=400).strip().splitlines()[-1])
    open_by_type(wine, program)
    tell("a .clearing file opened by its type, and another in the running window, which then closed")
    remove(wine, program, before)
    tell("removed; the user's own folder is all that is left")


def install(wine: Wine, installer: Path) -> Path:
    """Installs without a question, and gives the program."""
    wine.check(installer, "/S", seconds=300)
    program = wine.user_folder / "AppData" / "Local" / "Programs" / "Clearing" / "clearing.exe"
    if not program.exists():
        raise WineError(f"the installer put no program at {program}")
    return program


def open_by_type(wine: Wine, program: Path) -> None:
    """Opens two files as a double click does: the first starts Clearing, the second goes to its window."""
    from desktop.content.catalogue import read_catalogue

    for key in (".clearing", "Clearing.Session"):  # what is one person's counts too on Windows, and not in Wine 8
        wine.check("reg", "copy", f"HKCU\\Software\\Classes\\{key}", f"HKLM\\Software\\Classes\\{key}", "/s", "/f")
    folder = wine.user_folder / "My sessions é"
    names = ("first one.clearing", "zweite, Þórs.clearing")
    files = [a_session_file(folder / name, read_catalogue()) for name in names]
    for count, file in enumerate(files, 1):
        wine.check("start", "/unix", file)
        wait_until(lambda count=count: _sessions(wine, program) == count, PATIENCE)
    wine.check("taskkill", "/im", "clearing.exe")
    library = wine.user_folder / "AppData" / "Local" / "Clearing" / "library.json"
    wait_until(lambda: library.exists() and not wine.runs("clearing.exe"), PATIENCE)
    shutil.rmtree(folder)


def remove(wine: Wine, program: Path, before: set[str]) -> None:
    """Removes it, and looks for what is left of it: files, and what it wrote into the registry."""
    wine.check(program.with_name("uninstall.exe"), "/S")
    wait_until(lambda: not program.parent.exists(), PATIENCE)
    wine.end_all()
    left = {name for name in _files(wine) - before if not LEFT_BY_THE_USER.match(name)}
    registry = (wine.prefix / "user.reg").read_text("utf-8", "replace")
    named = [line for line in registry.splitlines() if "clearing" in line.lower()]
    if left or named:
        raise WineError(f"left behind: {sorted(left)[:20]} {named[:20]}")


def _files(wine: Wine) -> set[str]:
    """All files on its disk, but for what Windows itself keeps there, and what it clears away itself."""
    names = (file.relative_to(wine.disk).as_posix() for file in wine.disk.rglob("*") if file.is_file())
    return {name for name in names if not name.startswith("windows/") and "/Temp/" not in name}


def _sessions(wine: Wine, program: Path) -> int:
    return wine.run(program, "list", "--json").said.count('"id"')


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
