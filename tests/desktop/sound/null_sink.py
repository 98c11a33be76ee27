"""A sound server with one output that nobody hears and everybody can record: what really went out of the app."""

import os
import shutil
import subprocess
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.sound.outputs import Samples
from tests.waiting import wait_until

PROGRAMS = ("pulseaudio", "parec", "pactl")
MISSING = next((f"{name} is not installed" for name in PROGRAMS if not shutil.which(name)), "")
HALL = "sink_name=hall rate=44100 channels=1"


class NullSink:
    """The server; `record` gives what was played in the meantime."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:{folder / 'sound.socket'}"
        self._heard = folder / "heard.raw"
        self._environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self._environment["PULSE_SERVER"] = self.address
        words = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm"]
        words += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={folder / 'sound.socket'}"]
        words += ["-L", f"module-null-sink {HALL}"]
        self.server = self._start(words)
        wait_until((folder / "sound.socket").exists)

    def _start(self, words: list[str]) -> subprocess.Popen[bytes]:
        silent = subprocess.DEVNULL
        return subprocess.Popen(words, env=self._environment, stdout=silent, stderr=silent)

    @contextmanager
    def recorded(self) -> Iterator[Samples]:
        """Fills the array, when the block ends, with what was played in it."""
        found = array("h")
        self._heard.unlink(missing_ok=True)
        words = ["parec", "--device=hall.monitor", "--format=s16le", "--rate=44100", "--channels=1"]
        recorder = self._start([*words, "--latency-msec=20", str(self._heard)])
        wait_until(lambda: self._heard.exists() and self._heard.stat().st_size > 0)
        try:
            yield found
        finally:
            recorder.terminate()
            recorder.wait()
        found.extend(self.heard_so_far)

    @property
    def heard_so_far(self) -> Samples:
        """What was played since the recording began."""
        content, found = self._heard.read_bytes(), array("h")
        found.frombytes(content[: len(content) // 2 * 2])
        return found

    def pull_out(self) -> None:
        """The device is gone, the server stays."""
        subprocess.run(["pactl", "unload-module", "module-null-sink"], env=self._environment, check=True)

    def plug_in(self) -> None:
        """The device is there again."""
        subprocess.run(
            ["pactl", "load-module", "module-null-sink", *HALL.split()], env=self._environment, check=True
        )

    def unplug(self) -> None:
        """The server dies, as when the last device is pulled."""
        self.server.kill()
        self.server.wait()


@contextmanager
def null_sink(folder: Path) -> Iterator[NullSink]:
    """A running server, gone when the block ends."""
    sink = NullSink(folder)
    try:
        yield sink
    finally:
        with suppress(ProcessLookupError):
            sink.unplug()


def onset(heard: Samples, level: int = 40) -> int:
    """Where the first sound begins; the length where there is none."""
    return next((place for place, value in enumerate(heard) if abs(value) > level), len(heard))


def likeness(heard: Samples, played: Samples, *, at: int, length: int, slack: int = 120) -> float:
    """The best correlation of a stretch of what was heard with what was played, from -1 to 1."""
    piece = heard[at : at + length]
    best = -1.0
    for start in range(max(0, onset(played) - slack), onset(played) + slack, 3):
        other = played[start : start + length]
        product = sum(a * b for a, b in zip(piece, other, strict=False))
        norm = (sum(a * a for a in piece) * sum(b * b for b in other)) ** 0.5
        best = max(best, product / norm if norm else 0.0)
    return best
