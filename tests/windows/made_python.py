"""Where does a Windows Python come from, with no Windows at hand? From PyPI and Debian alone.

The interpreter is the official python3xx.dll with its extension modules, as the wheel of panda3d carries them for
its own packaging; the standard library is that of the Python that runs this; everything else comes in the wheels
that `.ci/hashes.txt` pins. What Wine 8 and that wheel lack is stood in for by DLLs made from `standins/`: they go
into the folder of Wine's own system, for trying only, and must never be shipped. Two of them any Windows has; the
third, python3.dll, is in every Python of Windows that was installed, and so in what such a Python packages.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SOURCES = Path(__file__).parent / "standins"
VERSION = "{}.{}".format(*sys.version_info[:2])
DLL = f"python{VERSION.replace('.', '')}.dll"
BESIDE_MODULES = ("sqlite3.dll", "libcrypto-3.dll", "libssl-3.dll", "libffi-8.dll")
LEFT_OUT = {"site-packages", "dist-packages", "lib-dynload", "test", "__pycache__"}
NOT_RUN_THERE = {
    "ruff", "mypy", "mypy-extensions", "librt", "ast-serialize", "pathspec", "lxml-stubs", "types-openpyxl",
}  # fmt: skip
"""Pinned for checking style and types, which Linux does."""
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
COMPILER = ("x86_64-w64-mingw32-gcc", "-O2")


def make_python(folder: Path) -> Path:
    """Makes the Python with all packages in a folder, and gives its python.exe."""
    python, work = folder / "python", folder / "work"
    shutil.rmtree(python, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    (python / "DLLs").mkdir(parents=True)
    _unpack_interpreter(_download_interpreter(work), python)
    _copy_standard_library(python / "Lib")
    _make_launcher(python)
    _make_stand_ins(python / DLL, folder / "standins", work)
    _install_packages(python / "Lib" / "site-packages", work)
    return python / "python.exe"


def _pip(*words: object) -> None:
    windows = (
        "--only-binary=:all:",
        "--python-version",
        VERSION,
        "--implementation",
        "cp",
        "--platform",
        "win_amd64",
    )
    subprocess.run([sys.executable, "-m", "pip", *map(str, words), "-q", "--no-deps", *windows], check=True)


def _download_interpreter(work: Path) -> Path:
    _pip("download", "--require-hashes", "--dest", work, "-r", Path(__file__).parent / "interpreter.txt")
    return max(work.glob("panda3d-*.whl"))


def _unpack_interpreter(wheel: Path, python: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        for name in content.namelist():
            base = PurePosixPath(name).name
            if not name.startswith("deploy_libs/") or not base:
                continue
            (python / "DLLs" / base if base.endswith(".pyd") else python / base).write_bytes(content.read(name))
            if base in BESIDE_MODULES:
                (python / "DLLs" / base).write_bytes(content.read(name))


def _copy_standard_library(target: Path) -> None:
    target.mkdir()
    for item in Path(sysconfig.get_path("stdlib")).iterdir():
        if item.name in LEFT_OUT or item.name.startswith("config-"):
            continue
        if item.is_dir():
            shutil.copytree(item, target / item.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(item, target)


def _make_launcher(python: Path) -> None:
    _compile("-municode", f'-DPYTHON_DLL=L"{DLL}"', "-o", python / "python.exe", SOURCES / "launcher.c")


def _make_stand_ins(python_dll: Path, target: Path, work: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    dll = ("-shared", "-nostdlib", "-e", "DllMain")
    _compile(*dll, "-o", target / "icuuc.dll", SOURCES / "encodings.c")
    _compile("-shared", "-o", target / "bcryptprimitives.dll", SOURCES / "random.c", "-ladvapi32")
    forwards = work / "python3.def"
    lines = [f"  {name} = {python_dll.stem}.{name}" for name in _names_in(python_dll)]
    forwards.write_text("\n".join(["LIBRARY python3", "EXPORTS", *lines, ""]))
    _compile(*dll, "-o", target / "python3.dll", SOURCES / "nothing.c", forwards)


def _compile(*words: object) -> None:
    subprocess.run([*COMPILER, *map(str, words)], check=True)


def _names_in(library: Path) -> list[str]:
    """The names that a DLL gives to others."""
    told = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", library], capture_output=True, text=True, check=True
    ).stdout
    table = told.partition("[Ordinal/Name Pointer] Table")[2]
    return re.findall(r"^\s+\[\s*\d+\].*?(\w+)$", table, re.MULTILINE)


def _install_packages(target: Path, work: Path) -> None:
    pinned = work / "hashes.txt"
    pinned.write_text(pins_for_windows((ROOT / ".ci" / "hashes.txt").read_text("utf-8")), "utf-8")
    _pip("install", "--require-hashes", "--target", target, "-r", pinned)
    _describe_ourselves(target, work / "metadata")


def _describe_ourselves(target: Path, work: Path) -> None:
    """Adds what our own package says of itself: the packaged app reads it, as that of the others."""
    work.mkdir(exist_ok=True)
    make_metadata = (
        "import setuptools.build_meta as build, sys; build.prepare_metadata_for_build_wheel(sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", make_metadata, work], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for described in work.glob("*.dist-info"):
        files = [file.relative_to(work).as_posix() for file in described.rglob("*") if file.is_file()]
        (described / "RECORD").write_text("".join(f"{file},,\n" for file in files), "utf-8")
        shutil.copytree(described, target / described.name, dirs_exist_ok=True)


def pins_for_windows(hashes: str) -> str:
    """Of what is pinned, with hashes, what belongs on Windows: pip itself would ask for this system."""
    pins = re.split(r"^(?=[A-Za-z0-9])", hashes, flags=re.MULTILINE)[1:]
    return "".join(_without_marker(pin) for pin in pins if _belongs(_requirement_of(pin)))


def _requirement_of(pin: str) -> Requirement:
    return Requirement(pin.partition("\\")[0].strip())


def _belongs(package: Requirement) -> bool:
    python = {"python_version": VERSION, "python_full_version": f"{VERSION}.0"}
    fits = package.marker is None or package.marker.evaluate({**WINDOWS, **python})
    return fits and package.name.lower().replace("_", "-") not in NOT_RUN_THERE


def _without_marker(pin: str) -> str:
    return re.sub(r" ;[^\\]*\\", " \\\\", pin, count=1)
