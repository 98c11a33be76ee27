"""How does a Windows program run here? Under Wine, in a prefix and on a screen of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

NEEDED = {
    "wine": "wine wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "makensis": "nsis",
    "Xvfb": "xvfb",
}
"""The programs that have to be here, with the packages of Debian that bring them."""
SCREEN = "1440x900x24"
AFTER_ITS_END = 5
"""Seconds for the last words of a program to come through."""
HOLD = "import ctypes as c; c.windll.user32.GetDesktopWindow(); print('held'); c.windll.kernel32.Sleep(-1)"
NO_QUESTIONS = "mscoree=;mshtml=;winemenubuilder.exe="
"""Wine offers to fetch parts that Clearing has no use for."""


class WineError(RuntimeError):
    """A Windows program did not do what it is for."""


@dataclass(frozen=True)
class Done:
    """What came of a program: its exit code, and all it printed."""

    code: int
    said: str


@dataclass(frozen=True)
class Wine:
    """A Windows of its own: a folder for its disk, and a screen."""

    prefix: Path
    display: str

    @property
    def disk(self) -> Path:
        """Its C: drive."""
        return self.prefix / "drive_c"

    @property
    def user_folder(self) -> Path:
        """The folder of whoever uses it; there is one."""
        (found,) = (each for each in (self.disk / "users").iterdir() if each.name != "Public")
        return found

    def run(
        self,
        *words: object,
        cwd: Path | None = None,
        seconds: float = 300,
        more: Mapping[str, str] | None = None,
        log: Path | None = None,
    ) -> Done:
        """Runs a program to its end, with what it prints in a file if one is named.

        Raises WineError where it takes longer than so many seconds.
        """
        log = log or self.prefix.parent / "said.txt"
        with log.open("wb") as said, self._piped_to(said) as pipe:
            program = self._start(words, pipe, cwd, more)
            try:
                code = program.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                self.end_all()
                program.wait()
                raise WineError(f"{words[0]} took over {seconds:.0f} s: {text_in(log)[-4000:]}") from None
        return Done(code, text_in(log))

    @contextmanager
    def _piped_to(self, file: IO[bytes]) -> Iterator[IO[bytes]]:
        """A pipe into a file: Wine 8 lets no program of Windows write into a plain file of ours."""
        with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=file) as carrier:
            assert carrier.stdin is not None
            yield carrier.stdin
            carrier.stdin.close()
            try:
                carrier.wait(timeout=AFTER_ITS_END)
            except subprocess.TimeoutExpired:
                carrier.kill()  # a window that it opened lives on, and holds the pipe

    def check(self, *words: object, cwd: Path | None = None, seconds: float = 300) -> str:
        """What a program printed. Raises WineError where it ended with anything but 0."""
        done = self.run(*words, cwd=cwd, seconds=seconds)
        if done.code:
            raise WineError(f"{' '.join(map(str, words))} ended with {done.code}: {done.said[-4000:]}")
        return done.said

    def _start(
        self, words: Sequence[object], output: IO[bytes] | int, cwd: Path | None, more: Mapping[str, str] | None
    ) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["wine", *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=self._environment() | dict(more or {}),
        )

    def runs(self, program: str) -> bool:
        """Whether a program of that name runs in it; Wine 8 has nothing that lists them."""
        return any(program in words and str(self.prefix) in settings for words, settings in _running())

    def hold_desktop(self, python: Path) -> None:
        """Opens the desktop and keeps it open: otherwise the first window opens it, and it holds its pipes."""
        holder = self._start((python, "-u", "-c", HOLD), subprocess.PIPE, None, None)
        assert holder.stdout is not None
        if holder.stdout.readline().strip() != b"held":
            raise WineError("Wine opens no desktop here.")

    def end_all(self) -> None:
        """Ends every program that still runs in it."""
        subprocess.run(["wineserver", "-k"], env=self._environment(), check=False)
        subprocess.run(["wineserver", "-w"], env=self._environment(), check=False, timeout=60)

    def _environment(self) -> dict[str, str]:
        # Nothing of this checkout's Python or Qt leaks in, and nothing of Wine into the person's own folders.
        left_out = ("PYTHON", "QT_", "XDG_")
        ours = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        return ours | {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": NO_QUESTIONS,
            "LC_ALL": "C.UTF-8",  # how Wine reads the names of our files
            "HOME": str(self.prefix.parent / "home"),
            "DISPLAY": self.display,
        }


def _running() -> Iterator[tuple[str, str]]:
    """The words and the environment of each process that can be looked at."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            yield (
                (process / "cmdline").read_text("utf-8", "replace"),
                (process / "environ").read_text("utf-8", "replace"),
            )


def text_in(log: Path) -> str:
    """What a program of Windows printed, as text."""
    return log.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def missing_packages() -> list[str]:
    """The packages of Debian that are needed and not installed."""
    return [packages for program, packages in NEEDED.items() if shutil.which(program) is None]


@contextmanager
def a_screen() -> Iterator[str]:
    """A virtual screen, as a value for DISPLAY; the server itself finds a number that is free."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with open(reading, "rb") as numbers:  # noqa: PTH123  # a pipe has no path
            number = numbers.readline().strip().decode("ascii")
        if not number:
            raise WineError("Xvfb did not start.")
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def a_windows(prefix: Path, stand_ins: Path) -> Iterator[Wine]:
    """A Windows made from nothing, with DLLs lent to its system; its programs all end with it."""
    shutil.rmtree(prefix, ignore_errors=True)
    prefix.mkdir(parents=True)
    (prefix.parent / "home").mkdir(exist_ok=True)
    with a_screen() as display:
        wine = Wine(prefix, display)
        try:
            wine.check("wineboot", "--init", seconds=180)
            for dll in stand_ins.glob("*.dll"):
                shutil.copy2(dll, wine.disk / "windows" / "system32")
            yield wine
        finally:
            wine.end_all()
