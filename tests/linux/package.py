"""Does the .deb install, over an older one too, open session files by their type, and go again without a trace?"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from desktop.content.catalogue import read_catalogue
from tests.desktop.app.session_files import a_session_file
from tests.linux.archive import TITLE, play
from tests.linux.bare_debian import HOME, INSTALLED, BareDebian, LinuxError
from tests.linux.parts import try_parts
from tests.linux.screen import PATIENCE, Screen
from tests.waiting import wait_until

OLDER = "0.0.9"
LIBRARY = HOME / ".local" / "share" / "Clearing" / "library.json"
PREFERENCES = HOME / ".config" / "Clearing" / "preferences.json"
TYPE = "application/x-clearing-session"
OPENS_FILES = ("libglib2.0-bin", "shared-mime-info", "desktop-file-utils")
"""What a desktop has that knows which program opens which file: as Thunar, Nautilus and PCManFM ask it."""


def try_package(
    tree: BareDebian, screen: Screen, deb: Path, tell: Callable[[str], None], *, with_parts: bool = False
) -> None:
    """From an older version to the last file removed. Raises LinuxError where something is not as it should be."""
    tree.install(*OPENS_FILES)
    before = tree.files()
    _install(tree, older_version_of(deb, tree.folder.parent))
    sessions = _a_used_library(tree)
    tell("the .deb of an older version, a session in its library, and settings")
    _install(tree, deb)
    if _sessions(tree) != sessions or _theme(tree) != "dark":
        raise LinuxError("library or settings are others after the update")
    if (tree.folder / "usr/lib/clearing/only-in-the-older").exists():
        raise LinuxError("a file of the older version is left")
    tell("the newer .deb over it, with library and settings as they were")
    play(tree, INSTALLED)
    tell("a session in it, with every export")
    if with_parts:
        installed = tree.files()
        try_parts(tree, screen, tell)
        noted_by_what_was_lent = tree.files() - installed
        before |= {name for name in noted_by_what_was_lent if "clearing" not in name.lower()}
    _open_by_type(tree, screen, len(sessions))
    tell("a .clearing file opened by its type, and another in the running window, which then closed")
    _remove(tree, before)
    tell("removed, with nothing left but the volunteer's own library and settings")


def older_version_of(deb: Path, folder: Path) -> Path:
    """The same package with a lower version, and a file that the newer one lacks."""
    content, target = folder / "older", folder / "older.deb"
    subprocess.run(["rm", "-rf", content], check=True)
    subprocess.run(["dpkg-deb", "--raw-extract", deb, content], check=True)
    control = content / "DEBIAN" / "control"
    lines = control.read_text("utf-8").splitlines(keepends=True)
    control.write_text("".join(f"Version: {OLDER}\n" if "Version:" in line else line for line in lines), "utf-8")
    (content / "usr/lib/clearing/only-in-the-older").touch()
    words = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", content, target]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["rm", "-r", content], check=True)
    return target


def _install(tree: BareDebian, deb: Path) -> None:
    there = PurePosixPath("/tmp", deb.name)
    subprocess.run(["cp", deb, tree.seen(there)], check=True)
    tree.install(there)
    tree.administrate("rm", there)


def _a_used_library(tree: BareDebian) -> object:
    """A session that was held, and the choice of a dark window; gives the list of sessions."""
    tree.use(INSTALLED, "rehearse", "--speed", 2000, "--library", LIBRARY)
    tree.use("mkdir", "--parents", PREFERENCES.parent)
    tree.seen(PREFERENCES).write_text(json.dumps({"theme": "dark"}), "utf-8")
    tree.administrate("chown", "volunteer:", PREFERENCES)
    return _sessions(tree)


def _sessions(tree: BareDebian) -> list[object]:
    found = json.loads(tree.use(INSTALLED, "list", "--json"))
    assert isinstance(found, list)
    return found


def _theme(tree: BareDebian) -> str:
    return str(json.loads(tree.seen(PREFERENCES).read_text("utf-8"))["theme"])


def _open_by_type(tree: BareDebian, screen: Screen, held: int) -> None:
    """Opens two files as a double click does: the first starts Clearing, the second goes to its window."""
    known = tree.use("gio", "mime", TYPE)
    if "clearing.desktop" not in known:
        raise LinuxError(f"no program is known for {TYPE}: {known}")
    for count, name in enumerate(("first one.clearing", "zweite, Þórs.clearing"), 1):
        made = a_session_file(tree.folder.parent / name, read_catalogue())
        tree.start("gio", "open", tree.give(made, name)).wait()
        screen.wait_for(TITLE)
        wait_until(lambda wanted=held + count: len(_sessions(tree)) == wanted, PATIENCE)
    if len(running := _running(tree)) != 1:
        raise LinuxError(f"not one window but {running}")
    screen.close(TITLE)
    wait_until(lambda: not _running(tree), PATIENCE)


def _running(tree: BareDebian) -> list[str]:
    return [words for words in tree.programs().values() if "/clearing" in words or words.startswith("clearing")]


def _remove(tree: BareDebian, before: set[str]) -> None:
    tree.administrate("apt-get", "purge", "--yes", "-qq", "--autoremove", "clearing")
    kept = (
        "var/lib/dpkg/",
        "var/lib/apt/",
        "etc/ld.so.cache",
        "usr/share/mime/",
        "usr/share/applications/mimeinfo.cache",
    )
    left = sorted(
        name for name in tree.files() - before if not name.startswith(kept) or "clearing" in name.lower()
    )
    if left:
        raise LinuxError(f"left behind: {left[:20]}")
    for own in (LIBRARY, PREFERENCES):
        if not tree.seen(own).exists():
            raise LinuxError(f"{own} went with the package")
