"""The reference session, rehearsed once in a process of its own, as a newcomer would."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "reference-session.json"
CLEARING = (sys.executable, "-m", "desktop")


def without_screen(home: Path) -> dict[str, str]:
    """The environment of a machine with no screen and an empty home."""
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}


def clearing(home: Path, *arguments: object, **environment: object) -> subprocess.CompletedProcess[str]:
    """Runs Clearing from the command line and waits for its end; `environment` is added to it."""
    return subprocess.run(
        [*CLEARING, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",  # as it writes into pipes on every system
        check=False,
        env=without_screen(home) | {name: str(value) for name, value in environment.items()},
        timeout=300,
    )


@dataclass(frozen=True)
class Rehearsed:
    """What one rehearsal said and left behind."""

    home: Path
    said: str
    library: Path
    exports: Path
    pictures: Path

    def export(self, suffix: str) -> Path:
        """The one export with this ending."""
        (found,) = self.exports.glob(f"*.{suffix}")
        return found


@pytest.fixture(scope="session")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """The sample session, played at 2,000 times its speed."""
    home = tmp_path_factory.mktemp("rehearsed")
    library, exports, pictures = home / "library.json", home / "exports", home / "pictures"
    done = clearing(
        home, "rehearse", SAMPLE, "--library", library, "--export", exports,
        "--screenshots", pictures, "--speed", 2000,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Rehearsed(home, done.stdout, library, exports, pictures)
