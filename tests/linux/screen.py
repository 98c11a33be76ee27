"""What stands on a virtual screen? Windows are found by their title, and closed as a person closes them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.linux.bare_debian import LinuxError
from tests.waiting import wait_until

SIZE = "1440x900x24"
PATIENCE = 90.0
"""Seconds to wait for what a window does, before it counts as never."""
BETWEEN_PRESSES = 10.0
"""Seconds in which a window that was asked to goes, on a busy machine too."""


@dataclass(frozen=True)
class Screen:
    """A virtual screen with a window manager."""

    display: str

    def windows(self, title: str) -> list[str]:
        """The windows in sight with this in their title."""
        return self._do("search", "--onlyvisible", "--name", title).split()

    def wait_for(self, title: str) -> str:
        """The window with this in its title, once it is there. Raises LinuxError where it never comes."""
        try:
            wait_until(lambda: self.windows(title), PATIENCE)
        except TimeoutError:
            raise LinuxError(f"no window called {title!r} came") from None
        return self.windows(title)[0]

    def close(self, title: str) -> None:
        """Closes a window by the keys that every desktop has for it. Raises LinuxError where it stays."""
        window = self.wait_for(title)
        try:
            wait_until(lambda: self._has_gone(window, title), PATIENCE)
        except TimeoutError:
            raise LinuxError(f"the window called {title!r} cannot be closed") from None

    def _has_gone(self, window: str, title: str) -> bool:
        """Presses the keys where it has not: what is pressed before a new window has the keys is lost."""
        if window not in self.windows(title):
            return True
        self._do("windowactivate", window)
        self._do("key", "--clearmodifiers", "alt+F4")
        try:
            wait_until(lambda: window not in self.windows(title), BETWEEN_PRESSES)
        except TimeoutError:
            return False
        return True

    def picture(self, target: Path) -> None:
        """Writes what is on the screen now as a PNG, where the program for it is installed."""
        subprocess.run(["import", "-display", self.display, "-window", "root", target], check=False)

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment(), capture_output=True, text=True, check=False
        )
        return done.stdout

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}


@contextmanager
def a_screen() -> Iterator[Screen]:
    """A virtual screen; the server itself finds a number that is free."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with open(reading, "rb") as numbers:  # noqa: PTH123  # a pipe has no path
            number = numbers.readline().strip().decode("ascii")
        if not number:
            raise LinuxError("Xvfb did not start")
        environment = {**os.environ, "DISPLAY": f":{number}"}
        silent = subprocess.DEVNULL
        with subprocess.Popen(["openbox"], env=environment, stdout=silent, stderr=silent) as manager:
            try:
                yield Screen(f":{number}")
            finally:
                manager.terminate()
                server.terminate()
