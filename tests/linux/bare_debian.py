"""How does somebody use a Debian on which nobody has set up anything yet? A tree of files, entered by chroot."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NoReturn

MIRROR = os.environ.get("DEBIAN", "http://deb.debian.org/debian")
CHROOT = "/usr/sbin/chroot"
"""By its whole name: a volunteer's search path is not the administrator's."""
INSTALLED = PurePosixPath("/usr/bin/clearing")
HOME = PurePosixPath("/home/volunteer")
NOT_OF_THE_SYSTEM = {"home", "proc", "tmp", "run", "var/cache", "var/log"}


class LinuxError(RuntimeError):
    """Something of what people install on Linux is not as it should be."""


@dataclass(frozen=True)
class BareDebian:
    """One Debian, with an administrator and a volunteer, who has a screen."""

    suite: str
    folder: Path
    display: str

    @property
    def home(self) -> Path:
        """The volunteer's own folder, as seen from here."""
        return self.seen(HOME)

    def seen(self, path: PurePosixPath) -> Path:
        """A file in it, as seen from here."""
        return self.folder / path.relative_to("/")

    def administrate(self, *words: object) -> str:
        """What a command of the administrator printed. Raises LinuxError where it fails."""
        done = self._finish(self._administrator(), words)
        if done.returncode:
            self._fail(words, done)
        return done.stdout

    def install(self, *packages: object) -> None:
        """Installs packages, with what they depend on and no more. Raises LinuxError where that fails."""
        self.administrate("apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages)

    @contextmanager
    def lent(self, *packages: str) -> Iterator[None]:
        """Installs packages, and takes them away again with all they brought."""
        before = self._packages()
        self.install(*packages)
        yield
        brought = sorted(self._packages() - before)
        self.administrate("apt-get", "purge", "--yes", "-qq", *brought)

    def _packages(self) -> set[str]:
        return set(self.administrate("dpkg-query", "--show", "--showformat=${Package}\n").split())

    def use(self, *words: object) -> str:
        """What a command of the volunteer printed. Raises LinuxError where it fails."""
        done = self.try_to_use(*words)
        if done.returncode:
            self._fail(words, done)
        return done.stdout

    def try_to_use(self, *words: object) -> "subprocess.CompletedProcess[str]":
        """What came of a command of the volunteer."""
        return self._finish(self._volunteer(), words)

    def start(self, *words: object) -> "subprocess.Popen[bytes]":
        """Starts a program of the volunteer, as a menu does, and does not wait for its end."""
        silent = subprocess.DEVNULL
        return subprocess.Popen([*self._volunteer(), *map(str, words)], stdin=silent, stdout=silent, stderr=silent)

    def give(self, file: Path, name: str) -> PurePosixPath:
        """Lays a copy of a file into the volunteer's folder, and gives its path there."""
        there = HOME / name
        shutil.copy2(file, self.seen(there))
        self.administrate("chown", "volunteer:", there)
        return there

    def programs(self) -> dict[int, str]:
        """Everything that runs in it, by its number."""
        return {number: words for number, root, words in _processes() if root == str(self.folder)}

    def files(self) -> set[str]:
        """The files of the system, but for what it notes down for itself."""
        found = set()
        for folder, folders, names in os.walk(self.folder):
            within = Path(folder).relative_to(self.folder)
            folders[:] = [name for name in folders if (within / name).as_posix() not in NOT_OF_THE_SYSTEM]
            found |= {(within / name).as_posix() for name in names}
        return found

    def _administrator(self) -> list[str]:
        home = ["HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive"]
        return ["env", "-i", *home, "LC_ALL=C.UTF-8", CHROOT, str(self.folder)]

    def _volunteer(self) -> list[str]:
        home = [f"HOME={HOME}", "USER=volunteer", f"XDG_RUNTIME_DIR={HOME}/.run", "PATH=/usr/bin:/bin"]
        screen = ["LC_ALL=C.UTF-8", f"DISPLAY={self.display}", "XDG_CURRENT_DESKTOP=X-Generic"]
        return ["env", "-i", *home, *screen, CHROOT, "--userspec=volunteer", str(self.folder)]

    def _finish(self, who: list[str], words: tuple[object, ...]) -> "subprocess.CompletedProcess[str]":
        said = [*who, *map(str, words)]
        return subprocess.run(
            said, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, timeout=900
        )

    def _fail(self, words: tuple[object, ...], done: "subprocess.CompletedProcess[str]") -> NoReturn:
        said = f"{done.stdout}\n{done.stderr}".strip()[-3000:]
        raise LinuxError(f"{self.suite}: {' '.join(map(str, words))} ended with {done.returncode}: {said}")


@contextmanager
def a_bare_debian(suite: str, folder: Path, display: str) -> Iterator[BareDebian]:
    """A Debian made from nothing; it and all that runs in it are gone when the block ends."""
    tree = BareDebian(suite, folder, display)
    _clear_away(tree)
    folder.parent.mkdir(parents=True, exist_ok=True)
    make = ["mmdebstrap", "--quiet", "--variant=minbase", "--include=ca-certificates,xz-utils"]
    subprocess.run([*make, suite, folder, MIRROR], check=True)
    try:
        shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        subprocess.run(["mount", "-t", "proc", "proc", folder / "proc"], check=True)
        tree.administrate("useradd", "--create-home", "volunteer")
        tree.administrate("install", "--directory", "--owner=volunteer", "--mode=700", HOME / ".run")
        yield tree
    finally:
        _clear_away(tree)


def _clear_away(tree: BareDebian) -> None:
    """Ends what runs in a tree, and removes it: never with a folder of this machine that is mounted in it."""
    for number in tree.programs():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    if os.path.ismount(tree.folder / "proc"):
        subprocess.run(["umount", "--lazy", tree.folder / "proc"], check=True)
    subprocess.run(["rm", "-rf", "--one-file-system", tree.folder], check=True)


def _processes() -> Iterator[tuple[int, str, str]]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (process / "cmdline").read_text("utf-8", "replace").replace("\0", " ").strip()
            yield int(process.name), str((process / "root").readlink()), words
